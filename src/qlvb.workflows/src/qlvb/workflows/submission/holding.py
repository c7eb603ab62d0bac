"""A draft that is attached to a live note stays as it is; the lock says which note, and who holds it."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.interfaces import IEditLock
from qlvb.content.locks import LOCKED
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.violations import Violation
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.submission.interfaces import IHoldingNote
from qlvb.workflows.submission.interfaces import INoteCourse
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.note.holding"


@implementer(IHoldingNote)
@adapter(IOutgoingDocument)
class HoldingNote:
    """The UID of the note, in an annotation of the draft."""

    def __init__(self, document):
        self.document = document

    def note(self):
        """See IHoldingNote."""
        uid = IAnnotations(self.document).get(ANNOTATION, "")
        found = find_record(uid) if uid else None
        return found if ISubmissionNote.providedBy(found) else None

    def hold(self, note):
        """See IHoldingNote. Leaders who decide on the note read the draft."""
        IAnnotations(self.document)[ANNOTATION] = IUUID(note)

    def release(self, note):
        """See IHoldingNote; a draft that another note holds stays held."""
        annotations = IAnnotations(self.document)
        if annotations.get(ANNOTATION, "") == IUUID(note):
            del annotations[ANNOTATION]


def let_read(note, people):
    """Whoever decides or is asked reads the attached drafts."""
    for uid in note.drafts:
        document = find_record(uid)
        if document is not None:
            granted = [IGrants(document).grant(person, "Participant", "note", IUUID(note)) for person in people]
            if any(granted):
                document.reindexObjectSecurity()


@implementer(IEditLock)
@adapter(IOutgoingDocument)
class NoteLock:
    """See IEditLock."""

    def __init__(self, document):
        self.document = document

    def violations(self):
        """See IEditLock."""
        note = IHoldingNote(self.document).note()
        if note is None:
            return []
        step = INoteCourse(note).current()
        holder = getUtility(IDirectory).person(step.person).fullname if step is not None else ""
        message = _(
            "violation_locked_by_note",
            default="Dự thảo kèm theo phiếu trình “${note}” đang chờ ${holder} quyết định, "
            "nên chưa sửa hoặc trình riêng được.",
            mapping={"note": note.Title(), "holder": holder},
        )
        return [Violation("", LOCKED, message)]
