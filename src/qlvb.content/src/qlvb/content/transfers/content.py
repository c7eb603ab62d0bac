"""The content class of transfers."""

from plone.dexterity.content import Item
from qlvb.content.provided import OurItem
from qlvb.content.transfers.interfaces import ITransfer
from zope.interface import implementer


@implementer(ITransfer)
class Transfer(OurItem, Item):
    """Đợt giao nộp. It lies in the agency's section of transfers and keeps its minutes as its files."""

    language = "vi"
    secrecy = "none"
    urgency = "normal"
