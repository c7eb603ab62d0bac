"""The permission maps of places of paper and of requests to read, against the matrices."""

from AccessControl.PermissionRole import rolesForPermissionOn
from archive_fixtures import make_box
from archive_fixtures import make_dossiers
from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.readings.creation import create_reading


HERE = Path(__file__).parent
STORES = read_matrix(HERE / "store_matrix.txt")
READINGS = read_matrix(HERE / "reading_matrix.txt")
WAYS = {"requested": (), "lent": ("lend",), "returned": ("lend", "return"), "refused": ("refuse",), "withdrawn": ("withdraw",)}


def wrong_of(record, matrix, state):
    wrong = {}
    for permission in {permission for permission, _state in matrix}:
        found = {role for role in rolesForPermissionOn(permission, record) if not role.startswith("_")}
        if found != matrix[permission, state]:
            wrong[permission] = found
    return wrong


@pytest.mark.parametrize("workflow, matrix", [("qlvb_store", STORES), ("qlvb_reading", READINGS)])
def test_the_workflow_manages_what_the_matrix_names(portal, workflow, matrix):
    found = api.portal.get_tool("portal_workflow")[workflow]
    assert set(found.permissions) == {permission for permission, _state in matrix}
    assert set(found.states.objectIds()) == {state for _permission, state in matrix}


@pytest.mark.parametrize("state", ["active", "closed"])
def test_places(province, state):
    box = make_box(province)
    if state == "closed":
        fire(box, "close")
    for place in (box, box.aq_parent, box.aq_parent.aq_parent) if state == "active" else (box,):
        assert wrong_of(place, STORES, state) == {}


@pytest.mark.parametrize("state", sorted(WAYS))
def test_readings(province, state):
    record = make_dossiers(province, 1)[0]
    values = {"kind": "paper", "record": record.UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
    reading = create_reading("skhcn", values, "leminhanh", "leminhanh")
    for transition in WAYS[state]:
        fire(reading, transition)
    assert wrong_of(reading, READINGS, state) == {}
