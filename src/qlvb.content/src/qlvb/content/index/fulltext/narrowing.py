"""Within which records a search looks: filters and rights."""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import records
from sqlalchemy import Select
from sqlalchemy import bindparam
from sqlalchemy import case
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import true


#: A person who may see no more records than this has them looked up before the words.
FEW_RECORDS = 2000
#: A person with more sets of principals than this is asked about record by record.
_MANY_SETS = 5000
# Under another name, for the clauses speak of ``records``.
_VISIBLE = records.alias("visible")


@dataclass(frozen=True)
class Narrowing:
    """``clauses`` on ``records`` that hits must meet; ``few``: SELECT of the ids of the few records that meet the
    rights, None when they are many (and the rights among the clauses). ``scopes``: see :meth:`IFullText.search`.
    ``nothing``: there is no record that may be seen. ``made``: statements for it, by what they are of.
    """

    scopes: frozenset | None
    clauses: tuple
    few: Select | None = None
    nothing: bool = False
    made: dict = field(default_factory=dict, compare=False)


def narrowing(connection, scopes, where, principals):
    """:class:`Narrowing` of what :meth:`IFullText.search` is given."""
    scopes = None if scopes is None else frozenset(scopes)
    where = tuple(where)
    if principals is None:
        return Narrowing(scopes, where)
    principals = sorted(set(principals))
    sets, seen = connection.execute(_HOW_MANY, {"principals": principals}).one()
    own = acl_principals.c.principal.in_(principals)
    if sets > _MANY_SETS:
        return Narrowing(scopes, (*where, exists().where(own, acl_principals.c.acl == records.c.acl)))
    own_sets = select(acl_principals.c.acl).where(own)
    if seen is None or seen > FEW_RECORDS:
        # "Is true" keeps PostgreSQL from looking for the sets of each hit instead of for the hit among all sets.
        return Narrowing(scopes, (*where, records.c.acl.in_(own_sets).is_(true())))
    return Narrowing(scopes, where, select(_VISIBLE.c.id).where(_VISIBLE.c.acl.in_(own_sets)), nothing=not seen)


def _how_many():
    """SELECT of how many sets of ``principals`` a person is in, and how many records he may see where those are not
    many; one more at most than makes a difference.
    """
    own = acl_principals.c.principal.in_(bindparam("principals", expanding=True))
    sets = select(acl_principals.c.acl).where(own)
    known = sets.limit(_MANY_SETS + 1).subquery("known")
    count = select(func.count()).select_from(known).scalar_subquery()
    seen = select(records.c.id).where(records.c.acl.in_(sets)).limit(FEW_RECORDS + 1).subquery("seen")
    return select(count, case((count <= FEW_RECORDS, select(func.count()).select_from(seen).scalar_subquery())))


_HOW_MANY = _how_many()
