"""Number and symbol of a document: how they are composed, shown and read (NĐ 30/2020 Điều 15; Phụ lục I Phần I Mục
II.3).

Pure functions. Who signs does not change the symbol: KT., TL. and TUQ. documents carry the agency's abbreviation
(with TUQ. that of the authorising agency). A state title that issues documents itself (Thủ tướng: ``TTg``) and a
council with its own number series stand in the agency's place.
"""

from dataclasses import dataclass
from qlvb.content.text import fold
from qlvb.content.text import nfc
import re


#: Abbreviations of copies; they are composed like document types with names (Phụ lục I Phần II).
COPY_ABBREVIATIONS = ("SY", "SL", "TrS")
_NUMBER = re.compile(r"^\s*(?:s[oố]\s*:?\s*)?(\d{1,6})(.*)$", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")
_SEPARATOR = re.compile(r"^[\s/\-–—.,:]+")


@dataclass(frozen=True)
class Reference:
    """A reference as people write it, taken apart."""

    number: int | None
    symbol: str

    @property
    def key(self):
        """str that is equal for two spellings of one reference: no accents, case, spaces or separators."""
        bare = "".join(char for char in fold(self.symbol) if char.isalnum())
        return f"{self.number or ''}/{bare}"


def _group(text):
    return _SPACE.sub("", nfc(text or ""))


def issuer_symbol(agency_symbol, title_symbol="", council_symbol=""):
    """The abbreviation of who issues: a council with its own series, else a state title, else the agency."""
    return _group(council_symbol) or _group(title_symbol) or _group(agency_symbol)


def compose_symbol(type_abbreviation, agency_symbol, unit_symbol="", *, title_symbol="", council_symbol="", suffix=""):
    """The symbol of a document: ``QĐ-BNV``, ``BNV-VP``, ``SY-BNV``.

    ``type_abbreviation`` is "" for letters (công văn), whose symbol names the issuer and the drafting unit or field
    instead. ``suffix`` is one more group, set by the agency for a series of its own (secret documents).

    :raises ValueError: nothing says who issues.
    """
    issuer = issuer_symbol(agency_symbol, title_symbol, council_symbol)
    if not issuer:
        raise ValueError("a symbol needs the abbreviation of who issues")
    abbreviation = _group(type_abbreviation)
    groups = [abbreviation, issuer] if abbreviation else [issuer, _group(unit_symbol)]
    return "-".join(group for group in [*groups, _group(suffix)] if group)


def format_reference(number, symbol):
    """Number and symbol as printed: ``05/BNV-VP``. Numbers below 10 get a leading zero; without symbol the number
    alone.
    """
    return f"{number:02d}/{symbol}" if symbol else f"{number:02d}"


def parse_reference(text):
    """Read a reference however it was typed: ``123/UBND-VX``, ``123 ubnd vx``, ``Số: 05/BNV-VP``.

    Returns a Reference; ``number`` is None when the text does not begin with one.
    """
    composed = nfc(text or "").strip()
    match = _NUMBER.match(composed)
    if match is None:
        return Reference(None, composed)
    return Reference(int(match.group(1)), _SEPARATOR.sub("", match.group(2)).strip())


def same_reference(one, other):
    """bool: two spellings of one reference."""
    return parse_reference(one).key == parse_reference(other).key
