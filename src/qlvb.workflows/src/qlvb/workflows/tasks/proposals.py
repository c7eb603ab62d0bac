"""Who is to do it, and until when: read from the sentence that orders it, to be looked over before the task is given.
Pure functions.
"""

from calendar import monthrange
from datetime import date
from datetime import timedelta
from qlvb.content.text import nfc
import re


#: A day without its year is one of the coming half year, or none: older papers name days that are past.
AHEAD = timedelta(days=183)
#: What stands before a deadline. Without it a day is that of a paper which the sentence cites.
_UNTIL = r"\b(?P<until>trước|chậm nhất|muộn nhất|hết|cuối|hạn|xong|trong|vào|đến)"
_SMALL = r"(?:\s*:)?(?:\s+(?:là|vào|trước|đến|hết|cuối|hoàn thành|thực hiện|báo cáo))*\s*:?\s*"
_YEAR = r"(?:\s*(?:/|[,]?\s*năm)\s*(?P<year>\d{4}))?"
_DAY = re.compile(
    _UNTIL + _SMALL + r"(?:ngày\s+)?(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<year>\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    _UNTIL + _SMALL + r"ngày\s+(?P<day>\d{1,2})(?!\d)(?!\s*(?:[/.-]\s*\d|tháng|hằng|hàng))", re.IGNORECASE
)
_MONTH = re.compile(_UNTIL + _SMALL + r"tháng\s+(?P<month>\d{1,2})(?!\d)" + _YEAR, re.IGNORECASE)
_QUARTER = re.compile(_UNTIL + _SMALL + r"quý\s+(?P<quarter>IV|I{1,3}|[1-4])\b" + _YEAR, re.IGNORECASE)
_WHOLE_YEAR = re.compile(_UNTIL + _SMALL + r"năm\s+(?P<year>\d{4})", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
#: Who stands behind these words helps, is told, or is spoken of.
_OTHERS = re.compile(
    r"(?:phối hợp(?: với| cùng)?|cùng(?: với)?|gửi(?: về| cho)?|báo cáo|trình|xin ý kiến|của|thuộc|tại|theo)\s*$",
    re.IGNORECASE,
)
#: What makes another body of a name: "Văn phòng UBND tỉnh" is not the office of this agency.
_GOES_ON = re.compile(r"\s+(?:UBND|HĐND|Ủy ban|Hội đồng|Tỉnh ủy|Chính phủ|Quốc hội|Sở|Bộ)\b", re.IGNORECASE)


def deadline_in(words, today):
    """The last deadline that ``words`` (str) name, from ``today`` on: date, or None. A month, a quarter, a year end
    with their last day; before a month is the day before it.

    >>> today = date(2026, 11, 23)
    >>> deadline_in("Văn phòng báo cáo trước ngày 05/12/2026 theo Quyết định ngày 12/5/2027.", today)
    datetime.date(2026, 12, 5)
    >>> [str(deadline_in(one, today)) for one in ("xong trong tháng 12", "hoàn thành trước tháng 02/2027")]
    ['2026-12-31', '2027-01-31']
    >>> [str(deadline_in(one, today)) for one in ("trong quý I/2027", "chậm nhất ngày 30 tháng 11 năm 2026")]
    ['2027-03-31', '2026-11-30']
    >>> print(deadline_in("báo cáo trước ngày 15 hằng tháng", today), deadline_in("trước ngày 30/10", today))
    None None
    """
    words = " ".join(nfc(words).split())
    readers = ((_DAY, _day), (_DAY_ALONE, _day_alone), (_MONTH, _month), (_QUARTER, _month), (_WHOLE_YEAR, _month))
    found = [reader(match.groupdict(), today) for pattern, reader in readers for match in pattern.finditer(words)]
    return max((day for day in found if day is not None and day >= today), default=None)


def _day(said, today):
    year, month, day = (int(said[name] or 0) for name in ("year", "month", "day"))
    if year:
        return _dated(year, month, day)
    return _coming([_dated(one, month, day) for one in (today.year, today.year + 1)], today)


def _day_alone(said, today):
    following = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return _coming([_dated(one.year, one.month, int(said["day"])) for one in (today, following)], today)


def _month(said, today):
    """The end of a month, of a quarter, of a year."""
    first = last = int(said.get("month") or 0)
    if said.get("quarter"):
        quarter = _ROMAN.get(said["quarter"].upper()) or int(said["quarter"])
        first, last = quarter * 3 - 2, quarter * 3
    elif "month" not in said:
        first, last = 1, 12
    ends = [_end(year, first, last, said["until"]) for year in _years(said, today)]
    return ends[0] if said["year"] else _coming(ends, today)


def _years(said, today):
    return [int(said["year"])] if said["year"] else [today.year, today.year + 1]


def _end(year, first, last, until):
    if not (1 <= first <= 12 and 2000 <= year <= 2100):
        return None
    if until.casefold() == "trước":
        return date(year, first, 1) - timedelta(days=1)
    return date(year, last, monthrange(year, last)[1])


def _coming(days, today):
    return next((day for day in days if day is not None and today <= day <= today + AHEAD), None)


def _dated(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def lead_in(words, names):
    """The value of whom ``words`` (str) name first as the one who does it; "" for nobody. ``names``: pairs (name,
    value); names in capitals are symbols and have to be written so.

    >>> names = [("Văn phòng", "vp"), ("Sở Nội vụ", "snv"), ("QLKH", "qlkh"), ("Lê Minh Anh", "anh")]
    >>> lead_in("Phối hợp với Sở Nội vụ, giao văn phòng rà soát, báo cáo đồng chí Lê Minh Anh", names)
    'vp'
    >>> [lead_in(one, names) for one in ("Phòng QLKH báo cáo", "Đề nghị Văn phòng UBND tỉnh", "Công văn 12/QLKH-TH")]
    ['qlkh', '', '']
    """
    words = " ".join(nfc(words).split())
    found = []
    for name, value in names:
        flags = 0 if name == name.upper() else re.IGNORECASE
        for match in re.finditer(rf"(?<![\w/&-]){re.escape(nfc(name))}(?![\w/&-])", words, flags):
            if not (_OTHERS.search(words[: match.start()]) or _GOES_ON.match(words, match.end())):
                found.append((match.start(), -len(name), value))
                break
    return min(found)[2] if found else ""
