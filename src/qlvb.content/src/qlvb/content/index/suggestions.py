"""What a mistyped word may have been meant to be. Pure functions.

Wrong, missing and misplaced accents need nothing here: folded words do not have any.
"""

from qlvb.content.index.words import forms
from rapidfuzz.distance import OSA
import re
import unicodedata


#: Longest word that is looked at, in letters.
LONGEST = 40
#: Most pieces that a word is cut into.
_MOST_PIECES = 4
_MARKS = {"^": "\u0302", "horn": "\u031b", "breve": "\u0306"}
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_ONSET = "ngh|ng|nh|ch|gh|gi(?=[aeiouyâêôăơư])|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_SYLLABLE = re.compile(rf"(?P<onset>{_ONSET})?(?P<core>[aeiouyâêôăơư]{{1,3}})(?P<coda>ch|ng|nh|[cmnpt])?")


def keyed(word):
    """The syllable that the keys of Telex or VNI in ``word`` (lower case) were to make, or None.

    >>> [keyed(word) for word in ("quyeets", "ddinhj", "quye61t", "d9i5nh", "uwowngs", "truwowngf", "ubnd", "nam")]
    ['quyết', 'định', 'quyết', 'định', 'ướng', 'trường', None, None]
    """
    if not word.isascii() or len(word) > 12:
        return None
    return _syllable(*_telex(word)) if word.isalpha() else _syllable(*_vni(word))


def _telex(word):
    tone = ""
    match = re.fullmatch(r"(.*[aeiouyw].*?)([sfrxj])((?:ch|ng|nh|[cmnpt])?)", word)
    if match:
        word, tone = match[1] + match[3], _TELEX_TONES[match[2]]
    plain = word
    for keys, letter in (
        ("dd", "đ"),
        ("aa", "â"),
        ("ee", "ê"),
        ("oo", "ô"),
        ("uwow", "ươ"),
        ("uow", "ươ"),
        ("aw", "ă"),
        ("ow", "ơ"),
        ("uw", "ư"),
        ("w", "ư"),
    ):
        word = word.replace(keys, letter)
    return word, tone, bool(tone) or word != plain


def _vni(word):
    if not re.fullmatch(r"[a-z]+[1-9][a-z1-9]*", word):
        return "", "", False
    tones = [_VNI_TONES[digit] for digit in word if digit in _VNI_TONES]
    word = re.sub("[1-5]", "", word)
    for keys, letter in (
        (r"d(.*?)9", r"đ\1"),
        (r"u(7?)o7", "ươ"),
        (r"a([a-z]*?)6", r"â\1"),
        (r"e([a-z]*?)6", r"ê\1"),
        (r"o([a-z]*?)6", r"ô\1"),
        (r"a([a-z]*?)8", r"ă\1"),
        (r"o([a-z]*?)7", r"ơ\1"),
        (r"u([a-z]*?)7", r"ư\1"),
    ):
        word = re.sub(keys, letter, word, count=1)
    return word, "".join(tones[:1]), len(tones) < 2


def _syllable(word, tone, changed):
    """``word`` with its tone where it belongs; None when it is no syllable."""
    match = _SYLLABLE.fullmatch(word)
    if not changed or not match:
        return None
    core = match["core"]
    marked = [at for at, letter in enumerate(core) if letter in "âêôăơư"]
    if marked:
        at = marked[-1]
    elif match["coda"]:
        at = len(core) - 1
    else:
        at = max(0, len(core) - 2)
    core = core[: at + 1] + tone + core[at + 1 :]
    return unicodedata.normalize("NFC", (match["onset"] or "") + core + (match["coda"] or ""))


def pieces(word):
    """Stretches of a word (folded) that may be words of their own: set of str."""
    length = len(word) if len(word) <= LONGEST else 0
    return {word[start:end] for start in range(length) for end in range(start + 2, min(start + 8, length + 1))}


def cuts(word, known):
    """Ways to cut a word (folded) into ``known`` ones: list of lists of str, fewest pieces first."""
    if len(word) > LONGEST:
        return []
    ways = {0: [[]]}
    for end in range(2, len(word) + 1):
        ways[end] = sorted(
            (
                [*way, word[start:end]]
                for start in range(max(0, end - 7), end - 1)
                if word[start:end] in known
                for way in ways.get(start, ())
                if len(way) < _MOST_PIECES
            ),
            key=len,
        )[:4]
    return [way for way in ways[len(word)] if len(way) > 1] if len(word) > 3 else []


def nearest(word, candidates, most):
    """Up to ``most`` of ``candidates`` that ``word`` may be a slip of, likeliest first: list of str.

    A slip is a letter lost, added, exchanged, or two swapped; rarely is it the first letter.
    """
    allowed = 1 if len(word) < 8 else 2
    told = [(OSA.distance(word, other, score_cutoff=allowed), other) for other in candidates]
    return [
        other
        for _order, other in sorted(
            (
                (
                    distance + _unlikely(word, other),
                    other,
                ),
                other,
            )
            for distance, other in told
            if 0 < distance <= allowed
        )
    ][:most]


def _unlikely(word, other):
    """How unlike people's slips it is to type ``word`` for ``other``: the likeliest is a swap, then a loss."""
    value = 0.5 * (other[:1] != word[:1]) + 0.25 * (sorted(other) != sorted(word)) + 0.1 * (len(other) <= len(word))
    return value + 0.25 * (len(other) < 3 or not _SYLLABLE.fullmatch(other))


def folded(word):
    """Folded form of a word."""
    return forms(word)[0]
