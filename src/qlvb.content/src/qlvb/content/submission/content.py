"""The content class of submission notes."""

from qlvb.content.subjects import SubjectRecord
from qlvb.content.subjects import unset_fields
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.submission.schema import INoteSchema
from zope.interface import implementer


@unset_fields(INoteSchema)
@implementer(ISubmissionNote)
class SubmissionNote(SubjectRecord):
    """Phiếu trình."""

    reference = ""  # notes have no number

    def Description(self):
        return self.proposal or ""
