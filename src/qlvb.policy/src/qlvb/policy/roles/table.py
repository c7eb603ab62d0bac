"""What a role may do: every act, in the states in which the permission maps give the role the act's permission."""

from AccessControl.PermissionRole import rolesForPermissionOn
from dataclasses import dataclass
from plone import api
from plone.dexterity.utils import resolveDottedName
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import FUNCTION_TITLES
from qlvb.content.states import title_of_state
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.rights.organisation import FUNCTION_ROLES
from zope.component import getSiteManager
from zope.component import getUtility
from zope.interface import implementedBy


#: Roles that somebody has on single records, by what he has to do with them.
RECORD_ROLES = {
    "Drafter": _("role_drafter", default="Người lập (theo từng văn bản, hồ sơ)"),
    "Handler": _("role_handler", default="Người đang đến lượt xử lý (theo từng văn bản)"),
    "Participant": _("role_participant", default="Người tham gia (theo từng văn bản)"),
    "Assigner": _("role_assigner", default="Người giao việc (theo từng nhiệm vụ)"),
    "UnitLeader": _("role_unit_leader", default="Lãnh đạo phòng đã soạn dự thảo"),
}
MANAGER = _("role_manager", default="Quản trị hệ thống")


@dataclass(frozen=True)
class Ability:
    """Acts on records of one type: ``acts``: tuple of (act id, title, tuple of state titles; empty for every state)."""

    type_id: str
    title: str
    acts: tuple


@dataclass(frozen=True)
class RoleGroup:
    """``function``: the function of posts that gives the role, "" for others."""

    role: str
    title: object
    function: str
    abilities: tuple


def role_groups():
    """list of RoleGroup: those that posts give, those on single records, the system's administrator."""
    table = _acts_of_roles()
    roles = [(role, FUNCTION_TITLES[function], function) for function, role in FUNCTION_ROLES.items()]
    roles += [(role, title, "") for role, title in RECORD_ROLES.items()]
    roles.append(("Manager", MANAGER, ""))
    return [RoleGroup(role, title, function, _abilities(table.get(role, {}))) for role, title, function in roles]


def _abilities(by_type):
    types = api.portal.get_tool("portal_types")
    found = [Ability(type_id, types[type_id].Title(), tuple(acts)) for type_id, acts in by_type.items()]
    return tuple(sorted(found, key=lambda one: one.title))


def _acts_of_roles():
    """dict role -> type -> list of (act id, title, state titles)."""
    found = {}
    for type_id, workflow in _types():
        implemented = resolveDottedName(api.portal.get_tool("portal_types")[type_id].klass)
        for act in _acts_for(implemented):
            for role, states in _states_by_role(act, workflow).items():
                everywhere = len(states) == len(workflow.states)
                titles = () if everywhere else tuple(title_of_state(type_id, state) for state in states)
                found.setdefault(role, {}).setdefault(type_id, []).append((act.id, act.title, titles))
    return found


def _types():
    """(id of a type of ours, its workflow) of those that have one."""
    tool = api.portal.get_tool("portal_workflow")
    for info in api.portal.get_tool("portal_types").objectValues():
        chain = tool.getChainForPortalType(info.getId())
        if chain and chain[0].startswith("qlvb_"):
            yield info.getId(), tool[chain[0]]


def _acts_for(implemented):
    """Classes of acts for objects of a class, by their order."""
    acts = {}
    for one in getSiteManager().adapters.lookupAll((implementedBy(implemented),), IAct):
        acts[one[0]] = one[1]
    return sorted((act for act in acts.values() if hasattr(act, "permission")), key=lambda act: (act.order, act.id))


def _states_by_role(act, workflow):
    """dict role -> list of ids of states in which it may do the act."""
    found, portal = {}, api.portal.get()
    for state_id in act.states or sorted(workflow.states.objectIds()):
        if state_id not in workflow.states:
            continue
        roles = {}  # in order, each once
        for permission in permissions_of(act):
            if permission in workflow.permissions:
                given = workflow.states[state_id].getPermissionInfo(permission)["roles"]
            else:
                given = [role for role in rolesForPermissionOn(permission, portal) if not role.startswith("_")]
            roles.update(dict.fromkeys(given))
        for role in roles:
            found.setdefault(role, []).append(state_id)
    return found


def permissions_of(act):
    """tuple of permission titles of which one lets somebody do the act (a class)."""
    return (act.permission,) if isinstance(act.permission, str) else act.either


def holders(function):
    """Who holds the function today: list of (AgencyInfo, list of PersonInfo), agencies with nobody left out."""
    directory = getUtility(IDirectory)
    found = []
    for agency in directory.agencies():
        people = [directory.person(userid) for userid in directory.holders(agency.id, function)]
        if people:
            found.append((agency, people))
    return found
