"""Sets of principals in the tables: those that no record has any more."""

from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import records
from sqlalchemy import delete
from sqlalchemy import distinct
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import select


_ORPHAN = ~exists().where(records.c.acl == acl_principals.c.acl).correlate(acl_principals)


def count_orphans(connection):
    """How many sets no record has. They let nobody see anything; they only take room."""
    return connection.scalar(select(func.count(distinct(acl_principals.c.acl))).where(_ORPHAN))


def remove_orphans(connection):
    """Remove them; the caller must be the only writer. Returns how many rows went."""
    return connection.execute(delete(acl_principals).where(_ORPHAN)).rowcount
