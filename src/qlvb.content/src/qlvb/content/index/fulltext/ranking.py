"""Which of some hits come first.

By what was typed: a reference number that is the one asked for; then how much of the question stands in the subject,
as typed, in a row, and how little else; then in number and people; then elsewhere. Newer records come first among
equals.
"""

from qlvb.content.index.fulltext.found import day_at
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.tables import record_texts
from qlvb.content.index.words import pairs
from qlvb.content.index.words import reference_keys
from qlvb.content.index.words import words
from sqlalchemy import select


_SHOWN = (record_texts.c.subject, record_texts.c.reference, record_texts.c.people, record_texts.c.fields)


def ranked(connection, asked, places, closeness):
    """Ids of the records at ``places``, best first: list of int. ``closeness``: place -> 0 to 1, how much of the
    question stands together in the record, as far as the index tells.
    """
    if len(places) < 2:
        return [id_at(place) for place in places]
    ids = [id_at(place) for place in places]
    query = select(record_texts.c.record_id, *_SHOWN).where(record_texts.c.record_id.in_(ids))
    texts = {row.record_id: row for row in connection.execute(query)}
    question = Question(asked)
    newest = max(places)

    def value(place):
        own = question.score(texts.get(id_at(place)), day_at(newest) - day_at(place))
        close = closeness.get(place, 0)
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
        self.references = set(asked.references)
        self.beginnings = tuple(key for key in asked.beginnings if not key.isdigit())
        self.folded = {word.folded for word in said}
        self.exact = {word.exact for word in said if word.accented}
        self.pairs = {(one.folded, two.folded) for one, two in pairs(said)}
        self.exact_pairs = {(one.exact, two.exact) for one, two in pairs(said)} if asked.accented else set()
        self.row = [word.folded for word in said]

    def score(self, texts, age):
        """How well a record answers: float. ``texts``: row with subject, reference, people, fields, None when it has
        none. ``age``: days.
        """
        if texts is None:
            return 0.0
        keys = reference_keys(texts.reference)
        value = 0.0
        if keys and self.references:
            full = {key for key in keys if not key.isdigit()}
            if self.references & full:
                # The longest number that was typed is the one that was meant.
                value += 1000 + max(len(key) for key in self.references & full)
            elif any(key.startswith(self.beginnings) for key in full if self.beginnings):
                value += 500
            elif self.references & set(keys):
                value += 400
        subject = words(texts.subject)
        value += 10 * self._part(subject)
        value += 4 * self._part(words(texts.people)) + 3 * self._part(words(texts.reference))
        value += 2 * self._part(words(texts.fields))
        said = {word.folded for word in subject}
        # How little else the subject says, and how new it is, decide between records that answer alike.
        value += 2 * len(said & self.folded) / (len(said) + 3)
        return round(value, 3) + 0.5 / (1 + age / 365)

    def _part(self, said):
        """Part of the question that stands in a field: 0 to about 4."""
        if not said:
            return 0.0
        folded = {word.folded for word in said}
        value = len(folded & self.folded) / len(self.folded)
        if not value:
            return 0.0
        if self.exact:
            value += len({word.exact for word in said} & self.exact) / len(self.exact)
        if self.pairs:
            value += len({(one.folded, two.folded) for one, two in pairs(said)} & self.pairs) / len(self.pairs)
        if self.exact_pairs:
            found = {(one.exact, two.exact) for one, two in pairs(said)} & self.exact_pairs
            value += len(found) / len(self.exact_pairs)
        return value
