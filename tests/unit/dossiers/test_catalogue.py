"""Codes, grouping and faults of a dossier catalogue (NĐ 30/2020 Phụ lục V)."""

from contextlib import nullcontext
from datetime import date
import pytest
from qlvb.content.clock import held
from qlvb.content.dossiers.catalogue import counts
from qlvb.content.dossiers.catalogue import find_entry
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.catalogue import row_violations
from qlvb.content.dossiers.codes import compose_code
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.dossiers.schema import DatesWrong
from qlvb.content.dossiers.schema import IDossierSchema
from qlvb.content.dossiers.settling import settled
from types import SimpleNamespace


def entry(number, heading, title="Hồ sơ", kind="years", years=10, holder="leminhanh"):
    return {
        "number": number,
        "heading": heading,
        "title": title,
        "retention_kind": kind,
        "retention_years": years,
        "holder": holder,
        "note": None,
    }


def catalogue(entries, keys=(("cntt", "CNTT"), ("tccb", "TCCB"))):
    rows = [{"key": key, "symbol": symbol, "title": symbol} for key, symbol in keys]
    return SimpleNamespace(headings=rows, entries=entries)


def violations(catalogue):
    return row_violations(catalogue.headings, catalogue.entries, {"leminhanh"})


@pytest.mark.parametrize(
    "number,symbol,code",
    [
        (1, "TCCB", "01.TCCB"),
        (2, "CNTT", "02.CNTT"),
        (9, "VP", "09.VP"),
        (10, "VP", "10.VP"),
        (123, "C N", "123.CN"),
        (1, "CNTT&C\u0110\u0053", "01.CNTT&CĐS"),
    ],
)
def test_code(number, symbol, code):
    assert compose_code(number, symbol) == code
    assert parse_code(code) == (number, "".join(symbol.split()))


@pytest.mark.parametrize("number,symbol", [(0, "VP"), (-1, "VP"), (1, ""), (1, " "), (1, None)])
def test_no_code(number, symbol):
    with pytest.raises(ValueError):
        compose_code(number, symbol)


@pytest.mark.parametrize("text", ["", None, "CNTT", "02", "02.", ".CNTT", "02 CNTT"])
def test_not_a_code(text):
    assert parse_code(text) is None


def test_grouped_by_heading_and_number():
    found = headings(catalogue([entry(2, "cntt"), entry(1, "tccb"), entry(1, "cntt")]))
    assert [(heading.symbol, [item.code for item in heading.entries]) for heading in found] == [
        ("CNTT", ["01.CNTT", "02.CNTT"]),
        ("TCCB", ["01.TCCB"]),
    ]


def test_find_and_count():
    found = catalogue([entry(1, "cntt"), entry(2, "cntt", kind="permanent", years=None), entry(1, "tccb", years=5)])
    assert find_entry(found, "02.CNTT").period.kind == "permanent"
    assert find_entry(found, "09.CNTT") is None
    assert counts(found) == (3, 1, 2)


def test_a_good_catalogue_has_no_faults():
    assert violations(catalogue([entry(1, "cntt"), entry(1, "tccb")])) == []


@pytest.mark.parametrize(
    "broken,codes",
    [
        (catalogue([]), ["catalogue_empty"]),
        (catalogue([entry(1, "khac")]), ["heading_unknown"]),
        (catalogue([entry(1, "cntt", holder="Ai Đó")]), ["person_unknown"]),
        (catalogue([entry(1, "cntt", kind=None)]), ["retention_missing"]),
        (catalogue([entry(1, "cntt", years=None)]), ["retention_missing"]),
        (catalogue([entry(1, "cntt", years=99)]), ["retention_missing"]),
        (catalogue([entry(1, "cntt"), entry(1, "cntt")]), ["repeated"]),
        (catalogue([entry(1, "a")], keys=(("a", "VP"), ("a", "TH"))), ["repeated"]),
        (catalogue([entry(1, "a"), entry(2, "b")], keys=(("a", "VP"), ("b", "VP"))), ["repeated"]),
    ],
)
def test_faults(broken, codes):
    assert [violation.code for violation in violations(broken)] == codes


def test_rows_are_settled_as_people_type_them():
    """Abbreviations, names of headings and of people: a name used to be kept as if it were an account."""
    headings = [{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ"}, {"key": "d2", "symbol": "TCCB", "title": "Tổ chức"}]
    people = {"Lê Minh Anh": "leminhanh"}.get
    for heading, key in (("cntt", "cntt"), ("tccb", "d2"), ("To chuc", "d2"), ("Khác", "Khác")):
        (row,) = settled(headings, [entry(1, heading, holder="Lê Minh Anh")], people)
        assert (row["heading"], row["holder"]) == (key, "leminhanh")
    (row,) = settled([*headings, {"key": "d3", "symbol": "TCCB", "title": "Khác"}], [entry(1, "TCCB", holder="")], people)
    assert (row["heading"], row["holder"]) == ("TCCB", ""), "two are called so"


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (date(2026, 1, 5), None, False),
        (None, date(2026, 1, 5), False),
        (date(2026, 1, 5), date(2026, 1, 5), False),
        (date(2026, 3, 2), None, False),
        (date(2026, 3, 3), None, True),
        (date(2026, 2, 1), date(2026, 1, 31), True),
    ],
)
def test_a_dossier_begins_before_today_and_before_it_ends(start, end, wrong):
    with held(date(2026, 3, 2)), pytest.raises(DatesWrong) if wrong else nullcontext():
        IDossierSchema.validateInvariants(SimpleNamespace(start_date=start, end_date=end))
