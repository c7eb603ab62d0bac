"""The words that occur in the index, so that slips of typing can be set right.

A word is kept under itself and under what is left when one letter is taken out of it. Two words that differ by one
letter lost, added, exchanged or swapped share such a rest, so the neighbours of a word are found by looking up a dozen
keys, however many words there are (the idea of SymSpell). Words stay when the last record with them goes, for what is
proposed is searched first; they go when the index is scrubbed after a destruction.
"""

from functools import lru_cache
from qlvb.content.index.fulltext.tokens import vocabulary
from sqlalchemy import Column
from sqlalchemy import Index
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert


metadata = MetaData()
#: ``rest`` is the word itself or the word without one letter.
search_words = Table(
    "search_words",
    metadata,
    Column("rest", Text(collation="C").with_variant(Text(), "sqlite"), primary_key=True),
    Column("word", Text(collation="C").with_variant(Text(), "sqlite"), primary_key=True),
    Index("search_words_word", "word"),
    sqlite_with_rowid=False,
)
_MOST_KEYS = 10_000


def create(connection):
    metadata.create_all(connection)


def drop(connection):
    metadata.drop_all(connection)


@lru_cache(maxsize=16384)
def rests(word):
    """``word`` and all that is left of it without one letter: tuple of str.

    >>> rests("nam")
    ('nam', 'am', 'nm', 'na')
    """
    return tuple(dict.fromkeys([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]))


def known(connection, words):
    """Those of ``words`` that occur: set of str."""
    words = list(dict.fromkeys(words))[:_MOST_KEYS]
    query = select(search_words.c.word).where(
        search_words.c.word.in_(words), search_words.c.rest == search_words.c.word
    )
    return set(connection.scalars(query)) if words else set()


def near(connection, word):
    """Words that differ from ``word`` by a slip: set of str."""
    query = select(search_words.c.word).where(search_words.c.rest.in_(rests(word)))
    return set(connection.scalars(query.limit(500))) - {word}


def beginning(connection, start, most):
    """Up to ``most`` words that begin with ``start``, shortest first: list of str."""
    word = search_words.c.word
    query = select(word).where(word >= start, word < start + "\U0010ffff", search_words.c.rest == word).limit(most * 8)
    return sorted(connection.scalars(query), key=lambda found: (len(found), found))[:most]


def words_after(connection, word, most):
    """The next words in order: list of str."""
    query = select(search_words.c.word).where(search_words.c.word > word, search_words.c.rest == search_words.c.word)
    return list(connection.scalars(query.order_by(search_words.c.word).limit(most)))


def forget(connection, words):
    """Words (set of str) that no record has any more."""
    if words:
        connection.execute(delete(search_words).where(search_words.c.word.in_(sorted(words))))


def learn(connection, texts):
    """Keep the words of a record. Only new ones are written, in one order for all, so that writers do not wait in a
    circle.
    """
    learner = Learner(connection)
    learner.add(texts)
    learner.finish()


class Learner:
    """Gathers the words of many records and writes those not yet known."""

    def __init__(self, connection):
        self.connection = connection
        self.words = set()

    def add(self, texts):
        self.words |= vocabulary(texts)

    def finish(self):
        words = sorted(self.words)
        for at in range(0, len(words), 1000):
            part = words[at : at + 1000]
            new = sorted(set(part) - known(self.connection, part))
            rows = [{"rest": rest, "word": word} for word in new for rest in rests(word)]
            if rows:
                self.connection.execute(_insert_missing(self.connection), rows)
        self.words = set()


def _insert_missing(connection):
    if connection.dialect.name == "postgresql":
        return postgresql_insert(search_words).on_conflict_do_nothing()
    return insert(search_words).prefix_with("OR IGNORE")
