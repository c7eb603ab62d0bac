"""The schedule shipped as starting data, its rows and what two versions differ in."""

from dataclasses import replace
import pytest
from qlvb.content.retention.period import Period
from qlvb.content.retention.row_rules import row_from
from qlvb.content.retention.row_rules import row_json
from qlvb.content.retention.row_rules import row_violations
from qlvb.content.retention.schedule import fitting
from qlvb.content.retention.schedule import schedule
from qlvb.content.retention.versions import differences
from qlvb.content.retention.vocabularies import RetentionKinds
from qlvb.content.violations import Refused


def test_every_row_is_there_once():
    rows = schedule()
    assert len(rows) == 296
    assert len({item.token for item in rows}) == len(rows)
    assert sum(1 for item in rows if item.in_force) == 22


def test_rows_in_force_come_first():
    assert [item.in_force for item in schedule()] == sorted((item.in_force for item in schedule()), reverse=True)


def test_search_needs_no_accents_and_every_word():
    with_accents, without = fitting(schedule(), "quy hoạch cán bộ"), fitting(schedule(), "quy hoach can bo")
    assert with_accents == without
    assert without[0].period.years == 5
    assert "quy hoạch cán bộ" in without[0].name
    assert fitting(schedule(), "quy hoạch không có trong bảng") == []
    assert len(fitting(schedule(), "")) == 296


def test_row_by_token():
    found = next(row for row in schedule() if row.token == "N1")
    assert (found.period.years, found.basis) == (5, "TT 10/2022/TT-BNV, N1")


def test_kinds():
    assert [term.value for term in RetentionKinds()(None)] == [
        "years",
        "permanent",
        "years_after_event",
        "until_superseded",
        "life_of_works",
        "life_of_equipment",
    ]


@pytest.mark.parametrize("row", schedule()[:40])
def test_a_row_comes_back_from_its_json(row):
    assert row_from(row_json(row)) == replace(row, title=" ".join(row.title.split()), detail=" ".join(row.detail.split()))


GOOD = {"token": "CQ1", "title": "Hồ sơ đề tài", "kind": "years", "years": 10, "schedule": "QĐ 12/QĐ-SKHCN"}


@pytest.mark.parametrize(
    "change,field",
    [
        ({"token": ""}, "row.token"),
        ({"token": "mã số"}, "row.token"),
        ({"title": "  "}, "row.title"),
        ({"title": 5}, "row.title"),
        ({"schedule": ""}, "row.schedule"),
        ({"years": 1}, "row.years"),
        ({"years": 71}, "row.years"),
        ({"years": None}, "row.years"),
        ({"years": True}, "row.years"),
        ({"kind": "forever"}, "row.years"),
        ({"kind": ["years"]}, "row.years"),
    ],
)
def test_rows_that_are_refused(change, field):
    with pytest.raises(Refused) as caught:
        row_from({**GOOD, **change})
    assert [violation.field for violation in caught.value.violations] == [field]


@pytest.mark.parametrize("values", [None, [], "x", 5, {}])
def test_what_is_no_row(values):
    with pytest.raises(Refused):
        row_from(values)


def test_a_token_given_twice():
    rows = [row_from(GOOD), row_from(GOOD)]
    assert [violation.code for violation in row_violations(rows)] == ["repeated"]


def test_what_two_versions_differ_in():
    one, two, three = (row_from({**GOOD, "token": token}) for token in ("A", "B", "C"))
    longer = replace(two, period=Period("permanent"))
    found = differences((one, two), (longer, three))
    assert [(change.token, change.old, change.new) for change in found] == [
        ("A", one, None),
        ("B", two, longer),
        ("C", None, three),
    ]
    assert differences((one, two), (two, one)) == []
