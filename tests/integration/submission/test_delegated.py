"""A submission note in the hands of who stands in for the decider, or for somebody who was asked (workflows 3.6, 3.7)."""

from delegated import delegate
from docx import Document
from io import BytesIO
from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from plone import api
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.submission import boxes
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.upgrades import to_1008
import re
from zope.component import getUtility


BASIS = "12/GUQ-SKHCN, 04/01/2026"


@pytest.fixture
def note(draft, cast, sent):
    return find_record(cast.drafter.does(draft, "create_note")["uid"])


def listed(login_as, userid):
    with login_as(userid):
        return [row.uid for row in getUtility(IListing).query("notes.delegated").rows]


@pytest.mark.parametrize(
    "changes", [{"document_types": ["decision"]}, {"directions": ["incoming"]}, {"start": 2}], ids=str
)
def test_a_delegation_that_does_not_reach_notes(note, draft, cast, login_as, changes):
    delegate(**changes)
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert not cast.deputy.sees(note) and listed(login_as, DEPUTY) == []
    assert cast.deputy.is_refused(note, "agree_note")[0] in (403, 404)


@pytest.mark.parametrize(
    ("types", "reached"),
    [
        (["official_letter"], False),
        (["decision"], False),
        (["decision", "official_letter"], True),
        (["decision", "official_letter", "report"], True),
    ],
    ids=str,
)
def test_limited_to_types_it_reaches_notes_whose_drafts_are_all_of_these(
    types, reached, note, draft, cast, login_as
):
    """Who decides on a note decides on all of its drafts."""
    decision = make_draft(document_type="decision")
    cast.drafter.does(note, "edit_note", drafts=[draft.UID(), decision.UID()])
    delegate(document_types=types)
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert cast.deputy.sees(note) is reached and listed(login_as, DEPUTY) == [note.UID()] * reached
    if reached:
        cast.deputy.does(note, "agree_note", sign=False)
    else:
        assert cast.deputy.is_refused(note, "agree_note")[0] in (403, 404)
    assert state_of(note) == ("approved" if reached else "to_decide")
    assert listed(login_as, DEPUTY) == []


def test_notes_of_older_sites_are_listed_after_the_upgrade(note, cast, login_as, monkeypatch):
    delegate(document_types=["official_letter"])
    with monkeypatch.context() as older:
        older.setattr(boxes, "draft_types", lambda note: [])
        cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
        assert listed(login_as, DEPUTY) == []
    to_1008(None)
    assert listed(login_as, DEPUTY) == [note.UID()]


def test_limited_to_types_it_reaches_no_note_without_drafts(note, cast, login_as):
    delegate(document_types=["official_letter"])
    cast.drafter.does(note, "edit_note", drafts=[])
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert not cast.deputy.sees(note) and listed(login_as, DEPUTY) == []


def test_sheet_and_screen_say_who_decided_in_whose_place_and_by_what(note, cast, login_as):
    delegate(mode="review")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY], asked=["hoangvanluu"])
    cast.deputy.does(note, "agree_note", comment="Đồng ý", sign=False)
    words = ["Bùi Trung Kiên thay Nguyễn Thị Thu Hà", f"Căn cứ {BASIS}"]
    main = IFileStore(note).main().current
    printed = " ".join(cell.text for table in Document(BytesIO(main.data())).tables for cell in table._cells)
    with login_as("leminhanh"):
        screen = api.content.get_view("view", note, note.REQUEST)()
    assert all(word in printed and word in screen for word in words)
    assert {"Nhận lúc", "Xong lúc", "Ý kiến"} <= set(re.findall('data-label="([^"]+)"', screen))


def test_who_stands_in_decides_and_the_sheet_says_for_whom(note, draft, cast, login_as):
    delegation = delegate(mode="review")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert [one.event for one in getUtility(INotices).of(DEPUTY).newest(size=1)] == ["delegated_turn"]
    assert cast.deputy.sees(note) and cast.deputy.sees(draft) and listed(login_as, DEPUTY) == [note.UID()]
    assert cast.deputy.is_refused(note, "agree_note", sign=True) == (400, {("sign", "no_signing")})
    cast.deputy.does(note, "ask_note", asked=["hoangvanluu"])
    cast.deputy.does(note, "agree_note", comment="Đồng ý", sign=False)
    (step,) = INoteCourse(note).decisions()
    assert (state_of(note), step.person, step.on_behalf, step.basis) == ("approved", SIGNATORY, DEPUTY, BASIS)
    entry = next(IJournal(note).entries(newest_first=True, events={"act.agree_note"}))
    assert (entry.actor, entry.on_behalf) == (DEPUTY, SIGNATORY)
    assert [one.event for one in IJournal(delegation).entries() if one.event == "delegation.used"] == ["delegation.used"] * 2
    assert cast.deputy.sees(note) and listed(login_as, DEPUTY) == []


def test_who_stands_in_gives_the_opinion_that_was_asked(note, cast, login_as):
    delegate(mode="review")
    cast.drafter.does(note, "submit_note", deciders=["phamquochuy"], asked=[SIGNATORY])
    assert listed(login_as, DEPUTY) == [note.UID()]
    assert cast.deputy.is_refused(note, "agree_note")[0] == 403
    cast.deputy.does(note, "opine_note", answer="agree")
    (opinion,) = INoteCourse(note).opinions()
    assert (opinion.person, opinion.answered_by, opinion.basis) == (SIGNATORY, DEPUTY, BASIS)
    assert INoteCourse(note).opinion_of(SIGNATORY) is None and listed(login_as, DEPUTY) == []
    entry = next(IJournal(note).entries(newest_first=True, events={"act.opine_note"}))
    assert (entry.actor, entry.on_behalf) == (DEPUTY, SIGNATORY)


def test_an_assistant_reads_and_does_not_decide(note, cast):
    delegate(mode="assist")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert cast.deputy.sees(note)
    assert cast.deputy.is_refused(note, "agree_note")[0] == 403
    assert cast.deputy.is_refused(note, "ask_note", asked=["hoangvanluu"])[0] == 403


def test_before_the_decision_the_screen_says_who_stands_in_for_whom_and_by_what(note, cast, login_as):
    delegate(mode="review")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    words = f"Bùi Trung Kiên thay Nguyễn Thị Thu Hà theo ủy quyền {BASIS}, đến 10/01/2026."
    for reader in (DEPUTY, "leminhanh"):
        with login_as(reader):
            assert words in api.content.get_view("view", note, note.REQUEST)()
    with login_as(DEPUTY):
        assert "Phiếu trình được ủy quyền" in api.content.get_view("view", note, note.REQUEST)()
    cast.deputy.does(note, "agree_note", sign=False)
    with login_as(DEPUTY):
        assert words not in api.content.get_view("view", note, note.REQUEST)()
