"""Parts of a long catalogue: what is shown, and where what comes back belongs."""

from qlvb.workflows.filing.browser.row_parts import ROWS
from qlvb.workflows.filing.browser.row_parts import key_of
from qlvb.workflows.filing.browser.row_parts import part_of
from qlvb.workflows.filing.browser.row_parts import put_back


def rows(*numbers):
    return [{"heading": "th", "number": number} for number in numbers]


def test_parts():
    many = rows(*range(1, ROWS * 2 + 2))
    assert part_of(many, 1) == (1, many[:ROWS], 3)
    assert part_of(many, 3) == part_of(many, 99) == (3, many[-1:], 3)
    assert part_of([], 0) == (1, [], 1)


def test_what_comes_back_takes_its_place_and_leaves_the_others():
    shown = [key_of(row) for row in rows(2, 3)]
    assert put_back(rows(1, 2, 3, 4), shown, rows(2, 9)) == rows(1, 2, 9, 4)
    assert put_back(rows(1, 8, 2, 3, 4), shown, []) == rows(1, 8, 4)
    assert put_back(rows(1, 4), shown, rows(2)) == rows(1, 4, 2)
