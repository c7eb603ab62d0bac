"""Whose entries the boxes of delegation show."""

from qlvb.content.index.interfaces import IBoxRelay
from qlvb.content.index.relays import Seat
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility
from zope.interface import implementer


#: Groups of those who lead an agency or a department.
LEADING = (".leader", ".unit_leader")


def seat(scope):
    """The Seat of a Scope: the giver's entries, as far as they are delegated."""
    filters = {"agency": scope.agency, "secrecy": "none"}
    if scope.directions:
        filters["direction"] = list(scope.directions)
    if scope.document_types:
        filters["document_type"] = list(scope.document_types)
    return Seat(scope.giver, filters)


def task_seats(scope):
    """The Seats of a Scope for tasks: what waits for the giver himself in that agency, and for the groups that he
    leads there. A group's work may come from another agency.
    """
    if not scope.tasks:
        return []
    own = Seat(scope.giver, {"agency": scope.agency, "secrecy": "none"})
    groups = getUtility(IDirectory).principals(scope.giver)
    led = sorted(group for group in groups if group.startswith(f"{scope.agency}.") and group.endswith(LEADING))
    return [own, *(Seat(group, {"secrecy": "none"}) for group in led)]


def opinion_seats(scope):
    """The Seats of a Scope for requests for an opinion: what waits for those who speak for the agency, when the giver
    is one of them, and for himself.
    """
    if scope.directions and "outgoing" not in scope.directions:
        return []
    filters = {"agency": scope.agency}
    if scope.document_types:
        filters["document_type"] = list(scope.document_types)
    speaking = group_id(scope.agency, "leader")
    own = [speaking] if speaking in getUtility(IDirectory).principals(scope.giver) else []
    return [Seat(principal, filters) for principal in (scope.giver, *own)]


def note_seats(scope):
    """The Seats of a Scope for submission notes, limited by the types of their drafts (``submission/turn.py``)."""
    if scope.directions and "outgoing" not in scope.directions:
        return []
    filters = {"agency": scope.agency, "secrecy": "none"}
    if scope.document_types:
        filters["draft_types"] = list(scope.document_types)
    return [Seat(scope.giver, filters)]


@implementer(IBoxRelay)
class ReceivedNotes:
    """The submission notes that wait for those who have delegated to the person."""

    def seats(self, userid):
        """See IBoxRelay."""
        found = getUtility(IDelegations).principals(userid)
        return [one for scopes in found.values() for scope in scopes for one in note_seats(scope)]


@implementer(IBoxRelay)
class ReceivedOpinions:
    """The requests for an opinion that wait for those who have delegated to the person."""

    def seats(self, userid):
        """See IBoxRelay."""
        found = getUtility(IDelegations).principals(userid)
        return [one for scopes in found.values() for scope in scopes for one in opinion_seats(scope)]


@implementer(IBoxRelay)
class ReceivedTasks:
    """The tasks that wait for those who have delegated them to the person."""

    def seats(self, userid):
        """See IBoxRelay."""
        found = getUtility(IDelegations).principals(userid)
        return [one for scopes in found.values() for scope in scopes for one in task_seats(scope)]


@implementer(IBoxRelay)
class GivenTasks:
    """The tasks that the person has delegated, to people who decide."""

    def seats(self, userid):
        """See IBoxRelay."""
        found = getUtility(IDelegations).given(userid)
        return [one for scope in found if scope.may_act for one in task_seats(scope)]


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
