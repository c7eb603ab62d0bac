"""Whose entries the boxes of delegation show."""

from qlvb.content.index.interfaces import IBoxRelay
from qlvb.content.index.relays import Seat
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility
from zope.interface import implementer


def seat(scope):
    """The Seat of a Scope: the giver's entries, as far as they are delegated."""
    filters = {"agency": scope.agency, "secrecy": "none"}
    if scope.directions:
        filters["direction"] = list(scope.directions)
    if scope.document_types:
        filters["document_type"] = list(scope.document_types)
    return Seat(scope.giver, filters)


@implementer(IBoxRelay)
class Received:
    """What others have delegated to the person."""

    def seats(self, userid):
        """See IBoxRelay."""
        found = getUtility(IDelegations).principals(userid)
        return [seat(scope) for scopes in found.values() for scope in scopes]


@implementer(IBoxRelay)
class Given:
    """What the person has delegated, to people who decide."""

    def seats(self, userid):
        """See IBoxRelay."""
        return [seat(scope) for scope in getUtility(IDelegations).given(userid) if scope.may_act]
