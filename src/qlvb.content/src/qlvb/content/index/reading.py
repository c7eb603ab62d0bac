"""Connections to ask questions on.

One transaction asks on one snapshot (a session that zope.sqlalchemy closes with the transaction), so a count and its
list agree. A transaction that has changed records itself sees its changes: they are applied on a connection of its own,
the question is asked, and they are taken back. So no lock of the index is held when the transaction comes to its vote.
"""

from contextlib import contextmanager
from Products.CMFCore.indexing import processQueue
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.interfaces import IOwnChanges
from qlvb.content.index.pending import pending_changes
from sqlalchemy.orm import Session
import transaction
from zope.component import getUtility
from zope.sqlalchemy import register
from zope.sqlalchemy.datamanager import NO_SAVEPOINT_SUPPORT


# Acts roll back to savepoints. zope.sqlalchemy takes SQLite for unable to, as pysqlite begins transactions late; here
# BEGIN is said in time (see :mod:`qlvb.content.index.database`).
NO_SAVEPOINT_SUPPORT.discard("sqlite")
#: Sessions of a transaction by site lie under this key of its data.
_KEY = object()


@contextmanager
def reading(site=None):
    """``with reading() as connection: …`` sees what is committed and what this transaction changed.

    :raises IndexUnavailable: 503.
    """
    processQueue()
    site = site or database.current_site()
    changes = pending_changes(site)
    with said_plainly():
        if changes is None:
            yield _session(site).connection()
            return
        with getUtility(IOwnChanges).applied(site, changes) as connection:
            yield connection


def _session(site):
    current = transaction.get()
    try:
        sessions = current.data(_KEY)
    except KeyError:
        sessions = {}
        current.set_data(_KEY, sessions)
    if site not in sessions:
        sessions[site] = Session(_snapshots(schema.ready_engine(site)))
        register(sessions[site])
    return sessions[site]


def _snapshots(engine):
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine
