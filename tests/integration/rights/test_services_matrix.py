"""Who may use the services and pages of mailboxes, schedules, notices, groups of recipients, holds, disposal, the
one-stop system and the archive's figures: services_matrix.txt.

Every one that is registered for the site or an agency has a line, and REST and browser stand side by side in it.
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
ROOMS = (
    "qlvb.workflows.mailbox",
    "qlvb.workflows.sms",
    "qlvb.workflows.notices",
    "qlvb.workflows.holds",
    "qlvb.workflows.disposal",
    "qlvb.workflows.exposures",
    "qlvb.workflows.onestop",
    "qlvb.policy.archive",
    "qlvb.policy.calendar",
    "qlvb.policy.notices",
    "qlvb.content.recipientgroups",
    "qlvb.content.fieldsofwork",
    "qlvb.content.accounts",
    "qlvb.content.personal",
    "qlvb.workflows.accounts",
    "qlvb.policy.operations",
    "qlvb.policy.feedback",
    "qlvb.policy.maintenance",
    "qlvb.policy.accountreport",
    "qlvb.policy.roles",
    "qlvb.policy.reorganisation",
)
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
PLACES = {"IAgency": "skhcn", "IPloneSiteRoot": ""}


def places():
    """dict line -> (permission title, id of the agency or "" for the site) of what is registered."""
    titles, found = permission_titles(), {}
    for one in registrations():
        room = ".".join(one.file.with_suffix("").parts[one.file.parts.index("qlvb") :])
        place = one.context.rpartition(".")[2]
        if not room.startswith(ROOMS) or place not in PLACES:
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
        found[name.strip()] = {column for column, mark in zip(columns, marks, strict=True) if mark == "x"}
    return columns, found


def test_every_service_and_page_has_a_line():
    columns, found = matrix()
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
            context = province[place] if place else province
            may[line] = permission == EVERYBODY or bool(getSecurityManager().checkPermission(permission, context))
    finally:
        setSecurityManager(before)
    expected = {line: who in columns for line, columns in matrix()[1].items()}
    assert {line: found for line, found in may.items() if found != expected[line]} == {}
