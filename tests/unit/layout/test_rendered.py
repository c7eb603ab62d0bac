"""The docx as LibreOffice shows it: what signing will find on the pages."""

from dataclasses import replace
import pytest
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Layout
from qlvb.content.layout.templates import template_for
from qlvb.workflows.renditions.libreoffice import LibreOffice
from qlvb.workflows.signing.page_text import read_pages
from qlvb.workflows.signing.places import find_places


pytestmark = pytest.mark.libreoffice

LETTER = Layout(
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    agency="Sở Khoa học và Công nghệ",
    symbol="SKHCN-CNTT&CĐS",
    place="Sơn Hải",
    subject="Triển khai phần mềm",
    addressees=("Sở Nội vụ",),
    body=("Nội dung.",),
    signature_block=("KT. Giám đốc", "Phó Giám đốc"),
    signer="Bùi Trung Kiên",
)


@pytest.fixture(scope="module")
def convert():
    office = LibreOffice()
    return lambda data: office.convert(data, ".docx")


def lines(page):
    return [" ".join(row.text.split()) for row in page.rows]


def test_one_page(convert):
    pdf = convert(compose(LETTER))
    pages = read_pages(pdf)
    assert len(pages) == 1
    assert (round(pages[0].width), round(pages[0].height)) == (595, 842)
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in lines(pages[0]))
    places = find_places(pdf, "Bùi Trung Kiên", LETTER.signature_block)
    assert places.found == ("number", "date", "person")
    assert places.number.rect[2] - places.number.rect[0] > 26
    assert places.person[3] - places.person[1] > 50


def test_pages_are_numbered_from_the_second(convert):
    pages = read_pages(convert(compose(replace(LETTER, body=("Câu này lặp lại nhiều lần. " * 40,) * 6))))
    assert len(pages) >= 2
    assert lines(pages[1])[0] == "2"
    assert "1" not in lines(pages[0])


def test_position_room_and_name_stay_on_one_page(convert):
    for paragraphs in range(14, 24, 3):
        body = ("Câu này chiếm trọn một dòng của trang giấy, không hơn không kém.",) * paragraphs
        pdf = convert(compose(replace(LETTER, body=body)))
        pages = read_pages(pdf)
        with_position = [page.number for page in pages if any("PHÓ GIÁM ĐỐC" in line for line in lines(page))]
        places = find_places(pdf, "Bùi Trung Kiên", LETTER.signature_block)
        assert with_position == [places.person_page]


@pytest.mark.parametrize("kind", ["decision", "plan", "submission", "invitation", "official_telegram"])
def test_templates_have_room_for_number_and_date(convert, kind):
    pdf = convert(template_for(kind, agency="Sở Nội vụ", symbol="X-SNV", place="Sơn Hải", signer="Trần Đức Long"))
    assert find_places(pdf, "Trần Đức Long").found == ("number", "date", "person")


def test_minutes_have_no_place_and_date(convert):
    pdf = convert(template_for("minutes", agency="Sở Nội vụ", symbol="BB-SNV", place="Sơn Hải", signer="Trần Đức Long"))
    places = find_places(pdf, "Trần Đức Long")
    assert places.found == ("number", "person")
    assert [room.name for room in places.date] == ["DateLine"]


def test_a_long_place_name_stays_on_its_line(convert):
    pdf = convert(compose(replace(LETTER, place="Thành phố Hồ Chí Minh")))
    assert "date" in find_places(pdf).found
    assert any("ngày" in line and "tháng" in line and "năm" in line for line in lines(read_pages(pdf)[0]))
