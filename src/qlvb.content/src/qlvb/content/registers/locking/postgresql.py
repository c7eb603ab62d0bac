"""Locks in PostgreSQL: for several machines on one database."""

from hashlib import sha256
import psycopg2
from qlvb.content.registers.locking.files import LockTimeout


def lock_key(name):
    """The 64-bit key of an advisory lock for ``name``."""
    return int.from_bytes(sha256(f"qlvb:{name}".encode()).digest()[:8], "big", signed=True)


class PostgresLocks:
    """A session's advisory lock, each on a connection of its own: it lives neither longer nor shorter than the
    connection, whatever the storage does with its own ones, and the server frees it when the process dies.
    """

    def __init__(self, dsn):
        self.dsn = dsn

    def acquire(self, name, timeout):
        """Take ``name`` and return the callable that gives it back.

        :raises LockTimeout: not within ``timeout`` seconds.
        """
        connection = psycopg2.connect(self.dsn)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = %s", (max(int(timeout * 1000), 1),))
                cursor.execute("SELECT pg_advisory_lock(%s)", (lock_key(name),))
        except psycopg2.errors.LockNotAvailable:
            connection.close()
            raise LockTimeout(name) from None
        except BaseException:
            connection.close()
            raise
        return connection.close
