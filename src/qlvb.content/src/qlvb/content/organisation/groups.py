"""Function groups: real Plone groups, kept in step with the posts.

Idempotent, so it may run at any time: at every change,
for one account when it signs in (posts begin and end by date), for all by :func:`sync_all`."""

from plone import api
from qlvb.content.organisation.interfaces import FUNCTIONS
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def _plugin():
    return api.portal.get().acl_users.source_groups


def is_function_group(group):
    """True if the id ``group`` has the shape of a function group: ``skhcn.clerk``, ``skhcn.cntt.unit_leader``."""
    parts = group.split(".")
    return len(parts) in (2, 3) and parts[-1] in FUNCTIONS


def sync_person(userid):
    """Give the account ``userid`` exactly the function groups of its posts valid today; groups made by hand stay.

    Returns (number added, number removed).
    """
    plugin = _plugin()
    wanted = getUtility(IDirectory).principals(userid) - {userid}
    present = {group for group in plugin._principal_groups.get(userid, ()) if is_function_group(group)}
    for group in sorted(wanted - present):
        if group not in plugin._groups:
            plugin.addGroup(group, title=group)
        plugin.addPrincipalToGroup(userid, group)
    for group in sorted(present - wanted):
        plugin.removePrincipalFromGroup(userid, group)
    return len(wanted - present), len(present - wanted)


def sync_all():
    """:func:`sync_person` for every account that is in a function group or holds a post. Returns the number changed."""
    plugin = _plugin()
    userids = {person.userid for person in getUtility(IDirectory).people()}
    userids.update(
        userid
        for userid, groups in plugin._principal_groups.items()
        if any(is_function_group(group) for group in groups)
    )
    return sum(1 for userid in sorted(userids) if any(sync_person(userid)))
