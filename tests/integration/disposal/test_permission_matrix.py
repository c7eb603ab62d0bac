"""The permission map of disposals against permission_matrix.txt."""

from AccessControl.PermissionRole import rolesForPermissionOn
from disposing import propose
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest
from qlvb.workflows.acts.transitions import fire


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
WAYS = {
    "drafted": (),
    "council": ("convene",),
    "opinion": ("convene", "ask_opinion"),
    "to_decide": ("convene", "conclude"),
    "decided": ("convene", "conclude", "decide"),
    "executing": ("convene", "conclude", "decide", "execute"),
    "executed": ("convene", "conclude", "decide", "execute", "finish"),
    "cancelled": ("cancel",),
}


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_disposal"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(WAYS)


@pytest.mark.parametrize("state", WAYS)
def test_roles_of_every_permission(province, later, state):
    disposal = propose()
    for transition in WAYS[state]:
        fire(disposal, transition)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, disposal) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}


#: Noark 5 6.1.22: who may do what anywhere in the agency, before there is a disposal.
SITE = {
    "qlvb: Manage disposal": {"hoangvanluu"},
    "qlvb: Decide disposal": {"nguyenthithuha", "buitrungkien"},
    "qlvb: Execute disposal": {"hoangvanluu", "skhcnqtdv"},
}
PEOPLE = ("hoangvanluu", "nguyenthithuha", "buitrungkien", "skhcnqtdv", "leminhanh", "vanthuskhcn", "phamquochuy", "quantri")


@pytest.mark.parametrize("permission", SITE)
def test_only_named_roles_have_to_do_with_disposal(province, person, permission):
    """Managers of the site have none of it: what they administer is not theirs to destroy."""
    section = province["skhcn"]["disposals"]
    assert {userid for userid in PEOPLE if person(userid).sees(section, permission)} == SITE[permission]
