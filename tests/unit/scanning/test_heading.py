"""Headings of letters as the recognition of letters leaves them."""

from datetime import date
import pytest
from qlvb.workflows.scanning.heading import read_heading


BODIES = ["Sở Nội vụ", "Sở Y tế", "Ủy ban nhân dân tỉnh Sơn Hải"]
LETTER = """UBND TỈNH SƠN HẢI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                     Độc lập - Tự do - Hạnh phúc

Số: 15/SNV-VP                 Sơn Hải, ngày 20 tháng 11 năm 2026
V/v báo cáo kết quả cải cách
hành chính quý IV

Kính gửi: Sở Khoa học và Công nghệ
Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026"""
#: Columns one after the other.
APART = """UBND TỈNH SƠN HẢI
SỞ NỘI VỤ
Số: 15/SNV-VP
V/v báo cáo kết quả cải cách hành chính quý IV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hải, ngày 20 tháng 11 năm 2026"""
DECISION = """CÔNG TY CỔ PHẦN SAO MAI   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
So: 7/QĐ-SM    Hà Nội, ngày 2 tháng 3 năm 2026
QUYẾT ĐỊNH
Về việc thành lập tổ công tác
Căn cứ Điều lệ công ty;"""
EXPECTED = {
    "issuing_body": "Sở Nội vụ",
    "original_number": "15",
    "document_symbol": "SNV-VP",
    "document_type": "official_letter",
    "issue_date": date(2026, 11, 20),
    "subject": "V/v báo cáo kết quả cải cách hành chính quý IV",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTER, EXPECTED),
        (DECISION, {
            "issuing_body": "CÔNG TY CỔ PHẦN SAO MAI",
            "original_number": "7",
            "document_symbol": "QĐ-SM",
            "document_type": "decision",
            "issue_date": date(2026, 3, 2),
            "subject": "V/v thành lập tổ công tác",
        }),
    ],
)
def test_a_heading(text, expected):
    found = read_heading(text, BODIES)
    assert {name: found.get(name) for name in expected} == expected


def test_columns_one_after_the_other():
    found = read_heading(APART, BODIES)
    assert {name: found[name] for name in ("issuing_body", "document_symbol", "issue_date")} == {
        name: EXPECTED[name] for name in ("issuing_body", "document_symbol", "issue_date")
    }


@pytest.mark.parametrize("text", ["", "Kính gửi: Sở Nội vụ", "Số: không", "Theo văn bản 12/KH-UBND ngày 1/1/2026"])
def test_what_has_no_heading_tells_nothing(text):
    assert read_heading(text, BODIES) == {}
