"""Where number, date, signature and seal go."""

import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.signing.layout_cells import MM
from qlvb.workflows.signing.places import find_places
from qlvb.workflows.signing.places import printed_year


HEAD = [(100, 760, 13, "Số:         /SKHCN-VP"), (330, 760, 13, "Sơn Hải, ngày      tháng      năm        ")]
FOOT = [(380, 300, 14, "GIÁM ĐỐC"), (350, 190, 14, "Nguyễn Thị Thu Hà")]


def overlap(one, other):
    return not (one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1])


def test_a_letter_of_the_product(letter):
    places = find_places(letter, "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"])
    assert places.found == ("number", "date", "person")
    assert (places.number.name, places.number.size, places.number.italic) == ("Number", 13, False)
    assert [(room.name, room.size, room.italic) for room in places.date] == [
        ("Day", 13, True),
        ("Month", 13, True),
        ("Year", 13, True),
    ]
    assert places.person_page == 0
    assert places.printed_year is None


def test_seal_has_its_real_size_over_a_third_of_the_signature_on_its_left(letter):
    places = find_places(letter, "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"])
    person, seal = places.person, places.seal
    assert seal[2] - seal[0] == pytest.approx(36 * MM) == seal[3] - seal[1]
    assert (seal[2] - person[0]) / (person[2] - person[0]) == pytest.approx(1 / 3)
    assert (seal[1] + seal[3]) / 2 == pytest.approx((person[1] + person[3]) / 2)


def test_signature_between_position_and_name(make_pdf):
    places = find_places(make_pdf(HEAD + FOOT), "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"])
    x0, y0, x1, y1 = places.person
    assert 190 < y0 < y1 < 300
    assert places.number.rect[0] > 100 + 13 and places.number.rect[2] < 330
    assert not any(overlap(places.number.rect, room.rect) for room in places.date)


def test_signature_on_the_last_page_that_names_the_signer(make_pdf):
    pdf = make_pdf(HEAD + [(350, 500, 14, "Nguyễn Thị Thu Hà")], FOOT, [(100, 700, 14, "Phụ lục")])
    places = find_places(pdf, "NGUYỄN THỊ THU HÀ")
    assert places.person_page == 1
    assert places.number.page == 0


def test_the_name_in_the_text_is_not_the_signature(make_pdf):
    pdf = make_pdf(HEAD + FOOT + [(60, 100, 14, "Bà Nguyễn Thị Thu Hà")])
    assert find_places(pdf, "Nguyễn Thị Thu Hà").person[1] > 190


def test_a_printed_year_needs_no_room(make_pdf):
    pdf = make_pdf([HEAD[0], (330, 760, 13, "Sơn Hải, ngày      tháng      năm 2026")])
    places = find_places(pdf)
    assert places.printed_year == 2026 == printed_year(pdf)
    assert [room.name for room in places.date] == ["Day", "Month"]


def test_dots_are_room_that_is_covered(make_pdf):
    pdf = make_pdf([(100, 760, 13, "Số: ......../SKHCN"), (330, 760, 13, "Hà Nội, ngày ..... tháng ..... năm 2026")])
    places = find_places(pdf)
    assert places.number.cover and all(room.cover for room in places.date)


def test_without_any_text_the_drawing_of_the_decree_counts(make_pdf):
    places = find_places(make_pdf([], [(100, 400, 14, "x")]), "Nguyễn Thị Thu Hà")
    assert places.found == ()
    assert (places.number.name, places.date[0].name) == ("NumberLine", "DateLine")
    assert places.person_page == 1
    assert 842 * 0.6 < places.number.rect[1] < 842 * 0.95
    assert places.number.rect[2] < places.date[0].rect[0]
    assert places.person[0] > 595 * 0.45 and places.person[3] < 842 * 0.4
    assert places.seal[0] < places.person[0]


def test_a_page_whose_corner_is_not_zero(make_pdf):
    plain = find_places(make_pdf(HEAD + FOOT), "Nguyễn Thị Thu Hà")
    moved = [[(x + 50, y + 20, size, text) for x, y, size, text in HEAD + FOOT]]
    shifted = find_places(make_pdf(*moved, box=(50, 20, 645, 862)), "Nguyễn Thị Thu Hà")
    assert shifted.number.rect == pytest.approx([a + b for a, b in zip(plain.number.rect, (50, 20) * 2, strict=True)])
    assert shifted.seal == pytest.approx([a + b for a, b in zip(plain.seal, (50, 20) * 2, strict=True)])


@pytest.mark.parametrize(
    "number, date, code",
    [
        ("Số: 12/SKHCN", "ngày      tháng      năm 2026", "number_printed"),
        ("Số: /SKHCN", "ngày      tháng      năm 2026", "number_room"),
        ("Số:         /SKHCN", "ngày 05 tháng 01 năm 2026", "date_printed"),
        ("Số:         /SKHCN", "ngày 05 tháng      năm 2026", "date_printed"),
        ("Số:         /SKHCN", "ngày tháng năm 2026", "date_room"),
    ],
)
def test_no_room(make_pdf, number, date, code):
    with pytest.raises(Refused) as refused:
        find_places(make_pdf([(100, 760, 13, number), (330, 760, 13, date)]))
    assert (refused.value.status, refused.value.violations[0].code) == (400, code)


def test_dates_in_the_text_below_do_not_matter(make_pdf):
    pdf = make_pdf(HEAD + [(100, 480, 14, "Căn cứ Luật ngày 21 tháng 6 năm 2024;")])
    assert find_places(pdf).found == ("number", "date")


def test_a_rotated_page(make_pdf):
    with pytest.raises(Refused) as refused:
        find_places(make_pdf(HEAD, rotate=90))
    assert refused.value.violations[0].code == "pdf_rotated"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"\x00" * 100])
def test_not_a_pdf(data):
    with pytest.raises(Refused) as refused:
        find_places(data)
    assert refused.value.violations[0].code == "pdf_unreadable"


@pytest.mark.parametrize(
    "x, y, text",
    [
        (85, 640, "Hôm nay, ngày 05 tháng 01 năm 2026, tại Sơn Hải"),
        (330, 640, "ngày 05 tháng 01 năm 2026"),
        (85, 760, "V/v họp ngày 05 tháng 01 năm 2026"),
    ],
)
def test_dates_away_from_the_heading_do_not_matter(make_pdf, x, y, text):
    pdf = make_pdf([(85, 700, 13, "Số:         /BB-SNV"), (x, y, 14, text)])
    assert find_places(pdf).found == ("number",)
