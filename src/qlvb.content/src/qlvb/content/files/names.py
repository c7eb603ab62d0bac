"""File names as people give them, made safe without changing how they read (pure functions)."""

from qlvb.content.text import nfc
import unicodedata


#: Separators of paths and the marks that turn the direction of writing ("evil\u202egnp.exe" reads "evilexe.png").
_REMOVED = {"/", "\\"} | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF)
}


def clean_filename(name):
    """``name`` composed (NFC), its last path segment only, without control characters; "" when nothing is left.

    Letters, length and spaces inside stay: people know their files by these names.
    """
    last = nfc(name or "").replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if char not in _REMOVED and unicodedata.category(char) not in ("Cc", "Cs"))
    kept = nfc(kept.strip())
    return "" if not kept.strip(". ") else kept


def extension(name):
    """The extension in lower case with its dot, or "": ``".pdf"``."""
    stem, dot, tail = name.rpartition(".")
    return f".{tail.lower()}" if dot and stem and tail and " " not in tail else ""
