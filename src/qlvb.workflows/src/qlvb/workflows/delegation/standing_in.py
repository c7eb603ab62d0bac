"""The utility that knows who stands in for whom, read from two trees that the delegations keep in step."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.delegations.rules import Scope
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import ITurn
from qlvb.workflows.rights.caching import forget_roles
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


KEY = "qlvb.workflows.delegation"


class Register(Persistent):
    """``received``: receiver -> tuple of Scope; ``given``: giver -> the same. Derived from the records, by
    :func:`keep_in_step`.
    """

    def __init__(self):
        self.received = OOBTree()
        self.given = OOBTree()


def scope_of(delegation):
    """The Scope of a record (IDelegation)."""
    return Scope(
        uid=IUUID(delegation),
        giver=delegation.giver,
        receiver=delegation.receiver,
        agency=getUtility(IDirectory).agency_of(delegation).id,
        valid_from=delegation.valid_from,
        valid_to=delegation.valid_to,
        mode=delegation.mode,
        directions=tuple(delegation.directions or ()),
        document_types=tuple(delegation.document_types or ()),
        tasks=bool(delegation.tasks),
        basis=delegation.basis or "",
        basis_document=delegation.basis_document or "",
    )


def keep_in_step(delegation, event=None):
    """Write down what ``delegation`` says now; what is over goes at the same time."""
    stays = event is None or not getattr(event, "oldParent", None) or getattr(event, "newParent", None)
    wanted = scope_of(delegation) if stays and state_of(delegation) == "active" else None
    register, uid = kept_under(api.portal.get(), KEY, Register), IUUID(delegation)
    for tree, who in ((register.received, delegation.receiver), (register.given, delegation.giver)):
        before = tree.get(who, ())
        kept = [scope for scope in before if scope.uid != uid and scope.valid_to >= clock.today()]
        after = tuple(kept if wanted is None else [*kept, wanted])
        if after:
            tree[who] = after
        elif who in tree:
            del tree[who]
    forget_roles()


def act_performed(delegation, event):
    """Ended, revoked, declined."""
    keep_in_step(delegation)


@implementer(IDelegations)
class Delegations:
    """See IDelegations."""

    @property
    def _register(self):
        return IAnnotations(api.portal.get()).get(KEY)

    def principals(self, userid, day=None):
        found = {}
        for scope in self._in_force("received", userid, day):
            found[scope.giver] = (*found.get(scope.giver, ()), scope)
        return found

    def given(self, userid, day=None):
        return self._in_force("given", userid, day)

    def covering(self, userid, record):
        scopes = self._in_force("received", userid, None)
        turn = ITurn(record, None) if scopes else None
        if turn is None:
            return []
        people = turn.people()
        return [scope for scope in scopes if scope.giver in people and turn.reached_by(scope)]

    def standing_in(self, record, principals):
        turn = ITurn(record, None)
        if turn is None:
            return []
        givers = sorted(set(principals) & set(turn.people()))
        given = [scope for giver in givers for scope in self._in_force("given", giver, None)]
        return [scope for scope in given if turn.reached_by(scope)]

    def known(self, agency_id=None):
        register = self._register
        today = clock.today()
        return [
            scope
            for scopes in (register.given.values() if register is not None else ())
            for scope in scopes
            if scope.valid_to >= today and agency_id in (None, scope.agency)
        ]

    def _in_force(self, side, userid, day):
        register = self._register
        if register is None or not userid:
            return []
        directory, day = getUtility(IDirectory), day or clock.today()
        return [
            scope
            for scope in getattr(register, side).get(userid, ())
            if scope.holds_on(day) and directory.person(scope.giver).active and directory.person(scope.receiver).active
        ]
