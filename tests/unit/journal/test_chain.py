"""The chain of a journal finds what was altered, deleted, reordered or cut off."""

from datetime import datetime
import pytest
from qlvb.content import clock
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import canonical
from qlvb.content.journal.journal import KEY
from qlvb.content.journal.journal import Journal
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import provideAdapter
from zope.component.testing import setUp
from zope.component.testing import tearDown
from zope.interface import implementer


@implementer(IAttributeAnnotatable)
class Record:
    pass


@pytest.fixture
def record():
    setUp()
    provideAdapter(AttributeAnnotations)
    yield Record()
    tearDown()


@pytest.fixture
def journal(record):
    journal = Journal(record)
    with clock.held(datetime(2026, 1, 5, 8, 30)):
        journal.append("created", "leminhanh", {"subject": "Trích yếu"})
        journal.append("act.submit", "leminhanh", {"to": "phamquochuy"})
        journal.append("act.return", "phamquochuy", {"reason": "Sửa lại"}, on_behalf="nguyenthithuha")
        journal.append("act.submit", "leminhanh")
    return journal


def test_reading_creates_nothing(record):
    journal = Journal(record)
    assert list(journal.entries()) == []
    assert journal.verify() is None
    assert journal.count("created") == 0
    assert KEY not in IAnnotations(record)


def test_entries_are_chained(journal):
    entries = list(journal.entries())
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert entries[0].previous == GENESIS
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert entries[0].when.isoformat() == "2026-01-05T08:30:00+07:00"
    assert entries[2].on_behalf == "nguyenthithuha"
    assert journal.verify() is None


def test_newest_first_and_events(journal):
    assert [entry.seq for entry in journal.entries(newest_first=True)] == [4, 3, 2, 1]
    assert [entry.seq for entry in journal.entries(events=["act.submit"])] == [2, 4]
    assert journal.count("act.submit") == 2


def test_text_is_composed(journal):
    entry = journal.append("changed", "leminhanh", {"subject": "Tri\u0301ch ye\u0302\u0301u"})
    assert entry.detail == {"subject": "Trích yếu"}


def test_detail_cannot_be_changed_through_reading(journal):
    entry = next(iter(journal.entries()))
    entry.detail["subject"] = "khác"
    assert entry.detail == {"subject": "Trích yếu"}
    assert journal.verify() is None


def test_values_that_json_does_not_know_are_an_error(journal):
    with pytest.raises(TypeError):
        journal.append("changed", "leminhanh", {"what": object()})
    assert journal.verify() is None
    assert len(journal) == 4


@pytest.mark.parametrize(
    "attribute,value",
    [
        ("actor", "maixuantruong"),
        ("on_behalf", ""),
        ("event", "act.approve"),
        ("stamp", "2026-01-05T08:31:00+07:00"),
        ("detail_json", '{"reason":"khác"}'),
        ("previous", GENESIS),
        ("hash", GENESIS),
    ],
)
def test_altered_entry_is_found(journal, record, attribute, value):
    setattr(IAnnotations(record)[KEY].entries[3], attribute, value)
    assert journal.verify() == 3


def test_rewritten_entry_with_new_hash_is_found_at_the_next(journal, record):
    entry = IAnnotations(record)[KEY].entries[2]
    entry.actor = "khác"
    entry.hash = entry.computed_hash()
    assert journal.verify() == 3


def test_deleted_entry_is_found(journal, record):
    del IAnnotations(record)[KEY].entries[2]
    assert journal.verify() == 2


def test_deleted_last_entry_is_found(journal, record):
    del IAnnotations(record)[KEY].entries[4]
    assert journal.verify() == 4


def test_closed_up_gap_is_found(journal, record):
    entries = IAnnotations(record)[KEY].entries
    entries[2] = entries[3]
    entries[3] = entries[4]
    del entries[4]
    assert journal.verify() == 2


def test_reordered_entries_are_found(journal, record):
    entries = IAnnotations(record)[KEY].entries
    entries[2], entries[3] = entries[3], entries[2]
    assert journal.verify() == 2


def test_cut_tail_with_lowered_counter_is_found(journal, record):
    store = IAnnotations(record)[KEY]
    del store.entries[4]
    store.last = 3
    assert journal.verify() == 3


def test_appended_entry_past_the_counter_is_found(journal, record):
    store = IAnnotations(record)[KEY]
    store.entries[5] = store.entries[4]
    assert journal.verify() == 5


def test_canonical_json_is_the_same_for_the_same_content():
    assert canonical({"b": 1, "a": ["ế"]}) == canonical({"a": ["ế"], "b": 1}) == '{"a":["ế"],"b":1}'
