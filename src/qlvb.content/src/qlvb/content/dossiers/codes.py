"""Number and symbol of a dossier (NĐ 30/2020 Phụ lục V Mục I): running number and abbreviation of the major heading."""

from qlvb.content.text import nfc
import re


_PART = re.compile(r"^\s*(\d{1,4})-(\d{1,3})\s*\.\s*(\S+)\s*$")
_CODE = re.compile(r"^\s*(\d{1,4})\s*\.\s*(\S+)\s*$")


def compose_code(number, symbol):
    """``02.CNTT``: numbers below 10 with a leading zero, no spaces.

    :raises ValueError: number below 1, no symbol.
    """
    bare = "".join(nfc(symbol or "").split())
    if number < 1 or not bare:
        raise ValueError(f"no dossier code from {number!r} and {symbol!r}")
    return f"{number:02d}.{bare}"


def parse_code(code):
    """(number, symbol) of ``02.CNTT``, or None."""
    match = _CODE.match(nfc(code or ""))
    return (int(match.group(1)), match.group(2)) if match else None


def compose_part_code(code, part):
    """Code of the ``part``-th part of a dossier.

    >>> compose_part_code("02.CNTT", 1)
    '02-1.CNTT'
    """
    number, symbol = parse_code(code)
    return f"{number:02d}-{part}.{symbol}"


def parse_part_code(code):
    """(code of the whole, number of the part) of ``02-1.CNTT``, or None.

    >>> parse_part_code("02-1.CNTT"), parse_part_code("02.CNTT")
    (('02.CNTT', 1), None)
    """
    match = _PART.match(nfc(code or ""))
    return (f"{match.group(1)}.{match.group(3)}", int(match.group(2))) if match else None


def place_in_catalogue(code):
    """(number, symbol) of a dossier or of the whole to which a part belongs, or None.

    >>> place_in_catalogue("02-1.CNTT"), place_in_catalogue("02.CNTT")
    ((2, 'CNTT'), (2, 'CNTT'))
    """
    part = parse_part_code(code)
    return parse_code(part[0] if part else code)
