"""Which of some hits come first.

By what was typed: a reference number that is the one asked for; then how much of the question stands in the subject,
as typed, in a row, and how little else; then in number and people; then elsewhere. Newer records come first among
equals.
"""

from functools import lru_cache
from qlvb.content.index.fulltext.found import day_at
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.tables import record_texts
from qlvb.content.index.words import all_forms
from qlvb.content.index.words import pairs
from qlvb.content.index.words import reference_keys
from sqlalchemy import bindparam
from sqlalchemy import func
from sqlalchemy import select
from typing import NamedTuple


#: So many characters of the text of files are read to see what stands together.
_READ = 20_000
_SHOWN = (
    record_texts.c.record_id,
    record_texts.c.subject,
    record_texts.c.reference,
    record_texts.c.people,
    record_texts.c.fields,
)
_THESE = record_texts.c.record_id.in_(bindparam("ids", expanding=True))
# Made once: putting a statement together costs more than many of them.
_TEXTS = select(*_SHOWN).where(_THESE)
_TEXTS_WITH_CONTENT = select(*_SHOWN, func.substr(record_texts.c.content, 1, _READ).label("content")).where(_THESE)
#: Texts of which it is remembered how their words are compared, and the most characters of one: the next page, the next
#: letter typed and the next person's question have the same records to rank.
_REMEMBERED = 8192
_SHORT = 600


def ranked(connection, asked, places, closeness=None):
    """Ids of the records at ``places``, best first: list of int. ``closeness``: place -> 0 to 1, how much of the
    question stands together in the record, as far as is known; None to look into the texts.
    """
    if len(places) < 2:
        return [id_at(place) for place in places]
    ids = [id_at(place) for place in places]
    query = _TEXTS_WITH_CONTENT if closeness is None else _TEXTS
    texts = {row.record_id: row for row in connection.execute(query, {"ids": ids})}
    question = Question(asked)
    newest = max(places)

    def value(place):
        row = texts.get(id_at(place))
        own = question.score(row, day_at(newest) - day_at(place))
        close = question.closeness(row) if closeness is None else closeness.get(place, 0)
        return own + _TOGETHER * close + _IN_A_ROW * (close >= 1), place

    return [id_at(place) for place in sorted(places, key=value, reverse=True)]


#: Worth of neighbours that stand together anywhere, and of all of them doing so; in the subject the question is worth
#: up to 40.
_TOGETHER = 12
_IN_A_ROW = 15


class Question:
    """What was asked, ready to be compared with many records."""

    def __init__(self, asked):
        said = asked.words
        neighbours = pairs(said)
        self.references = set(asked.references)
        self.beginnings = tuple(key for key in asked.beginnings if not key.isdigit())
        self.folded = _between_blanks({word.folded for word in said})
        self.exact = _between_blanks({word.exact for word in said if word.accented})
        self.pairs = _between_blanks({f"{one.folded} {two.folded}" for one, two in neighbours})
        self.exact_pairs = _between_blanks(
            {f"{one.exact} {two.exact}" for one, two in neighbours} if asked.accented else ()
        )

    def score(self, texts, age):
        """How well a record answers: float. ``texts``: row with subject, reference, people, fields, None when it has
        none. ``age``: days.
        """
        if texts is None:
            return 0.0
        value = 0.0
        keys = _keys(texts.reference) if self.references else ()
        if keys:
            full = {key for key in keys if not key.isdigit()}
            if self.references & full:
                # The longest number that was typed is the one that was meant.
                value += 1000 + max(len(key) for key in self.references & full)
            elif any(key.startswith(self.beginnings) for key in full if self.beginnings):
                value += 500
            elif self.references & set(keys):
                value += 400
        subject = said_in(texts.subject)
        value += 10 * self._part(subject)
        value += 4 * self._part(said_in(texts.people)) + 3 * self._part(said_in(texts.reference))
        value += 2 * self._part(said_in(texts.fields))
        # How little else the subject says, and how new it is, decide between records that answer alike.
        value += 2 * _count(self.folded, subject.folded) / (subject.length + 3)
        return round(value, 3) + 0.5 / (1 + age / 365)

    def closeness(self, texts):
        """Part of the neighbours asked for that stand together, wherever: 0 to 1."""
        if texts is None or not self.pairs:
            return 0.0
        left = self.pairs
        for text in (texts.subject, texts.people, texts.fields, texts.reference, texts.content):
            if left:
                folded = said_in(text).folded
                left = [pair for pair in left if pair not in folded]
        return 1 - len(left) / len(self.pairs)

    def _part(self, said):
        """Part of the question that stands in a field (:class:`Said`): 0 to about 4."""
        found = _count(self.folded, said.folded)
        if not found:
            return 0.0
        value = found / len(self.folded)
        if self.exact:
            value += _count(self.exact, said.exact) / len(self.exact)
        if self.pairs:
            value += _count(self.pairs, said.folded) / len(self.pairs)
        if self.exact_pairs:
            value += _count(self.exact_pairs, said.exact) / len(self.exact_pairs)
        return value


class Said(NamedTuple):
    """The words of a text in both forms, each between blanks, so that words and neighbours are found as parts of them;
    and how many different ones there are.
    """

    folded: str
    exact: str
    length: int


def said_in(text):
    """:class:`Said` of a text.

    >>> said_in("Quyết định")
    Said(folded=' quyet dinh ', exact=' quyết định ', length=2)
    """
    return _remembered(text) if text and len(text) <= _SHORT else _said_in(text)


def _said_in(text):
    said = all_forms(text)
    if not said:
        return _NOTHING
    folded, exact = zip(*said, strict=True)
    return Said(f" {' '.join(folded)} ", f" {' '.join(exact)} ", len(set(folded)))


_NOTHING = Said("", "", 0)
_remembered = lru_cache(maxsize=_REMEMBERED)(_said_in)
_keys = lru_cache(maxsize=_REMEMBERED)(reference_keys)


def _between_blanks(words):
    return [f" {word} " for word in words]


def _count(parts, text):
    """How many of ``parts`` occur in ``text``."""
    return sum([part in text for part in parts])
