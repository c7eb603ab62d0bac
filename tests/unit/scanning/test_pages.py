"""Pictures of pages as one PDF."""

from io import BytesIO
from made_files import photo
from PIL import Image
from pypdf import PdfReader
import pytest
from qlvb.workflows.scanning import pages
from qlvb.workflows.scanning.pages import PageUnreadable
from qlvb.workflows.scanning.pages import pdf_of


A4 = (595, 842)


def tiff(count):
    frames = [Image.new("1", (200, 280), 1) for _frame in range(count)]
    target = BytesIO()
    frames[0].save(target, "TIFF", save_all=True, append_images=frames[1:])
    return target.getvalue()


def turned():
    """A page photographed with the phone held sideways: lying in the file, upright by its EXIF."""
    image = Image.open(BytesIO(photo(size=(420, 300))))
    exif = image.getexif()
    exif[0x0112] = 6
    target = BytesIO()
    image.save(target, "JPEG", exif=exif)
    return target.getvalue()


def through():
    image = Image.new("RGBA", (30, 40), (0, 0, 0, 0))
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def named(*data):
    return [(f"trang{number}", BytesIO(one)) for number, one in enumerate(data, start=1)]


def sizes(pdf):
    return [tuple(round(float(side)) for side in page.mediabox[2:]) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize(
    "data, expected",
    [
        ([photo()], [A4]),
        ([photo(1), photo(2)], [A4, A4]),
        ([photo(size=(420, 300))], [A4[::-1]]),
        ([turned()], [A4]),
        ([tiff(3), photo()], [A4] * 4),
        ([through()], [A4]),
    ],
)
def test_every_picture_is_a_page_of_a4(data, expected):
    assert sizes(pdf_of(named(*data))) == expected


@pytest.mark.parametrize("data", [b"", b"no picture", b"%PDF-1.4", photo()[:200], b"GIF89a" + b"\0" * 50])
def test_what_is_no_picture_is_named(data):
    with pytest.raises(PageUnreadable) as caught:
        pdf_of(named(photo(), data))
    violation = caught.value.violation
    assert (violation.field, violation.code, violation.message.mapping) == ("scan", "no_picture", {"filename": "trang2"})


def test_a_camera_that_never_stops(monkeypatch):
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    with pytest.raises(PageUnreadable) as caught:
        pdf_of(named(photo(), tiff(2)))
    assert caught.value.violation.code == "too_many_pages"
