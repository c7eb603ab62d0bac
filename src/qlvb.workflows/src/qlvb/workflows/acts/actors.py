"""Who acts, and in whose place."""

from contextlib import contextmanager
from contextvars import ContextVar
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import Actor
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import ITurn
from zope.component import getUtility


_acting = ContextVar("qlvb_acting", default=None)


def actor_of(record, userid, permission):
    """The Actor: ``userid`` for himself when it is his own turn or nobody's who delegated to him; else for that person.

    Of several delegations the one that lets him do most counts.
    """
    turn = ITurn(record, None)
    holders = turn.holders(permission) if turn is not None else set()
    if not holders:
        return Actor(userid)
    found = getUtility(IDelegations).covering(userid, record)
    scopes = [scope for scope in found if scope.may_act and scope.giver in holders]
    if not scopes or holders & getUtility(IDirectory).principals(userid):
        return Actor(userid)
    return _by(max(scopes, key=lambda scope: scope.may_sign))


def actor_for(record, userid, person):
    """The Actor: ``userid`` in the place of ``person``, when that is delegated to him today and it is that person's
    turn on ``record`` or his word is awaited there; else for himself.
    """
    found = getUtility(IDelegations).covering(userid, record)
    return next((_by(scope) for scope in found if scope.may_act and scope.giver == person), Actor(userid))


def _by(scope):
    return Actor(scope.receiver, scope.giver, scope.basis, scope.uid, scope.may_sign)


def assists(record, userid):
    """bool: the person prepares this record for somebody, and may do nothing else with it (trợ lý)."""
    scopes = getUtility(IDelegations).covering(userid, record)
    return bool(scopes) and not any(scope.may_act for scope in scopes)


@contextmanager
def acting(actor):
    """Remember who acts while an act does its work, for what writes it down further in."""
    token = _acting.set(actor)
    try:
        yield
    finally:
        _acting.reset(token)


def current_actor(userid):
    """The Actor of the act that is being done, when it is ``userid`` who does it; else that person for himself."""
    actor = _acting.get()
    return actor if actor is not None and actor.userid == userid else Actor(userid)
