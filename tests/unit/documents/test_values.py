"""Values in the one form that is stored, and to and from JSON."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.documents.date_rules import check_dates
from qlvb.content.documents.document_types import document_types
from qlvb.content.documents.json_values import from_json
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.documents.values import normalised
import unicodedata


@given(st.text())
def test_subject_is_one_composed_line(text):
    subject = normalised(IOutgoingSchema, {"subject": text})["subject"]
    assert unicodedata.is_normalized("NFC", subject)
    assert "\n" not in subject and subject == subject.strip()
    assert normalised(IOutgoingSchema, {"subject": subject})["subject"] == subject


@given(st.text(alphabet=st.characters(categories=("L", "Mn"))), st.text(alphabet=st.characters(categories=("L", "Mn"))))
def test_decomposed_input_is_stored_like_composed(name, note):
    data = {"recipients": [{"name": name}], "note": note}
    decomposed = {
        "recipients": [{"name": unicodedata.normalize("NFD", name)}],
        "note": unicodedata.normalize("NFD", note),
    }
    assert normalised(IOutgoingSchema, decomposed) == normalised(IOutgoingSchema, data)


@pytest.mark.parametrize(
    ("name", "given_value", "stored"),
    [
        ("subject", " V/v  họp\r\ngiao ban ", "V/v họp giao ban"),
        ("note", "Dòng 1\r\nDòng 2\n", "Dòng 1\nDòng 2"),
        ("signatory_name", None, ""),
        ("urgency", None, ""),
        ("issue_date", None, None),
        ("issued_copies", None, None),
        ("recipients", None, []),
        ("related_documents", None, []),
        ("unknown", "x", "x"),
    ],
)
def test_normalised(name, given_value, stored):
    assert normalised(IOutgoingSchema, {name: given_value}) == {name: stored}


def test_recipient_of_this_site_goes_internally():
    rows = normalised(
        IOutgoingSchema, {"recipients": [{"name": "Sở Nội vụ", "agency": "snv"}, {"name": "Hội Luật gia"}]}
    )
    assert [row["channel"] for row in rows["recipients"]] == ["internal", "outside"]


@pytest.mark.parametrize(
    ("values", "changed", "codes"),
    [
        ({"issue_date": date(2026, 1, 5), "arrival_date": date(2026, 1, 5)}, {"issue_date", "arrival_date"}, []),
        ({"issue_date": date(2026, 1, 6), "arrival_date": date(2026, 1, 5)}, set(), ["issue_after_arrival"]),
        ({"issue_date": date(2026, 1, 11)}, {"issue_date"}, ["date_in_future"]),
        ({"issue_date": date(2026, 1, 11)}, set(), []),
        ({"arrival_date": date(2026, 1, 11)}, {"arrival_date"}, ["date_in_future"]),
        ({"issue_date": date(1826, 1, 11)}, set(), ["date_implausible"]),
        ({"reply_due_date": date(2026, 1, 9)}, {"reply_due_date"}, ["date_in_past"]),
        ({"reply_due_date": date(2026, 1, 9)}, set(), []),
        ({"reply_due_date": date(2026, 1, 10)}, {"reply_due_date"}, []),
        ({"reply_due_date": date(2026, 1, 1), "issue_date": date(2026, 1, 2)}, set(), ["reply_before_issue"]),
        ({"due_date": date(2026, 1, 1), "arrival_date": date(2026, 1, 2)}, set(), ["due_before_arrival"]),
        ({}, set(), []),
    ],
)
def test_dates(values, changed, codes):
    found = check_dates(values, date(2026, 1, 10), changed)
    assert [violation.code for violation in found] == codes
    assert {violation.field for violation in found} <= set(values)


@pytest.mark.parametrize(
    ("data", "values", "bad"),
    [
        ({"issue_date": "2026-03-09"}, {"issue_date": date(2026, 3, 9)}, []),
        ({"issue_date": "09/03/2026"}, {}, ["issue_date"]),
        ({"issue_date": "2026-02-30"}, {}, ["issue_date"]),
        ({"issue_date": 5}, {}, ["issue_date"]),
        ({"issue_date": None}, {"issue_date": None}, []),
        ({"urgency": {"token": "urgent", "title": "Khẩn"}}, {"urgency": "urgent"}, []),
        ({"urgency": "urgent"}, {"urgency": "urgent"}, []),
        ({"page_count": True}, {}, ["page_count"]),
        ({"page_count": 3}, {"page_count": 3}, []),
        ({"paper": True}, {"paper": True}, []),
        ({"@id": "x", "subject": "y"}, {"subject": "y"}, []),
        ({"unknown": "y"}, {"unknown": "y"}, []),
    ],
)
def test_from_json(data, values, bad):
    found, violations = from_json(IIncomingSchema, data)
    assert found == values
    assert [violation.field for violation in violations] == bad


def test_rows_from_json_may_hold_choices_as_objects():
    row = {"name": "A", "agency": {"token": "snv", "title": "Sở Nội vụ"}, "purpose": "for_report"}
    values, _violations = from_json(IOutgoingSchema, {"recipients": [row]})
    assert values["recipients"] == [{"name": "A", "agency": "snv", "purpose": "for_report"}]


def test_document_types_are_those_of_the_decree():
    kinds = document_types()
    administrative = [kind for kind in kinds.values() if kind.group == "administrative"]
    assert len(administrative) == 29
    assert {kind.identifier for kind in administrative if not kind.abbreviation} == {
        "official_letter",
        "courtesy_letter",
    }
    assert kinds["rules"].abbreviation == "QyĐ"
    assert kinds["decision"].title == "Quyết định"
    assert all(unicodedata.is_normalized("NFC", kind.title + kind.abbreviation) for kind in kinds.values())
