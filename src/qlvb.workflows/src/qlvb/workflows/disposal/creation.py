"""Making a disposal and its list."""

from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import REASONS
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.sheet import DisposalItem
from qlvb.content.disposals.standing import violations
from qlvb.content.disposals.twins import PROPOSED_IN
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.delegation.values import as_text
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


TEXTS = ("formation", "contents", "other_groups")


def create_disposal(agency_id, values, by):
    """Make an empty disposal and return it; ``values``: title, fonds, and the TEXTS of the explanation.

    :raises Refused: 400 without a title, too long, or no text.
    """
    agency = getUtility(IDirectory).agency(agency_id)
    values = {name: as_text(values.get(name), name) for name in ("title", "fonds", *TEXTS)}
    title = " ".join(nfc(values["title"]).split())
    fonds = " ".join(nfc(values["fonds"]).split()) or agency.title
    found = []
    for name, text, most in (
        ("title", title, 300),
        ("fonds", fonds, 300),
        *((name, values[name], 4000) for name in TEXTS),
    ):
        if len(text) > most:
            message = _("violation_disposal_long", default="Tối đa ${max} ký tự.", mapping={"max": str(most)})
            found.append(Violation(name, "too_long", message))
    if not title:
        message = _("violation_disposal_title", default="Hãy ghi tên đợt xét hủy.")
        found.append(Violation("title", "required", message))
    if found:
        raise Refused(found)
    section = getUtility(IDirectory).agency_object(agency_id)["disposals"]
    disposal = createContentInContainer(
        section,
        "Disposal",
        checkConstraints=False,
        id=uuid4().hex,
        title=title,
        fonds=fonds,
        proposer=by,
        proposed=clock.today(),
        **{name: nfc(values[name]) for name in TEXTS},
    )
    IJournal(disposal).append("created", by, {"title": title})
    disposal.reindexObject()
    return disposal


def add_item(disposal, record, reason, by):
    """Put a record on the list; returns its item. :raises Refused: 400, 403 or 409 with what stands against it."""
    sheet, uid = ISheet(disposal), IUUID(record)
    if (known := sheet.item(uid)) is not None:
        return known
    if reason not in REASONS:
        message = _("violation_disposal_reason", default="Lý do hủy phải là hết thời hạn hoặc trùng lặp.")
        raise Refused(Violation("reason", "reason_unknown", message))
    own = {item.uid for item in sheet.items()}
    if found := violations(record, reason, IUUID(disposal), own):
        raise Refused(found, 409)
    kind = "dossier" if IDossier.providedBy(record) else "document"
    reference = getattr(record, "code", "") if kind == "dossier" else record.reference
    item = DisposalItem(uid, kind, reference or "", record.Title(), reason)
    sheet.put(item)
    IAnnotations(record)[PROPOSED_IN] = IUUID(disposal)
    told = {"disposal": IUUID(disposal), "title": disposal.title, "reason": reason}
    IJournal(record).append("disposal.proposed", by, told)
    return item


def take_out(disposal, item, by, why):
    """The record leaves the list and can be proposed again another time."""
    record = find_record(item.uid)
    if record is not None and IAnnotations(record).get(PROPOSED_IN) == IUUID(disposal):
        del IAnnotations(record)[PROPOSED_IN]
        told = {"disposal": IUUID(disposal), "title": disposal.title, "reason": why}
        IJournal(record).append("disposal.left", by, told)
