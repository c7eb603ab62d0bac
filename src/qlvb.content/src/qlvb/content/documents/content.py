"""Content classes: documents, and the folders of years and months they live in."""

from plone.dexterity.content import Container
from qlvb.content.additional.interfaces import ISaysMore
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.documents.interfaces import IPeriodFolder
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.holds.properties import HeldChildren
from qlvb.content.holds.properties import HeldProperties
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from qlvb.content.subjects import SubjectRecord
from qlvb.content.subjects import unset_fields
from types import MappingProxyType
from zope.interface import implementer


def format_reference(number, symbol):
    """Number and symbol as printed: ``05/QĐ-SKHCN``; numbers below 10 with a leading 0, "" without a number.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 3. ``number`` is an int or, of documents of other
    bodies, a str.
    """
    if number in (None, ""):
        return ""
    shown = f"{number:02d}" if isinstance(number, int) else number
    return f"{shown}/{symbol}" if symbol else shown


@implementer(ISaysMore)
class OfficialDocument(OurItem, HeldProperties, SubjectRecord):
    """What both directions share."""

    #: Issued by another body and kept here for it under conditions: nothing that everybody of this agency may read.
    kept_for_others = False
    #: What it says in fields that its agency adds, and in those of the body from which it came in a package.
    additional = MappingProxyType({})
    brought = ()

    @property
    def __ac_local_roles_block__(self):
        """True for a secret document, and for one kept for others: it takes no roles from the organisation above it,
        only its own grants count.
        """
        return super().__ac_local_roles_block__ or self.kept_for_others

    def Description(self):
        return self.note or ""

    def reindexObjectSecurity(self, skip_self=False):
        """A document has nothing below it: the catalogue need not be asked for what is there."""
        if not skip_self:
            self.reindexObject(idxs=self._cmf_security_indexes, update_metadata=0)


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
        """Number and symbol as the issuing body wrote them, the symbol alone when only that is known, "" when it gave
        none.
        """
        number = self.original_number or self.document_number
        return format_reference(number, self.document_symbol) or self.document_symbol or ""


@implementer(IPeriodFolder)
class PeriodFolder(OurContainer, HeldChildren, Container):
    """A year or a month of a section.

    It keeps no order of its children and no time of last change: both would be written by every new document, and make
    everybody who works in one month wait for everybody else.
    """

    _ordering = "unordered"

    def Title(self):
        return self.title

    def notifyModified(self):
        """The folder is not changed by what is put into it."""
