"""The permission map of the states against permission_matrix.txt, and people of the story against what it means."""

from AccessControl.PermissionRole import rolesForPermissionOn
from matrices import read_matrix
from pathlib import Path
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
STATES = list(dict.fromkeys(state for _permission, state in MATRIX))
PEOPLE = ("nguyenthithuha", "buitrungkien", "phamquochuy", "leminhanh", "vanthuskhcn", "tranduclong", "quantri")
#: state -> person -> acts that he could do then
ACTS = {
    "assigned": {
        "nguyenthithuha": {"transfer", "chase_task", "close_task"},
        "phamquochuy": {"accept_task", "bounce", "hand_on"},
        "leminhanh": set(),
        "quantri": set(),
    },
    "in_progress": {
        "nguyenthithuha": {"transfer", "chase_task", "close_task", "pause", "split"},
        "phamquochuy": {
            "report",
            "complete",
            "draft_for_task",
            "hand_on",
            "ask_task_extension",
            "propose_close",
            "split",
        },
        "leminhanh": set(),
        "quantri": set(),
    },
    "to_approve": {
        "nguyenthithuha": {"approve_result", "reject_result", "chase_task", "close_task", "note_reports"},
        "phamquochuy": {"take_back"},
        "leminhanh": set(),
    },
    "to_extend": {
        "nguyenthithuha": {"grant_task_extension", "refuse_task_extension", "transfer", "chase_task", "close_task"},
        "phamquochuy": {"report"},
    },
    "to_close": {
        "nguyenthithuha": {"refuse_close", "close_task", "transfer", "chase_task"},
        "phamquochuy": {"report", "take_back"},
    },
    "paused": {"nguyenthithuha": {"resume", "transfer", "close_task"}, "phamquochuy": {"report"}},
    "returned": {"nguyenthithuha": {"transfer", "close_task"}, "phamquochuy": set()},
    "finished": {"nguyenthithuha": {"reopen_task", "note_reports"}, "phamquochuy": set()},
    "closed": {"nguyenthithuha": set(), "phamquochuy": set()},
}


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_task"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_roles_of_every_permission(tasks, task, state):
    tasks.bring_to(task, state)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, task) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}


@pytest.mark.parametrize("state", STATES)
def test_who_sees_it(tasks, task, login_as, state):
    tasks.bring_to(task, state)
    seeing = set()
    for userid in PEOPLE:
        with login_as(userid):
            if api.user.has_permission("View", obj=task):
                seeing.add(userid)
    assert seeing == {"nguyenthithuha", "buitrungkien", "phamquochuy", "quantri"}


@pytest.mark.parametrize("state", ACTS)
def test_who_can_do_what(tasks, task, state):
    tasks.bring_to(task, state)
    assert {userid: tasks.possible(task, userid) for userid in ACTS[state]} == ACTS[state]


def test_nobody_fires_a_transition_past_the_acts(tasks, task, login_as):
    for userid in ("nguyenthithuha", "quantri"):
        with login_as(userid), pytest.raises(WorkflowException):
            api.portal.get_tool("portal_workflow").doActionFor(task, "accept")


def test_a_secret_task_is_seen_by_those_concerned_alone(tasks, login_as):
    secret = tasks.give(secrecy="secret")
    seeing = set()
    for userid in PEOPLE:
        with login_as(userid):
            if api.user.has_permission("View", obj=secret):
                seeing.add(userid)
    # The leaders of the agency that carries it out are told of it; here it is the same agency.
    assert seeing == {"nguyenthithuha", "buitrungkien", "phamquochuy", "quantri"}
    with login_as("lethikimngan"):
        assert not api.user.has_permission("View", obj=secret)
