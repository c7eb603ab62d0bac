"""The content classes of dossier catalogues and dossiers."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.holds.properties import HeldChildren
from qlvb.content.holds.properties import HeldProperties
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from zope.interface import implementer


@implementer(IDossierCatalogue)
class DossierCatalogue(OurContainer, HeldChildren, Container):
    """Danh mục hồ sơ of an agency and year; holds the dossiers opened from it."""


@implementer(IDossier)
class Dossier(OurItem, HeldProperties, Item):
    """Hồ sơ. Documents are referenced, never contained: one may be in many dossiers (Phụ lục VI, VI-4e).

    ``language`` is a code: Plone sends it as the header Content-Language.
    """

    language = "vi"

    def cb_isMoveable(self):
        """A dossier stays in the catalogue that foresees it."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the code, the journal and the holds of another record."""
        return False
