"""The lock of a transaction."""

from qlvb.content.registers import refusals
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.backend import locks_for
from qlvb.content.registers.locking.files import LockTimeout
from qlvb.content.violations import Refused
import threading
import transaction
from ZODB.Connection import Connection
from zope.component.hooks import getSite
from zope.interface import implementer


DEFAULT_TIMEOUT = 30


class UnsavedChanges(RuntimeError):
    """A lock was asked for after something was changed: a mistake in the program, for the change would be lost."""


class _Held:
    """What one transaction holds; the hooks of the transaction give it back."""

    def __init__(self):
        self.releases = {}

    def release(self, *_):
        while self.releases:
            self.releases.popitem()[1]()


@implementer(ISerialiser)
class Serialiser:
    """One writer at a time per name.

    The lock is taken first and the snapshot afterwards: whoever waited sees what the one before has committed, so
    there is nothing to conflict about. Inside one transaction a name can be asked for again.
    """

    def __init__(self, locks=None):
        self._locks = locks
        self._backends = {}
        self._guard = threading.Lock()

    def serialised(self, name, timeout=DEFAULT_TIMEOUT):
        """Take the lock ``name``, begin a fresh transaction, give the lock back when that has committed or aborted.

        :raises Refused: 503 when the lock cannot be had within ``timeout`` seconds.
        :raises UnsavedChanges: something was changed already in this transaction.
        """
        current = transaction.get()
        held = self._held(current)
        if name in held.releases:
            return
        if _has_changes(current):
            raise UnsavedChanges(f"take the lock {name!r} before the first change")
        try:
            release = self._backend().acquire(name, timeout)
        except LockTimeout:
            raise Refused([refusals.lock_timeout()], 503) from None
        kept = {**held.releases, name: release}
        held.releases.clear()
        self._begin(current, kept)

    def holds(self, name):
        """bool: the current transaction holds ``name``."""
        return name in self._held(transaction.get()).releases

    def _held(self, current):
        try:
            return current.data(self)
        except KeyError:
            return _Held()

    def _begin(self, old, releases):
        held = _Held()
        held.releases = releases
        user, description, extension = old.user, old.description, dict(old.extension)
        try:
            transaction.abort()
            fresh = transaction.begin()
        except BaseException:  # an interrupt too: the lock is given back, and it is raised again
            held.release()
            raise
        fresh.user, fresh.description = user, description
        for key, value in extension.items():
            fresh.setExtendedInfo(key, value)
        fresh.set_data(self, held)
        fresh.addAfterCommitHook(held.release)
        fresh.addAfterAbortHook(held.release)

    def _backend(self):
        if self._locks is not None:
            return self._locks
        database = getSite()._p_jar.db()
        with self._guard:
            if id(database) not in self._backends:
                self._backends[id(database)] = locks_for(database)
            return self._backends[id(database)]


@implementer(ISerialiser)
class SingleWriter:
    """For a process that is known to be the only writer (bulk work off line, tests in one transaction): nothing to
    lock.
    """

    def serialised(self, name, timeout=DEFAULT_TIMEOUT):
        """Nothing to wait for."""

    def holds(self, name):
        """bool: always."""
        return True


def _has_changes(current):
    return any(
        isinstance(resource, Connection) and (resource._registered_objects or resource._savepoint_storage is not None)
        for resource in current._resources
    )
