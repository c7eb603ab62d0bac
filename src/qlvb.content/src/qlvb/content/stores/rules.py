"""What codes of stores, shelves and boxes look like: pure functions."""

from qlvb.content import _
from qlvb.content.violations import Violation
import re


CODE = re.compile(r"^[0-9A-ZĐ](?:[0-9A-ZĐ-]{0,11}[0-9A-ZĐ])?$")
MOST_DOSSIERS = 500
MOST_BOXES = 200


def clean_code(code):
    """``code`` as it is kept: capitals, no spaces.

    >>> clean_code(" k 1 "), clean_code(None)
    ('K1', '')
    """
    return "".join(str(code or "").upper().split())


def code_violations(code, taken):
    """list of Violation of a cleaned code; ``taken``: codes of the neighbours."""
    if not CODE.match(code):
        message = _(
            "violation_place_code",
            default="Mã gồm 1 đến 13 chữ cái không dấu, chữ số hoặc dấu gạch nối, không bắt đầu bằng dấu gạch nối.",
        )
        return [Violation("code", "bad_code", message)]
    if code in taken:
        message = _("violation_place_taken", default="Mã ${code} đã dùng.", mapping={"code": code})
        return [Violation("code", "code_taken", message)]
    return []


def following(code, count):
    """``count`` codes from ``code`` on, counting up the number at its end; a code without one gets one.

    >>> following("H08", 3), following("H", 2), following("H98", 3)
    (['H08', 'H09', 'H10'], ['H', 'H2'], ['H98', 'H99', 'H100'])
    """
    stem, digits = re.fullmatch(r"(.*?)(\d*)", code).groups()
    if not digits:
        return [code, *(f"{code}{number}" for number in range(2, count + 1))]
    first = int(digits)
    return [f"{stem}{number:0{len(digits)}}" for number in range(first, first + count)]


def next_number(taken):
    """The smallest number from 1 that is not in ``taken``.

    >>> next_number([1, 2, 4]), next_number([])
    (3, 1)
    """
    taken = set(taken)
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def full_violations(capacity, held):
    """list of Violation when a box for ``capacity`` dossiers that holds ``held`` takes no more."""
    if held < capacity:
        return []
    message = _(
        "violation_box_full", default="Hộp đã đủ ${count} hồ sơ; hãy chọn hộp khác.", mapping={"count": str(capacity)}
    )
    return [Violation("box", "box_full", message)]
