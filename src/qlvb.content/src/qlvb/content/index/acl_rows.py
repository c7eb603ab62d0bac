"""Sets of principals in the tables: each kept once under a number; those that no record has any more."""

from itertools import count
from qlvb.content.index.acl import acl_key
from qlvb.content.index.statements import BATCH
from qlvb.content.index.statements import insert_new
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import records
from sqlalchemy import delete
from sqlalchemy import distinct
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import select


_ORPHAN = ~exists().where(records.c.acl == acl_principals.c.acl).correlate(acl_principals)


def keep_sets(connection, indexed):
    """Write the sets of principals of records (iterable of Indexed) that are not there yet, in an order that every
    writer keeps; returns dict (agency, frozenset of principals) -> number.

    A number is believed only when its rows are exactly this set: where another set has it (two hashes are the same),
    or rows were lost, the set gets another one.
    """
    left = {(one.record["agency"], one.acl) for one in indexed}
    found = {}
    attempts = count()
    while left:
        attempt = next(attempts)
        keys = {wanted: acl_key(*wanted, attempt) for wanted in left}
        told = _members(connection, sorted(set(keys.values())))
        new = []
        for key, agency, principals in sorted((key, agency, sorted(some)) for (agency, some), key in keys.items()):
            members = {(principal, agency) for principal in principals}
            if key not in told:
                told[key] = members
                new += [{"principal": one, "agency": agency, "acl": key} for one in principals]
            if told[key] == members:
                found[agency, frozenset(principals)] = key
        if new:
            connection.execute(insert_new(connection, acl_principals), new)
        left -= set(found)
    return found


def _members(connection, keys):
    """Number -> set of (principal, agency) of those that are there."""
    found = {}
    for start in range(0, len(keys), BATCH):
        some = acl_principals.c.acl.in_(keys[start : start + BATCH])
        for row in connection.execute(select(acl_principals).where(some)):
            found.setdefault(row.acl, set()).add((row.principal, row.agency))
    return found


def count_orphans(connection):
    """How many sets no record has. They let nobody see anything; they only take room."""
    return connection.scalar(select(func.count(distinct(acl_principals.c.acl))).where(_ORPHAN))


def remove_orphans(connection):
    """Remove them; the caller must be the only writer. Returns how many rows went."""
    return connection.execute(delete(acl_principals).where(_ORPHAN)).rowcount
