"""Tình hình lập hồ sơ: per unit and person, documents that were dealt with and are in no dossier; from the index."""

from dataclasses import dataclass
from qlvb.content.index.question import Question
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from sqlalchemy import func
from sqlalchemy import select
from zope.component import getUtility


BOX = "dossiers.unfiled"


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
            post = directory.main_post(person.userid, agency_id)
            unit = (post.department or "") if post is not None else ""
            department = directory.department(agency_id, unit) if unit else None
            title = department.title if department is not None else ""
            found.append(Keeper(person.userid, person.fullname, unit, title, *counts))
    return sorted(found, key=lambda one: (one.unit_title, -one.unfiled, one.name))


def _unfiled(agency_id, year):
    clauses = _visible(("IncomingDocument", "OutgoingDocument"), agency_id, year)
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
    filters = {"agency": agency_id, **({"year": str(year)} if year else {})}
    question = Question(types=types, filters=filters)
    return question.clauses(question.viewer())
