"""The content class of holds."""

from plone.dexterity.content import Item
from qlvb.content.holds.interfaces import IHold
from qlvb.content.provided import OurItem
from zope.interface import implementer


@implementer(IHold)
class Hold(OurItem, Item):
    """Tạm dừng hủy. It lies in the agency's section of holds, and stays there after its release."""

    def cb_isMoveable(self):
        """A hold stays where it was placed."""
        return False

    def cb_isCopyable(self):
        """A copy would bind nothing and look as if it did."""
        return False
