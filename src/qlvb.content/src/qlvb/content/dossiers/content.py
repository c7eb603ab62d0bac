"""The content classes of dossier catalogues and dossiers."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from qlvb.content.additional.interfaces import ISaysMore
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.holds.properties import HeldChildren
from qlvb.content.holds.properties import HeldProperties
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from types import MappingProxyType
from zope.interface import implementer


@implementer(IDossierCatalogue)
class DossierCatalogue(OurContainer, HeldChildren, Container):
    """Danh mục hồ sơ of an agency and year; holds the dossiers opened from it."""


@implementer(IDossier, ISaysMore)
class Dossier(OurItem, HeldProperties, Item):
    """Hồ sơ. Documents are referenced, never contained: one may be in many dossiers (Phụ lục VI, VI-4e).

    ``language`` is a code: Plone sends it as the header Content-Language.
    """

    language = "vi"
    #: What it says in fields that its agency adds, and in those of the body from which it came in a package.
    additional = MappingProxyType({})
    brought = ()

    def cb_isMoveable(self):
        """A dossier stays in the catalogue that foresees it."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the code, the journal and the holds of another record."""
        return False
