"""The permission map of delegations against permission_matrix.txt."""

from AccessControl.PermissionRole import rolesForPermissionOn
from delegated import delegate
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
ENDINGS = {"ended": "end_delegation", "revoked": "revoke_delegation", "declined": "decline_delegation"}


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_delegation"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == {"active", *ENDINGS}


@pytest.mark.parametrize("state", ["active", *ENDINGS])
def test_roles_of_every_permission(province, clock, cast, state):
    delegation = delegate()
    if state in ENDINGS:
        who = cast.deputy if state == "declined" else cast.signatory
        who.does(delegation, ENDINGS[state], reason="Đã hết thời gian công tác")
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, delegation) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}
