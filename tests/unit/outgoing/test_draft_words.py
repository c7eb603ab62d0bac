"""The lines of a printed draft: columns apart, wrapped lines joined."""

from made_files import image
from made_files import text_pdf
from printed import LEFT
from printed import RIGHT
from printed import two_columns
import pytest
from qlvb.workflows.outgoing.draft_words import docx_paragraphs
from qlvb.workflows.outgoing.draft_words import pdf_paragraphs


def test_the_columns_are_taken_apart_and_lines_joined():
    assert pdf_paragraphs(two_columns(LEFT, RIGHT)) == [
        "Kính gửi: Sở Nội vụ.",
        "Sở Khoa học và Công nghệ có ý kiến như sau: nơi nhận báo cáo là Sở Nội vụ.",
        "Nơi nhận:",
        "- Như trên;",
        "- Công ty Sao Mai (để biết);",
        "- Chủ tịch UBND tỉnh (để b/c);",
        "- Lưu: VT, CNTT.",
    ]


def test_without_the_block_there_are_the_lines():
    assert pdf_paragraphs(text_pdf("Kính gửi: Sở Nội vụ")) == ["Kính gửi: Sở Nội vụ"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", image()])
def test_what_cannot_be_read_has_no_lines(data):
    assert pdf_paragraphs(data) == docx_paragraphs(data) == []
