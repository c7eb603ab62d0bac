"""The permission map of the states of notes against permission_matrix.txt, and people of the story against what it
means.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
STATES = list(dict.fromkeys(state for _permission, state in MATRIX))
LEADERS = ["phamquochuy", "nguyenthithuha"]


def take_to(note, cast, state):
    """Bring a note to ``state`` by the acts that lead there."""
    if state in ("to_decide", "in_progress", "approved", "returned"):
        cast.drafter.does(note, "submit_note", deciders=LEADERS)
    if state in ("in_progress", "approved"):
        cast.reviewer.does(note, "agree_note")
    if state == "approved":
        cast.signatory.does(note, "agree_note")
    if state == "returned":
        cast.reviewer.does(note, "return_note", reason="Bổ sung căn cứ pháp lý")
    if state == "cancelled":
        cast.drafter.does(note, "cancel_note", reason="Không còn cần thiết")
    assert state_of(note) == state
    return note


@pytest.fixture
def note(draft, cast):
    return find_record(cast.drafter.does(draft, "create_note")["uid"])


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_note"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(STATES)


#: state -> people who see it
READERS = {
    "draft": {"drafter"},
    "to_decide": {"drafter", "reviewer"},
    "in_progress": {"drafter", "reviewer", "signatory"},
    "approved": {"drafter", "reviewer", "signatory", "deputy", "archivist"},
    "returned": {"drafter", "reviewer"},
    "cancelled": {"drafter"},
}
EVERYBODY = ("drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "administrator", "manager", "stranger")


@pytest.mark.parametrize("state", STATES)
def test_roles_and_people(note, cast, sent, state):
    take_to(note, cast, state)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, note) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}
    assert {who for who in EVERYBODY if getattr(cast, who).sees(note)} == READERS[state]
    editors = {who for who in EVERYBODY if getattr(cast, who).sees(note, "Modify portal content")}
    deciders = {who for who in EVERYBODY if getattr(cast, who).sees(note, "qlvb: Review")}
    assert editors == ({"drafter"} if state in ("draft", "returned") else set())
    assert deciders == {"to_decide": {"reviewer"}, "in_progress": {"signatory"}}.get(state, set())
