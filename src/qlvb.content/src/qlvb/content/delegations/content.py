"""The content class of delegations."""

from plone.dexterity.content import Item
from qlvb.content.delegations.interfaces import IDelegation
from zope.interface import implementer


@implementer(IDelegation)
class Delegation(Item):
    """Ủy quyền. It lies in the agency's section of delegations and ends by its date."""
