"""The words that a signature carries: how they are broken and fitted."""

import pytest
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing.remarks import CUT
from qlvb.workflows.signing.remarks import SIZES
from qlvb.workflows.signing.remarks import fitted
from qlvb.workflows.signing.remarks import wrapped
from qlvb.workflows.signing.signatures import writable


LONG = "Đồng ý với kiến nghị của Phòng, giao Văn phòng chủ trì. " * 60


def test_lines_are_no_wider_than_their_box_and_lose_no_word():
    lines = wrapped(LONG, 200, 9)
    assert max(fonts.text_width(line, 9) for line in lines) <= 200
    assert " ".join(lines).split() == LONG.split()
    assert "".join(wrapped("x" * 300, 100, 10)) == "x" * 300


@pytest.mark.parametrize(
    "words,size,cut",
    [
        (["Đồng ý."], SIZES[0], False),
        (["Đồng ý.", LONG[:600]], 7, False),
        (["Đồng ý.", LONG], SIZES[-1], True),
    ],
)
def test_the_largest_letters_that_fit_are_taken(words, size, cut):
    found, lines = fitted(words, 200, 110)
    assert (found, lines[-1] == CUT) == (size, cut)
    assert len(lines) * found <= 110


@pytest.mark.parametrize(
    "typed,written",
    [("“Đồng ý” – gấp…", '"Đồng ý" - gấp...'), ("ẪM", "ẫM"), ("giá 5€", "giá 5?")],
)
def test_signs_that_the_font_lacks_are_written_by_their_relatives(typed, written):
    assert writable(typed) == written
