"""Tình hình lập hồ sơ: per unit and person, documents that were dealt with and are in no dossier; from the index."""

from dataclasses import dataclass
from itertools import groupby
from plone import api
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.index.unfiled import BOX
from qlvb.content.index.unfiled import unit_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import NO_UNIT
from sqlalchemy import func
from sqlalchemy import select
from urllib.parse import urlencode
from zope.component import getUtility


DOCUMENTS = ("IncomingDocument", "OutgoingDocument")


@dataclass(frozen=True)
class Keeper:
    """A person of a unit (id, "" for none) with counts of documents in no dossier and of dossiers by state."""

    userid: str
    name: str
    unit: str
    unit_title: str
    unfiled: int
    open: int
    closed: int


@dataclass(frozen=True)
class Unit:
    """A department (id, "" for none) with its Keepers; ``unfiled``: documents, each once however many dealt with it."""

    unit: str
    title: object
    unfiled: int
    keepers: tuple


def units(agency_id, year=None):
    """The Keepers of an agency by unit, those without one last: list of Unit."""
    found = groupby(keepers(agency_id, year), key=lambda one: (one.unit, one.unit_title))
    return [
        Unit(unit, title or NO_UNIT, unfiled_of(agency_id, f"@{agency_id}.{unit}", year), tuple(some))
        for (unit, title), some in found
    ]


def unfiled_of(agency_id, whose, year=None):
    """int: documents in no dossier; ``whose`` as the filter ``unfiled`` says it."""
    return getUtility(IListing).count(Question("filing", filters=_filters(agency_id, year, unfiled=whose)))


def list_url(agency_id, whose, year=None, view="@@worklist"):
    """Address of the list that :func:`unfiled_of` counts."""
    asked = {"box": "filing", **_filters(agency_id, year, unfiled=whose)}
    return f"{api.portal.get().absolute_url()}/{view}?{urlencode(asked)}"


def keepers(agency_id, year=None):
    """Everybody of the agency who keeps dossiers or has unfiled documents, by unit and name: list of Keeper.

    ``year``: only documents and dossiers of that year. Counted are records that the current user may view.
    """
    directory = getUtility(IDirectory)
    unfiled, dossiers = _unfiled(agency_id, year), _dossiers(agency_id, year)
    found = []
    for person in directory.people(agency_id):
        counts = (unfiled.get(person.userid, 0), *(dossiers.get((person.userid, s), 0) for s in ("open", "closed")))
        if any(counts):
            unit = unit_of(person.userid, agency_id)
            department = directory.department(agency_id, unit) if unit else None
            title = department.title if department is not None else ""
            found.append(Keeper(person.userid, person.fullname, unit, title, *counts))
    return sorted(found, key=lambda one: (not one.unit, one.unit_title, one.unit, -one.unfiled, one.name))


def _unfiled(agency_id, year):
    clauses = _visible(DOCUMENTS, agency_id, year)
    question = (
        select(box_entries.c.principal, func.count())
        .join(records, records.c.id == box_entries.c.record_id)
        .where(box_entries.c.box == BOX, *clauses)
        .group_by(box_entries.c.principal)
    )
    with reading() as connection:
        return dict(map(tuple, connection.execute(question)))


def _dossiers(agency_id, year):
    clauses = _visible(("Dossier",), agency_id, year)
    question = (
        select(records.c.holder, records.c.state, func.count())
        .where(*clauses)
        .group_by(records.c.holder, records.c.state)
    )
    with reading() as connection:
        return {(holder, state): count for holder, state, count in connection.execute(question)}


def _visible(types, agency_id, year):
    question = Question(types=types, filters=_filters(agency_id, year))
    return question.clauses(question.viewer())


def _filters(agency_id, year, **more):
    return {"agency": agency_id, **({"year": str(year)} if year else {}), **more}
