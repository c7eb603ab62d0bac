"""The first step of carrying out a plan: names, departments, posts, and what the agency keeps of its departments."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.naming import path_id
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.interfaces import RENAME_UNIT
from qlvb.workflows.reorganisation.scope import posts_of
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.tasks.interfaces import IJobTemplates
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def organise(change, by):
    """Carry out what the plan says of the organisation itself; returns the ids of the departments that go on, the
    keeper first. Nothing is deleted: departments that end are closed and name their successors.
    """
    agency = getUtility(IDirectory).agency_object(change.agency)
    new = change.successors[0]
    if change.kind == RENAME_AGENCY:
        if agency.body_name == (agency.title or "").upper():
            agency.body_name = new.title.upper()
        _rename(agency, new)
        return ()
    departments = agency["departments"]
    if change.kind == RENAME_UNIT:
        _rename(departments[change.units[0]], new)
        return change.units
    made = tuple(one.id or _make(departments, one) for one in change.successors)
    _move_posts(change, made)
    for unit in change.units:
        if unit not in made:
            department = departments[unit]
            department.closed_on, department.successors = change.effective, made
            notify(ObjectModifiedEvent(department))
    ended = [unit for unit in change.units if unit not in made]
    IJobTemplates(agency).hand_on(ended, made[0])
    IReviewRoutes(agency).hand_on(ended, made[0], by)
    return made


def _rename(obj, new):
    obj.title, obj.symbol = new.title, new.symbol or obj.symbol
    notify(ObjectModifiedEvent(obj))
    obj.reindexObject()


def _make(departments, one):
    """A new department; its id is never that of another, open or closed."""
    wanted = path_id(one.symbol or one.title) or "phong"
    number, unit_id = 1, wanted
    while unit_id in departments:
        number += 1
        unit_id = f"{wanted[:36]}-{number}"
    createContentInContainer(
        departments, "Department", checkConstraints=False, id=unit_id, title=one.title, symbol=one.symbol or None
    )
    return unit_id


def _move_posts(change, made):
    chosen = dict(change.posts)
    for post in posts_of(change):
        department = made[chosen.get(post.getId(), 0)]
        if post.department != department:
            post.department = department
            notify(ObjectModifiedEvent(post))
