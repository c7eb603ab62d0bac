"""Changing a document: the same rules, and the journal tells what was there before."""

from datetime import date
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from zope.component import getUtility


@pytest.fixture
def document(province):
    with clock.held(date(2026, 1, 5)):
        return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "Cũ"}, "leminhanh")


def test_change_is_stored_and_told(document):
    with clock.held(date(2026, 1, 5)):
        changed = IDocumentEditor(document).change(
            {"subject": "Mới", "note": "", "reply_due_date": date(2026, 2, 1)}, "leminhanh"
        )
    assert changed == ["subject", "reply_due_date"]
    assert document.Title() == "Mới"
    entry = next(iter(IJournal(document).entries(newest_first=True)))
    assert (entry.event, entry.actor) == ("changed", "leminhanh")
    assert entry.detail == {"fields": {"subject": ["Cũ", "Mới"], "reply_due_date": [None, "2026-02-01"]}}


def test_nothing_changed_is_not_told(document):
    assert IDocumentEditor(document).change({"subject": "Cũ"}, "leminhanh") == []
    assert IJournal(document).count("changed") == 0


def test_refused_change_changes_nothing(document):
    with pytest.raises(Refused) as refused:
        IDocumentEditor(document).change({"note": "Mới", "subject": "", "document_number": 5}, "leminhanh")
    assert {(v.field, v.code) for v in refused.value.violations} == {
        ("subject", "field_missing"),
        ("document_number", "field_readonly"),
    }
    assert (document.subject, document.note) == ("Cũ", "")


def test_second_of_two_editors_is_told(document):
    editor = IDocumentEditor(document)
    seen_by_both = editor.revision()
    editor.change({"subject": "Mới"}, "leminhanh", seen_by_both)
    with pytest.raises(Refused) as refused:
        editor.change({"subject": "Muộn"}, "phamquochuy", seen_by_both)
    assert (refused.value.status, refused.value.violations[0].code) == (409, "document_changed")
    assert document.subject == "Mới"


def test_recipients_are_replaced_whole(document):
    editor = IDocumentEditor(document)
    editor.change({"recipients": [{"name": "Sở Nội vụ", "agency": "snv"}, {"name": "Lưu"}]}, "leminhanh")
    editor.change({"recipients": [{"name": "Lưu"}]}, "leminhanh")
    assert [row["name"] for row in document.recipients] == ["Lưu"]
    with pytest.raises(Refused) as refused:
        editor.change({"recipients": [{"name": "Lưu"}, {"name": "LƯU"}]}, "leminhanh")
    assert [(v.field, v.code) for v in refused.value.violations] == [("recipients[2].name", "recipient_twice")]
