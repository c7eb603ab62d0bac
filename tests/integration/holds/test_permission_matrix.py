"""The permission map of holds against permission_matrix.txt."""

from AccessControl.PermissionRole import rolesForPermissionOn
from holding import ARCHIVIST
from holding import place
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_hold"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == {"active", "released"}


@pytest.mark.parametrize("state", ["active", "released"])
def test_roles_of_every_permission(province, clock, person, state):
    hold = place()
    if state == "released":
        person(ARCHIVIST).does(hold, "release_hold", reason="Đã kết thúc thanh tra")
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, hold) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}
