"""Phrases of three words and more, checked in the texts of the hits.

The index knows pairs of neighbours: "kế hoạch năm" is asked for as "kế hoạch" and "hoạch năm", which may stand at two
ends of a file. So the candidates are read. Pure but for :func:`in_order`.
"""

from functools import cache
from functools import lru_cache
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.tables import record_texts
from qlvb.content.index.words import forms
import re
from sqlalchemy import select


#: So many candidates of a phrase are read, the newest ones.
MOST_READ = 500
_BATCH = 100
_FIELDS = ("subject", "reference", "people", "fields", "content")
#: Marks of decomposed letters and signs that show nothing, wherever they stand in a word.
_MARKS = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*"
#: The last code points that fold to a letter of a word: Latin with its Vietnamese extension.
_LETTERS = range(ord("A"), 0x1F00)


def long_phrases(asked):
    """The phrases asked for that pairs do not settle: list of tuples of words."""
    return [words for words in asked.phrases if len(words) > 2]


def in_order(connection, asked, places):
    """Those of ``places`` whose records have every long phrase asked for, word after word: list."""
    patterns = [pattern_of(tuple(word.folded for word in words)) for words in long_phrases(asked)]
    if not patterns:
        return list(places)
    good = set()
    ids = [id_at(place) for place in places]
    columns = [record_texts.c[name] for name in _FIELDS]
    for start in range(0, len(ids), _BATCH):
        some = record_texts.c.record_id.in_(ids[start : start + _BATCH])
        for row in connection.execute(select(record_texts.c.record_id, *columns).where(some)):
            if all(any(pattern.search(text) for text in row[1:]) for pattern in patterns):
                good.add(row.record_id)
    return [place for place in places if id_at(place) in good]


@cache
def _variants():
    """dict folded character -> the characters that are written for it."""
    found = {}
    for code in _LETTERS:
        char = chr(code)
        folded = forms(char)[0]
        if len(folded) == 1:
            found.setdefault(folded, []).append(char)
    return found


@lru_cache(maxsize=256)
def pattern_of(folded):
    """A pattern that finds words (tuple of folded forms) one after the other, however they are written and separated.

    >>> bool(pattern_of(("ke", "hoach", "5")).search("Triển khai KẾ  HOẠCH, 05 năm"))
    True
    >>> bool(pattern_of(("ke", "hoach", "5")).search("kế hoạch và hoạch 5; kế hoạch 51"))
    False
    """
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(_of_word, folded)) + r"(?![^\W_])")


def _of_word(folded):
    if folded.isdigit():
        return f"0*{folded}"
    parts = []
    for place, char in enumerate(folded):
        written = _variants().get(char, [char])
        if char == "y" and place == len(folded) - 1:
            written = [*written, *_variants()["i"]]
        parts.append(f"[{re.escape(''.join(written))}]{_MARKS}")
    return "".join(parts)
