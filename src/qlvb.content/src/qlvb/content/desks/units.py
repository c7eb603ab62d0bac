"""The units of a person, and for which of them he may keep searches."""

from plone import api
from qlvb.content.desks.interfaces import Unit
from qlvb.content.organisation.groups import is_function_group
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from zope.component import getUtility


PERMISSION = "qlvb: Share searches"


def units_of(userid):
    """Agencies and departments in which the person holds a post: list of Unit, agencies first.

    For an agency, whoever has the permission *qlvb: Share searches* there keeps its searches (its leaders and clerks);
    for a department, its leaders.
    """
    directory = getUtility(IDirectory)
    principals = directory.principals(userid)
    places = {tuple(group.split(".")[:-1]) for group in principals if is_function_group(group)}
    found = []
    for place in sorted(places, key=lambda place: (len(place), place)):
        agency = directory.agency(place[0])
        if agency is None:
            continue
        if len(place) == 1:
            may = api.user.has_permission(PERMISSION, username=userid, obj=directory.agency_object(place[0]))
            found.append(Unit(place[0], agency.title, bool(may)))
        elif (department := directory.department(*place)) is not None:
            leads = group_id(place[0], "unit_leader", place[1]) in principals
            found.append(Unit(".".join(place), department.title, leads))
    return found
