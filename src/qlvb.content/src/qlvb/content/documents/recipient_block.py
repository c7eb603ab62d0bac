"""Reading the block "Nơi nhận" of a draft (NĐ 30/2020, Phụ lục I, Mục II.9). Pure functions on paragraphs."""

from dataclasses import dataclass
from itertools import takewhile
from qlvb.content.text import fold
import re


#: What stands in brackets behind a recipient -> token of qlvb.recipient_purposes.
PURPOSES = (
    ("bao cao", "for_report"),
    ("b/c", "for_report"),
    ("de biet", "for_information"),
    ("phoi hop", "for_coordination"),
)
BULLET = re.compile(r"^\s*[-–+•*]\s*")
_TRAILING = re.compile(r"[;,.\s]+$|\s*\./\.$")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
LONGEST = 200


@dataclass(frozen=True)
class Named:
    """A recipient as the draft names it; ``purpose`` is a token, "for_execution" where nothing is said."""

    name: str
    purpose: str


def read_block(paragraphs, purposes):
    """``(recipients, kept)``: list of Named and the text behind "Lưu:", from the paragraphs of a draft (list of str).

    "Như trên" stands for those named under "Kính gửi". ``purposes`` are the tokens known to the site: others become
    "for_execution".
    """
    addressed = _after(paragraphs, "kinh gui", 30)
    addressed = addressed[:1] + list(takewhile(BULLET.match, addressed[1:]))
    lines = _after(paragraphs, "noi nhan", 40)
    found, kept = [], ""
    for line in lines:
        text = _TRAILING.sub("", BULLET.sub("", line)).strip()
        folded = fold(text)
        if folded.startswith("luu:") or folded.startswith("luu "):
            kept = text.partition(":")[2].strip() or text[4:].strip()
            break
        if folded.startswith("nhu tren"):
            found.extend(Named(name, "for_execution") for name in _names(addressed))
        elif text:
            found.append(_named(text, purposes))
    if not lines:
        found = [Named(name, "for_execution") for name in _names(addressed)]
    unique = {fold(one.name): one for one in reversed(found)}
    ordered = [one for one in found if unique.get(fold(one.name)) is one]
    return ordered, kept[:LONGEST]


def _after(paragraphs, heading, most):
    """What stands behind a heading, and the ``most`` paragraphs that follow it."""
    for place, text in enumerate(paragraphs):
        if fold(text).strip().startswith(heading):
            rest = text.partition(":")[2].strip()
            return [*([rest] if rest else []), *paragraphs[place + 1 : place + 1 + most]]
    return []


def _names(lines):
    parts = (part for line in lines for part in line.split(";"))
    return [name for part in parts if (name := _TRAILING.sub("", BULLET.sub("", part)).strip())]


def _named(text, purposes):
    match = _BRACKETS.search(text)
    said = fold(match.group(1)) if match else ""
    purpose = next((token for word, token in PURPOSES if word in said and token in purposes), "for_execution")
    name = text[: match.start()].strip() if match and purpose != "for_execution" else text
    return Named(name[:LONGEST], purpose)


def match_agency(name, agencies):
    """The agency (objects with ``title``, ``symbol``) that a name means, or None: its title, or its symbol alone.

    >>> from collections import namedtuple
    >>> Agency = namedtuple("Agency", "title symbol")
    >>> match_agency("SỞ NỘI VỤ tỉnh", [Agency("Sở Nội vụ", "SNV")]).symbol
    'SNV'
    """
    folded = " ".join(fold(name).split())
    exact = [one for one in agencies if fold(one.title) == folded or fold(one.symbol) == folded]
    if exact:
        return exact[0]
    within = [one for one in agencies if folded.startswith(fold(one.title) + " ")]
    return max(within, key=lambda one: len(one.title)) if within else None
