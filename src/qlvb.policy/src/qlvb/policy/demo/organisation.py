"""Tỉnh Sơn Hải: the invented province of the demonstration site and of the tests, as data."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.demo.province import AGENCIES
from qlvb.policy.demo.province import PEOPLE
from qlvb.policy.demo.province import SYSTEM_ADMINISTRATOR


def create_province(portal, password):
    """Create agencies, departments, people with accounts, and posts; what exists already stays as it is.

    ``password`` (str) becomes the password of every account made here. Returns the list of userids of the story.
    """
    people = [SYSTEM_ADMINISTRATOR, *PEOPLE]
    for person in people:
        if portal.acl_users.getUserById(person["userid"]) is None:
            mail = f"{person['userid']}@sonhai.example"
            create_person(
                person["userid"],
                person["fullname"],
                email=mail,
                password=password,
                home_agency=person.get("agency"),
            )
    portal.acl_users.portal_role_manager.assignRolesToPrincipal(("Manager", "Member"), SYSTEM_ADMINISTRATOR["userid"])
    for data in AGENCIES:
        if data["id"] not in portal:
            _create_agency(portal, data)
    return [person["userid"] for person in people]


def _create_agency(portal, data):
    fields = {name: value for name, value in data.items() if name != "departments"}
    agency = createContentInContainer(portal, "Agency", checkConstraints=False, **fields)
    for rank, (department_id, title, symbol) in enumerate(data["departments"]):
        createContentInContainer(
            agency["departments"],
            "Department",
            checkConstraints=False,
            id=department_id,
            title=title,
            symbol=symbol,
            rank=(rank + 1) * 10,
        )
    for rank, person in enumerate(item for item in PEOPLE if item["agency"] == data["id"]):
        createContentInContainer(
            agency["posts"],
            "Post",
            checkConstraints=False,
            id=person["post"],
            title=person["title"],
            department=person["department"],
            functions=set(person["functions"]),
            capacity=person["capacity"],
            rank=(rank + 1) * 10,
            holder=person["userid"],
            valid_from=None,
            valid_to=None,
        )
