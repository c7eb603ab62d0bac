"""What mistyped words were meant to be."""

import pytest
from qlvb.content.index.suggestions import cuts
from qlvb.content.index.suggestions import keyed
from qlvb.content.index.suggestions import nearest
from qlvb.content.index.suggestions import pieces


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quyeets", "quyết"),
        ("ddinhj", "định"),
        ("tieengs", "tiếng"),
        ("tieesng", "tiếng"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("hoaf", "hòa"),
        ("giaos", "giáo"),
        ("quys", "quý"),
        ("vawn", "văn"),
        ("thuwr", "thử"),
        ("quye61t", "quyết"),
        ("d9i5nh", "định"),
        ("nguo7i2", "người"),
        ("van8", "văn"),
        ("nam", None),
        ("ubnd", None),
        ("xyz", None),
        ("quyết", None),
        ("123", None),
        ("k61", None),
    ],
)
def test_keys_of_telex_and_vni(typed, expected):
    assert keyed(typed) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("quyetdinh", [["quyet", "dinh"]]),
        ("phongchay", [["phong", "chay"]]),
        ("quyet", []),
        ("xyzquyet", []),
        ("", []),
        ("q" * 100, []),
    ],
)
def test_joined_words_are_cut(word, expected):
    known = {"quyet", "dinh", "phong", "chay"}
    assert cuts(word, known) == expected
    assert all(piece in pieces(word) for cut in expected for piece in cut)


@pytest.mark.parametrize(
    ("typed", "expected"), [("dihn", "dinh"), ("quyt", "quyet"), ("thong", "thông"), ("nghiepj", "nghiep")]
)
def test_the_nearest_word_comes_first(typed, expected):
    assert nearest(typed, {"dinh", "din", "quyet", "quy", "thông", "nghiep", "nghien"}, 3)[0] == expected


def test_what_is_too_different_is_not_proposed():
    assert nearest("dinh", {"thuy", "quyet", "dinh"}, 5) == []
