"""Raw input becomes values of the schema; faults become violations with the field's name."""

from base64 import b64encode
from collective.z3cform.datagridfield.row import DictRow
from datetime import date
from plone.namedfile.field import NamedFile
import pytest
from qlvb.workflows.acts.base import journal_values
from qlvb.workflows.acts.conversion import INSTEAD
from qlvb.workflows.acts.conversion import convert
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface import taggedValue
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


YEARS = SimpleVocabulary([SimpleTerm(10, "ten", "10 năm"), SimpleTerm(20, "twenty", "20 năm")])


class IRow(Interface):
    name = schema.TextLine(title="Tên", max_length=10)
    deadline = schema.Date(title="Hạn", required=False)


class IInput(Interface):
    text = schema.Text(title="Nội dung", required=False, max_length=20, missing_value="", default="")
    line = schema.TextLine(title="Dòng", required=False, default="mặc định")
    day = schema.Date(title="Ngày", required=False)
    flag = schema.Bool(title="Cờ", required=False, default=False)
    count = schema.Int(title="Số", required=False, min=1)
    years = schema.Choice(title="Thời hạn", vocabulary=YEARS, required=False)
    people = schema.List(title="Người", value_type=schema.TextLine(), required=False)
    rows = schema.List(title="Dòng việc", value_type=DictRow(schema=IRow), required=False)
    file = NamedFile(title="Tệp", required=False)


class IPeriod(Interface):
    start = schema.Date(title="Từ")
    end = schema.Date(title="Đến")

    @invariant
    def ordered(value):
        if value.end < value.start:
            raise Invalid("ngược")


def value(**raw):
    data, violations = convert(IInput, raw, None)
    assert violations == []
    return data[next(iter(raw))]


def fault(**raw):
    _data, violations = convert(IInput, raw, None)
    return [(violation.field, violation.code) for violation in violations]


@pytest.mark.parametrize(
    "raw, expected",
    [
        ({"text": "một\r\nhai  "}, "một\nhai"),
        ({"line": " một \n hai "}, "một hai"),
        ({"text": "Quye\u0302\u0301t"}, "Quyết"),
        ({"text": None}, ""),
        ({"day": "05/01/2026"}, date(2026, 1, 5)),
        ({"day": "2026-01-05"}, date(2026, 1, 5)),
        ({"day": ""}, None),
        ({"flag": "true"}, True),
        ({"flag": 0}, False),
        ({"flag": None}, False),
        ({"count": "12"}, 12),
        ({"years": "ten"}, 10),
        ({"years": {"token": "twenty", "title": "20 năm"}}, 20),
        ({"years": 20}, 20),
        ({"people": "an"}, ["an"]),
        ({"people": ["an", "binh"]}, ["an", "binh"]),
        ({"rows": [{"name": "A", "deadline": "05/01/2026"}]}, [{"name": "A", "deadline": date(2026, 1, 5)}]),
        ({"rows": [{"name": "A"}]}, [{"name": "A", "deadline": None}]),
    ],
)
def test_values(raw, expected):
    assert value(**raw) == expected


@pytest.mark.parametrize(
    "raw, expected",
    [
        ({"text": 5}, ("text", "invalid")),
        ({"text": "x" * 21}, ("text", "too_long")),
        ({"day": "31/02/2026"}, ("day", "invalid")),
        ({"day": "mai"}, ("day", "invalid")),
        ({"flag": "maybe"}, ("flag", "invalid")),
        ({"count": "0"}, ("count", "out_of_range")),
        ({"count": True}, ("count", "invalid")),
        ({"count": "9" * 12}, ("count", "invalid")),
        ({"years": "thirty"}, ("years", "invalid")),
        ({"people": [1]}, ("people", "invalid")),
        ({"rows": ["A"]}, ("rows", "invalid")),
        ({"rows": [{"name": "x" * 11}]}, ("rows", "too_long")),
        ({"rows": [{"deadline": "05/01/2026"}]}, ("rows", "required")),
        ({"rows": [{"name": "A", "deadline": "mai"}]}, ("rows", "invalid")),
        ({"rows": [{"name": "A", "colour": "đỏ"}]}, ("rows", "unknown_field")),
        ({"file": "abc"}, ("file", "invalid")),
        ({"file": {"filename": "a.pdf", "data": "không phải base64"}}, ("file", "invalid")),
        ({"other": 1}, ("other", "unknown_field")),
    ],
)
def test_faults(raw, expected):
    assert fault(**raw) == [expected]


def test_files_come_as_base64_or_bytes():
    for data in (b64encode(b"%PDF").decode(), b"%PDF"):
        found = value(file={"filename": "Công văn.pdf", "data": data})
        assert (found.filename, found.data) == ("Công văn.pdf", b"%PDF")


def test_defaults_of_the_act_come_before_those_of_the_field():
    assert convert(IInput, {}, None)[0]["line"] == "mặc định"
    assert convert(IInput, {}, None, {"line": "đề xuất"})[0]["line"] == "đề xuất"
    assert convert(IInput, {"line": ""}, None, {"line": "đề xuất"})[0]["line"] is None


def test_invariants_are_violations():
    _data, violations = convert(IPeriod, {"start": "05/01/2026", "end": "04/01/2026"}, None)
    assert [(violation.field, violation.message) for violation in violations] == [("", "ngược")]


def test_an_act_without_input_takes_none():
    assert convert(None, {}, None) == ({}, [])
    assert [violation.code for violation in convert(None, {"a": 1}, None)[1]] == ["unknown_field"]


def test_the_journal_gets_json_values():
    found = value(file={"filename": "a.pdf", "data": b"%PDF"})
    data = {"file": found, "day": date(2026, 1, 5), "empty": "", "people": ("an",), "flag": False}
    assert journal_values(data) == {"file": "a.pdf", "day": "2026-01-05", "people": ["an"], "flag": False}


class IUntil(Interface):
    day = schema.Date(title="Hạn", required=False)
    days = schema.Int(title="Số ngày", required=False)
    taggedValue(INSTEAD, {"days": "day"})


class ILongerUntil(IUntil):
    text = schema.TextLine(title="Việc", required=False)


def test_what_stands_in_the_place_of_a_proposal_drops_it():
    """Only the proposal: a date that is given beside the number is both, for the rules to refuse."""
    proposed = {"day": date(2026, 12, 1)}
    for schema_ in (IUntil, ILongerUntil):
        found = [convert(schema_, raw, None, proposed)[0] for raw in ({"days": 3}, {"days": ""}, {}, {"days": 3, "day": "2026-11-30"})]
        assert [(one["day"], one["days"]) for one in found] == [
            (None, 3),
            (date(2026, 12, 1), None),
            (date(2026, 12, 1), None),
            (date(2026, 11, 30), 3),
        ]
