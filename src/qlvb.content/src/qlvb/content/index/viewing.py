"""Who may view records: what Plone's catalogue keeps as ``allowedRolesAndUsers``, worked out for many records at once.

Most records of a folder have no roles of their own, so nearly all of their sets are that of the folder.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from borg.localrole.interfaces import ILocalRoleProvider
from borg.localrole.workspace import WorkspaceLocalRoleManager
from plone import api
from plone.indexer.interfaces import IIndexer
from Products.PlonePAS.interfaces.plugins import ILocalRolesPlugin
from zope.component import getAdapters
from zope.component import getMultiAdapter


#: What the catalogue takes for "may view": see ``Products.CMFPlone.CatalogTool.allowedRolesAndUsers``.
_PERMISSION = "Access contents information"
#: Roles that stand for everybody: nothing besides is kept.
_EVERYBODY = ("Anonymous", "Authenticated")


def allowed(record):
    """The principals that may view the record, in the words of Plone's catalogue: frozenset of str."""
    catalogue = api.portal.get_tool("portal_catalog")
    indexer = getMultiAdapter((record, catalogue), IIndexer, name="allowedRolesAndUsers")
    return frozenset(indexer())


class Viewers:
    """As :func:`allowed`, for records of one snapshot of the ZODB: what folders give is worked out once."""

    def __init__(self):
        plugins = api.portal.get().acl_users.plugins.listPlugins(ILocalRolesPlugin)
        self._is_usual = all(isinstance(aq_base(plugin), WorkspaceLocalRoleManager) for _id, plugin in plugins)
        self._roles = {}
        self._given = {}
        self._known = {}

    def allowed(self, record):
        """frozenset of str."""
        base = aq_base(record)
        if id(base) not in self._known:
            # The object is kept with what is known of it: nothing else gets its id meanwhile.
            self._known[id(base)] = base, self._allowed(record)
        return self._known[id(base)][1]

    def _allowed(self, record):
        if not self._is_usual:
            return allowed(record)
        roles = frozenset(rolesForPermissionOn(_PERMISSION, record))
        for role in _EVERYBODY:
            if role in roles:
                return frozenset([role])
        own = {f"user:{principal}" for principal, given in _given_at(record) if not roles.isdisjoint(given)}
        if _blocks(record):
            return (roles | own) - {"Owner"}
        above = self._above(aq_parent(aq_inner(record)), roles)
        return above | own if own else above

    def _above(self, folder, roles):
        """``roles`` and those who have one of them from ``folder`` or above it."""
        key = id(aq_base(folder)), roles
        if key not in self._given:
            held = self._held(folder).items()
            found = {f"user:{principal}" for principal, given in held if not roles.isdisjoint(given)}
            self._given[key] = (roles | found) - {"Owner"}
        return self._given[key]

    def _held(self, folder):
        """principal -> roles that he has from ``folder`` or above it; as the plugin of Plone says it."""
        base = aq_base(folder)
        if id(base) not in self._roles:
            above = None if _blocks(folder) else aq_parent(aq_inner(folder))
            held = dict(self._held(above)) if above is not None else {}
            for principal, given in _given_at(folder):
                held[principal] = held.get(principal, frozenset()).union(given)
            self._roles[id(base)] = base, held
        return self._roles[id(base)][1]


def _given_at(place):
    """(principal, roles) that are given here: iterable."""
    for _name, provider in getAdapters((place,), ILocalRoleProvider):
        yield from provider.getAllRoles()


def _blocks(place):
    """bool: what is given above does not count here."""
    return bool(getattr(place, "__ac_local_roles_block__", None))
