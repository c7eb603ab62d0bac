"""What the heading of a paper letter says, by the layout of NĐ 30/2020 Phụ lục I Mục II: who wrote it, number and
symbol, day, subject. Pure functions on recognised text, in which the two columns of the heading may share lines.
"""

from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.workflows.mailbox.parsing import day_in
from qlvb.workflows.mailbox.parsing import kind_of
from qlvb.workflows.mailbox.parsing import reference_in
import re


#: The heading stands in the first lines that have words.
HEADING_LINES = 25
SUBJECT_LINES = 6
LONGEST_SUBJECT = 450
_NUMBER = re.compile(r"\b[sS][ốổôoó]\s*:?\s*(?=\d)")
#: Only an official letter has its subject below the number, behind "V/v" (Phụ lục I Mục II.5), and no type in its
#: symbol.
LETTER = "official_letter"
_BRIEF = re.compile(r"^v/v\b", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:v/v|về việc|ve viec)\b[\s:]*", re.IGNORECASE)
#: The right column: the country's name, its motto, place and date.
_RIGHT = re.compile(r"\s*(?:CỘNG H[ÒO]A X[ÃA] H[ỘO]I|Độc l[ậa]p|\S+(?:\s\S+){0,3},\s*ng[àa]y\s*\d).*$", re.IGNORECASE)
#: Where a subject ends.
_AFTER = re.compile(r"^(?:k[íi]nh g[ửu]i|c[ăa]n c[ứu]|th[ựu]c hi[ệe]n|[-–_*=]{3,})", re.IGNORECASE)


def read_heading(text, bodies=()):
    """dict of the fields that the heading of ``text`` tells: issuing_body, original_number, document_symbol,
    document_type, issue_date (date), subject; what it does not tell is left out. ``bodies``: names of agencies that are
    known, of which the longest that stands above the number is meant.
    """
    lines = [" ".join(line.split()) for line in nfc(text).splitlines()]
    lines = [line for line in lines if any(map(str.isalnum, line))][:HEADING_LINES]
    at = next((place for place, line in enumerate(lines) if _NUMBER.search(line) and reference_in(line)[0]), None)
    if at is None:
        return {}
    number, symbol = reference_in(lines[at])
    found = {"original_number": number, "document_symbol": symbol, "document_type": kind_of(symbol) or ""}
    found["issuing_body"] = _body([_RIGHT.sub("", line) for line in lines[:at]], bodies)
    found["issue_date"] = next((day for line in lines if (day := day_in(line))), None)
    found["subject"] = _subject(lines)
    if not found["document_type"] and any(_BRIEF.match(line) for line in lines[at:]):
        found["document_type"] = LETTER
    return {name: value for name, value in found.items() if value}


def _body(above, bodies):
    """A known name in the lines above the number, else their last one; "" for none."""
    said = " ".join(fold(" ".join(above)).split())
    known = [name for name in bodies if " ".join(fold(name).split()) in said]
    if known:
        return max(known, key=len)
    return next((line.strip() for line in reversed(above) if len(line.strip()) > 3), "")


def _subject(lines):
    """The words behind "V/v", "Về việc", to where the letter begins."""
    start = next((place for place, line in enumerate(lines) if _ABOUT.match(line)), None)
    if start is None:
        return ""
    parts = []
    for line in lines[start : start + SUBJECT_LINES]:
        if parts and (_AFTER.match(line) or parts[-1].endswith((".", ";"))):
            break
        parts.append(_RIGHT.sub("", line))
    said = " ".join(" ".join(parts).split()).rstrip(" .;")
    return f"V/v {_ABOUT.sub('', said)}"[:LONGEST_SUBJECT]
