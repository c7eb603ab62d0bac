"""Dates and reference numbers inside text, as offices write them, and the tokens by which the index keeps them. Pure.

Of a record's own dates and number: ``d:20260315``, ``e:0315`` (day and month), ``m:202603``, ``q:20261``, ``y:2026``,
``r:123ubndvx``. Those that its text mentions: ``20260315`` and ``123ubndvx``, words like others.
"""

from datetime import date
from qlvb.content.index.words import compact
import re
from typing import NamedTuple


_YEAR = r"(?P<y>(?:19|20)\d\d)"
_END = r"(?![\w/])"
_START = r"(?<![\w/])"
_N = "(?:năm|nam)"
_T = "(?:tháng|thang)"
_DAY_WORD = r"(?:(?:ngày|ngay|mùng|mung)\s+)?"
_REFERENCE = rf"{_START}\d{{1,6}}[a-zđ]?\s*/\s*(?:(?:19|20)\d\d\s*/\s*)?(?![dđ]\d)[^\W\d_]\w*(?:[-–/.&][^\W_]+)*"
#: What comes first in this order is taken.
_FORMS = [
    (kind, re.compile(form, re.IGNORECASE))
    for kind, form in (
        ("reference", _REFERENCE),
        ("date", rf"{_START}{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d){_END}"),
        ("date", rf"{_START}{_DAY_WORD}(?P<d>\d{{1,2}})\s?(?P<s>[/.-])\s?(?P<m>\d{{1,2}})\s?(?P=s)\s?{_YEAR}{_END}"),
        (
            "date",
            rf"{_START}{_DAY_WORD}(?P<d>\d{{1,2}})\s+{_T}\s+(?P<m>\d{{1,2}})(?:\s*(?:,|/|-|\s{_N})\s*{_YEAR})?{_END}",
        ),
        ("date", rf"{_START}(?:ngày|ngay)\s+(?P<d>\d{{1,2}})\s?[/-]\s?(?P<m>\d{{1,2}}){_END}"),
        ("date", rf"{_START}{_T}\s+(?P<m>\d{{1,2}})\s*(?:[/.-]|\s{_N}\s|\s)\s*{_YEAR}{_END}"),
        ("date", rf"{_START}(?:quý|quí|quy|qui)\s+(?P<q>iv|i{{1,3}}|[1-4])\s*(?:[/.-]|\s{_N}\s|\s)\s*{_YEAR}{_END}"),
        ("date", rf"{_START}(?P<m>\d{{1,2}})\s?[/-]\s?{_YEAR}{_END}"),
        ("date", rf"{_START}(?:{_N}\s+)?{_YEAR}{_END}"),
    )
]
_DIGIT = re.compile(r"\d")
#: Where any of the forms may begin: looked for once instead of by each of them.
_STARTS = re.compile(
    rf"{_START}(?=\d|(?:ngày|ngay|mùng|mung|tháng|thang|năm|nam)\s+\d|(?:quý|quí|quy|qui)\s+(?:iv|i{{1,3}}|[1-4]))",
    re.IGNORECASE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Claim(NamedTuple):
    """A stretch of text that is more than its words."""

    start: int
    end: int
    kind: str
    tokens: tuple


def claims(text):
    """Dates and references in ``text`` (composed): list of :class:`Claim` in order, none over another.

    >>> [(claim.kind, claim.tokens) for claim in claims("123/UBND-VX ngày 15 tháng 3 năm 2026, tháng 4/2026")]
    [('reference', ('123ubndvx',)), ('date', ('d:20260315', '20260315')), ('date', ('m:202604',))]
    """
    if not _DIGIT.search(text):
        return []
    found = []
    starts = [match.start() for match in _STARTS.finditer(text)]
    for kind, form in _FORMS:
        end = 0
        for start in starts:
            match = form.match(text, start) if start >= end else None
            if match is None:
                continue
            end = match.end()
            if any(start < claim.end and claim.start < end for claim in found):
                continue
            tokens = (compact(match.group()),) if kind == "reference" else _date_tokens(match.groupdict())
            if tokens:
                found.append(Claim(start, end, kind, tokens))
    return sorted(found)


def _date_tokens(said):
    year, month, day, quarter = (said.get(name) for name in "ymdq")
    if quarter:
        return (f"q:{year}{_QUARTERS.get(quarter.lower(), quarter)}",)
    try:
        # Of a day without a year, a leap year says whether it can be.
        when = date(int(year or 2000), int(month or 1), int(day or 1))
    except ValueError:
        return ()
    if day and year:
        return (f"d:{when:%Y%m%d}", f"{when:%Y%m%d}")
    if day:
        return (f"e:{when:%m%d}",)
    return (f"m:{when:%Y%m}",) if month else (f"y:{year}",)


def day_tokens(ordinal):
    """Tokens of a record's own day (``date.toordinal()``; 0 for none): list of str.

    >>> day_tokens(date(2026, 3, 15).toordinal())
    ['d:20260315', 'e:0315', 'm:202603', 'q:20261', 'y:2026']
    """
    if not 0 < ordinal <= date.max.toordinal():
        return []
    when = date.fromordinal(ordinal)
    quarter = (when.month + 2) // 3
    year = f"{when.year:04}"
    return [
        f"d:{year}{when:%m%d}",
        f"e:{when:%m%d}",
        f"m:{year}{when:%m}",
        f"q:{year}{quarter}",
        f"y:{year}",
    ]


def mentioned(text):
    """Tokens of the dates and references that ``text`` mentions: set of str."""
    return {claim.tokens[-1] for claim in claims(text) if ":" not in claim.tokens[-1]}
