"""Records whose title is their subject: documents, submission notes, tasks."""

from plone.dexterity.content import Item
from qlvb.content.exposures.lid import with_lid
from zope.schema import getFields


@with_lid
class SubjectRecord(Item):
    """A record with a subject (trích yếu) that may be secret and stays where it came into being.

    Dexterity keeps Dublin Core keywords in the attribute ``subject``; here it is the field of the glossary, so the
    Dublin Core methods that read it are answered here.
    """

    subject = ""
    language = "vi"

    @property
    def __ac_local_roles_block__(self):
        """True for a secret record: it takes no roles from the organisation above it, only its own grants count."""
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
        """These records have no keywords."""

    def cb_isMoveable(self):
        """A record stays in the period in which it came into being."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the journal, the number and the decisions of another record."""
        return False


def unset_fields(schema):
    """Class decorator: a field never set is answered from the class, not by Dexterity's search for its default.

    Lists and indexes read many fields of many records; the search costs more than the read.
    """

    def decorate(cls):
        for name, field in getFields(schema).items():
            if field.defaultFactory is None and name not in vars(SubjectRecord):
                setattr(cls, name, field.default)
        return cls

    return decorate
