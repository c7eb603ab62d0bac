"""Words of Vietnamese text as the search compares them. Pure functions.

A word is a run of letters and digits; a Vietnamese word of two syllables is two of ours, and *pairs* of neighbours
bring them together again. Each word has two forms: *folded* (lower case, no accents, ``đ`` as ``d``) and *exact*
(lower case with accents, composed, the tone mark where newer spelling puts it), so that who types no accents finds
everything, and who types them finds first what is written so.
"""

from functools import lru_cache
import re
from typing import NamedTuple
import unicodedata


#: Letters of a word beyond which two words count as the same.
LONGEST_WORD = 40
#: Marks that decomposed letters carry, and signs that show nothing (joiners, soft hyphens of broken lines).
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}])*")
_MARKS = re.compile(rf"[{_UNSEEN}]")
_LOOKALIKES = str.maketrans("ðÐ", "đĐ")
_BARE = str.maketrans("đĐ", "dD")
#: hoà, hoè, thuý: the tone on the second vowel, as it was written long and many keyboards still do.
_OLD_TONES = {
    old + late: new + early
    for old, new, lates in (("o", "òóỏõọ", "àáảãạ"), ("o", "òóỏõọ", "èéẻẽẹ"), ("u", "ùúủũụ", "ỳýỷỹỵ"))
    for late, new, early in zip(
        lates, new, ("a" if lates[0] == "à" else "e" if lates[0] == "è" else "y") * 5, strict=True
    )
}
#: Syllables written with i or y as people like: lí do, kĩ thuật, tỉ lệ, qui định.
_I_OR_Y = frozenset(("hi", "ki", "li", "mi", "si", "ti", "qui"))
_I_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")


class Word(NamedTuple):
    """A word in both forms, and where it stood: ``text[start:end]``."""

    folded: str
    exact: str
    start: int = 0
    end: int = 0

    @property
    def accented(self):
        """bool: the exact form says more than the folded one."""
        return self.exact != self.folded


@lru_cache(maxsize=65536)
def forms(word):
    """(folded, exact) of one written word; ("", "") when nothing is left of it.

    >>> forms("Quyết"), forms("hoà"), forms("03"), forms("KĨ")
    (('quyet', 'quyết'), ('hoa', 'hòa'), ('3', '3'), ('ky', 'kỹ'))
    """
    exact = unicodedata.normalize(
        "NFC", _MARKS.sub("", unicodedata.normalize("NFC", word).translate(_LOOKALIKES)).lower()
    )
    exact = _MARKS.sub("", exact)
    if exact.isdigit():
        exact = exact.lstrip("0") or "0"
    bare = unicodedata.normalize("NFD", exact).translate(_BARE)
    folded = "".join(char for char in bare if not unicodedata.combining(char))
    if folded in _I_OR_Y:
        return folded[:-1] + "y", exact[:-1] + exact[-1].translate(_I_TO_Y)
    moved = None if exact.startswith("qu") else _OLD_TONES.get(exact[-2:])
    return folded[:LONGEST_WORD], (exact[:-2] + moved if moved else exact)[:LONGEST_WORD]


def words(text, start=0):
    """The words of ``text`` in order, from position ``start``: list of :class:`Word`. Decomposed text gives the same
    words as composed.

    >>> [word.exact for word in words("V/v thuỷ lợi, số 05")]
    ['v', 'v', 'thủy', 'lợi', 'số', '5']
    """
    found = []
    for match in _WORD.finditer(text or "", start):
        folded, exact = forms(match.group())
        if folded:
            found.append(Word(folded, exact, match.start(), match.end()))
    return found


def all_forms(text):
    """The forms of the words of ``text`` in order, as :func:`words` has them, for whoever has a million texts: list of
    (folded, exact).
    """
    return [found for found in map(forms, _WORD.findall(text or "")) if found[0]]


def pairs(sequence):
    """Neighbours: list of (word, next word).

    >>> pairs(["a", "b", "c"])
    [('a', 'b'), ('b', 'c')]
    """
    return list(zip(sequence, sequence[1:], strict=False))


def compact(reference):
    """A reference number as it is compared: letters and digits only, no accents, no zeros before the number.

    >>> compact("123/UBND-VX"), compact("Số: 05/2026/QĐ-UBND")
    ('123ubndvx', '52026qdubnd')
    """
    said = [word.folded for word in words(reference)]
    while len(said) > 1 and said[0] in ("so", "ky", "hieu"):
        said = said[1:]
    return "".join(said)


def reference_keys(reference):
    """All that a reference number answers to as a whole: list, the full one first; with a year inside, also without.

    >>> reference_keys("05/2026/QĐ-UBND"), reference_keys("123/UBND-VX"), reference_keys("")
    (['52026qdubnd', '5qdubnd', '5'], ['123ubndvx', '123'], [])
    """
    said = [word.folded for word in words(reference)]
    while len(said) > 1 and not said[0][0].isdigit():
        said = said[1:]
    if not said:
        return []
    keys = [compact(reference), "".join(said)]
    if len(said) > 2 and re.fullmatch(r"(19|20)\d\d", said[1]):
        keys.append(said[0] + "".join(said[2:]))
    if said[0][0].isdigit():
        keys.append(said[0])
    return list(dict.fromkeys(keys))
