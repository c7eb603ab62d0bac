"""Content classes: documents, and the folders of years and months they live in."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.documents.interfaces import IPeriodFolder
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.holds.properties import HeldProperties
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from zope.interface import implementer
from zope.schema import getFields


def format_reference(number, symbol):
    """Number and symbol as printed: ``05/QĐ-SKHCN``; numbers below 10 with a leading 0, "" without a number.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 3. ``number`` is an int or, of documents of other
    bodies, a str.
    """
    if number in (None, ""):
        return ""
    shown = f"{number:02d}" if isinstance(number, int) else number
    return f"{shown}/{symbol}" if symbol else shown


def unset_fields(schema):
    """Class decorator: a field never set is answered from the class, not by Dexterity's search for its default.

    Lists and indexes read many fields of many documents; the search costs more than the read.
    """

    def decorate(cls):
        for name, field in getFields(schema).items():
            if field.defaultFactory is None and name not in vars(OfficialDocument):
                setattr(cls, name, field.default)
        return cls

    return decorate


class OfficialDocument(OurItem, HeldProperties, Item):
    """What both directions share. The title of a document is its subject (trích yếu).

    Dexterity keeps Dublin Core keywords in the attribute ``subject``; here it is the field of the glossary, so the
    Dublin Core methods that read it are answered here.
    """

    subject = ""
    language = "vi"

    @property
    def __ac_local_roles_block__(self):
        """True for a secret document: it takes no roles from the organisation above it, only its own grants count."""
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
        """Documents have no keywords."""

    def Description(self):
        return self.note or ""

    def cb_isMoveable(self):
        """A record stays in the period in which it came into being."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the number, the journal and the signatures of another record."""
        return False


@unset_fields(IOutgoingSchema)
@implementer(IOutgoingDocument)
class OutgoingDocument(OfficialDocument):
    """Văn bản đi."""

    @property
    def reference(self):
        """Number and symbol, or "" before numbering."""
        return format_reference(self.document_number, self.document_symbol)


@unset_fields(IIncomingSchema)
@implementer(IIncomingDocument)
class IncomingDocument(OfficialDocument):
    """Văn bản đến."""

    @property
    def reference(self):
        """Number and symbol as the issuing body wrote them, or "" when it gave none."""
        return format_reference(self.original_number or self.document_number, self.document_symbol)


@implementer(IPeriodFolder)
class PeriodFolder(OurContainer, Container):
    """A year or a month of a section.

    It keeps no order of its children and no time of last change: both would be written by every new document, and make
    everybody who works in one month wait for everybody else.
    """

    _ordering = "unordered"

    def Title(self):
        return self.title

    def notifyModified(self):
        """The folder is not changed by what is put into it."""
