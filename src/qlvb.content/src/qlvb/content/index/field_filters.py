"""Clauses for the fields of a search by fields (NĐ 30/2020 Phụ lục VI mục 6d). Pure functions."""

from qlvb.content.index.tables import records
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.content.text import nfc
from sqlalchemy import func
from sqlalchemy import or_


#: ``records.subject_sort`` keeps so much of a subject.
SORTED_LENGTH = 200
MAX_WORDS = 20


def with_number(value):
    """Documents with this number (arrival number of incoming ones); None for what is no number."""
    text = str(value)
    return records.c.number_sort == int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def with_symbol(symbol):
    """The symbol stands anywhere in the reference, however its parts are separated."""
    key = compact(symbol)
    return records.c.reference_key.contains(key, autoescape=True) if key else None


def with_subject(text):
    """All words stand in the subject, accents or not. What lies beyond the part that is kept is left to the full text
    (:func:`words_of`).
    """
    words = fold(text).split()
    if not words or len(words) > MAX_WORDS:
        return None
    here = [records.c.subject_sort.contains(word, autoescape=True) for word in words]
    beyond = func.length(records.c.subject) > SORTED_LENGTH
    return or_(beyond, here[0] if len(here) == 1 else here[0] & _all(here[1:]))


def with_signatory(value):
    """Signed by one of these: userids, or names of those who are not of this site."""
    values = [nfc(str(one)) for one in (value if isinstance(value, (list, tuple)) else [value])]
    if len(values) > 100 or any("\0" in one for one in values):
        return None
    return records.c.facts["signatory"].as_string().in_(values)


def with_field_of_work(text):
    """The field of work has these words, as they are written."""
    return records.c.facts["field_of_work"].as_string().icontains(nfc(text), autoescape=True)


def words_of(filters):
    """What the full text is asked for besides: the words of the subject. str."""
    value = filters.get("subject")
    return value if isinstance(value, str) else ""


def _all(clauses):
    result = clauses[0]
    for clause in clauses[1:]:
        result = result & clause
    return result


#: Filters whose value is one str -> the clause.
OF_TEXT = {
    "number": with_number,
    "symbol": with_symbol,
    "subject": with_subject,
    "field_of_work": with_field_of_work,
}
#: Filters whose value is one str or several.
OF_VALUES = {"signatory": with_signatory}
