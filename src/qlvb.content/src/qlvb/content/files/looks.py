"""What the records index keeps of accesses to documents and dossiers, and how they are counted."""

from collections import Counter
from qlvb.content.clock import VIETNAM
from qlvb.content.files.viewing import ACCESSES
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import dossier_items
from qlvb.content.index.tables import looks
from qlvb.content.index.tables import records
from qlvb.content.interfaces import IDocument
from qlvb.content.journal.interfaces import IJournal
from sqlalchemy import func
from sqlalchemy import null
from sqlalchemy import select
from sqlalchemy import union_all
from typing import NamedTuple
from zope.component import adapter
from zope.interface import implementer


_COUNT = func.coalesce(func.sum(looks.c.count), 0)


@implementer(IIndexRows)
@adapter(IDocument)
class LookRows:
    """A row per day on which somebody looked at a file of the document or opened the record; of dossiers, too."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        journal = IJournal(self.record)
        if not any(map(journal.count, ACCESSES)):
            return {}
        days = Counter(entry.when.astimezone(VIETNAM).date() for entry in journal.entries(events=ACCESSES))
        return {"looks": [{"day": day.toordinal(), "count": count} for day, count in sorted(days.items())]}


class LookedAt(NamedTuple):
    """A dossier or document with its looks; ``documents``: how many documents of a dossier were looked at."""

    uid: str
    path: str  # below the site
    reference: str
    subject: str
    looks: int
    documents: int


class Looks(NamedTuple):
    """``looks`` at ``dossiers`` dossiers and at ``documents`` documents in them."""

    looks: int = 0
    documents: int = 0
    dossiers: int = 0


def _days(first, last):
    return looks.c.day.between(first.toordinal(), last.toordinal())


def documents_looked_at(clauses, first, last, most):
    """The documents of which ``clauses`` (on ``records``) hold and that were looked at most from ``first`` to ``last``
    (dates): list of LookedAt.
    """
    found = (
        select(records.c.uid, records.c.path, records.c.reference, records.c.subject, _COUNT.label("n"))
        .join(looks, looks.c.record_id == records.c.id)
        .where(*clauses, _days(first, last))
        .group_by(records.c.id)
        .order_by(_COUNT.desc(), records.c.id)
        .limit(most)
    )
    with reading() as connection:
        return [LookedAt(*row, 1) for row in connection.execute(found)]


def dossiers_looked_at(clauses, first, last, most):
    """The same of dossiers: an opening of the dossier is one, and a look at a document is one at each dossier in which
    it lies; list of LookedAt.
    """
    document = records.alias("document")
    inside = (
        select(dossier_items.c.record_id, looks.c.count, looks.c.record_id.label("document"))
        .join(document, document.c.uid == dossier_items.c.document)
        .join(looks, looks.c.record_id == document.c.id)
        .where(_days(first, last))
    )
    opened = select(looks.c.record_id, looks.c.count, null().label("document")).where(_days(first, last))
    accesses = union_all(inside, opened).subquery()
    count = func.sum(accesses.c.count)
    found = (
        select(
            records.c.uid,
            records.c.path,
            records.c.reference,
            records.c.subject,
            count.label("n"),
            func.count(accesses.c.document.distinct()),
        )
        .join(accesses, accesses.c.record_id == records.c.id)
        .where(*clauses)
        .group_by(records.c.id)
        .order_by(count.desc(), records.c.id)
        .limit(most)
    )
    with reading() as connection:
        return [LookedAt(*row) for row in connection.execute(found)]


def looks_by_heading(clauses, first, last):
    """dict heading (``records.heading``) -> Looks of its dossiers and at them, each document once in a heading; under
    None those of all dossiers of which ``clauses`` hold, each document once. Only headings with a look.
    """
    document = records.alias("document")
    pairs = (
        select(records.c.heading, records.c.id.label("dossier"), document.c.id.label("document"))
        .join(dossier_items, dossier_items.c.record_id == records.c.id)
        .join(document, document.c.uid == dossier_items.c.document)
        .join(looks, looks.c.record_id == document.c.id)
        .where(*clauses, _days(first, last))
        .distinct()
        .subquery()
    )
    opened = (
        select(records.c.heading, records.c.id, _COUNT)
        .join(looks, looks.c.record_id == records.c.id)
        .where(*clauses, _days(first, last))
        .group_by(records.c.id)
    )
    with reading() as connection:
        rows = connection.execute(select(pairs)).all()
        openings = connection.execute(opened).all()
        counts = dict(
            connection.execute(
                select(looks.c.record_id, _COUNT)
                .where(looks.c.record_id.in_(select(pairs.c.document)), _days(first, last))
                .group_by(looks.c.record_id)
            ).all()
        )
    found, at_dossiers = {}, {dossier: count for _heading, dossier, count in openings}
    for heading, dossier, one in (*rows, *((heading, dossier, None) for heading, dossier, _count in openings)):
        for key in (heading, None):
            dossiers, documents = found.setdefault(key, (set(), set()))
            dossiers.add(dossier)
            documents.update({one} - {None})
    return {
        key: Looks(
            sum(counts[one] for one in documents) + sum(at_dossiers.get(one, 0) for one in dossiers),
            len(documents),
            len(dossiers),
        )
        for key, (dossiers, documents) in found.items()
    }


def looks_by_day(clauses, first, last):
    """dict date -> looks at the documents of which ``clauses`` (on ``records``) hold."""
    found = (
        select(looks.c.day, func.sum(looks.c.count))
        .join(records, records.c.id == looks.c.record_id)
        .where(*clauses, _days(first, last))
        .group_by(looks.c.day)
    )
    with reading() as connection:
        return {first.fromordinal(day): count for day, count in connection.execute(found)}
