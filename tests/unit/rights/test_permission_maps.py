"""What every permission map of the workflows must hold to."""

from lxml import etree
from pathlib import Path
import pytest


TOP = Path(__file__).parents[3]
FOLDER = TOP / "src/qlvb.workflows/src/qlvb/workflows/profiles/default/workflows"
ROLES = {role.get("name") for role in etree.parse(str(FOLDER.parent / "rolemap.xml")).iterfind("roles/role")}
ZOPE_ROLES = {"Owner", "Authenticated", "Manager", "Site Administrator"}
DEFINITIONS = sorted(FOLDER.glob("*/definition.xml"))


@pytest.fixture(params=DEFINITIONS, ids=lambda path: path.parent.name)
def states(request):
    found = {}
    for state in etree.parse(str(request.param)).iterfind("state"):
        found[state.get("state_id")] = {
            entry.get("name"): {role.text for role in entry.iterfind("permission-role")}
            for entry in state.iterfind("permission-map")
        }
    return found


def test_search_shows_exactly_what_may_be_viewed(states):
    """Plone's catalogue filters by "Access contents information", the pages by "View"."""
    different = {name: maps for name, maps in states.items() if maps["View"] != maps["Access contents information"]}
    assert different == {}


def test_maps_name_known_roles_only(states):
    named = {role for maps in states.values() for roles in maps.values() for role in roles}
    assert named <= ROLES | ZOPE_ROLES


def test_nothing_is_open_to_the_world(states):
    assert not any("Anonymous" in roles for maps in states.values() for roles in maps.values())
