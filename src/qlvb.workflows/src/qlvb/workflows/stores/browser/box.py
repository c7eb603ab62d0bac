"""The page of a box, made for the phone that has scanned its label: see, lay in, lend, take back."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.indexing import days_late
from qlvb.content.readings.indexing import reader_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.acts.browser.links import possible_links
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.readings.records import found_by
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.stores.acts import PERMISSION
from zope.component import getUtility


def labels_link(view):
    """BarLink: the labels of a place as a PDF to print, in a window of its own."""
    title = _("stores_labels", default="In nhãn QR")
    return view.link("labels", title, "@@labels.pdf", data={"target": "_blank", "rel": "noopener"})


class BoxView(ActionBar, PostedForm):
    """Where a QR code leads."""

    shell_section = "archive"

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def full_code(self):
        return full_code(self.context)

    @property
    def may_manage(self):
        return bool(getSecurityManager().checkPermission(PERMISSION, self.context))

    @property
    def acts(self):
        return possible_links(self.context, self.request)

    def further(self):
        """See ActionBar."""
        return [labels_link(self)] if self.may_manage else []

    @property
    def rows(self):
        """By number: list of dict; of what the reader may not see only that it lies there."""
        found = []
        for number, uid in getUtility(IPlaces).contents(self.context):
            dossier = find_record(uid)
            shown = dossier is not None and may_view(dossier)
            found.append({"number": number, "shown": shown, **(self._row(dossier) if shown else {})})
        return found

    def _row(self, dossier):
        reading = lent_to(dossier)
        base = self.context.absolute_url()
        agency = self.agency.id
        portal_url = api.portal.get().absolute_url()
        lent = None
        if reading is not None:
            lent = {
                "reader": reader_of(reading),
                "due": f"{reading.due:%d/%m/%Y}",
                "late": days_late(reading),
                "url": reading.absolute_url(),
                "back": f"{reading.absolute_url()}/@@act/return_reading",
            }
        return {
            "url": dossier.absolute_url(),
            "code": dossier.code,
            "title": dossier.title,
            "lent": lent,
            "lend": f"{portal_url}/{agency}/readings/@@lend-dossier?record={dossier.UID()}&back={base}",
            "take": f"{dossier.absolute_url()}/@@act/take_from_box",
        }

    @property
    def history(self):
        """What was laid in and taken out last: list of dict when, who, text."""
        directory = getUtility(IDirectory)
        entries = IJournal(self.context).entries(newest_first=True, events=("placed", "unplaced"))
        return [
            {
                "when": show_moment(entry.when),
                "who": directory.person(entry.actor).fullname if entry.actor != "system" else "",
                "code": entry.detail.get("code", ""),
                "place": entry.detail.get("place", ""),
                "out": entry.event == "unplaced",
            }
            for entry, _number in zip(entries, range(20), strict=False)
        ]

    def save(self):
        dossier = found_by(self.value("dossier"), self.agency.id)
        if dossier is None or not IDossier.providedBy(dossier) or not may_view(dossier):
            message = _(
                "violation_box_dossier",
                default="Không tìm thấy đúng một hồ sơ “${code}”. Mã có ở nhiều năm thì ghi thêm năm: 01.CNTT/2024.",
                mapping={"code": self.value("dossier")[:60]},
            )
            raise Refused(Violation("dossier", "dossier_unknown", message))
        data = {"box": self.full_code, "number": self.value("number") or None}
        result = IActs(dossier).perform("place_in_box", data)
        text = _(
            "box_filled",
            default="Đã xếp ${code} vào ${place}.",
            mapping={"code": dossier.code, "place": result["place"]},
        )
        api.portal.show_message(text, self.request)
        return self.context.absolute_url()


def full_code(box):
    """str: store/shelf/box."""
    shelf = box.aq_parent
    return f"{shelf.aq_parent.code}/{shelf.code}/{box.code}"
