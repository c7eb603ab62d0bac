"""The block "Nơi nhận" of drafts as offices write it."""

from collections import namedtuple
import doctest
import pytest
from qlvb.content.documents import recipient_block
from qlvb.content.documents.recipient_block import match_agency
from qlvb.content.documents.recipient_block import read_block


PURPOSES = {"for_execution", "for_report", "for_information"}
LETTER = [
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "Kính gửi:",
    "- Sở Nội vụ;",
    "- Sở Tài chính.",
    "Thực hiện Kế hoạch số 5, Sở có ý kiến như sau:",
    "Nơi nhận:",
    "- Như trên;",
    "- UBND tỉnh (để báo cáo);",
    "- Công ty Sao Mai (để biết);",
    "- Lưu: VT, CNTT.",
    "GIÁM ĐỐC",
]


def names(paragraphs):
    return [(one.name, one.purpose) for one in read_block(paragraphs, PURPOSES)[0]]


def test_the_examples_hold():
    assert doctest.testmod(recipient_block).failed == 0


def test_a_letter():
    assert names(LETTER) == [
        ("Sở Nội vụ", "for_execution"),
        ("Sở Tài chính", "for_execution"),
        ("UBND tỉnh", "for_report"),
        ("Công ty Sao Mai", "for_information"),
    ]
    assert read_block(LETTER, PURPOSES)[1] == "VT, CNTT"


@pytest.mark.parametrize(
    "paragraphs, expected",
    [
        ([], []),
        (["Không có nơi nhận"], []),
        (["Kính gửi: Sở Nội vụ; Sở Tài chính", "Nội dung"], ["Sở Nội vụ", "Sở Tài chính"]),
        (["NƠI NHẬN:", "- Như Điều 3;", "- Lưu: VT."], ["Như Điều 3"]),
        (["Nơi nhận:", "- Sở A;", "- sở a;", "- Lưu: VT."], ["Sở A"]),
        (["Nơi nhận:", "- Sở A (2 bản);", "Lưu VT"], ["Sở A (2 bản)"]),
    ],
)
def test_other_ways(paragraphs, expected):
    assert [name for name, _purpose in names(paragraphs)] == expected


def test_matching():
    agency = namedtuple("Agency", "title symbol")
    agencies = [agency("Sở Nội vụ", "SNV"), agency("Ủy ban nhân dân tỉnh", "UBND")]
    assert match_agency("sở  nội vụ", agencies).symbol == "SNV"
    assert match_agency("SNV", agencies).symbol == "SNV"
    assert match_agency("Ủy ban nhân dân tỉnh Sơn Hải", agencies).symbol == "UBND"
    assert match_agency("Sở Nội vụng", agencies) is None
