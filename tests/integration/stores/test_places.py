"""Laying dossiers into boxes: one place each, what is full or closed, who may, what the lists say."""

from archive_fixtures import make_dossiers
import pytest
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.stores.creation import create_places
from zope.component import getUtility


def refused(does, *words, **data):
    with pytest.raises(Refused) as told:
        does(*words, **data)
    return told.value.status, {one.code for one in told.value.violations}


def test_a_dossier_has_one_place_and_its_history(dossiers, box, does):
    first, second = dossiers
    result = does("hoangvanluu", first, "place_in_box", box="k1/a1/h01")
    assert result["paper_file_code"] == "H99.12.K1/A1/H01.1"
    does("hoangvanluu", second, "place_in_box", box="K1/A1/H01", number=5)
    does("hoangvanluu", first, "place_in_box", box="K1/A1/H02", number=3)
    places = getUtility(IPlaces)
    assert places.of(first).label == "K1/A1/H02.3"
    assert places.contents(box) == [(5, second.UID())]
    moved = [one.detail for one in IJournal(first).entries(events=("placed",))][-1]
    assert (moved["before"], moved["place"]) == ("K1/A1/H01.1", "K1/A1/H02.3")
    does("hoangvanluu", first, "take_from_box", reason="Chuyển đi tu bổ")
    assert places.of(first) is None
    assert refused(does, "hoangvanluu", first, "take_from_box", reason="Lần thứ hai") == (409, {"wrong_state"})


def test_the_lists_say_where_it_lies(dossiers, box, does, login_as):
    does("hoangvanluu", dossiers[0], "place_in_box", box="K1/A1/H01")
    with login_as("hoangvanluu"):
        (row,) = getUtility(IListing).query("stores.kept").rows
    assert row.facts["place"] == "K1/A1/H01.1"
    with login_as("leminhanh"):
        assert getUtility(IListing).query("stores.kept").rows == []


def test_what_cannot_be(dossiers, box, does, province):
    third = make_dossiers(province, 1, year=2033)[0]
    first, second = dossiers
    does("hoangvanluu", first, "place_in_box", box="K1/A1/H01", number=1)
    assert refused(does, "hoangvanluu", second, "place_in_box", box="K1/A1/H01", number=1) == (409, {"number_taken"})
    does("hoangvanluu", second, "place_in_box", box="K1/A1/H01")
    assert refused(does, "hoangvanluu", third, "place_in_box", box="K1/A1/H01") == (409, {"box_full"})
    assert refused(does, "hoangvanluu", third, "place_in_box", box="K9/A1/H01") == (400, {"box_unknown"})
    assert refused(does, "hoangvanluu", third, "place_in_box", box="K1/A1") == (400, {"box_unknown"})
    assert refused(does, "leminhanh", third, "place_in_box", box="K1/A1/H02") == (403, {"forbidden"})
    assert refused(does, "hoangvanluu", box, "describe_place", title="Hộp", capacity=1) == (400, {"box_holds_more"})
    assert refused(does, "hoangvanluu", box, "close_place") == (400, {"place_holds"})
    empty = box.aq_parent["h02"]
    does("hoangvanluu", empty, "close_place")
    assert refused(does, "hoangvanluu", third, "place_in_box", box="K1/A1/H02") == (409, {"box_closed"})
    does("hoangvanluu", empty, "reopen_place")
    does("hoangvanluu", third, "place_in_box", box="K1/A1/H02")


def test_a_dossier_that_is_destroyed_leaves_its_box(dossiers, box, does):
    does("hoangvanluu", dossiers[0], "place_in_box", box="K1/A1/H01")
    fire(dossiers[0], "archive")
    assert getUtility(IPlaces).of(dossiers[0]) is not None
    fire(dossiers[0], "destroy")
    assert getUtility(IPlaces).of(dossiers[0]) is None
    assert getUtility(IPlaces).contents(box) == []


def test_codes_are_unique_among_neighbours(province, box):
    stores = province["skhcn"]["stores"]
    with pytest.raises(Refused) as told:
        create_places(stores, {"code": "k1", "title": "Kho khác"}, "hoangvanluu")
    assert [one.code for one in told.value.violations] == ["code_taken"]
    with pytest.raises(Refused) as told:
        create_places(box.aq_parent, {"code": "H02", "count": 3}, "hoangvanluu")
    assert [one.code for one in told.value.violations] == ["code_taken"]
    assert [one.code for one in box.aq_parent.objectValues()] == ["H01", "H02"]


@pytest.mark.parametrize(
    "values, field",
    [
        ({"code": "X", "count": 201}, "count"),
        ({"code": "X", "count": "3"}, "count"),
        ({"code": "X", "capacity": 0}, "capacity"),
        ({"code": ""}, "code"),
        ({"code": "X", "title": 5}, "title"),
        ({"code": "X", "note": "x" * 1001}, "note"),
    ],
)
def test_bad_input_is_named(box, values, field):
    with pytest.raises(Refused) as told:
        create_places(box.aq_parent, values, "hoangvanluu")
    assert field in {one.field for one in told.value.violations}


def test_acts_of_places_are_the_archivists(box, login_as):
    for userid, acts in (("hoangvanluu", {"describe_place", "close_place"}), ("nguyenthithuha", set())):
        with login_as(userid):
            assert {act.id for act in IActs(box).all()} == acts
