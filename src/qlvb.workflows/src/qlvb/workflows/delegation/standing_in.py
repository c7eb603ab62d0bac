"""The utility that knows who stands in for whom, read from two trees that the delegations keep in step."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.delegations.interfaces import IDelegation
from qlvb.content.delegations.rules import Scope
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IAwaited
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.rights.caching import forget_roles
from qlvb.workflows.rights.grants import turn_of
from qlvb.workflows.rights.secrecy import is_secret
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapters
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
        basis=delegation.basis or "",
        basis_document=delegation.basis_document or "",
    )


def keep_in_step(delegation, event=None):
    """Write down what ``delegation`` says now; what is over goes at the same time."""
    stays = event is None or not getattr(event, "oldParent", None) or getattr(event, "newParent", None)
    wanted = scope_of(delegation) if stays and state_of(delegation) == "active" else None
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Register()
    register, uid = annotations[KEY], IUUID(delegation)
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


def awaited(record):
    """People whose word ``record`` waits for: set of userids."""
    return {userid for _name, adapter in getAdapters((record,), IAwaited) for userid in adapter.people()}


def reaches(scope, record):
    """bool: documents like ``record`` (IDocument) are among those that ``scope`` hands over."""
    agency = getUtility(IDirectory).agency_of(record)
    direction = "incoming" if IIncomingDocument.providedBy(record) else "outgoing"
    return scope.covers(agency.id if agency else "", direction, record.document_type or "", is_secret(record))


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
        if not scopes or not IDocument.providedBy(record) or IDelegation.providedBy(record):
            return []
        holders = turn_of(record) | awaited(record)
        return [scope for scope in scopes if scope.giver in holders and reaches(scope, record)]

    def standing_in(self, record, principals):
        if not IDocument.providedBy(record) or IDelegation.providedBy(record):
            return []
        givers = sorted(set(principals) & (turn_of(record) | awaited(record)))
        given = [scope for giver in givers for scope in self._in_force("given", giver, None)]
        return [scope for scope in given if reaches(scope, record)]

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
