"""Roles that come from the organisation: function groups of the agency, and of the department that drafted a record."""

from Acquisition import aq_base
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import IPerson
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.rights.secrecy import takes_no_roles
from zope.component import adapter
from zope.component import getUtility


#: What a function of the agency gives on everything the agency holds.
FUNCTION_ROLES = {
    "leader": "AgencyLeader",
    "clerk": "RecordsClerk",
    "archivist": "Archivist",
    "appraiser": "Appraiser",
    "agency_admin": "AgencyAdministrator",
    "member": "AgencyMember",
}


@adapter(IAgency)
class AgencyRoles:
    """Local roles on an agency, inherited by all that lies in it."""

    def __init__(self, agency):
        self._roles = {group_id(agency.getId(), function): (role,) for function, role in FUNCTION_ROLES.items()}

    def getRoles(self, principal_id):
        return self._roles.get(principal_id, ())

    def getAllRoles(self):
        return self._roles.items()


@adapter(IPerson)
class PersonRoles:
    """Local roles on a person: the administrator of the agency that looks after the account."""

    def __init__(self, person):
        home = person.home_agency
        self._roles = {group_id(home, "agency_admin"): ("AgencyAdministrator",)} if home else {}

    def getRoles(self, principal_id):
        return self._roles.get(principal_id, ())

    def getAllRoles(self):
        return self._roles.items()


def unit_leaders(record):
    """Id of the group that leads the department which drafted ``record``, or "" (no department, or secret)."""
    unit = getattr(aq_base(record), "drafting_unit", "") or ""
    if not unit or takes_no_roles(record):
        return ""
    agency = getUtility(IDirectory).agency_of(record)
    return group_id(agency.id, "unit_leader", unit) if agency is not None else ""
