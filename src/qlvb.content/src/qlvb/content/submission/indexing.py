"""What the records index keeps of the fields of submission notes."""

from Acquisition import aq_base
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.fields import priority
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(ISubmissionNote)
class NoteFields:
    """``issue_day`` is the day on which it was made, ``issuing_body`` the unit that submits."""

    def __init__(self, note):
        self.agency = getUtility(IDirectory).agency_of(note)
        self.note = aq_base(note)

    def read(self, facts):
        """See IIndexedFields."""
        note = self.note
        directory = getUtility(IDirectory)
        made = note.created().asdatetime().date()
        unit = directory.department(self.agency.id, note.drafting_unit) if self.agency and note.drafting_unit else None
        drafter = directory.person(note.drafter).fullname if note.drafter else ""
        columns = {
            "urgency": note.urgency or "normal",
            "secrecy": note.secrecy or "none",
            "year": made.year,
            "issue_day": made.toordinal(),
            "deadline_day": NO_DEADLINE,
            "subject": note.subject or "",
            "subject_sort": fold(note.subject)[:200],
            "issuing_body": unit.title if unit is not None else "",
            "priority": priority(note.urgency, NO_DEADLINE, float(note.created())),
        }
        texts = {
            "subject": note.subject or "",
            "people": " · ".join(filter(None, [drafter, unit.title if unit is not None else ""])),
            "fields": " · ".join(filter(None, [note.content, note.grounds, note.options, note.proposal])),
        }
        return columns, {"drafter": note.drafter} if note.drafter else {}, texts
