"""Remarks by place, in the order of the draft."""

import doctest
import pytest
from qlvb.workflows.consultation import points
from qlvb.workflows.consultation.points import order_key
from qlvb.workflows.consultation.points import split_points


def test_the_examples_hold():
    assert doctest.testmod(points).failed == 0


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", []),
        ("Nhất trí.", [("", "Nhất trí.")]),
        ("ĐIỀU 3 khoản 2: sửa", [("ĐIỀU 3 khoản 2", "sửa")]),
        ("- Điểm a khoản 1 Điều 4: bỏ", [("Điểm a khoản 1 Điều 4", "bỏ")]),
        ("Điều 5:\n  dòng một\n  dòng hai", [("Điều 5", "dòng một\n  dòng hai")]),
        ("Phụ lục I: thêm cột", [("Phụ lục I", "thêm cột")]),
        ("Đề nghị: xem lại", [("", "Đề nghị: xem lại")]),
        ("Điều 5 không có dấu hai chấm", [("", "Điều 5 không có dấu hai chấm")]),
        ("Điều 5:", []),
        ("Điềutra: không phải vị trí", [("", "Điềutra: không phải vị trí")]),
    ],
)
def test_what_people_write(text, expected):
    assert split_points(text) == expected


def test_the_order_is_that_of_the_text():
    places = ["Phụ lục I", "Điều 12", "Điều 2 khoản 10", "Điều 2 khoản 9", "Khoản 9 điểm b Điều 2", "Chương II", ""]
    assert sorted(places, key=order_key) == [
        "",
        "Điều 2 khoản 9",
        "Khoản 9 điểm b Điều 2",
        "Điều 2 khoản 10",
        "Điều 12",
        "Chương II",
        "Phụ lục I",
    ]
