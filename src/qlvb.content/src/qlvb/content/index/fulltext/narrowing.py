"""Within which records a search looks: filters and rights."""

from dataclasses import dataclass
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import records
from sqlalchemy import exists
from sqlalchemy import select


#: So many records at most are named one by one to the full-text index.
FEW_RECORDS = 2000
#: A person with more sets of principals than this is asked about record by record.
_MANY_SETS = 5000


@dataclass(frozen=True)
class Narrowing:
    """``clauses`` on ``records`` that hits must meet; ``ids``: the few records that meet the rights, None when they are
    many. ``scopes``: see :meth:`IFullText.search`.
    """

    scopes: frozenset | None
    clauses: tuple
    ids: tuple | None = None


def narrowing(connection, scopes, where, principals):
    """:class:`Narrowing` of what :meth:`IFullText.search` is given."""
    scopes = None if scopes is None else frozenset(scopes)
    where = tuple(where)
    if principals is None:
        return Narrowing(scopes, where)
    principals = sorted(set(principals))
    own = acl_principals.c.principal.in_(principals)
    sets = select(acl_principals.c.acl).where(own)
    some = connection.execute(sets.limit(_MANY_SETS + 1)).all()
    if len(some) > _MANY_SETS:
        return Narrowing(scopes, (*where, exists().where(own, acl_principals.c.acl == records.c.acl)))
    rights = records.c.acl.in_(sets)
    ids = connection.scalars(select(records.c.id).where(rights).limit(FEW_RECORDS + 1)).all()
    if len(ids) > FEW_RECORDS:
        return Narrowing(scopes, (*where, rights))
    return Narrowing(scopes, where, tuple(ids))
