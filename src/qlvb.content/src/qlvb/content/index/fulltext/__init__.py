from dataclasses import dataclass
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.text import fold
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update


@dataclass
class Found:
    ids: list
    total: int
    total_is_exact: bool = True
    corrected: str = ""


def create(c):
    pass


def drop(c):
    pass


def remove(c, ids):
    pass


def store(c, rid, texts):
    if c.scalar(select(record_texts.c.record_id).where(record_texts.c.record_id == rid)):
        c.execute(update(record_texts).where(record_texts.c.record_id == rid).values(**texts))
    else:
        c.execute(insert(record_texts).values(record_id=rid, **texts))


def _ids(c, asked, scopes, where):
    rows = c.execute(
        select(
            records.c.id, record_texts.c.subject, record_texts.c.reference, record_texts.c.people, record_texts.c.fields
        )
        .join(record_texts, record_texts.c.record_id == records.c.id)
        .where(*where)
    ).all()
    return [r.id for r in rows if all(w in fold(" ".join(r[1:])) for w in asked)]


def among(c, asked, scopes, where):
    return records.c.id.in_(_ids(c, asked, scopes, where))


def search(c, asked, scopes, where, order, start, size):
    ids = _ids(c, asked, scopes, where)
    return Found(ids[start : start + size], len(ids))
