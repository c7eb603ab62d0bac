"""The permission maps of the types whose states have no room of tests of their own, against ``maps/``."""

from matrices import read_matrix
from pathlib import Path
from plone import api
import pytest


MAPS = {path.stem: read_matrix(path) for path in (Path(__file__).parent / "maps").glob("*.txt")}
#: Workflow -> where its matrix lies; those of the rooms are read by the tests beside them.
ELSEWHERE = {
    "delegation", "disposal", "hold", "incoming", "note", "opinion", "outgoing", "reading", "request", "store", "task", "transfer",
}  # fmt: skip


def test_every_workflow_has_a_matrix(portal):
    ours = {name.removeprefix("qlvb_") for name in api.portal.get_tool("portal_workflow") if name.startswith("qlvb_")}
    assert ours == MAPS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", sorted(MAPS))
def test_roles_of_every_permission(portal, name):
    workflow, matrix = api.portal.get_tool("portal_workflow")[f"qlvb_{name}"], MAPS[name]
    assert {(permission, state) for permission in workflow.permissions for state in workflow.states.objectIds()} == matrix.keys()
    found = {(permission, state): workflow.states[state].getPermissionInfo(permission) for permission, state in matrix}
    assert not any(info["acquired"] for info in found.values())
    assert {place: set(info["roles"]) for place, info in found.items()} == matrix
