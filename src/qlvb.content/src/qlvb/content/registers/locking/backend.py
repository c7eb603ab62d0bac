"""Which locks fit the storage in use."""

from hashlib import sha256
import os
from pathlib import Path
from qlvb.content.registers.locking.files import FileLocks
from qlvb.content.registers.locking.postgresql import PostgresLocks
import tempfile


#: Environment: a PostgreSQL DSN, or a directory, to be used whatever the storage.
DSN_VARIABLE = "QLVB_DSN"
DIRECTORY_VARIABLE = "QLVB_LOCKS"


def locks_for(database):
    """Locks for a ZODB ``DB``: advisory locks on PostgreSQL; else files beside the SQLite database, which all
    processes of the site share, or in the temporary directory. The environment wins.
    """
    dsn = os.environ.get(DSN_VARIABLE) or _dsn(database)
    if dsn:
        return PostgresLocks(dsn)
    return FileLocks(os.environ.get(DIRECTORY_VARIABLE) or _directory(database))


def _adapter(database):
    return getattr(getattr(database, "storage", None), "_adapter", None)


def _dsn(database):
    return getattr(_adapter(database), "_dsn", "")


def _directory(database):
    data = getattr(_adapter(database), "data_dir", "")
    if data:
        return Path(data) / "locks"
    name = f"{os.getuid()}:{getattr(database, 'database_name', '')}:{database.storage.getName()}"
    return Path(tempfile.gettempdir()) / f"qlvb-locks-{sha256(name.encode()).hexdigest()[:16]}"
