"""Number and symbol of a dossier (NĐ 30/2020 Phụ lục V Mục I): running number and abbreviation of the major heading."""

from qlvb.content.text import nfc
import re


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
