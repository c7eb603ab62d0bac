"""Who asks: the principals for whom boxes are kept, those by whom rights are given, and the clauses for both."""

from dataclasses import dataclass
from dataclasses import replace
import json
from plone import api
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from sqlalchemy import literal_column
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import text
from sqlalchemy import type_coerce
from zope.component import getUtility


#: A person who sees records of more agencies than this is not narrowed to them in advance.
FEW_AGENCIES = 8


@dataclass(frozen=True)
class Viewer:
    """``principals``: userid and function groups, whose boxes are his; ``tokens``: what Plone's catalogue would ask for
    (roles of the site, ``user:`` and a userid or group).
    """

    principals: frozenset
    tokens: frozenset

    @property
    def _acls(self):
        return select(acl_principals.c.acl).where(acl_principals.c.principal.in_(sorted(self.tokens)))

    @property
    def may_view(self):
        """Clause on ``records``. The plus sign keeps the database from beginning with the index over ``acl``: lists are
        read in their order, and the set of a busy person's acls is long.
        """
        return type_coerce(literal_column("(+records.acl)"), records.c.acl.type).in_(self._acls)

    @property
    def may_view_entry(self):
        """Clause on ``box_entries`` of the principals. Of boxes that are not his own, he sees what he may view."""
        return or_(box_entries.c.open, self.rights_to_entries) if self.sees_open_entries else self.rights_to_entries

    @property
    def rights_to_entries(self):
        """Clause on ``box_entries``: he may view their records."""
        return box_entries.c.acl.in_(self._acls)

    @property
    def sees_open_entries(self):
        """bool: the boxes are his own, so he may view whatever is open to their principals."""
        return all(f"user:{principal}" in self.tokens for principal in self.principals)

    def beside(self, userids):
        """A Viewer that sees what these people see, too. Only for questions that ask for no more than he may see."""
        return replace(self, tokens=self.tokens | {f"user:{userid}" for userid in userids}) if userids else self

    def scopes(self, connection):
        """Ids of the agencies of which the viewer may see anything, or None for more than a few: the coarse part of
        rights, for indexes that cannot ask for the exact one.
        """
        tokens, dialect = sorted(self.tokens), connection.dialect.name
        said = {"tokens": json.dumps(tokens) if dialect == "sqlite" else tokens, "most": FEW_AGENCIES + 1}
        found = connection.scalars(_AGENCIES_OF[dialect], said).all()
        return tuple(sorted(found)) if len(found) <= FEW_AGENCIES else None


# From agency to agency: every step is one look into the key, however many sets of principals there are.
_AGENCIES = """
    WITH RECURSIVE steps (principal, agency) AS (
        SELECT value, CAST('' AS text) FROM {tokens} AS value
        UNION ALL
        SELECT principal, (SELECT min(sets.agency) FROM acl_principals AS sets
                           WHERE sets.principal = steps.principal AND sets.agency > steps.agency)
        FROM steps WHERE agency IS NOT NULL)
    SELECT DISTINCT agency FROM steps WHERE agency > '' LIMIT :most
"""
_AGENCIES_OF = {
    "sqlite": text(_AGENCIES.format(tokens="json_each(:tokens)")),
    "postgresql": text(_AGENCIES.format(tokens="unnest(CAST(:tokens AS text[]))")),
}


def current_viewer(principals=None):
    """The Viewer who is logged in; ``principals`` looks at other boxes with his rights."""
    user = api.user.get_current()
    catalogue = api.portal.get_tool("portal_catalog")
    if principals is None:
        principals = getUtility(IDirectory).principals(user.getId())
    tokens = catalogue._listAllowedRolesAndUsers(user.getUser())
    return Viewer(frozenset(principals), frozenset(tokens))
