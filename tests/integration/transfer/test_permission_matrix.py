"""The permission map of transfers against permission_matrix.txt."""

from AccessControl.PermissionRole import rolesForPermissionOn
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest
from qlvb.workflows.acts.transitions import fire


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
STATES = sorted({state for _permission, state in MATRIX})
WAYS = {
    "draft": (),
    "proposed": ("submit",),
    "checking": ("submit", "check"),
    "returned": ("submit", "check", "return"),
    "accepting": ("submit", "check", "accept"),
    "accepted": ("submit", "check", "accept", "finish"),
    "registered": ("register",),
    "agreed": ("register", "agree"),
    "packing": ("register", "agree", "pack"),
    "submitted": ("register", "agree", "pack", "hand_over"),
    "refused": ("register", "refuse"),
    "cancelled": ("cancel",),
}


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_transfer"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(WAYS) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_roles_of_every_permission(transfer, state):
    one = transfer()
    for transition in WAYS[state]:
        fire(one, transition)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, one) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}
