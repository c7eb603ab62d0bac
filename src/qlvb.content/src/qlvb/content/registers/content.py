"""The content class of registers."""

from plone.dexterity.content import Item
from qlvb.content.provided import OurItem
from qlvb.content.registers.interfaces import IRegister
from zope.interface import implementer


@implementer(IRegister)
class Register(OurItem, Item):
    """A register. Its numbers are kept by :class:`qlvb.content.registers.book.NumberBook`."""
