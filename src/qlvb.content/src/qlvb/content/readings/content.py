"""The content class of requests to read."""

from plone.dexterity.content import Item
from qlvb.content.provided import OurItem
from qlvb.content.readings.interfaces import IReading
from zope.interface import implementer


@implementer(IReading)
class Reading(OurItem, Item):
    """Phiếu yêu cầu khai thác. It lies in the agency's section of readings."""
