"""Parts of held records (:mod:`.part`) that are reached past their records: by oid, or kept from an earlier
transaction.

A part does not know whose it is. Ordinarily its record was opened in the same transaction and is compared as a whole
(:mod:`.annotations`); only when it was not, all held records are gone through: slow, and nothing of ours comes here.
That happens beside the transaction: while it is being committed it cannot load what its savepoints stored.
"""

from Acquisition import aq_base
from BTrees.Interfaces import IDictionaryIsh
from collections import UserList
from collections.abc import Mapping
from contextlib import contextmanager
from persistent import Persistent
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.holds.annotations import beside
from qlvb.content.holds.annotations import opened_in
from qlvb.content.holds.annotations import written_by
from qlvb.content.holds.growth import said_still
from qlvb.content.holds.guarded import guarded
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.part import IPartGuard
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.holds.storing import check_fresh
from qlvb.content.holds.storing import is_ruled
from qlvb.content.holds.storing import stored_beside
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.states import state_of
from transaction import TransactionManager
from ZODB.POSException import POSKeyError
from zope.component.hooks import getSite
from zope.component.hooks import site
from zope.interface import implementer


@implementer(IPartGuard)
class PartGuard:
    """See IPartGuard."""

    def check(self, part):
        jar = part._p_jar
        if is_ruled(jar.transaction_manager) or any(_loaded_from(record, part) for record in opened_in(jar)):
            return
        if _is_new(part):
            return
        with stored_beside(part) as stored:
            written = written_by(jar)
            if said_still(stored, part, lambda blob: blob._p_oid in written):
                return
            check_fresh(part, stored)
        with _stored_site(jar) as portal:
            for record in _held_records(portal):
                if _leads_to(beside(record), part._p_oid, set()) and (violations := IHolds(record).violations()):
                    raise RecordHeld(violations)


def _is_new(part):
    """bool: only savepoints of the present transaction know the part, the database does not."""
    try:
        with stored_beside(part):
            return False
    except POSKeyError:
        return True


def _loaded_from(record, part):
    """bool: what was loaded of the record leads to the part."""
    try:
        kept = _values(vars(aq_base(record)).get("__annotations__"))
        return any(_leads_to(value, part._p_oid, set(), load=False) for value in kept)
    except POSKeyError:
        return False  # a bucket of a tree that a savepoint stored and the cache gave up: the database is asked instead


def _values(kept):
    """The annotations that carry content: list."""
    if kept is None or kept._p_changed is None:
        return []
    return [kept[name] for name in guarded() if name in kept]


def _leads_to(value, oid, seen, load=True):
    if isinstance(value, Persistent):
        if value._p_oid == oid:
            return True
        if id(value) in seen or (value._p_changed is None and not load):
            return False
        seen.add(id(value))
        value._p_activate()
    return any(_leads_to(one, oid, seen, load) for one in _within(value))


def _within(value):
    if isinstance(value, Mapping) or IDictionaryIsh.providedBy(value):
        return list(value.values())
    if isinstance(value, (list, tuple, UserList)):
        return list(value)
    return list(vars(value).values()) if isinstance(value, Persistent) and hasattr(value, "__dict__") else []


@contextmanager
def _stored_site(jar):
    """The site in hand (else that of the database) as it is stored, in hand while inside."""
    here = getSite()
    connection = jar.db().open(TransactionManager())
    try:
        root = connection.root()["Application"]
        portal = root[here.getId()] if here is not None else root.objectValues("Plone Site")[0]
        with site(portal):
            yield portal
    finally:
        connection.transaction_manager.abort()
        connection.close()


def _held_records(portal):
    """Records that active holds bind, with the parts and documents of bound dossiers: generator."""
    for agency in portal.objectValues():
        section = agency.get("holds") if IAgency.providedBy(agency) else None
        for hold in section.objectValues() if section is not None else ():
            if state_of(hold) == "active":
                yield from _bound_by(hold)


def _bound_by(hold):
    for held in IHoldContents(hold).bound():
        record = find_record(held.uid)
        if record is None:
            continue
        yield record
        if IDossier.providedBy(record):
            parts = parts_of(record)
            yield from parts
            for dossier in (record, *parts):
                yield from (one for _item, one in IDossierContents(dossier).documents() if one is not None)
