"""The directory's answers, kept ready: persistent, one small object per agency, rebuilt when the organisation changes.

Derived data: :func:`rebuild` makes all of it anew from the content objects.
"""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from qlvb.content.kept import kept_under
from qlvb.content.organisation import homes
from qlvb.content.organisation.interfaces import AgencyInfo
from qlvb.content.organisation.interfaces import DepartmentInfo
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import PersonInfo
from qlvb.content.organisation.interfaces import PostInfo
from qlvb.content.organisation.renaming import remember_names
from qlvb.content.text import fold
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.content.organisation"


class AgencyEntry(Persistent):
    """What is known of one agency: ``info``, ``departments`` (tuple), ``posts`` (tuple, by rank, of any period)."""

    def __init__(self, info, departments, posts):
        self.info = info
        self.departments = departments
        self.posts = posts


class Snapshot(Persistent):
    """``agencies``: id -> AgencyEntry; ``people``: userid -> (PersonInfo without posts, its words without accents);
    ``held``: userid -> tuple of ids of agencies in which the person is named as holder of a post; ``identifiers``:
    identifier -> agency id; ``homes``, ``home_of``: see :mod:`~qlvb.content.organisation.homes`."""

    homes = home_of = None

    def __init__(self):
        self.agencies = OOBTree()
        self.people = OOBTree()
        self.held = OOBTree()
        self.identifiers = OOBTree()


def read(portal):
    """The site's Snapshot, or None before there is any organisation."""
    return IAnnotations(portal).get(KEY)


def _writable(portal):
    return kept_under(portal, KEY, Snapshot)


def update_agency(portal, agency):
    """Read ``agency`` (IAgency object) anew. Returns the userids whose posts may have changed."""
    snapshot = _writable(portal)
    agency_id = agency.getId()
    known = snapshot.agencies.get(agency_id)
    if known is not None:
        remember_names(agency, known)
    before = _holders(known)
    _forget_identifiers(snapshot, agency_id)
    entry = AgencyEntry(_agency_info(agency), _departments(agency), _posts(agency))
    snapshot.agencies[agency_id] = entry
    for identifier in entry.info.past_identifiers:
        snapshot.identifiers.setdefault(identifier, agency_id)
    if entry.info.identifier:
        snapshot.identifiers[entry.info.identifier] = agency_id
    after = _holders(entry)
    _update_held(snapshot, agency_id, before, after)
    return before | after


def posts_of(portal, agency_id):
    """dict id -> PostInfo of all posts that an agency is known to have."""
    snapshot = read(portal)
    entry = snapshot.agencies.get(agency_id) if snapshot is not None else None
    return {post.id: post for post in entry.posts} if entry is not None else {}


def drop_agency(portal, agency_id):
    """Forget an agency. Returns the userids of those who held posts in it."""
    snapshot = read(portal)
    if snapshot is None or agency_id not in snapshot.agencies:
        return set()
    before = _holders(snapshot.agencies[agency_id])
    _forget_identifiers(snapshot, agency_id)
    del snapshot.agencies[agency_id]
    _update_held(snapshot, agency_id, before, set())
    return before


def update_person(portal, person):
    """Read ``person`` (IPerson object) anew."""
    info = PersonInfo(
        userid=person.getId(),
        fullname=person.title or person.getId(),
        email=person.email or "",
        phone=person.phone or "",
        posts=(),
        active=bool(person.active),
    )
    snapshot = _writable(portal)
    snapshot.people[info.userid] = (info, tuple(fold(info.fullname).split()))
    homes.settle(snapshot, portal["people"], person)


def drop_person(portal, userid):
    """Forget a person."""
    snapshot = read(portal)
    if snapshot is not None and userid in snapshot.people:
        del snapshot.people[userid]
        homes.leave(snapshot, userid)


def rebuild(portal):
    """Make the snapshot anew from the content objects of ``portal``."""
    IAnnotations(portal).pop(KEY, None)
    for obj in portal.objectValues():
        if IAgency.providedBy(obj):
            update_agency(portal, obj)
    people = portal._getOb("people", None)
    for person in people.objectValues() if people is not None else ():
        update_person(portal, person)


def _holders(entry):
    return {post.holder for post in entry.posts if post.holder} if entry is not None else set()


def _update_held(snapshot, agency_id, before, after):
    for userid in before - after:
        left = tuple(item for item in snapshot.held.get(userid, ()) if item != agency_id)
        if left:
            snapshot.held[userid] = left
        elif userid in snapshot.held:
            del snapshot.held[userid]
    for userid in after - before:
        snapshot.held[userid] = (*(item for item in snapshot.held.get(userid, ()) if item != agency_id), agency_id)


def _forget_identifiers(snapshot, agency_id):
    entry = snapshot.agencies.get(agency_id)
    for identifier in (entry.info.identifier, *entry.info.past_identifiers) if entry is not None else ():
        if snapshot.identifiers.get(identifier) == agency_id:
            del snapshot.identifiers[identifier]


def _agency_info(agency):
    return AgencyInfo(
        id=agency.getId(),
        uid=agency.UID(),
        title=agency.title or "",
        symbol=agency.symbol or "",
        identifier=agency.identifier or "",
        parent=agency.parent or "",
        level=agency.level or 1,
        collective=bool(agency.collective),
        body_name=agency.body_name or (agency.title or "").upper(),
        head_title=agency.head_title or "",
        place=agency.place or "",
        address=agency.address or "",
        path="/".join(agency.getPhysicalPath()),
        past_names=tuple(agency.past_names),
        past_identifiers=tuple(agency.past_identifiers),
    )


def _departments(agency):
    section = agency._getOb("departments", None)
    found = section.objectValues() if section is not None else ()
    return tuple(
        DepartmentInfo(
            id=obj.getId(),
            agency=agency.getId(),
            title=obj.title or "",
            symbol=obj.symbol or "",
            path="/".join(obj.getPhysicalPath()),
            past_names=tuple(obj.past_names),
            closed_on=obj.closed_on,
            successors=tuple(obj.successors),
        )
        for obj in sorted(found, key=lambda obj: (obj.rank or 0, obj.getId()))
    )


def _posts(agency):
    section = agency._getOb("posts", None)
    found = section.objectValues() if section is not None else ()
    posts = [
        PostInfo(
            id=obj.getId(),
            agency=agency.getId(),
            department=obj.department or "",
            title=obj.title or "",
            functions=tuple(sorted(obj.functions or ())),
            capacity=obj.capacity or "none",
            holder=obj.holder or "",
            valid_from=obj.valid_from,
            valid_to=obj.valid_to,
            order=obj.rank or 0,
        )
        for obj in found
    ]
    return tuple(sorted(posts, key=lambda post: (post.order, post.id)))
