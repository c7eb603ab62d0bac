"""From what a library gives to what is kept (pure function)."""

from qlvb.workflows.texts.reading import MAX_CHARACTERS
import re
import unicodedata


#: Control characters, halves of surrogate pairs, letters of a font's own that nobody can type, and marks that are
#: not seen (soft hyphens, joiners, byte order marks).
_UNSEEN = ("Cc", "Cs", "Co", "Cn", "Cf")
_SPACE = re.compile(r"[^\S\n]+")
#: PDFium's word for a hyphen at the end of a line. It stays a hyphen: Vietnamese does not divide words, so one at the
#: end of a line belongs to a symbol (30/2020/NĐ-CP).
_LINE_HYPHEN = "\ufffe"


def clean(lines):
    """``lines`` (iterable of str, each of one or more lines) joined: NFC, single spaces, no empty lines, not longer
    than MAX_CHARACTERS. Reads no further than it needs.
    """
    kept, length = [], 0
    for piece in lines:
        for line in _tidy(piece).split("\n"):
            line = _SPACE.sub(" ", line).strip()
            if line:
                kept.append(line)
                length += len(line) + 1
        if length >= MAX_CHARACTERS:
            break
    return "\n".join(kept)[:MAX_CHARACTERS]


def _tidy(piece):
    text = unicodedata.normalize("NFC", piece.replace(_LINE_HYPHEN, "-").replace("\r\n", "\n").replace("\r", "\n"))
    if text.isprintable():
        return text
    return "".join(char if char == "\n" or char.isprintable() else _replacement(char) for char in text)


def _replacement(char):
    """Marks inside a word vanish; whatever else is not seen parts words."""
    return "" if unicodedata.category(char) in _UNSEEN and not char.isspace() else " "
