"""A submission note in the hands of who stands in for the decider, or for somebody who was asked (workflows 3.6, 3.7)."""

from delegated import delegate
from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
import pytest
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.submission.interfaces import INoteCourse
from zope.component import getUtility


@pytest.fixture
def note(draft, cast, sent):
    return find_record(cast.drafter.does(draft, "create_note")["uid"])


def listed(login_as, userid):
    with login_as(userid):
        return [row.uid for row in getUtility(IListing).query("notes.delegated").rows]


@pytest.mark.parametrize(
    "changes", [{"document_types": ["official_letter"]}, {"directions": ["incoming"]}, {"start": 2}], ids=str
)
def test_a_delegation_that_does_not_reach_notes(note, draft, cast, login_as, changes):
    delegate(**changes)
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert not cast.deputy.sees(note) and listed(login_as, DEPUTY) == []
    assert cast.deputy.is_refused(note, "agree_note")[0] in (403, 404)


def test_who_stands_in_decides_and_the_sheet_says_for_whom(note, draft, cast, login_as):
    delegation = delegate(mode="review")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert [one.event for one in getUtility(INotices).of(DEPUTY).newest(size=1)] == ["delegated_turn"]
    assert cast.deputy.sees(note) and cast.deputy.sees(draft) and listed(login_as, DEPUTY) == [note.UID()]
    assert cast.deputy.is_refused(note, "agree_note", sign=True) == (400, {("sign", "no_signing")})
    cast.deputy.does(note, "ask_note", asked=["hoangvanluu"])
    cast.deputy.does(note, "agree_note", comment="Đồng ý", sign=False)
    (step,) = INoteCourse(note).decisions()
    assert (state_of(note), step.person, step.on_behalf) == ("approved", SIGNATORY, DEPUTY)
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
    assert INoteCourse(note).opinion_of(SIGNATORY) is None and listed(login_as, DEPUTY) == []
    entry = next(IJournal(note).entries(newest_first=True, events={"act.opine_note"}))
    assert (entry.actor, entry.on_behalf) == (DEPUTY, SIGNATORY)


def test_an_assistant_reads_and_does_not_decide(note, cast):
    delegate(mode="assist")
    cast.drafter.does(note, "submit_note", deciders=[SIGNATORY])
    assert cast.deputy.sees(note)
    assert cast.deputy.is_refused(note, "agree_note")[0] == 403
    assert cast.deputy.is_refused(note, "ask_note", asked=["hoangvanluu"])[0] == 403
