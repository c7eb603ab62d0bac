"""What is asked for: finding it, how it may be used, whether its paper may leave the store, who has it."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.index.lookups import records_with
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.lookup import object_at
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import IMustStay
from qlvb.content.readings.interfaces import IReading
from qlvb.content.readings.rules import PUBLIC
from qlvb.content.readings.rules import SECRET
from qlvb.content.readings.rules import access_of
from qlvb.content.states import state_of
from qlvb.content.violations import Violation
from qlvb.workflows.rights.secrecy import is_secret
import re
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapters
from zope.component import getUtility


WITH_YEAR = re.compile(r"^(?P<code>.+?)\s*/\s*(?P<year>\d{4})$")
#: On a dossier or document whose paper is lent: UID of the reading.
LENT = "qlvb.workflows.readings.lent"


def may_be_asked_for(record, agency_id):
    """bool: the record is a dossier or document of the agency (path id)."""
    agency = getUtility(IDirectory).agency_of(record) if record is not None else None
    return bool(agency and agency.id == agency_id and (IDossier.providedBy(record) or IDocument.providedBy(record)))


def found_by(text, agency_id):
    """The one dossier or document of an agency that ``text`` names, else None: a UID, the code of a dossier (with its
    year where several years have it: ``01.CNTT/2024``), the number and symbol of a document.
    """
    text = (text or "").strip()
    record = find_record(text)
    if record is not None:
        return record if may_be_asked_for(record, agency_id) else None
    found = _rows("Dossier", agency_id, text)
    if not found and (dated := WITH_YEAR.match(text)):
        found = [row for row in _rows("Dossier", agency_id, dated["code"]) if row.year == int(dated["year"])]
    for portal_type in ("IncomingDocument", "OutgoingDocument"):
        found = found or _rows(portal_type, agency_id, text)
    return object_at(found[0].path) if len(found) == 1 else None


def _rows(portal_type, agency_id, reference):
    asked = {"portal_type": portal_type, "agency": agency_id, "reference": reference}
    return records_with(asked, "number_sort") if reference else []


def called(record):
    """What :func:`found_by` finds the record by, as people say it: ``01.CNTT/2024``; its UID where that is unclear."""
    code = getattr(record, "code", "")
    name = f"{code}/{record.year}" if code else record.reference or ""
    agency = getUtility(IDirectory).agency_of(record)
    return name if name and found_by(name, agency.id) == record else IUUID(record)


def is_closed_to_readers(record):
    """bool: the record, or a document in the dossier, is secret."""
    if is_secret(record) or access_of(getattr(record, "access_conditions", "")) == SECRET:
        return True
    return any(is_secret(document) for document in documents_of(record) if document is not None)


def is_restricted(record):
    """bool: the head of the agency decides, not the archivist alone."""
    return access_of(getattr(record, "access_conditions", "")) != PUBLIC


def documents_of(record):
    """Documents of a dossier in its order, or the document itself: list."""
    if not IDossier.providedBy(record):
        return [record]
    return [document for _item, document in IDossierContents(record).documents() if document is not None]


def lent_to(record):
    """The Reading by which the paper of the record is lent now, or None."""
    reading = find_record(IAnnotations(record).get(LENT))
    return reading if IReading.providedBy(reading) and state_of(reading) == "lent" else None


def note_lent(record, reading):
    """Write down who has the paper: two who lend at once write the same place, and the second is refused."""
    IAnnotations(record)[LENT] = IUUID(reading)
    record.reindexObject()


def note_back(record, reading):
    """The paper is back."""
    if IAnnotations(record).get(LENT) == IUUID(reading):
        del IAnnotations(record)[LENT]
        record.reindexObject()


def paper_violations(record, reading=None):
    """list of Violation: why the paper of the record cannot be lent now."""
    other = lent_to(record)
    if other is not None and other != reading:
        message = _(
            "violation_reading_lent",
            default="Hồ sơ đang được mượn (hạn trả ${day}).",
            mapping={"day": f"{other.due:%d/%m/%Y}"},
        )
        return [Violation("record", "already_lent", message)]
    if state_of(record) in ("destroyed", "historical"):
        message = _("violation_reading_gone", default="Hồ sơ giấy không còn ở lưu trữ này.")
        return [Violation("record", "paper_gone", message)]
    held = IHolds(record).violations()
    return held + [violation for _name, one in getAdapters((record,), IMustStay) for violation in one.violations()]
