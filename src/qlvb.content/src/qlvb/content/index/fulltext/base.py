"""What the full-text indexes of both databases have in common."""

from datetime import date
from qlvb.content.index.fulltext import searching
from qlvb.content.index.fulltext import vocabulary
from qlvb.content.index.fulltext.found import ID_BITS
from qlvb.content.index.fulltext.found import MOST_COUNTED
from qlvb.content.index.fulltext.found import place_of
from qlvb.content.index.fulltext.interfaces import IFullText
from qlvb.content.index.fulltext.tokens import FIELDS
from qlvb.content.index.fulltext.tokens import VERSION
from qlvb.content.index.fulltext.tokens import cut
from qlvb.content.index.fulltext.tokens import tokens
from qlvb.content.index.tables import about
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from sqlalchemy import BigInteger
from sqlalchemy import Column
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import case
from sqlalchemy import cast
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import inspect
from sqlalchemy import select
from sqlalchemy import update
from zope.interface import implementer


metadata = MetaData()
_Key = BigInteger().with_variant(Integer, "sqlite")

#: Where a record stands in the full-text index, and the days that it was told.
documents = Table(
    "search_documents",
    metadata,
    Column("record_id", _Key, primary_key=True, autoincrement=False),
    Column("place", BigInteger, nullable=False),
    Column("issue_day", BigInteger, nullable=False),
    Column("arrival_day", BigInteger, nullable=False),
    Index("search_documents_place", "place"),
)
_EPOCH = date(1970, 1, 1).toordinal()
_BATCH = 2000
_COLUMNS = (*FIELDS, "scope")
_ABOUT = "fulltext"


@implementer(IFullText)
class FullText:
    """See :class:`IFullText`; the databases add how their index is made and asked."""

    def create(self, connection):
        metadata.create_all(connection)
        vocabulary.create(connection)
        self.create_index(connection)
        self._sign(connection)

    def drop(self, connection):
        self.drop_index(connection)
        vocabulary.drop(connection)
        metadata.drop_all(connection)
        connection.execute(delete(about).where(about.c.name == _ABOUT))

    def is_current(self, connection):
        if not inspect(connection).has_table(documents.name):
            return False
        return connection.scalar(select(about.c.value).where(about.c.name == _ABOUT)) == VERSION

    def store(self, connection, record_id, texts):
        new = {name: cut(name, text) for name, text in texts.items()}
        row = connection.execute(select(record_texts).where(record_texts.c.record_id == record_id)).mappings().first()
        was = {name: row[name] for name in _COLUMNS} if row else {}
        new = {**was, **new}
        days = connection.execute(_days().where(records.c.id == record_id)).one()
        told = connection.execute(select(documents).where(documents.c.record_id == record_id)).first()
        place = _place(record_id, *days)
        if told and was == new and (told.place, told.issue_day, told.arrival_day) == (place, *days[:2]):
            return
        if row:
            connection.execute(update(record_texts).where(record_texts.c.record_id == record_id).values(**new))
        else:
            connection.execute(insert(record_texts).values(record_id=record_id, **new))
        if told:
            self.take(connection, [(told.place, tokens(was, (told.issue_day, told.arrival_day)))])
            connection.execute(delete(documents).where(documents.c.record_id == record_id))
        self.put(connection, [(place, tokens(new, days[:2]))])
        connection.execute(_document(record_id, place, days))
        vocabulary.learn(connection, new)

    def remove(self, connection, record_ids):
        for record_id in record_ids:
            told = connection.execute(select(documents).where(documents.c.record_id == record_id)).first()
            row = (
                connection.execute(select(record_texts).where(record_texts.c.record_id == record_id)).mappings().first()
            )
            if told:
                self.take(connection, [(told.place, tokens(dict(row or {}), (told.issue_day, told.arrival_day)))])
                connection.execute(delete(documents).where(documents.c.record_id == record_id))
            connection.execute(delete(record_texts).where(record_texts.c.record_id == record_id))

    def rebuild(self, connection, progress=None):
        self.drop(connection)
        self.create(connection)
        connection.execute(insert(documents).from_select(documents.c.keys(), _all_documents()))
        learned = vocabulary.Learner(connection)
        self.begin(connection)
        done, last = 0, 0
        while rows := connection.execute(_told_after(last)).mappings().all():
            self.put(connection, [(row["place"], tokens(row, (row["issue_day"], row["arrival_day"]))) for row in rows])
            for row in rows:
                learned.add(row)
            last = rows[-1]["place"]
            done += len(rows)
            if progress:
                progress(done)
        learned.finish()
        self.finish(connection)

    def all_ids(self, connection, asked, scopes, where, principals):
        """Ids of all that is counted of a search, in its order: list."""
        return list(searching.search(self, connection, asked, scopes, where, None, 0, MOST_COUNTED, principals).ids)

    def search(self, connection, asked, scopes=None, where=(), order=None, start=0, size=25, principals=None):
        return searching.search(self, connection, asked, scopes, where, order, start, size, principals)

    def _sign(self, connection):
        connection.execute(delete(about).where(about.c.name == _ABOUT))
        connection.execute(insert(about).values(name=_ABOUT, value=VERSION))


def _days():
    return select(records.c.issue_day, records.c.arrival_day, records.c.created)


def _place(record_id, issue_day, arrival_day, created):
    return place_of(record_id, arrival_day or issue_day or _EPOCH + int(created // 86400))


def _document(record_id, place, days):
    return insert(documents).values(record_id=record_id, place=place, issue_day=days[0], arrival_day=days[1])


def _all_documents():
    created = _EPOCH + cast(records.c.created / 86400 - 0.5, BigInteger)
    days = case(
        (records.c.arrival_day > 0, records.c.arrival_day),
        (records.c.issue_day > 0, records.c.issue_day),
        else_=created,
    )
    place = days.op("<<")(ID_BITS).op("|")(records.c.id)
    return select(records.c.id, place, records.c.issue_day, records.c.arrival_day).where(
        records.c.id == record_texts.c.record_id
    )


def _told_after(place):
    told = documents.c.place, documents.c.issue_day, documents.c.arrival_day
    query = select(record_texts, *told).join(documents, documents.c.record_id == record_texts.c.record_id)
    return query.where(documents.c.place > place).order_by(documents.c.place).limit(_BATCH)
