"""The permission map of the states against permission_matrix.txt, and people of the story against what it means."""

from AccessControl.PermissionRole import rolesForPermissionOn
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.delivery.interfaces import IRecallRequests


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
STATES = list(dict.fromkeys(state for _permission, state in MATRIX))
PEOPLE = (
    "vanthusnv",
    "tranduclong",
    "vuhaiyen",
    "phangiakhanh",
    "vanthuskhcn",
    "nguyenthithuha",
    "leminhanh",
    "quantri",
)
#: state -> people who see it
READERS = {
    "waiting": {"vanthusnv", "tranduclong", "quantri"},
    "registered": {"vanthusnv", "tranduclong", "quantri"},
    "to_direct": {"vanthusnv", "tranduclong", "quantri"},
    "in_progress": {"vanthusnv", "tranduclong", "vuhaiyen", "quantri"},
    "finished": {"vanthusnv", "tranduclong", "vuhaiyen", "quantri"},
    "returned": {"vanthusnv", "tranduclong", "quantri"},
    "recalled": {"vanthusnv", "tranduclong", "vuhaiyen", "quantri"},
    "replaced": {"vanthusnv", "tranduclong", "vuhaiyen", "quantri"},
    "destroyed": {"quantri"},
}


def bring(actors, record, state):
    if state == "destroyed":
        actors.bring_to(record, "finished")
        fire(record, "destroy")
        record.reindexObjectSecurity()
        return record
    if state == "returned":
        actors.do(record, "refuse", "vanthusnv", reason="Văn bản gửi nhầm địa chỉ")
        return record
    if state in ("recalled", "replaced"):
        actors.bring_to(record, "in_progress")
        IRecallRequests(record).ask(state.removesuffix("ed").replace("replac", "replace"), "Ban hành nhầm", "skhcn")
        actors.do(record, "agree_recall", "tranduclong")
        return record
    return actors.bring_to(record, state)


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_incoming"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_roles_of_every_permission(actors, record, state):
    bring(actors, record, state)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, record) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}


@pytest.mark.parametrize("state", READERS)
def test_who_sees_it(actors, record, login_as, state):
    bring(actors, record, state)
    seeing = set()
    for userid in PEOPLE:
        with login_as(userid):
            if api.user.has_permission("View", obj=record):
                seeing.add(userid)
    assert seeing == READERS[state]


def test_nobody_fires_a_transition_past_the_acts(actors, registered, login_as):
    from Products.CMFCore.WorkflowCore import WorkflowException

    for userid in ("vanthusnv", "quantri"):
        with login_as(userid), pytest.raises(WorkflowException):
            api.portal.get_tool("portal_workflow").doActionFor(registered, "present")
