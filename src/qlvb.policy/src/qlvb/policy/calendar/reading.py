"""What an invitation says of a meeting: when, where, who chairs it, and the words that say so. Pure functions on text:
of the subject, and of the file (docx, layer of text of a PDF, recognised scan), where lines break anywhere.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from qlvb.content.clock import VIETNAM
from qlvb.content.text import fold
from qlvb.content.text import nfc
import re


EARLIEST, LATEST = 2000, 2100
USUAL_HOUR = time(8, 0)
#: Beginnings of lines, folded, and what stands behind them.
LABELS = (
    ("start", re.compile(r"thoi gian(?!\s+(?:nop|gui|dang ky|xac nhan))")),
    ("place", re.compile(r"dia diem")),
    ("chair", re.compile(r"(?:nguoi |dong chi )?chu tri")),
    ("", re.compile(r"thanh phan|noi dung|noi nhan|kinh (?:gui|moi)|de nghi|tai lieu|ghi chu|lien he|moi thong tin")),
)
LONGEST = {"start": 300, "place": 300, "chair": 300}
#: Lines of a value that wraps.
MOST_LINES = 4
#: Only so much of a file is read: what an invitation says of the meeting stands at its beginning.
MOST_TEXT = 20_000
_BULLET = re.compile(r"^\s*(?:[-–+•*]+|\d{1,2}\s*[.)]|[a-zđ]\s*[.)])?\s*", re.IGNORECASE)
_HOUR = re.compile(
    r"(?<![\d/])(\d{1,2})\s*(?:giờ|gio|h|g|:)\s*(\d{2})?(?!\d)(?:\s*phút)?(?:\s*(sáng|chiều|tối))?", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:ngày|ngay|(?:thứ\s+\w+|chủ nhật)\s*,?)\s*\(?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}))?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^[\s,]*(?:đến|tới|-|–)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"\btrước\s*(?:lúc|ngày)?\s*$", re.IGNORECASE)
_AT = re.compile(r"\btại\s*:?\s*(.+?)(?=,?\s+do\s+(?:đồng chí|ông|bà)\b|$)", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"\bdo\s+((?:đồng chí|ông|bà)\s+.+?)\s+chủ trì", re.IGNORECASE | re.DOTALL)
#: The day on which the letter was written, level with its number: the end of a line in the heading.
_WRITTEN = re.compile(r",\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}\s*$", re.IGNORECASE)
HEADING_LINES = 12
#: Full stops that end a sentence, not those of "TP. Sơn Hải" or "26.11.2026".
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.;!?])\s+|(?<=\d{4}[.;])\s+|(?<=\))[.;]\s+")


@dataclass(frozen=True)
class Meeting:
    """``start``, ``end``: aware datetimes, ``end`` and ``start`` None where nothing is said; ``place``, ``chair``:
    str; ``quotes``: dict of one of these -> the words that it was read from.
    """

    start: datetime | None = None
    end: datetime | None = None
    place: str = ""
    chair: str = ""
    quotes: dict = field(default_factory=dict)


def read_invitation(subject, text, today):
    """:class:`Meeting` of an invitation. The subject comes first where it names the day and the hour, then the lines
    that say what they are (*Thời gian:* …), then sentences that name both, then a subject that names but the day.
    """
    subject, text = " ".join(nfc(subject).split()), _without_heading_date(nfc(text)[:MOST_TEXT])
    labelled, sentences = _labelled(text), _sentences(text)
    quotes = {}
    start, end = None, None
    said = ((sentence, True) for sentence in sentences)
    sources = [(subject, True), (labelled.get("start", ""), False), *said, (subject, False)]
    for source, both in sources:
        start, end = when_in(source, today, both)
        if start is not None:
            quotes["start"] = source
            break
    found = {}
    for name, pattern in (("place", _AT), ("chair", _BY)):
        value = labelled.get(name, "")
        quote = value
        if not value:
            value, quote = _within(pattern, [quotes.get("start", ""), labelled.get("start", ""), *sentences])
        found[name] = value.strip(" .;,")[: LONGEST[name]]
        if found[name]:
            quotes[name] = quote
    return Meeting(start, end, found["place"], found["chair"], {name: one[:500] for name, one in quotes.items()})


def when_in(text, today, both=False):
    """(start, end) that ``text`` names, each an aware datetime or None; a day without a year is the next such one, an
    hour that is not named 08:00. ``both``: only where day and hour are named. What is to be done *before* a moment
    (answering, registering) is no meeting.
    """
    hours = [
        (one, hour)
        for one in _HOUR.finditer(text)
        if (hour := _hour(one)) is not None and not _BEFORE.search(text[: one.start()])
    ]
    days = [
        (one, day)
        for one in _DAY.finditer(text)
        if (day := _date(one, today)) is not None and not _BEFORE.search(text[: one.start()])
    ]
    if not days or (both and not hours):
        return None, None
    if not hours:
        return datetime.combine(days[0][1], USUAL_HOUR, VIETNAM), None
    place = hours[0][0].start()
    day = min(days, key=lambda one: abs(one[0].start() - place))[1]
    start = datetime.combine(day, hours[0][1], VIETNAM)
    if len(hours) > 1 and _UNTIL.match(text[hours[0][0].end() : hours[1][0].start()]) and hours[1][1] > hours[0][1]:
        return start, datetime.combine(day, hours[1][1], VIETNAM)
    return start, None


def _date(found, today):
    try:
        day = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        if not found[3] and day < today:
            day = date(today.year + 1, day.month, day.day)
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST else None


def _hour(found):
    hour, minute = int(found[1]), int(found[2] or 0)
    if fold(found[3] or "") in ("chieu", "toi") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _labelled(text):
    """dict of start, place, chair -> what stands behind the first such label, its lines joined."""
    found, lines = {}, [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines):
        name = _label_of(line)
        if not name or name in found:
            continue
        parts = [line.partition(":")[2].strip()] if ":" in line else []
        for following in lines[number + 1 : number + 1 + MOST_LINES]:
            if (parts and parts[-1].endswith((".", ";"))) or _label_of(following) is not None:
                break
            if not following or (parts and parts[0] and _BULLET.match(following).group().strip()):
                break
            parts.append(following)
        if value := " ".join(" ".join(parts).split()):
            found[name] = value
    return found


def _label_of(line):
    """The name in LABELS of what a line says it is, "" for labels of no interest; None where it says nothing."""
    folded = fold(_BULLET.sub("", line, count=1))
    head = folded.partition(":")[0] if ":" in folded else ""
    return next((name for name, pattern in LABELS if head and len(head) < 60 and pattern.match(head)), None)


def _without_heading_date(text):
    lines = text.splitlines()
    for number, line in enumerate(lines[:HEADING_LINES]):
        if _WRITTEN.search(line) and not _HOUR.search(line):
            del lines[number]
            break
    return "\n".join(lines)


def _sentences(text):
    parts = (one for part in re.split(r"\n\s*\n", text) for one in _SENTENCE.split(part))
    return [" ".join(one.split()) for one in parts if one.strip()]


def _within(pattern, texts):
    """(what the pattern finds, the text in which it does) of the first text; ("", "")."""
    for text in texts:
        match = pattern.search(text)
        if match:
            return match[1], text
    return "", ""
