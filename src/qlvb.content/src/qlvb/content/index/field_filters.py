"""Clauses for the fields of a search by fields (NĐ 30/2020 Phụ lục VI mục 6d). Pure functions."""

from qlvb.content.index.known import containing
from qlvb.content.index.tables import records
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.content.text import nfc
from sqlalchemy import and_
from sqlalchemy import func
from sqlalchemy import or_


#: ``records.subject_sort`` keeps so much of a subject.
SORTED_LENGTH = 200
MAX_WORDS = 20
MAX_VALUES = 100


def with_number(value):
    """Documents with this number (arrival number of incoming ones); None for what is no number."""
    text = str(value)
    return records.c.number_sort == int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def with_symbol(value):
    """The symbol of the document has one of these anywhere in it, however its parts are separated."""
    return _any_part("symbol", value, compact)


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
    values = strings(value)
    return one_of(records.c.signatory, [nfc(one) for one in values]) if values else None


def with_field_of_work(value):
    """The field of work has one of these anywhere in it, accents or not."""
    return _any_part("field_of_work", value, fold)


def with_retention_years(value):
    """Kept for one of these numbers of years."""
    values = numbers(value, 2)
    return one_of(records.c.retention_years, values) if values else None


def with_additional(value):
    """Dossiers that say one of these in a field of their agency (``id=value``); several fields have all to be right."""
    values = strings(value)
    asked = {}
    for one in values or ():
        field, found, said = one.partition("=")
        if not found or not field:
            return None
        asked.setdefault(field, []).append(said)
    clauses = [one_of(records.c.facts["additional"][field].as_string(), said) for field, said in asked.items()]
    return and_(*clauses) if clauses else None


def with_year(value):
    """Of one of these years."""
    values = numbers(value, 4, 4)
    return one_of(records.c.year, values) if values else None


def one_of(column, values):
    """The clause for ``values`` (list, not empty)."""
    return column == values[0] if len(values) == 1 else column.in_(values)


def strings(value):
    """The values of a filter as list of str; None for too many, or what no database holds."""
    values = [str(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
    return None if len(values) > MAX_VALUES or any("\0" in one for one in values) else values


def numbers(value, most, least=1):
    """The values of a filter as list of int with ``least`` to ``most`` digits, None when one is none."""
    values = strings(value) or []
    fit = all(one.isascii() and one.isdigit() and least <= len(one) <= most for one in values)
    return [int(one) for one in values] if fit else None


def _any_part(kind, value, key_of):
    keys = [key_of(one).strip() for one in strings(value) or ()]
    return containing(kind, keys) if keys and all(keys) else None


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
    "subject": with_subject,
}
#: Filters whose value is one str or several.
OF_VALUES = {
    "additional": with_additional,
    "year": with_year,
    "signatory": with_signatory,
    "symbol": with_symbol,
    "field_of_work": with_field_of_work,
    "retention_years": with_retention_years,
}
