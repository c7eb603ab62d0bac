"""Reading real files in the real process: good ones, broken ones, and those that are made to do harm."""

import made_files as made
import pytest
from qlvb.content.text import nfc
from qlvb.workflows.texts.interfaces import TextNotRead
from qlvb.workflows.texts.process import BROKEN
from qlvb.workflows.texts.process import DIED
from qlvb.workflows.texts.process import HUNG
from qlvb.workflows.texts.process import TOO_LARGE
from qlvb.workflows.texts.process import ReadingProcess
import sys
import unicodedata


WORDS = "Quyết định đặc biệt về ưỡn ẹo, ngoằn ngoèo: Ậ Ễ Ỗ Ữ Ỵ"


@pytest.fixture
def reader():
    return ReadingProcess()


@pytest.fixture
def read(reader, tmp_path):
    def read(data, kind):
        path = tmp_path / "file"
        path.write_bytes(data)
        with path.open("rb") as stream:
            return reader.read(stream, kind)

    return read


def test_docx_with_everything_that_it_may_hold(read):
    text = read(made.full_docx(), "docx")
    assert set(text.split("\n")) == {
        "Đầu trang: HỎA TỐC",
        "Chân trang: Sở Nội vụ",
        "Căn cứ Nghị định số 30/2020/NĐ-CP",
        "Số thứ tự",
        "Họ và tên: Đặng Thị Ưng",
        "Trong khung chữ",
        "Trong ô nhập",
        "đoạn chèn thêm",
    }
    assert text.count("Trong khung chữ") == 1


def test_decomposed_letters_are_composed(read):
    assert read(made.docx(unicodedata.normalize("NFD", WORDS)), "docx") == nfc(WORDS)


def test_xlsx_cell_by_cell(read):
    text = read(made.xlsx(["STT", "Đơn vị"], [1, "Sở Tài chính"], [2.0, None, 3.5]), "xlsx")
    assert text.split("\n")[1:] == ["Biểu mẫu", "STT Đơn vị", "1 Sở Tài chính", "2 3.5"]


@pytest.mark.parametrize("seen", [True, False])
def test_pdf_with_letters_or_with_a_layer_under_a_scan(read, seen):
    assert read(made.text_pdf(WORDS, "Trang hai", seen=seen), "pdf") == f"{nfc(WORDS)}\nTrang hai"


def test_a_scan_has_no_text(read):
    assert read(made.scan(), "pdf") == ""


@pytest.mark.parametrize("kind, name", [("odt", "text"), ("ods", "spreadsheet"), ("odp", "presentation")])
def test_open_document(read, kind, name):
    body = (
        "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
        "<text:h>Chương <text:span>I</text:span></text:h><text:p>Điều 1.<text:tab/>Phạm vi<o:annotation>"
        "<text:p>ý kiến</text:p></o:annotation></text:p>"
    )
    assert read(made.odf(name, body), kind) == "Chương I\nĐiều 1. Phạm vi"


def test_slides_in_their_order(read):
    slides = [f"Trang {number}" for number in range(1, 12)]
    assert read(made.pptx(*slides), "pptx").split("\n") == slides


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"%PDF-1.7 and nothing else %%EOF", "pdf"),
        (made.pdf()[:300], "pdf"),
        (made.pdf(password="x"), "pdf"),
        (b"PK\x03\x04 no zip file", "docx"),
        (made.with_damaged_part(), "docx"),
        (made.with_broken_xml(), "docx"),
        (made.archive({"xl/workbook.xml": b"<no/>"}), "xlsx"),
        (b"", "odt"),
    ],
)
def test_what_cannot_be_read_is_not_tried_again(read, data, kind):
    with pytest.raises(TextNotRead) as failure:
        read(data, kind)
    assert (failure.value.message, failure.value.retry) == (BROKEN, False)


def test_entities_are_not_resolved(read):
    lol = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    xml = f"<!DOCTYPE w [<!ENTITY l0 'ha ha ha'>{lol}]><w><p><t>Trước &l11; sau</t></p></w>"
    try:
        text = read(made.archive({"word/document.xml": xml.encode()}, made.docx()), "docx")
    except TextNotRead as failure:
        assert not failure.retry
    else:
        assert "ha ha" not in text


def test_a_package_that_unpacks_to_too_much(read):
    head, line, tail = b"<w><p>", b"<i>" + b" " * 4093 + b"</i>", b"</p></w>"
    bomb = made.archive({"word/document.xml": head + line * 66_000 + tail}, made.docx())
    with pytest.raises(TextNotRead) as failure:
        read(bomb, "docx")
    assert (failure.value.message, failure.value.retry) == (TOO_LARGE, False)


def test_a_pdf_that_swells_does_no_harm(read):
    data = made.swelling_pdf()
    assert len(data) < 1_000_000
    try:
        assert read(data, "pdf") == ""
    except TextNotRead as failure:
        assert failure.message in (BROKEN, TOO_LARGE, DIED)


def test_a_very_long_text_is_cut(read):
    line = "<w:p><w:r><w:t>" + "chữ " * 1000 + "</w:t></w:r></w:p>"
    xml = f'<w:d xmlns:w="x">{line * 600}</w:d>'
    assert len(read(made.archive({"word/document.xml": xml.encode()}, made.docx()), "docx")) == 2_000_000


def test_a_process_that_hangs_is_ended(reader, read):
    reader.timeout = 0.3
    reader.command = lambda kind: [sys.executable, "-c", "import time; time.sleep(300)"]
    with pytest.raises(TextNotRead) as failure:
        read(made.docx(), "docx")
    assert (failure.value.message, failure.value.retry) == (HUNG, True)


def test_a_process_that_dies_may_be_tried_again(reader, read):
    reader.command = lambda kind: [sys.executable, "-c", "import os; os.kill(os.getpid(), 11)"]
    with pytest.raises(TextNotRead) as failure:
        read(made.docx(), "docx")
    assert (failure.value.message, failure.value.retry) == (DIED, True)
