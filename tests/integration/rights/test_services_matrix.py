"""Who may use the services and pages of the site, of agencies and of their sections: services_matrix.txt.

Every one that any room registers for them has a line, and REST and browser stand side by side in it. Those of records are
asked by state: see the matrices of their rooms.
"""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from documentation.registrations import permission_titles
from documentation.registrations import registrations
from pathlib import Path
import pytest


PATH = Path(__file__).parent / "services_matrix.txt"
PEOPLE = {
    "leader": "nguyenthithuha",
    "unit_leader": "phamquochuy",
    "specialist": "leminhanh",
    "clerk": "vanthuskhcn",
    "archivist": "hoangvanluu",
    "administrator": "skhcnqtdv",
    "stranger": "vanthusnv",
    "system": "quantri",
    "nobody": None,
}
EVERYBODY = "(everybody)"  # how the list of services calls zope.Public
#: Interface of the place -> its path.
PLACES = {"IAgency": "skhcn", "IPloneSiteRoot": "", "INavigationRoot": ""} | {
    f"I{name.capitalize()}Section": f"skhcn/{name}"
    for name in ("delegations", "disposals", "dossiers", "holds", "readings", "registers", "requests", "stores", "transfers")
}


def places():
    """dict line -> (permission title, path of the place) of what is registered."""
    titles, found = permission_titles(), {}
    for one in registrations():
        place = one.context.rpartition(".")[2]
        if place not in PLACES:
            continue
        name = f"{one.method} {one.name}" if one.kind == "service" else f"page @@{one.name}"
        found[f"{name} of {place}"] = (titles[one.permission], PLACES[place])
    return found


def matrix():
    """(columns, dict line -> set of columns that may) of the file."""
    lines = [line for line in PATH.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    columns, found = lines[0].split(), {}
    for line in lines[1:]:
        name, marks = line.split(" | ")
        marks = marks.split()
        assert len(marks) == len(columns) and set(marks) <= {"x", "."}, line
        assert name.strip() not in found, line
        found[name.strip()] = {column for column, mark in zip(columns, marks, strict=True) if mark == "x"}
    return columns, found


def test_every_service_and_page_has_a_line():
    columns, found = matrix()
    assert {place for _permission, place in places().values()} == set(PLACES.values())
    assert columns == list(PEOPLE)
    assert set(found) == set(places())


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may(province, who):
    before = getSecurityManager()
    users = province.acl_users
    if PEOPLE[who]:
        newSecurityManager(None, users.getUserById(PEOPLE[who]).__of__(users))
    else:
        noSecurityManager()
    try:
        may = {}
        for line, (permission, place) in places().items():
            context = province.unrestrictedTraverse(place) if place else province
            may[line] = permission == EVERYBODY or bool(getSecurityManager().checkPermission(permission, context))
    finally:
        setSecurityManager(before)
    expected = {line: who in columns for line, columns in matrix()[1].items()}
    assert {line: found for line, found in may.items() if found != expected[line]} == {}
