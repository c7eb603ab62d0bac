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
from sqlalchemy import bindparam
from sqlalchemy import case
from sqlalchemy import cast
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import insert
from sqlalchemy import inspect
from sqlalchemy import select
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
_BATCH = 500
_COLUMNS = (*FIELDS, "scope")
_ABOUT = "fulltext"
#: Records that one statement names.
_AT_ONCE = 500
# Made once: putting a statement together costs more than many of them.
_IDS = bindparam("ids", expanding=True)
_TEXTS_OF = select(record_texts).where(record_texts.c.record_id.in_(_IDS))
_DOCUMENTS_OF = select(documents).where(documents.c.record_id.in_(_IDS))
_DAYS_OF = select(records.c.id.label("record_id"), records.c.issue_day, records.c.arrival_day, records.c.created).where(
    records.c.id.in_(_IDS)
)
_FORGET_TEXTS = delete(record_texts).where(record_texts.c.record_id.in_(_IDS))
_FORGET_DOCUMENTS = delete(documents).where(documents.c.record_id.in_(_IDS))
_NEW_TEXTS = insert(record_texts)
_NEW_DOCUMENTS = insert(documents)


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

    def is_sound(self, connection):
        """A database that checks itself more closely says so."""
        said = connection.scalar(select(func.count()).select_from(record_texts))
        return said == connection.scalar(select(func.count()).select_from(documents))

    def store(self, connection, record_id, texts):
        self.store_many(connection, {record_id: texts})

    def store_many(self, connection, texts):
        for part in batched(texts):
            self._store_part(connection, {record_id: texts[record_id] for record_id in part})

    def _store_part(self, connection, texts):
        ids = list(texts)
        was = _by_id(connection, _TEXTS_OF, ids)
        told = _by_id(connection, _DOCUMENTS_OF, ids)
        days = _by_id(connection, _DAYS_OF, ids)
        taken, put, said, places = [], [], [], []
        learned = vocabulary.Learner(connection)
        for record_id, given in texts.items():
            before = {name: was[record_id][name] for name in _COLUMNS} if record_id in was else {}
            new = {**before, **{name: cut(name, text) for name, text in given.items()}}
            day = days[record_id]["issue_day"], days[record_id]["arrival_day"]
            place = _place(record_id, *day, days[record_id]["created"])
            if known := told.get(record_id):
                if before == new and (known["place"], known["issue_day"], known["arrival_day"]) == (place, *day):
                    continue
                taken.append((known["place"], tokens(before, (known["issue_day"], known["arrival_day"]))))
            put.append((place, tokens(new, day)))
            places.append({"record_id": record_id, "place": place, "issue_day": day[0], "arrival_day": day[1]})
            said.append({**dict.fromkeys(_COLUMNS, ""), **new, "record_id": record_id})
            learned.add(new)
        if not put:
            return
        changed = [row["record_id"] for row in places]
        if taken:
            self.take(connection, taken)
            connection.execute(_FORGET_DOCUMENTS, {"ids": changed})
        if was:
            connection.execute(_FORGET_TEXTS, {"ids": changed})
        connection.execute(_NEW_TEXTS, said)
        self.put(connection, put)
        connection.execute(_NEW_DOCUMENTS, places)
        learned.finish()

    def remove(self, connection, record_ids):
        for ids in batched(record_ids):
            was = _by_id(connection, _TEXTS_OF, ids)
            told = _by_id(connection, _DOCUMENTS_OF, ids)
            taken = [
                (row["place"], tokens(was.get(record_id, {}), (row["issue_day"], row["arrival_day"])))
                for record_id, row in told.items()
            ]
            if taken:
                self.take(connection, taken)
            connection.execute(_FORGET_DOCUMENTS, {"ids": ids})
            connection.execute(_FORGET_TEXTS, {"ids": ids})

    def rebuild(self, connection, progress=None, each=map):
        self.drop(connection)
        self.create(connection)
        connection.execute(insert(documents).from_select(documents.c.keys(), _all_documents()))
        learned = vocabulary.Learner(connection)
        self.begin(connection)
        done = 0
        for put, words in each(_cut, _parts(connection)):
            self.put(connection, put)
            learned.words |= words
            done += len(put)
            if progress:
                progress(done)
        learned.finish()
        self.finish(connection)

    def all_ids(self, connection, asked, scopes, where, principals):
        """Ids of all that is counted of a search: list."""
        order = searching.UNORDERED
        return list(searching.search(self, connection, asked, scopes, where, order, 0, MOST_COUNTED, principals).ids)

    def graded(self, connection, tiers, narrowed, within, most):
        """Those of the hits that are in ``tiers`` (list of (closeness, tree)): dict place -> closeness of its first
        tier. The newest ``most`` of each tier, and no tier more once there are so many. ``within``: the places of all
        hits (frozenset), None when they are too many to know.
        """
        found = {}
        for close, tree in tiers:
            # A tier is a part of the hits: where they are known, who may see them need not be asked again.
            if within is None:
                places = self.places(connection, tree, narrowed, most)
            else:
                places = self.places_within(connection, tree, narrowed, within, most)
            for place in places:
                found.setdefault(place, close)
            if len(found) >= most or within and len(found) == len(within):
                break
        return found

    def search(self, connection, asked, scopes=None, where=(), order=None, start=0, size=25, principals=None):
        return searching.search(self, connection, asked, scopes, where, order, start, size, principals)

    def _sign(self, connection):
        connection.execute(delete(about).where(about.c.name == _ABOUT))
        connection.execute(insert(about).values(name=_ABOUT, value=VERSION))


def batched(ids):
    """``ids`` in lists as long as one statement names."""
    ids = list(ids)
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


def _by_id(connection, query, ids):
    """dict record_id -> row as a mapping."""
    return {row["record_id"]: row for row in connection.execute(query, {"ids": ids}).mappings()}


def _place(record_id, issue_day, arrival_day, created):
    return place_of(record_id, arrival_day or issue_day or _EPOCH + int(created // 86400))


def _all_documents():
    created = _EPOCH + cast(records.c.created, BigInteger) // 86400
    days = case(
        (records.c.arrival_day > 0, records.c.arrival_day),
        (records.c.issue_day > 0, records.c.issue_day),
        else_=created,
    )
    place = days.op("<<")(ID_BITS).op("|")(records.c.id)
    return select(records.c.id, place, records.c.issue_day, records.c.arrival_day).where(
        records.c.id == record_texts.c.record_id
    )


def _parts(connection):
    """All that is searched, in lists of dict, in the order of their places."""
    last = 0
    while rows := connection.execute(_told_after(last)).mappings().all():
        last = rows[-1]["place"]
        yield [dict(row) for row in rows]


def _cut(rows):
    """([(place, tokens)], words) of a part; what a search index costs, so others may do it."""
    put = [(row["place"], tokens(row, (row["issue_day"], row["arrival_day"]))) for row in rows]
    return put, set().union(*map(vocabulary.vocabulary, rows))


def _told_after(place):
    told = documents.c.place, documents.c.issue_day, documents.c.arrival_day
    query = select(record_texts, *told).join(documents, documents.c.record_id == record_texts.c.record_id)
    return query.where(documents.c.place > place).order_by(documents.c.place).limit(_BATCH)
