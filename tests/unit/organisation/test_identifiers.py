"""Electronic identifiers (QĐ 20/2020/QĐ-TTg)."""

import pytest
from qlvb.content.organisation.identifiers import is_identifier
from qlvb.content.organisation.identifiers import is_path_id
from qlvb.content.organisation.identifiers import level_of


@pytest.mark.parametrize(
    "value, good",
    [
        ("H99", True),
        ("H99.12", True),
        ("H18.01.02", True),
        ("H18.1A", True),
        ("G09." + "1" * 31, True),
        ("G09." + "1" * 32, False),
        ("h99.12", False),
        ("H9.12", False),
        ("H99.", False),
        ("H99..1", False),
        ("H99-12", False),
        ("H99.12\n", False),
        ("Z01ABC", True),
        ("Z01", False),
        ("0100109106", True),
        ("0100109106-001", True),
        ("010010910", False),
        ("", False),
        (None, False),
    ],
)
def test_is_identifier(value, good):
    assert is_identifier(value) is good


@pytest.mark.parametrize("value, level", [("H99", 1), ("H99.12", 2), ("H18.01.02", 3), ("Z01.A.B", 1)])
def test_level_of(value, level):
    assert level_of(value) == level


@pytest.mark.parametrize(
    "value, good",
    [
        ("skhcn", True),
        ("ubnd-xa-phu-lam", True),
        ("a.b", False),
        ("A", False),
        ("-a", False),
        ("", False),
        ("đ", False),
    ],
)
def test_is_path_id(value, good):
    assert is_path_id(value) is good
