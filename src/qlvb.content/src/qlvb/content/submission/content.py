"""The content class of submission notes."""

from plone.dexterity.content import Item
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.submission.schema import INoteSchema
from zope.interface import implementer
from zope.schema import getFields


def unset_fields(cls):
    """Class decorator: a field never set is answered from the class, not by Dexterity's search for its default."""
    for name, field in getFields(INoteSchema).items():
        setattr(cls, name, () if field.defaultFactory is not None else field.default)
    return cls


@unset_fields
@implementer(ISubmissionNote)
class SubmissionNote(Item):
    """Phiếu trình. Its title is its subject; Dexterity's keywords of that name are answered here."""

    language = "vi"

    @property
    def __ac_local_roles_block__(self):
        """True for a secret note: it takes no roles from the organisation above it, only its own grants count."""
        return self.secrecy not in (None, "", "none")

    @property
    def title(self):
        return self.subject

    def Title(self):
        return self.subject

    def setTitle(self, title):
        self.subject = title or ""

    def Subject(self):
        return ()

    def setSubject(self, subject):
        """Notes have no keywords."""

    def Description(self):
        return self.proposal or ""

    def cb_isMoveable(self):
        """A record stays in the period in which it came into being."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the journal and the decisions of another record."""
        return False
