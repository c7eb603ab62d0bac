"""Reading copies: the words, their place and letters; the original stays as it is; broken files are named."""

from archive_fixtures import pdf
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar
from pdfminer.layout import LTTextLine
import pytest
from pypdf import PdfReader
from pypdf import PdfWriter
from qlvb.workflows.readings.watermark import Unreadable
from qlvb.workflows.readings.watermark import marked


BODY = "Sở Khoa học và Công nghệ"


def lines(data):
    """By page: dict text -> (left, bottom, right, top, size, font)."""
    found = []
    for page in extract_pages(BytesIO(data)):
        here = {}
        for box in page:
            for line in box if hasattr(box, "__iter__") else ():
                if isinstance(line, LTTextLine):
                    letter = next(one for one in line if isinstance(one, LTChar))
                    here[line.get_text().strip()] = (*line.bbox, letter.size, letter.fontname, letter.matrix)
        found.append((page.width, page.height, here))
    return found


def test_a_reading_copy_names_the_body_at_the_bottom_of_every_page():
    original = pdf(3)
    before = sha256(original).hexdigest()
    data, pages = marked(original, BODY)
    assert pages == 3
    for width, height, here in lines(data):
        assert set(here) == {BODY}
        left, bottom, right, _top, *_more = here[BODY]
        assert abs((left + right) / 2 - width / 2) < 1
        assert bottom < height * 0.06
    assert sha256(original).hexdigest() == before


def test_an_uncertified_copy_says_so_on_its_first_page_only():
    (width, height, first), (_w, _h, second) = lines(marked(pdf(2), BODY, "BẢN SAO")[0])
    assert set(second) == {BODY}
    left, _bottom, right, top, size, font, matrix = first["BẢN SAO"]
    assert left > width / 2 and right < width and top > height * 0.93
    assert 9 < size < 14 and "Termes" in font and "Italic" not in font
    assert matrix[0] == pytest.approx(10) or matrix[0] == pytest.approx(1)


def test_pages_of_other_sizes_and_turned_ones_keep_their_place():
    writer = PdfWriter()
    writer.add_blank_page(width=842, height=595)
    writer.add_blank_page(width=595, height=842).rotate(90)
    made = BytesIO()
    writer.write(made)
    for width, height, here in lines(marked(made.getvalue(), BODY)[0]):
        left, bottom, right, _top, *_more = here[BODY]
        assert abs((left + right) / 2 - width / 2) < 1 and bottom < height * 0.08


def encrypted():
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.encrypt("mật khẩu")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"no pdf", pdf(1)[:200], encrypted(), b"%PDF-1.7\n%%EOF"], ids=["none", "other", "cut", "locked", "empty"]
)
def test_what_cannot_be_copied_is_refused(data):
    with pytest.raises(Unreadable):
        marked(data, BODY)




LETTER = Path(__file__).parents[1] / "signing" / "data" / "letter.pdf"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_letter_with_words_keeps_them(turned):
    writer = PdfWriter(clone_from=LETTER)
    for page in writer.pages:
        page.rotate(turned)
    made = BytesIO()
    writer.write(made)
    data, pages = marked(made.getvalue(), BODY, "BẢN SAO")
    assert pages == len(PdfReader(LETTER).pages)
    text = PdfReader(BytesIO(data)).pages[0].extract_text()
    assert BODY in text and "BẢN SAO" in text
    assert len(text) > 300


def test_words_across_every_page():
    data, pages = marked(pdf(2), BODY, across="ĐÃ ĐƯỢC THAY THẾ")
    for page in PdfReader(BytesIO(data)).pages:
        assert "ĐÃ ĐƯỢC THAY THẾ" in page.extract_text()
    assert pages == 2
