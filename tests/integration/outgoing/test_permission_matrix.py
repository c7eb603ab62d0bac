"""The permission map of the states against permission_matrix.txt, and people of the story against what it means."""

from AccessControl.PermissionRole import rolesForPermissionOn
from matrices import read_matrix
from outgoing_story import make_draft
from outgoing_story import take_to
from pathlib import Path
from plone import api
import pytest
from qlvb.workflows.rights.interfaces import IGrants
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
PERMISSIONS = sorted({permission for permission, _state in MATRIX})
STATES = list(dict.fromkeys(state for _permission, state in MATRIX))


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_outgoing"]
    assert set(workflow.permissions) == set(PERMISSIONS)
    assert set(workflow.states.objectIds()) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_roles_of_every_permission(draft, cast, sent, state):
    take_to(draft, cast, state)
    wrong = {}
    for permission in PERMISSIONS:
        found = {role for role in rolesForPermissionOn(permission, draft) if not role.startswith("_")}
        if found != MATRIX[permission, state]:
            wrong[permission] = found
    assert wrong == {}


#: state -> people who see it
READERS = {
    "draft": {"drafter"},
    "in_review": {"drafter", "reviewer"},
    "to_sign": {"drafter", "reviewer", "signatory"},
    "returned": {"drafter", "reviewer"},
    "to_issue": {"drafter", "reviewer", "signatory", "clerk"},
    "numbered": {"drafter", "reviewer", "signatory", "clerk"},
    "issued": {"drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "administrator", "manager"},
    "recalled": {"drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "administrator", "manager"},
    "replaced": {"drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "administrator", "manager"},
    "given_back": {"drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "manager"},
    "consulting": {"drafter"},
    "appraisal": {"drafter", "reviewer"},
    "cancelled": {"drafter"},
    "destroyed": {"archivist", "manager"},
}
EVERYBODY = ("drafter", "reviewer", "signatory", "clerk", "deputy", "archivist", "administrator", "manager", "stranger")


@pytest.mark.parametrize("state", READERS)
def test_who_sees_it(draft, cast, sent, state):
    take_to(draft, cast, state)
    assert {who for who in EVERYBODY if getattr(cast, who).sees(draft)} == READERS[state]


def test_secrecy_leaves_only_those_with_a_cause(province, clock, keys, registers, cast, sent):
    secret = take_to(make_draft(secrecy="secret"), cast, "issued")
    seeing = {who for who in EVERYBODY if getattr(cast, who).sees(secret)}
    assert seeing == {"drafter", "reviewer", "signatory", "clerk", "manager"}


@pytest.mark.parametrize(
    "state, editor",
    [("draft", "drafter"), ("returned", "drafter"), ("in_review", None), ("to_issue", None), ("issued", None)],
)
def test_who_edits_fields_and_files(draft, cast, sent, state, editor):
    take_to(draft, cast, state)
    for permission in ("Modify portal content", "qlvb: Edit files"):
        assert [who for who in EVERYBODY if getattr(cast, who).sees(draft, permission)] == ([editor] if editor else [])


def test_another_drafter_takes_over(draft, cast, person, login_as):
    draft.drafter = "hoangvanluu"
    notify(ObjectModifiedEvent(draft))
    assert person("hoangvanluu").sees(draft) and not cast.drafter.sees(draft)
    assert [grant.principal for grant in IGrants(draft).all() if grant.cause == "draft"] == ["hoangvanluu"]
