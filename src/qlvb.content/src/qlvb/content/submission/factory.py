"""Making submission notes, and checking their fields."""

from plone.dexterity.utils import createContent
from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.documents.periods import put_by_month
from qlvb.content.documents.periods import section_of_kind
from qlvb.content.interfaces import IDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import may_view
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.content.submission.schema import INoteSchema
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.interface import implementer
from zope.schema import getFields
from zope.schema.interfaces import ValidationError


SECTION = "notes"


def check_note(agency_id, values, context):
    """list of Violation of field values (dict) of a note in an agency: every mistake, not the first."""
    fields = getFields(INoteSchema)
    found = []
    for name, value in values.items():
        try:
            fields[name].bind(context).validate(value)
        except (KeyError, ValidationError):
            title = fields[name].title if name in fields else name
            mapping = {"field": title}
            message = _("violation_note_field", default="Giá trị của “${field}” không hợp lệ.", mapping=mapping)
            found.append(Violation(name, "invalid", message))
    if "subject" in values and not str(values["subject"]).strip():
        message = _("violation_note_subject", default="Chưa nhập vấn đề trình.")
        found.append(Violation("subject", "field_missing", message))
    for uid in values.get("basis") or ():
        if not IDocument.providedBy(visible_record(uid)):
            found.append(_unknown("basis"))
    for uid in values.get("drafts") or ():
        document = visible_record(uid)
        if not IOutgoingDocument.providedBy(document):
            found.append(_unknown("drafts"))
        elif (agency := getUtility(IDirectory).agency_of(document)) is None or agency.id != agency_id:
            message = _("violation_note_other_agency", default="Dự thảo kèm theo phải của chính cơ quan.")
            found.append(Violation("drafts", "other_agency", message))
    return found


def _unknown(field):
    message = _("violation_note_document", default="Có văn bản không tồn tại hoặc anh/chị không được xem.")
    return Violation(field, "document_unknown", message)


@implementer(INoteFactory)
class NoteFactory:
    """See INoteFactory."""

    def create(self, agency_id, values, by):
        """See INoteFactory. The person is the drafter, his main post there says the unit."""
        section = section_of_kind(agency_id, SECTION)
        values = nfc_tree({name: value for name, value in values.items() if value not in (None, "")})
        violations = check_note(agency_id, {"subject": "", **values}, section)
        if violations:
            raise Refused(violations)
        post = getUtility(IDirectory).main_post(by, agency_id)
        note = createContent("SubmissionNote")
        for name, value in {**values, "drafter": by, "drafting_unit": post.department if post else ""}.items():
            setattr(note, name, value)
        note = put_by_month(section, note, by)
        IJournal(note).append("created", by, {})
        return note


def visible_documents(uids):
    """(records that the current user may view, how many he may not): of UIDs that a note names."""
    found = [record for uid in uids if (record := visible_record(uid)) is not None and may_view(record)]
    return found, len(uids) - len(found)
