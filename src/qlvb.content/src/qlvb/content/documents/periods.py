"""Folders of years and months: ``<section>/2026/03``."""

from Acquisition import aq_base
from dataclasses import dataclass
from dataclasses import field
from DateTime import DateTime
from functools import lru_cache
from OFS.event import ObjectWillBeAddedEvent
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.utils import createContent
from plone.uuid.handlers import addAttributeUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IPeriodFolder
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectAddedEvent
from zope.lifecycleevent import ObjectCreatedEvent


DIRECTIONS = ("outgoing", "incoming")


@dataclass(frozen=True)
class Month:
    """A month with its number of documents (all of them, whoever may read them)."""

    month: int
    count: int
    path: str


@dataclass(frozen=True)
class Year:
    """A year with its months, the newest first."""

    year: int
    count: int
    path: str
    months: tuple = field(default=())


def put(container, content):
    """Put new ``content`` into ``container`` without marking the container as changed; returns it wrapped.

    ``content`` has its id. The container's own date of change would be the one object that all who create at the same
    time write.
    """
    notify(ObjectCreatedEvent(content))
    notify(ObjectWillBeAddedEvent(content, container, content.id))
    container._setObject(content.id, content, set_owner=0, suppress_events=True)
    added = container._getOb(content.id)
    notify(ObjectAddedEvent(added, container, added.id))
    return added


def put_by_month(section, record, by, moment=None, how=put):
    """Put a new record of ``by`` (userid) into the month of ``moment`` (now) under a random id; returns it wrapped. A
    counter would be written by everybody who creates at the same time. ``how``: :func:`put` or :func:`put_quietly`.
    """
    moment = moment or clock.now()
    record.creators = (by,)
    record.creation_date = _zope_time(moment.isoformat())
    folder = period_folder(section, moment)
    record.id = token_hex(5)
    while folder.has_key(record.id):
        record.id = token_hex(5)
    return how(folder, record)


@lru_cache(maxsize=4096)
def _zope_time(moment):
    """Zope's DateTime of a moment in ISO 8601; many imported documents share a day."""
    return DateTime(moment)


def put_quietly(container, content):
    """As :func:`put`, but nobody is told and nothing is indexed: for those who bring in thousands and see to it that
    each gets what a new record needs (rights, state, index). The UUID is given here.
    """
    addAttributeUUID(content, ObjectCreatedEvent(content))
    # The id is ours, and nobody has it here: asking whether it may be one costs more than putting it there.
    container._setOb(content.id, content)
    return container._getOb(content.id)


def section_of(agency_id, direction):
    """The section of an agency for a direction.

    :raises Refused: 400 unknown agency or direction.
    """
    agency = getUtility(IDirectory).agency_object(agency_id)
    if agency is None:
        raise Refused(
            Violation(
                "agency",
                "agency_unknown",
                _("violation_agency_unknown", default="Không có cơ quan này trong hệ thống."),
            )
        )
    if direction not in DIRECTIONS or direction not in agency:
        raise Refused(
            Violation(
                "direction",
                "direction_unknown",
                _("violation_direction_unknown", default="Cơ quan không có mục văn bản này."),
            )
        )
    return agency[direction]


def section_of_kind(agency_id, kind):
    """The section of an agency for records of a ``kind`` (tasks, notes …). :raises Refused: 400 unknown agency."""
    agency = getUtility(IDirectory).agency_object(agency_id)
    if agency is None or kind not in agency:
        message = _("violation_agency_unknown", default="Không có cơ quan này trong hệ thống.")
        raise Refused(Violation("agency", "agency_unknown", message))
    return agency[kind]


def period_folder(section, day):
    """The month folder for ``day`` in ``section``, created with its year when it is the first.

    Two transactions that create the same folder conflict in the section's tree when they commit; the loser is run
    again by the publisher (or the job runner) and then finds the folder there.
    """
    year = _child(section, f"{day.year:04d}", f"{day.year:04d}", day.year, None)
    return _child(year, f"{day.month:02d}", f"{day.month:02d}/{day.year:04d}", day.year, day.month)


def _child(container, child_id, title, year, month):
    if container.has_key(child_id):
        return container._getOb(child_id)
    added = add_folder(container, child_id, title, year=year, month=month)
    if IPeriodFolder.providedBy(container):
        _stand_as(added, container)
    else:
        api.portal.get_tool("portal_workflow").notifyCreated(added)
    added.indexObject()
    return added


def add_folder(container, child_id, title, **fields):
    """A new period folder under ``container``, neither indexed nor in a state yet; returns it."""
    folder = createContent("PeriodFolder", title=title)
    folder.id = child_id
    for name, value in fields.items():
        setattr(folder, name, value)
    # Nobody but workflow and catalogue cares for a new month; an import of past years makes hundreds of them.
    return put_quietly(container, folder)


def _stand_as(month, year):
    """Give a folder the state of the one above it, which is of its type, with all that it opens to whom. That is what
    the workflow would say, and asking it takes longer than a document.
    """
    base = aq_base(year)
    base._p_activate()  # one that lies unread in the cache has no attributes of its own yet
    own = vars(base)
    for name in own:
        if name.startswith("_") and name.endswith("_Permission"):
            setattr(month, name, own[name] if isinstance(own[name], tuple) else list(own[name]))
    history = getattr(base, "workflow_history", {})
    now = DateTime()
    statuses = {workflow: ({**passed[-1], "time": now},) for workflow, passed in history.items() if passed}
    month.workflow_history = PersistentMapping(statuses)


def periods(agency_id, direction):
    """Years and months of a section with their counts, newest first: list of :class:`Year`.

    Read from the folders' own counters, never from the catalogue.

    :raises Refused: 400 unknown agency or direction.
    """
    return [_year(folder) for folder in _newest_first(section_of(agency_id, direction))]


def _newest_first(container):
    children = [child for child in container.objectValues() if IPeriodFolder.providedBy(child)]
    return sorted(children, key=lambda child: child.id, reverse=True)


def _year(folder):
    months = tuple(
        Month(month.month, month.objectCount(), "/".join(month.getPhysicalPath())) for month in _newest_first(folder)
    )
    return Year(folder.year, sum(month.count for month in months), "/".join(folder.getPhysicalPath()), months)
