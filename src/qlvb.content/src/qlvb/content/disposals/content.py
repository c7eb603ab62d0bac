"""The content class of disposals."""

from plone.dexterity.content import Item
from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.provided import OurItem
from zope.interface import implementer


@implementer(IDisposal)
class Disposal(OurItem, Item):
    """Hồ sơ hủy tài liệu. It lies in the agency's section of disposals and is kept for twenty years at least."""

    def cb_isMoveable(self):
        """It stays where it was made."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the decision of another list."""
        return False
