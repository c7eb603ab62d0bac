"""Votes, councils, duties and days: tables of cases, and properties."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.disposals.sheet import DisposalItem
from qlvb.workflows.disposal.forms import NO_FILE
from qlvb.workflows.disposal.forms import certified_rows
from qlvb.content.disposals.rules import council_violations
from qlvb.content.disposals.rules import deadline
from qlvb.content.disposals.rules import duties_violations
from qlvb.content.disposals.rules import kept_until
from qlvb.content.disposals.rules import outcome
from qlvb.content.disposals.rules import whose_turn
from qlvb.content.disposals.rules import window


COUNCIL = [("a", "chair"), ("b", "secretary"), ("c", "unit"), ("d", "expert")]


@pytest.mark.parametrize(
    "votes, chair, found",
    [
        ([], None, "open"),
        (["destroy"], None, "destroy"),
        (["keep", "keep", "destroy"], None, "keep"),
        (["keep", "destroy"], None, "tie"),
        (["keep", "destroy"], "keep", "keep"),
        (["keep", "destroy"], "destroy", "destroy"),
        (["destroy", "destroy", "keep"], "keep", "destroy"),
    ],
)
def test_majority(votes, chair, found):
    assert outcome(votes, chair) == found


@given(st.lists(st.sampled_from(["destroy", "keep"])), st.sampled_from([None, "destroy", "keep"]))
def test_the_majority_is_the_majority_in_any_order(votes, chair):
    found = outcome(votes, chair)
    assert found == outcome(votes[::-1], chair)
    more = [choice for choice in ("destroy", "keep") if 2 * votes.count(choice) > len(votes)]
    if more:
        assert [found] == more


@pytest.mark.parametrize(
    "members, codes",
    [
        (COUNCIL, []),
        ([*COUNCIL, ("e", "unit")], []),
        (COUNCIL[1:], ["role_missing"]),
        ([*COUNCIL, ("e", "chair")], ["role_missing"]),
        ([*COUNCIL[:3], ("a", "expert")], ["member_twice"]),
        ([("a", "chair"), ("x", "secretary"), *COUNCIL[2:]], ["secretary_no_archivist"]),
    ],
)
def test_councils(members, codes):
    assert [violation.code for violation in council_violations(members, {"b"})] == codes


def test_two_duties_are_two_people():
    others = {"Lập danh mục": "a", "Quyết định hủy": "b"}
    assert [violation.code for violation in duties_violations("a", others)] == ["same_person"]
    assert duties_violations("c", others) == []


def test_days():
    assert deadline(date(2026, 2, 20)) == date(2026, 3, 7)
    assert kept_until(date(2026, 11, 22)) == date(2047, 1, 1)


@pytest.mark.parametrize(
    "seconds, begun, left, open_",
    [
        (-86400, False, 86400, True),
        (-1, False, 1, True),
        (0, False, 0, False),
        (1, False, 0, False),
        (-3600, True, 3600, False),
    ],
)
def test_the_time_in_which_it_can_be_undone(seconds, begun, left, open_):
    final = datetime(2026, 11, 22, 8, 0)
    found = window(final, final + timedelta(seconds=seconds), begun)
    assert (found.until, found.left, found.open) == (final, timedelta(seconds=left), open_)


def test_on_whom_the_council_waits():
    members = {"kien": "chair", "luu": "secretary", "huy": "unit", "mai": "expert"}
    votes = {"a": {"kien": ("destroy", ""), "luu": ("destroy", "")}, "b": {"kien": ("keep", "")}}
    assert whose_turn(members, votes, {}, {}, ["a", "b"]) == {"luu", "huy", "mai"}
    assert whose_turn(members, votes, {"huy", "mai"}, {}, ["a", "b"]) == {"luu"}
    votes["b"]["luu"] = ("destroy", "")
    assert whose_turn(members, votes, {"huy", "mai"}, {}, ["a", "b"]) == {"kien"}, "votes on b are equal"
    assert whose_turn(members, votes, {"huy", "mai"}, {"b": ("keep", "")}, ["a", "b"]) == {"luu"}


def test_the_certificate_names_every_dossier_and_every_file():
    """A dossier whose documents others keep was left out, the others were not named by their codes."""
    item = DisposalItem("u", "dossier", "02.KT", "Chứng từ", "expired")
    assert certified_rows(item) == [("02.KT", "Chứng từ", NO_FILE, "")]
    item.destroyed = ({"reference": "7/KB", "title": "V/v chi", "filename": "a.pdf", "version": 2, "sha256": "ab"},)
    assert certified_rows(item) == [("02.KT", "Chứng từ", "", ""), ("7/KB", "V/v chi", "a.pdf (2)", "ab")]
    item.kind = "document"
    assert certified_rows(item) == [("7/KB", "V/v chi", "a.pdf (2)", "ab")]
    item.destroyed = ()
    assert certified_rows(item) == [("02.KT", "Chứng từ", NO_FILE, "")]
