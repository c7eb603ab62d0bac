"""Which of some hits come first.

By what was typed: a reference number that is the one asked for; then how much of the question stands in the subject,
as typed, in a row, and how little else; then in number and people; then elsewhere. Newer records come first among
equals.
"""

from qlvb.content.index.fulltext.found import day_at
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.tables import record_texts
from qlvb.content.index.words import all_forms
from qlvb.content.index.words import pairs
from qlvb.content.index.words import reference_keys
from sqlalchemy import func
from sqlalchemy import select


_SHOWN = (record_texts.c.subject, record_texts.c.reference, record_texts.c.people, record_texts.c.fields)
#: So many characters of the text of files are read to see what stands together.
_READ = 20_000


def ranked(connection, asked, places, closeness=None):
    """Ids of the records at ``places``, best first: list of int. ``closeness``: place -> 0 to 1, how much of the
    question stands together in the record, as far as is known; None to look into the texts.
    """
    if len(places) < 2:
        return [id_at(place) for place in places]
    ids = [id_at(place) for place in places]
    content = [func.substr(record_texts.c.content, 1, _READ).label("content")] if closeness is None else []
    query = select(record_texts.c.record_id, *_SHOWN, *content).where(record_texts.c.record_id.in_(ids))
    texts = {row.record_id: row for row in connection.execute(query)}
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
        subject = all_forms(texts.subject)
        value += 10 * self._part(subject)
        value += 4 * self._part(all_forms(texts.people)) + 3 * self._part(all_forms(texts.reference))
        value += 2 * self._part(all_forms(texts.fields))
        said = {folded for folded, _exact in subject}
        # How little else the subject says, and how new it is, decide between records that answer alike.
        value += 2 * len(said & self.folded) / (len(said) + 3)
        return round(value, 3) + 0.5 / (1 + age / 365)

    def closeness(self, texts):
        """Part of the neighbours asked for that stand together, wherever: 0 to 1."""
        if texts is None or not self.pairs:
            return 0.0
        left = set(self.pairs)
        for text in (texts.subject, texts.people, texts.fields, texts.reference, texts.content):
            if left:
                left.difference_update(pairs([folded for folded, _exact in all_forms(text)]))
        return 1 - len(left) / len(self.pairs)

    def _part(self, said):
        """Part of the question that stands in a field (list of (folded, exact)): 0 to about 4."""
        if not said:
            return 0.0
        folded, exact = zip(*said, strict=True)
        value = len(self.folded.intersection(folded)) / len(self.folded)
        if not value:
            return 0.0
        if self.exact:
            value += len(self.exact.intersection(exact)) / len(self.exact)
        if self.pairs:
            value += len(self.pairs.intersection(pairs(folded))) / len(self.pairs)
        if self.exact_pairs:
            value += len(self.exact_pairs.intersection(pairs(exact))) / len(self.exact_pairs)
        return value
