"""Where the words asked for stand in a record, for the eye: parts of text with the found ones marked. Pure functions.

A part is ``(text, is_found)``; the parts joined are the text itself, unescaped: whoever writes them into a page
escapes.
"""

from qlvb.content.index.words import words
import re
from typing import NamedTuple


#: Fields in the order in which they are shown when they answer alike.
FIELDS = ("content", "fields", "people", "reference")
#: Characters of a text that are looked through.
_LONGEST = 60_000
#: Found words among which the best stretch is looked for.
_MOST_MARKS = 2000
_ELLIPSIS = "…"


def highlight(text, asked):
    """``text`` whole, what was asked for in it marked: list of (str, bool).

    >>> from qlvb.content.index.asked import read
    >>> highlight("Kế hoạch thủy lợi <b>", read("thuy loi"))
    [('Kế hoạch ', False), ('thủy lợi', True), (' <b>', False)]
    """
    text = text or ""
    return _parts(text, 0, len(text), _found(text, _Wanted(asked)))


def snippet(texts, asked, length=240):
    """The stretch of about ``length`` characters that says most of what was asked for: list of (str, bool).

    ``texts``: field of ``record_texts`` -> str (a dict or a row's mapping); the subject, which is shown anyway, is left
    out. [] when nothing asked for stands in any of them, or only a part of what the subject has already said.
    """
    wanted = _Wanted(asked)
    best = None
    for name in FIELDS:
        text = (texts.get(name) or "")[:_LONGEST]
        found = _found(text, wanted)
        if not found:
            continue
        value, start, end = _window(found, length)
        if best is None or value > best[0]:
            best = (value, text, *_widened(text, start, end, length), found)
    if best is None:
        return []
    _value, text, start, end, found = best
    said = {mark.folded for mark in found if start <= mark.start and mark.end <= end}
    if said < {mark.folded for mark in _found(texts.get("subject") or "", wanted)}:
        return []
    parts = _parts(text, start, end, found)
    if start:
        parts.insert(0, (_ELLIPSIS, False))
    if end < len(text):
        parts.append((_ELLIPSIS, False))
    return parts


class _Wanted:
    """What is to be marked."""

    def __init__(self, asked):
        said = asked.words
        self.optional = {item.words[0].folded for item in asked.items if item.optional}
        self.folded = {word.folded for word in said}
        self.exact = {word.exact for word in said if word.accented}
        self.after = {(one.folded, two.folded) for one, two in zip(said, said[1:], strict=False)}
        self.last = said[-1].folded if asked.unfinished else None
        #: Reference numbers that consist of several words, and what they begin with.
        self.keys = {key for key in asked.references if not key.isdigit()}
        self.numbers = {re.match(r"\d*[a-z]?", key).group() for key in self.keys}
        self.numbers |= {re.match(r"\d*", key).group() for key in self.keys}


class _Mark(NamedTuple):
    """A word that was asked for: where it stands, how much it tells, whether it follows the one before as asked."""

    folded: str
    start: int
    end: int
    value: int
    follows: bool


def _found(text, wanted):
    """Words of ``text`` that were asked for: list of :class:`_Mark`."""
    said = words(text)
    folded = [word.folded for word in said]
    found = []
    for at in _candidates(folded, wanted):
        if found and said[at].start <= found[-1].start:
            continue
        spelled = _spelled(said, at, wanted.keys)
        if spelled:
            found += [_Mark(word.folded, word.start, word.end, 3, word is not spelled[0]) for word in spelled]
            continue
        word = said[at]
        meant = word.folded if word.folded in wanted.folded else wanted.last
        follows = at > 0 and (folded[at - 1], meant) in wanted.after
        leads = at + 1 < len(said) and (word.folded, folded[at + 1]) in wanted.after
        if word.folded not in wanted.folded and not (wanted.last and word.folded.startswith(wanted.last)):
            continue
        # A small word is marked only where it stands as it was asked for.
        if word.folded not in wanted.optional or follows or leads:
            value = 3 if word.exact in wanted.exact else 2 if word.folded in wanted.folded else 1
            found.append(_Mark(word.folded, word.start, word.end, value + 2 * follows, follows))
    return found


def _candidates(folded, wanted):
    """Positions of words that may have been asked for."""
    whole = wanted.folded | wanted.numbers
    if not wanted.last:
        return [at for at, word in enumerate(folded) if word in whole]
    return [at for at, word in enumerate(folded) if word in whole or word.startswith(wanted.last)]


def _spelled(said, at, keys):
    """The words from ``at`` that together are a reference number asked for: list, [] for none."""
    joined = ""
    for end, word in enumerate(said[at : at + 8] if keys and said[at].folded[:1].isdigit() else (), at + 1):
        joined += word.folded
        if joined in keys and end - at > 1:
            return said[at:end]
    return []


def _window(found, length):
    """(value, start, end) of the best stretch of found words; each word counts once."""
    best = (0, 0, 0)
    first = 0
    for last, mark in enumerate(found[:_MOST_MARKS]):
        while mark.end - found[first].start > length and first < last:
            first += 1
        values = {}
        for one in found[first : last + 1]:
            values[one.folded] = max(one.value, values.get(one.folded, 0))
        value = sum(values.values())
        if value > best[0]:
            best = (value, found[first].start, mark.end)
    return best


def _widened(text, start, end, length):
    """The stretch with as much around it as there is room for, cut between words: (start, end)."""
    room = max(0, length - (end - start))
    left = max(0, start - room // 3)
    right = min(len(text), end + room - (start - left))
    if right == len(text):
        left = max(0, min(left, right - length))
    if left:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    if right < len(text):
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else end
    return left, right


def _parts(text, start, end, found):
    """``text[start:end]`` in parts; words that follow each other as asked are one part."""
    spans = []
    for mark in found:
        if mark.start < start or mark.end > end:
            continue
        if mark.follows and spans and not any(char.isalnum() for char in text[spans[-1][1] : mark.start]):
            spans[-1][1] = mark.end
        else:
            spans.append([mark.start, mark.end])
    parts, at = [], start
    for first, last in spans:
        if first > at:
            parts.append((text[at:first], False))
        parts.append((text[first:last], True))
        at = last
    if at < end:
        parts.append((text[at:end], False))
    return parts
