"""A place for the signature that the signer chooses."""

import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.signing.layout_cells import MM
from qlvb.workflows.signing.places import find_places
from qlvb.workflows.signing.placing import HEIGHT
from qlvb.workflows.signing.placing import WIDTH
from qlvb.workflows.signing.placing import choose_place
from qlvb.workflows.signing.placing import rect_on


A4 = (595, 842)


@pytest.mark.parametrize(
    "left, top, expected",
    [
        (0, 0, (0, 842)),
        (100, 200, (100, 642)),
        (590, 100, (595 - WIDTH, 742)),
        (100, 840, (100, HEIGHT)),
    ],
)
def test_the_signature_begins_at_the_corner_and_stays_on_the_page(left, top, expected):
    x0, y0, x1, y1 = rect_on(*A4, left, top)
    assert (x0, y1) == pytest.approx(expected) and (x1 - x0, y1 - y0) == pytest.approx((WIDTH, HEIGHT))


@pytest.mark.parametrize("left, top, field", [(595, 10, "place_left"), (-1, 10, "place_left"), (10, 842, "place_top")])
def test_a_corner_beyond_the_page_is_refused(left, top, field):
    with pytest.raises(Refused) as caught:
        rect_on(*A4, left, top)
    assert [(one.field, one.code) for one in caught.value.violations] == [(field, "off_page")]


def test_number_and_date_stay_where_they_were_and_the_seal_goes_along(letter):
    found = find_places(letter, "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"])
    chosen = choose_place(letter, found, 1, 20, 30)
    assert (chosen.number, chosen.date, chosen.person_page) == (found.number, found.date, 0)
    assert chosen.person[0] == pytest.approx(20 * MM) and chosen.person != found.person
    assert (chosen.seal[2] - chosen.person[0]) / (chosen.person[2] - chosen.person[0]) == pytest.approx(1 / 3, abs=0.5)
    with pytest.raises(Refused) as caught:
        choose_place(letter, found, 99, 20, 30)
    assert caught.value.violations[0].code == "page_unknown"
