"""How much a dossier holds, counted in the records index without reading a single document."""

from qlvb.content.index.reading import reading
from qlvb.content.index.tables import dossier_items
from qlvb.content.index.tables import records
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy.orm import aliased


#: How many UIDs one statement names.
_BATCH = 500


def totals_of(uids):
    """dict UID of a dossier -> (documents, pages), whatever the rights; documents that are gone do not count."""
    found = dict.fromkeys(uids, (0, 0))
    dossier = aliased(records)
    pages = func.coalesce(func.sum(records.c.facts["pages"].as_integer()), 0)
    question = (
        select(dossier.c.uid, func.count(), pages)
        .select_from(dossier)
        .join(dossier_items, dossier_items.c.record_id == dossier.c.id)
        .join(records, records.c.uid == dossier_items.c.document)
        .group_by(dossier.c.uid)
    )
    with reading() as connection:
        for some in _batches(list(found)):
            for uid, documents, total in connection.execute(question.where(dossier.c.uid.in_(some))):
                found[uid] = (documents, total)
    return found


def held_by(clauses):
    """(documents, pages) in all dossiers of which ``clauses`` (on ``records``) hold, each document once however many of
    them keep it; whatever the rights to single documents.
    """
    dossiers = select(records.c.id).where(*clauses)
    kept = select(dossier_items.c.document).where(dossier_items.c.record_id.in_(dossiers))
    pages = func.coalesce(func.sum(records.c.facts["pages"].as_integer()), 0)
    with reading() as connection:
        return tuple(connection.execute(select(func.count(), pages).where(records.c.uid.in_(kept))).one())


def pages_by_uid(uids):
    """dict UID of a document -> its pages, whatever the rights; without those whose pages nobody knows."""
    found = {}
    question = select(records.c.uid, records.c.facts["pages"].as_integer())
    with reading() as connection:
        for some in _batches(list(uids)):
            found.update(connection.execute(question.where(records.c.uid.in_(some))).all())
    return {uid: pages for uid, pages in found.items() if pages}


def _batches(values):
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))
