"""From the texts of a record to the tokens of the full-text index. Pure functions.

Neither database cuts words for us: both get tokens of ours and only look them up. So both find the same, and nothing in
the index needs positions, which are what makes phrases slow in both (a phrase is a row of *pairs*).

============  ==========================================================================
``quyet``     folded word, in any field
``quyết``     exact word, in any field; words without accents have the folded form only
``a_b``       folded pair of neighbours, in any field
``s:``…       each of these in the subject, exact pairs too
``r:``…       the record's own reference number (:func:`words.reference_keys`)
``d:``…       its days of issue and arrival (:mod:`written`)
``a:``…       scope: its agency
============  ==========================================================================
"""

from functools import lru_cache
from qlvb.content.index.words import all_forms
from qlvb.content.index.words import pairs
from qlvb.content.index.words import reference_keys
from qlvb.content.index.written import day_tokens
from qlvb.content.index.written import mentioned
import re


#: Raised whenever other tokens come out of the same texts; an index of another version must be rebuilt.
VERSION = "1"
FIELDS = ("subject", "reference", "people", "fields", "content")
#: Characters of the text of files that are kept and searched: about 100 pages.
LONGEST_CONTENT = 200_000
#: Characters of any other field.
LONGEST_FIELD = 20_000
#: A tsvector of PostgreSQL holds a megabyte.
_MOST_BYTES = 800_000
_SURELY_FITS = 60_000


def cut(name, text):
    """``text`` of field ``name`` as it is kept."""
    return (text or "").replace("\0", " ")[: LONGEST_CONTENT if name == "content" else LONGEST_FIELD]


def scope_token(scope):
    """
    >>> scope_token("so-khcn")
    'a:so_khcn'
    """
    return "a:" + re.sub(r"\W", "_", scope.lower())


def tokens(texts, days=()):
    """Tokens of a record: set of str. ``texts``: column of ``record_texts`` -> str; ``days``: ordinals of its own
    days.
    """
    found = {scope_token(texts.get("scope") or "")}
    found.update(f"r:{key}" for key in reference_keys(texts.get("reference") or ""))
    for day in days:
        found.update(day_tokens(day))
    for name in FIELDS:
        text = texts.get(name) or ""
        if not text:
            continue
        of_field = field_tokens(text, in_subject=name == "subject")
        if len(text) > _SURELY_FITS:
            of_field = _as_many_as_fit(of_field, _MOST_BYTES)
        found |= of_field
    return found


def field_tokens(text, in_subject=False):
    """Tokens of the words of one field: set of str.

    >>> sorted(field_tokens("Quyết định"))
    ['dinh', 'quyet', 'quyet_dinh', 'quyết', 'định']
    """
    said = all_forms(text)
    if not said:
        return set()
    folded, exact = zip(*said, strict=True)
    found = {*folded, *exact}
    found.update(map("_".join, pairs(folded)))
    if in_subject:
        found.update([f"s:{token}" for token in found], [f"s:{one}_{two}" for one, two in pairs(exact)])
    found |= mentioned(text)
    return found


def _as_many_as_fit(of_field, room):
    """Of a field too rich for the index, single words before pairs: set of str."""
    kept = set()
    for token in sorted(of_field, key=lambda token: ("_" in token, token)):
        room -= len(token.encode())
        if room < 0:
            break
        kept.add(token)
    return kept


def vocabulary(texts):
    """Folded words that a slip of typing may have meant: set of str. Of the text of files only what looks like a
    syllable: read from scans, it is full of what is no word.
    """
    found = set()
    for name in FIELDS:
        if text := texts.get(name):
            shape = _is_syllable if name == "content" else _is_letters
            found.update(filter(shape, {folded for folded, _exact in all_forms(text)}))
    return found


def _remembered(pattern):
    fits = re.compile(pattern).fullmatch
    return lru_cache(maxsize=65536)(lambda word: fits(word) is not None)


_is_letters = _remembered(r"[a-z]{2,20}")
_is_syllable = _remembered(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
