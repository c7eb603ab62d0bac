"""Who stands behind a principal, and who sees by a role of the whole site."""

from plone import api
from qlvb.content.organisation.interfaces import FUNCTIONS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.rights.interfaces import Grant
from zope.component import getUtility


SITE = "site"
#: Roles that accounts have over the whole site; all others are local.
SITE_ROLES = {"Manager", "Site Administrator"}


def holders_of(principal):
    """userids behind a userid or the id of a function group: set of str."""
    parts = principal.split(".")
    directory = getUtility(IDirectory)
    if len(parts) in (2, 3) and parts[-1] in FUNCTIONS and directory.agency(parts[0]) is not None:
        return set(directory.holders(parts[0], parts[-1], parts[1] if len(parts) == 3 else None))
    return {principal}


def site_grants(userid, view_roles, since):
    """list of Grant of cause ``organisation``, reference ``site``: the roles the account has everywhere."""
    user = api.portal.get().acl_users.getUserById(userid)
    if user is None:
        return []
    held = ({"Anonymous"} | set(user.getRoles())) & set(view_roles)
    return [Grant(userid, role, "organisation", SITE, since) for role in sorted(held)]


def site_people(view_roles):
    """userids that have one of ``view_roles`` everywhere: set of str."""
    if {"Anonymous", "Authenticated", "Member"} & set(view_roles):
        return {person.userid for person in getUtility(IDirectory).people()}
    manager = api.portal.get().acl_users.portal_role_manager
    everywhere = SITE_ROLES & set(view_roles)
    return {userid for role in everywhere for userid, _title in manager.listAssignedPrincipals(role)}
