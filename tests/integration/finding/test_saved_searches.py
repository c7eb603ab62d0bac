"""Saved searches: who may keep which, what is refused, and that their number is the list's."""

import pytest
from qlvb.content.desks.interfaces import ISavedSearches
from qlvb.content.desks.rules import MAX_PINNED
from qlvb.content.desks.rules import question_of
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.tallies import tally
from qlvb.content.violations import Refused
from zope.component import getUtility


SEARCH = {"name": "Đôn đốc", "list": "search", "filters": {"text": "đôn đốc", "year": "2026"}, "sort": "-issue_date"}


@pytest.fixture
def searches(province):
    return getUtility(ISavedSearches)


def add(searches, userid, login_as, **changes):
    with login_as(userid):
        return searches.add(userid, {**SEARCH, **changes})[0]


def refusal(ask):
    with pytest.raises(Refused) as refused:
        ask()
    return refused.value.status, [(one.field, one.code) for one in refused.value.violations]


def test_a_search_is_its_owners_alone(searches, login_as):
    search = add(searches, "leminhanh", login_as)
    with login_as("leminhanh"):
        assert [one.name for one in searches.all("leminhanh")] == ["Đôn đốc"]
    with login_as("phamquochuy"):
        assert searches.all("phamquochuy") == []
        unknown = (404, [("", "search_unknown")])
        assert refusal(lambda: searches.get(search.id, "phamquochuy")) == unknown
        assert refusal(lambda: searches.change(search.id, "phamquochuy", {"name": "x"})) == unknown
        assert refusal(lambda: searches.remove(search.id, "phamquochuy")) == unknown


def test_the_clerk_keeps_searches_of_the_agency_and_members_use_them(searches, login_as):
    shared = add(searches, "vanthuskhcn", login_as, owner="skhcn")
    with login_as("leminhanh"):
        assert searches.get(shared.id, "leminhanh") is shared
        forbidden = (403, [("owner", "may_not_share")])
        assert refusal(lambda: searches.change(shared.id, "leminhanh", {"name": "x"})) == forbidden
        assert refusal(lambda: searches.remove(shared.id, "leminhanh")) == forbidden
        assert refusal(lambda: searches.add("leminhanh", {**SEARCH, "owner": "skhcn"})) == forbidden
        assert refusal(lambda: searches.add("leminhanh", {**SEARCH, "owner": "phamquochuy"})) == forbidden
    with login_as("vuhaiyen"):
        assert refusal(lambda: searches.get(shared.id, "vuhaiyen"))[0] == 404


def test_leaders_keep_searches_of_what_they_lead(searches, login_as):
    with login_as("nguyenthithuha"):
        assert searches.add("nguyenthithuha", {**SEARCH, "owner": "skhcn"})[0].owner == "skhcn"
    with login_as("phamquochuy"):
        department = next(unit.id for unit in units("phamquochuy") if unit.may_share)
        assert department.startswith("skhcn.")
        assert searches.add("phamquochuy", {**SEARCH, "owner": department})[0].owner == department
        assert refusal(lambda: searches.add("phamquochuy", {**SEARCH, "owner": "skhcn"}))[0] == 403


def units(userid):
    from qlvb.content.desks.units import units_of

    return units_of(userid)


def test_what_was_removed_can_be_brought_back(searches, login_as):
    search = add(searches, "leminhanh", login_as)
    with login_as("leminhanh"):
        searches.remove(search.id, "leminhanh")
        assert searches.all("leminhanh") == []
        assert refusal(lambda: searches.get(search.id, "leminhanh"))[0] == 404
        assert refusal(lambda: searches.change(search.id, "leminhanh", {"name": "x"}))[0] == 404
        searches.change(search.id, "leminhanh", {"removed": False})
        assert searches.all("leminhanh") == [search]


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"name": ""}, ("name", "name_missing")),
        ({"name": None}, ("name", "name_missing")),
        ({"name": "x" * 81}, ("name", "name_too_long")),
        ({"name": "\0 \x07"}, ("name", "name_missing")),
        ({"list": "nothing.of.this.kind"}, ("box", "unknown_box")),
        ({"list": 5}, ("box", "unknown_box")),
        ({"filters": {"colour": "red"}}, ("colour", "unknown_filter")),
        ({"filters": {"text": "x" * 1001}}, ("text", "invalid_filter")),
        ({"filters": {"text": ["a"]}}, ("text", "invalid_filter")),
        ({"filters": {"year": "20x6"}}, ("year", "invalid_filter")),
        ({"filters": {"state": ["a"] * 101}}, ("state", "invalid_filter")),
        ({"filters": {"state": {"a": 1}}}, ("state", "invalid_filter")),
        ({"filters": "text"}, ("filters", "filters_wrong")),
        ({"filters": {}}, ("filters", "search_empty")),
        ({"sort": "colour"}, ("sort", "unknown_sort")),
        ({"sort": ["subject"]}, ("sort", "unknown_sort")),
        ({"pinned": "yes"}, ("pinned", "field_wrong_value")),
        ({"colour": "red"}, ("colour", "field_unknown")),
    ],
)
def test_bad_input_is_named_and_nothing_is_kept(searches, login_as, changes, expected):
    with login_as("leminhanh"):
        status, named = refusal(lambda: searches.add("leminhanh", {**SEARCH, **changes}))
        assert (status, expected in named) == (400, True), named
        assert searches.all("leminhanh") == []


def test_every_mistake_is_named_at_once(searches, login_as):
    with login_as("leminhanh"):
        bad = {"name": "", "list": "nothing", "filters": {"colour": "red"}, "sort": "colour", "pinned": 1, "size": 3}
        _status, named = refusal(lambda: searches.add("leminhanh", bad))
        assert {field for field, _code in named} == {"name", "box", "colour", "sort", "pinned", "size"}


def test_the_same_key_gives_the_same_search(searches, login_as):
    with login_as("leminhanh"):
        first, new = searches.add("leminhanh", SEARCH, key="k")
        again, anew = searches.add("leminhanh", {**SEARCH, "name": "khác"}, key="k")
        assert (new, anew, again) == (True, False, first)


def test_the_home_page_holds_only_so_many(searches, login_as):
    with login_as("leminhanh"):
        for number in range(MAX_PINNED):
            searches.add("leminhanh", {**SEARCH, "name": f"ô {number}"})
        assert refusal(lambda: searches.add("leminhanh", SEARCH)) == (400, [("pinned", "too_many_pinned")])
        unpinned, _new = searches.add("leminhanh", {**SEARCH, "pinned": False})
        status, _named = refusal(lambda: searches.change(unpinned.id, "leminhanh", {"pinned": True}))
        assert status == 400 and not unpinned.pinned


def test_tile_and_list_have_one_number(searches, login_as, make):
    make("Kế hoạch đôn đốc tiến độ")
    make("Báo cáo đôn đốc", document_type="report", urgency="urgent")
    make("Kế hoạch thủy lợi", issuing_body="Sở Nông nghiệp")
    kept = [
        {"list": "search", "filters": {"text": "don doc"}},
        {"list": "search", "filters": {"urgency": "urgent"}},
        {"list": "search", "filters": {"issuing_body": ["Sở Nông nghiệp"]}},
        {"list": "incoming.all", "filters": {"document_type": ["report", "official_letter"]}},
        {"list": "incoming.waiting", "filters": {}},
    ]
    with login_as("vanthuskhcn"):
        found = [searches.add("vanthuskhcn", {**SEARCH, **one})[0] for one in kept]
        questions = [question_of(search) for search in found]
        lists = [getUtility(IListing).page(question).total for question in questions]
        assert tally(questions) == lists
        assert lists == [2, 1, 1, 3, 3]


def test_a_list_that_is_no_more_has_no_number(searches, login_as):
    search = add(searches, "leminhanh", login_as, list="incoming.all")
    search.where = "gone.box"
    with login_as("leminhanh"):
        assert tally([question_of(search)]) == [None]
