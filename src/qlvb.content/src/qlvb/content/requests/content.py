"""The content class of requests for accounts."""

from plone.dexterity.content import Item
from qlvb.content.provided import OurItem
from qlvb.content.requests.interfaces import IAccountRequest
from zope.interface import implementer


@implementer(IAccountRequest)
class AccountRequest(OurItem, Item):
    """Yêu cầu tài khoản. It lies in the section of requests of the agency that asks."""

    agencies = people = outcome = ()
