"""Locks in PostgreSQL: for several machines on one database."""

from hashlib import sha256
import psycopg2
from qlvb.content.registers.locking.files import LockTimeout
import threading


def lock_key(name):
    """The 64-bit key of an advisory lock for ``name``."""
    return int.from_bytes(sha256(f"qlvb:{name}".encode()).digest()[:8], "big", signed=True)


class PostgresLocks:
    """Advisory locks of a session of their own, whatever the storage does with its connections; the server frees them
    when the process dies.

    A thread has one session for all that it holds: a transaction that numbers in a hundred registers takes one
    connection of the server, not a hundred. Only a lock that the thread holds already is asked for in another session,
    because a session would be given its own lock a second time.
    """

    def __init__(self, dsn):
        self.dsn = dsn
        self._local = threading.local()

    def acquire(self, name, timeout):
        """Take ``name`` and return the callable that gives it back.

        :raises LockTimeout: not within ``timeout`` seconds.
        """
        key = lock_key(name)
        session = getattr(self._local, "session", None)
        if session is None or session.closed or key in session.held:
            session = _Session(self.dsn)
            if getattr(self._local, "session", None) is None or self._local.session.closed:
                self._local.session = session
        try:
            session.take(key, timeout)
        except (psycopg2.errors.LockNotAvailable, psycopg2.errors.DeadlockDetected):
            # Two who hold what the other wants: the server finds them within a second and lets one of them go on.
            raise LockTimeout(name) from None
        return lambda: session.give_back(key)


class _Session:
    """A connection that lives as long as it holds something."""

    def __init__(self, dsn):
        self.held = set()
        self._connection = psycopg2.connect(dsn)
        self._connection.autocommit = True

    @property
    def closed(self):
        return bool(self._connection.closed)

    def take(self, key, timeout):
        try:
            with self._connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = %s", (max(int(timeout * 1000), 1),))
                cursor.execute("SELECT pg_advisory_lock(%s)", (key,))
            self.held.add(key)
        finally:
            self._close_if_idle()

    def give_back(self, key):
        self.held.discard(key)
        self._close_if_idle()
        if not self.closed:
            try:
                with self._connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", (key,))
            except psycopg2.OperationalError:
                # The server has gone, and with it everything that this session held.
                self._connection.close()

    def _close_if_idle(self):
        if not self.held:
            self._connection.close()
