"""Grants of a record, each with its cause, and the local roles that follow from them."""

from AccessControl.PermissionRole import rolesForPermissionOn
from BTrees.OOBTree import OOBTree
from datetime import datetime
from qlvb.content import clock
from qlvb.content.interfaces import IRecord
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.text import name_key
from qlvb.workflows.rights.caching import forget_roles
from qlvb.workflows.rights.interfaces import CAUSES
from qlvb.workflows.rights.interfaces import Grant
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.interfaces import IMoreGrants
from qlvb.workflows.rights.organisation import FUNCTION_ROLES
from qlvb.workflows.rights.organisation import unit_leaders
from qlvb.workflows.rights.secrecy import takes_no_roles
from qlvb.workflows.rights.viewers import holders_of
from qlvb.workflows.rights.viewers import site_grants
from qlvb.workflows.rights.viewers import site_people
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getAdapters
from zope.component import getUtility
from zope.interface import implementer


KEY = "qlvb.workflows.rights"
_AFTER = "\U0010ffff"


def stored(record):
    """The tree (principal, role, cause, reference) -> datetime of ``record``, or an empty dict; never writes."""
    return IAnnotations(record).get(KEY, {})


def turn_of(record):
    """Principals whose turn it is: who has the role Handler by a step or a line of his own. Set of str."""
    return {key[0] for key in stored(record) if key[1] == "Handler" and key[2] in ("step", "line")}


@implementer(IGrants)
@adapter(IRecord)
class Grants:
    """See IGrants."""

    def __init__(self, record):
        self.record = record

    def grant(self, principal, role, cause, reference=""):
        if cause not in CAUSES or cause == "organisation":
            raise ValueError(f"not a cause of grants: {cause!r}")
        kept = kept_under(self.record, KEY, OOBTree)
        key = (principal, role, cause, reference)
        if key in kept:
            return False
        kept[key] = clock.now()
        forget_roles()
        return True

    def revoke(self, cause, reference=None, principal=None, role=None):
        tree = stored(self.record)
        wanted = (principal, role, cause, reference)
        found = [
            key for key in tree if all(want in (None, have) for want, have in zip(wanted, key, strict=True))
        ]
        for key in found:
            del tree[key]
        if found:
            forget_roles()
        return len(found)

    def all(self):
        own = [Grant(*key, since) for key, since in stored(self.record).items()]
        more = [grant for _name, adapter in getAdapters((self.record,), IMoreGrants) for grant in adapter.grants()]
        return own + self._of_organisation() + more

    def _of_organisation(self):
        if takes_no_roles(self.record):
            return []
        agency = getUtility(IDirectory).agency_of(self.record)
        if agency is None:
            return []
        since = self._created()
        found = [
            Grant(group_id(agency.id, function), role, "organisation", agency.id, since)
            for function, role in FUNCTION_ROLES.items()
        ]
        leaders = unit_leaders(self.record)
        if leaders:
            found.append(Grant(leaders, "UnitLeader", "organisation", self.record.drafting_unit, since))
        return found

    def _created(self):
        created = self.record.created()
        return datetime.fromtimestamp(created.timeTime(), clock.VIETNAM)

    def _viewing(self):
        roles = set(self._view_roles())
        return [grant for grant in self.all() if grant.role in roles]

    def _view_roles(self):
        return list(rolesForPermissionOn("View", self.record))

    def explain(self, userid):
        principals = getUtility(IDirectory).principals(userid) | {userid}
        found = [grant for grant in self._viewing() if grant.principal in principals]
        return found + site_grants(userid, self._view_roles(), self._created())

    def who_can_see(self):
        directory = getUtility(IDirectory)
        userids = site_people(self._view_roles())
        for grant in self._viewing():
            userids |= holders_of(grant.principal)
        reasons = {userid: self.explain(userid) for userid in userids}
        names = {userid: directory.person(userid).fullname for userid in reasons}
        order = sorted(reasons, key=lambda userid: (name_key(names[userid]), userid))
        return [(userid, reasons[userid]) for userid in order if reasons[userid]]


@adapter(IRecord)
class GrantedRoles:
    """Local roles of a record: from its grants, and for the leaders of the department that drafted it."""

    def __init__(self, record):
        self.record = record

    def getRoles(self, principal_id):
        tree = stored(self.record)
        if not tree and not getattr(self.record, "drafting_unit", ""):
            return ()
        found = {key[1] for key in tree.keys((principal_id,), (principal_id, _AFTER))} if tree else set()
        if principal_id == unit_leaders(self.record):
            found.add("UnitLeader")
        return tuple(found)

    def getAllRoles(self):
        found = {}
        for principal, role, _cause, _reference in stored(self.record):
            found.setdefault(principal, set()).add(role)
        leaders = unit_leaders(self.record)
        if leaders:
            found.setdefault(leaders, set()).add("UnitLeader")
        return [(principal, tuple(sorted(roles))) for principal, roles in found.items()]
