"""What may be said in additional fields."""

from datetime import date
from datetime import datetime
import pytest
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.definition import FieldsVersion
from qlvb.content.additional.definition import definition_violations
from qlvb.content.additional.definition import demanded_since
from qlvb.content.additional.definition import fields_from
from qlvb.content.additional.values import read_value
from qlvb.content.additional.values import settled


TEXT = AdditionalField("lo", "Số lô", required=True)
NUMBER = AdditionalField("kp", "Kinh phí", "number")
DAY = AdditionalField("ngay", "Ngày kiểm", "date")
CHOICE = AdditionalField("kho", "Kho", "choice", choices=("Kho 1", "Kho 2"))
OLD = AdditionalField("cu", "Trường cũ", retired=True)
ALL = (TEXT, NUMBER, DAY, CHOICE, OLD)


def codes(given, stored=None, demanded=()):
    return [(one.field, one.code) for one in settled(ALL, given, stored or {}, demanded)[1]]


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (TEXT, "  Lô   7 ", "Lô 7"),
        (TEXT, 7.0, "7"),
        (NUMBER, "1,50", "1.5"),
        (NUMBER, -3, "-3"),
        (NUMBER, 1e3, "1000"),
        (NUMBER, "0", "0"),
        (DAY, date(2026, 3, 9), "2026-03-09"),
        (DAY, datetime(2026, 3, 9, 8), "2026-03-09"),
        (DAY, "9/3/2026", "2026-03-09"),
        (CHOICE, "Kho 1", "Kho 1"),
        (NUMBER, "", ""),
    ],
)
def test_values_in_the_one_form_that_is_kept(field, raw, value):
    assert read_value(field, raw) == (value, None)


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        (NUMBER, "12a"),
        (NUMBER, True),
        (NUMBER, "1.2.3"),
        (NUMBER, "1234567890123456"),
        (NUMBER, float("nan")),
        (NUMBER, float("inf")),
        (NUMBER, "१२"),
        (DAY, "31/02/2026"),
        (DAY, "2026-3-9"),
        (DAY, 20260309),
        (TEXT, {"a": 1}),
        (TEXT, ["x"]),
        (TEXT, "a\u200bb"),
        (TEXT, "x" * 501),
        (CHOICE, False),
    ],
)
def test_what_is_not_of_the_kind_is_refused_by_name(field, raw):
    value, fault = read_value(field, raw)
    assert value == "" and fault.field == f"additional.{field.id}" and fault.message.mapping["field"] == field.label


def test_everything_wrong_is_named_at_once():
    given = {"kp": "x", "ngay": "y", "kho": "Kho 9", "cu": "z", "la": "?"}
    assert codes(given, demanded=("lo",)) == [
        ("additional.kp", "field_wrong_value"),
        ("additional.ngay", "field_wrong_value"),
        ("additional.kho", "field_not_allowed"),
        ("additional.cu", "field_retired"),
        ("additional.la", "field_unknown"),
        ("additional.lo", "field_missing"),
    ]


def test_what_stands_there_may_stay():
    stored = {"kho": "Kho đã bỏ", "cu": "giá trị cũ"}
    assert settled(ALL, dict(stored), stored) == (stored, [])
    assert settled(ALL, {"kho": ""}, stored) == ({"cu": "giá trị cũ"}, [])


def test_a_required_field_cannot_be_emptied():
    assert codes({"lo": " "}, {"lo": "7"}, ("lo",)) == [("additional.lo", "field_missing")]


def test_a_definition_names_its_mistakes():
    wrong = [
        {"label": ""},
        {"label": "A", "kind": "colour"},
        {"label": "B", "types": []},
        {"label": "C", "kind": "choice"},
        {"label": "D", "choices": ["x"]},
        {"label": "E", "id": "Có Dấu"},
        {"label": "F", "types": "Dossier"},
        "G",
        {"label": "H", "types": ["Folder"]},
    ]
    _fields, faults = fields_from(wrong)
    assert [one.field for one in faults] == [
        "items.0.label",
        "items.1.kind",
        "items.2.types",
        "items.3.choices",
        "items.4.choices",
        "items.5.id",
        "items.6",
        "items.7",
        "items.8.types",
    ]
    assert fields_from("x")[1] and fields_from([{}] * 51)[1]


def test_labels_in_force_are_told_apart():
    twice = [AdditionalField("a", "Số lô"), AdditionalField("b", "SỐ LÔ")]
    assert [one.code for one in definition_violations(FieldsVersion(0, ()), twice)] == ["repeated"]
    retired = [AdditionalField("a", "Số lô", retired=True), AdditionalField("b", "Số lô")]
    assert definition_violations(FieldsVersion(0, ()), retired) == []


def test_ids_are_made_from_labels():
    fields, faults = fields_from([{"label": "Số lô"}, {"label": "Số lô!"}, {"label": "2026"}])
    assert [one.id for one in fields] == ["so_lo", "so_lo_2", "f_2026"] and faults == []


def test_since_when_a_field_is_demanded():
    def version(number, required):
        return FieldsVersion(number, (AdditionalField("a", "A", required=required),), "x", datetime(2026, number, 1))

    assert demanded_since([version(1, True), version(2, True)], "a") == datetime(2026, 1, 1)
    assert demanded_since([version(1, True), version(2, False), version(3, True)], "a") == datetime(2026, 3, 1)
    assert demanded_since([version(1, True), version(2, False)], "a") is None
