"""The stores of an agency, the shelves of a store, the boxes of a shelf: a table, and a form that adds to it."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone import api
from qlvb.content import _
from qlvb.content.lookup import may_view
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.stores.interfaces import IStoragePlace
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.acts.browser.links import possible_links
from qlvb.workflows.stores.acts import PERMISSION
from qlvb.workflows.stores.acts import boxes_below
from qlvb.workflows.stores.acts import held_below
from qlvb.workflows.stores.browser.box import labels_link
from qlvb.workflows.stores.creation import create_places
from qlvb.workflows.stores.creation import kind_below
from zope.component import getUtility


WORDS = {
    "Store": {
        "heading": _("stores_title", default="Kho giấy"),
        "add": _("stores_add", default="Thêm kho"),
        "empty": _("stores_empty", default="Chưa có kho nào. Thêm kho đầu tiên, rồi kệ và hộp trong kho."),
    },
    "Shelf": {
        "heading": _("stores_shelves", default="Kệ trong kho"),
        "add": _("stores_add_shelf", default="Thêm kệ"),
        "empty": _("stores_no_shelves", default="Kho này chưa có kệ nào. Thêm kệ bằng mẫu dưới đây."),
    },
    "StorageBox": {
        "heading": _("stores_boxes", default="Hộp trên kệ"),
        "add": _("stores_add_boxes", default="Thêm hộp"),
        "empty": _("stores_no_boxes", default="Kệ này chưa có hộp nào. Thêm hộp, in nhãn QR rồi dán lên hộp."),
    },
}


class PlacesView(ActionBar, PostedForm):
    """The page of the section of stores, of a store, of a shelf."""

    shell_section = "archive"

    @property
    def kind(self):
        return kind_below(self.context)

    @property
    def words(self):
        return WORDS[self.kind]

    @property
    def is_place(self):
        """bool: a store or shelf, with a code of its own."""
        return IStoragePlace.providedBy(self.context)

    @property
    def may_manage(self):
        return bool(getSecurityManager().checkPermission(PERMISSION, self.context))

    @property
    def acts(self):
        return possible_links(self.context, self.request) if self.is_place else []

    def further(self):
        """See ActionBar."""
        return [labels_link(self)] if self.is_place and self.may_manage and self.rows else []

    @property
    def back(self):
        """See ActionBar; nothing lies above the section."""
        return super().back if self.is_place else None

    @property
    def crumbs(self):
        """The places above: list of dict url, title."""
        found, place = [], self.context
        while IStoragePlace.providedBy(place):
            place = place.aq_parent
            found.insert(0, {"url": place.absolute_url(), "title": place.title or ""})
        return found

    @property
    def rows(self):
        """What lies here: list of dict."""
        places = sorted((one for one in self.context.objectValues() if may_view(one)), key=lambda one: one.code)
        return [self._row(place) for place in places]

    def _row(self, place):
        boxes = boxes_below(place)
        return {
            "url": place.absolute_url(),
            "code": place.code,
            "title": place.title,
            "boxes": len(boxes),
            "held": held_below(place),
            "capacity": sum(box.capacity for box in boxes),
            "closed": state_of(place) == "closed",
            "note": getattr(aq_base(place), "address", "") or place.note or "",
        }

    def save(self):
        if not self.may_manage:
            message = _("violation_stores_right", default="Chỉ lưu trữ viên thêm kho, kệ, hộp.")
            raise Refused(Violation("", "forbidden", message), 403)
        values = {name: self.value(name) for name in ("code", "title", "address", "note")}
        for name in ("count", "capacity"):
            typed = self.value(name)
            values[name] = int(typed) if typed.isdecimal() and len(typed) < 6 else typed or None
        made = create_places(self.context, values, api.user.get_current().getId())
        text = _("stores_added", default="Đã thêm: ${code}.", mapping={"code": ", ".join(one.code for one in made[:9])})
        api.portal.show_message(text, self.request)
        return self.context.absolute_url()


class FindBox(PostedForm):
    """``@@find-box?code=K1/A2/H03``: to the page of a box whose code was typed or scanned by another program."""

    shell_section = "archive"

    def __call__(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        box = getUtility(IPlaces).box_at(agency.id, self.value("code"))
        if box is None or not may_view(box):
            text = _("stores_no_such_box", default="Không có hộp “${code}”.", mapping={"code": self.value("code")[:60]})
            api.portal.show_message(text, self.request, type="warning")
            return self.request.response.redirect(self.context.absolute_url())
        return self.request.response.redirect(box.absolute_url())
