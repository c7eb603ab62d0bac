"""Tesseract reads Vietnamese from scans and pictures; what it makes is a copy."""

from io import BytesIO
from made_files import picture
from made_files import sheet
import pikepdf
from pypdf import PdfReader
import pytest
from qlvb.workflows.recognition.process import TesseractReader
from qlvb.workflows.recognition.process import cache_directory
from qlvb.workflows.recognition.reading.__main__ import fitting_dpi
from qlvb.workflows.texts.interfaces import TextNotRead


LINES = ("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI", "Số: 123/UBND-VX", "Kính gửi: Sở Khoa học và Công nghệ")


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))


def recognised(tmp_path, data, kind, name="a" * 64):
    path = tmp_path / "file"
    path.write_bytes(data)
    with path.open("rb") as stream:
        return TesseractReader().read(stream, kind, name)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", lambda: picture(sheet(*LINES))),
        ("png", lambda: picture(sheet(*LINES), "PNG", dpi=(200, 200))),
        ("jpeg", lambda: picture(sheet(*LINES), "JPEG", quality=80)),
        ("tiff", lambda: picture(sheet(*LINES), "TIFF", save_all=True, append_images=[sheet("Trang hai")])),
    ],
)
def test_vietnamese_words_are_read(tmp_path, kind, data):
    found = recognised(tmp_path, data(), kind)
    for line in LINES:
        assert line in found.text
    copy = PdfReader(found.copy)
    assert len(copy.pages) == (2 if kind == "tiff" else 1)
    assert "123/UBND-VX" in copy.pages[0].extract_text()


def test_a_turned_page_keeps_its_turn(tmp_path):
    stream = BytesIO(picture(sheet(*LINES).rotate(90, expand=True)))
    turned = BytesIO()
    with pikepdf.open(stream) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        pdf.save(turned)
    found = recognised(tmp_path, turned.getvalue(), "pdf")
    assert "123/UBND-VX" in found.text
    copy = PdfReader(found.copy).pages[0]
    assert copy.rotation == 90
    assert "123/UBND-VX" in copy.extract_text()


def test_what_was_recognised_is_not_recognised_again(tmp_path):
    data = picture(sheet(*LINES), "PNG")
    recognised(tmp_path, data, "png")
    (cache_directory() / ("a" * 64) / "text").write_text("nhớ")
    assert recognised(tmp_path, b"whatever", "png").text == "nhớ"


@pytest.mark.parametrize(("kind", "data"), [("pdf", b"%PDF-1.7 broken"), ("png", b"no picture"), ("tiff", b"")])
def test_broken_files_are_refused(tmp_path, kind, data):
    with pytest.raises(TextNotRead) as failure:
        recognised(tmp_path, data, kind)
    assert failure.value.retry is False
    assert list(cache_directory().iterdir()) == []


def test_a_huge_page_is_drawn_smaller():
    assert fitting_dpi(595, 842) == 300
    dpi = fitting_dpi(14400, 14400)
    assert (14400 / 72 * dpi) ** 2 <= 25_000_000
