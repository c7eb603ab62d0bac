"""The last look: a held record is about to be stored with other values than it had, and nobody asked.

Doors with events refuse at the event. ``record.field = value`` has none, and acts set fields of held records lawfully
(a number, a day of closing). What tells them apart is said by whoever goes by the rules: acts and jobs call
:func:`by_the_rules` in their transaction, after they have asked what has to be asked. Whatever else changes a field of
a held record (a script, a screen of Zope's, an add-on, a door that nobody thought of) is refused when the database
takes the record, before anything is stored.
"""

from contextlib import contextmanager
from persistent import Persistent
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.parts import whole_uid
from qlvb.content.holds.bindings import bound_by
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
import transaction
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite
from zope.component.hooks import site


#: Under this object a transaction remembers that it goes by the rules.
_RULED = object()
#: What the system writes about a record: its states, the time of the last change.
BOOKKEEPING = ("workflow_history", "modification_date")


def by_the_rules(manager=transaction.manager):
    """Say of the present transaction (of ``manager``) that an act or a job changes records in it."""
    manager.get().set_data(_RULED, True)


def is_ruled(manager):
    """bool: :func:`by_the_rules` was said of the present transaction of ``manager``."""
    try:
        return manager.get().data(_RULED)
    except KeyError:
        return False


def changed(old, new, default=lambda name: None):
    """Names of the attributes that differ between two states (dicts), sorted: list. Pure.

    Names with an underscore are Zope's and the system's own (roles; for annotations see :mod:`.annotations`), as is
    BOOKKEEPING; ``default(name)`` is what an attribute says that was never set. Persistent values are the same when
    they are the same object of the database: what is in them is stored by itself.

    >>> changed({"subject": "a", "_x": 1}, {"subject": "b", "_x": 2, "note": None})
    ['subject']
    """
    names = {name for name in (*old, *new) if not name.startswith("_") and name not in BOOKKEEPING}
    return sorted(name for name in names if not _same(*(said.get(name, default(name)) for said in (old, new))))


def _same(old, new):
    if isinstance(old, Persistent) and isinstance(new, Persistent):
        return old._p_oid == new._p_oid
    return old == new


def refuse_unruled(record):
    """Asked while the record is being stored. :raises RecordHeld: 403, it is held and a field of it is another."""
    jar = record._p_jar
    if jar is None or not any(record._p_serial) or is_ruled(jar.transaction_manager):
        return
    if not (bound_by(record) or dossier_uids(record) or whole_uid(record)):
        return
    with stored_beside(record) as stored:
        if not changed(vars(stored), vars(record), lambda name: getattr(type(record), name, None)):
            return
        check_fresh(record, stored)
    with in_site(jar):
        if violations := IHolds(record).violations():
            raise RecordHeld(violations)


def check_fresh(mine, stored):
    """Asked where the two differ. ``mine``: an object as the transaction has it, ``stored``: as the database has it.

    :raises ConflictError: somebody else has stored it since the transaction began, so the difference may be his; tried
        again, the transaction sees what he did. To refuse it would tell two people at one held record at once that the
        second of them may not.
    """
    if isinstance(mine, Persistent) and isinstance(stored, Persistent) and mine._p_oid == stored._p_oid:
        stored._p_activate()
        if any(mine._p_serial) and mine._p_serial != stored._p_serial:
            raise ConflictError(object=mine, serials=(stored._p_serial, mine._p_serial))


@contextmanager
def stored_beside(record):
    """The record as the database has it, read beside the transaction at hand; with what hangs on it, while inside."""
    connection = record._p_jar.db().open(TransactionManager())
    try:
        found = connection.get(record._p_oid)
        found._p_activate()
        yield found
    finally:
        connection.transaction_manager.abort()
        connection.close()


@contextmanager
def in_site(jar):
    """Holds are found through the catalogue of a site: the one in hand, else that of the database."""
    if getSite() is not None:
        yield
        return
    portals = jar.root()["Application"].objectValues("Plone Site")
    with site(portals[0]):
        yield
