"""Which words are a stamp of state secrets: pure rules."""

import doctest
import pytest
from qlvb.content.files import stamps
from qlvb.content.files.sidetext import SideText
from qlvb.content.files.stamps import stamp_in
import unicodedata


class Version(SideText):
    """Side text without a file."""


def test_the_examples_of_the_module_hold():
    assert doctest.testmod(stamps).failed == 0


@pytest.mark.parametrize(
    "text, stamp",
    [
        ("UBND TỈNH\n\nMẬT\n\nSố: 1/BC", "MẬT"),
        ("[ TUYỆT MẬT ]", "TUYỆT MẬT"),
        ("MẬT\nTỐI MẬT", "TỐI MẬT"),  # the highest of any part decides
        ("TỐI MẬT\tSơn Hải, ngày 23 tháng 11 năm 2026", "TỐI MẬT"),
        (unicodedata.normalize("NFD", "TỐI MẬT"), "TỐI MẬT"),
        ("", ""),
        ("QUY CHẾ BẢO MẬT", ""),
        ("Mật khẩu", ""),
        ("độ mật: Mật", ""),
        ("MẬT ONG", ""),
        ("MẤT", ""),
        ("HỎA TỐC", ""),
    ],
)
def test_stamps_stand_by_themselves(text, stamp):
    assert stamp_in(text) == stamp


@pytest.mark.parametrize("text, stamp", [("TOI MAT", "TỐI MẬT"), ("TUYÊT MÂT", "TUYỆT MẬT"), ("|MÂT|", "MẬT"), ("toi mat", ""), ("MAT HANG", "")])
def test_recognised_letters_may_have_lost_their_accents(text, stamp):
    assert stamp_in(text, recognised=True) == stamp
    assert stamp_in(text) == ""


def test_the_version_keeps_what_its_words_say():
    version, copy = Version(), Version()
    assert version.secrecy_stamp == ""
    version.set_text("Số: 1\nTỐI MẬT\n")
    copy.share_text(version)
    assert version.secrecy_stamp == copy.secrecy_stamp == "TỐI MẬT"
    version.set_text("Số: 1")
    assert version.secrecy_stamp == ""
