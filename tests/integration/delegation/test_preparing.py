"""An assistant prepares words; they decide nothing, only their leader sees them offered, and they go with his turn."""

from delegated import delegate
from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import take_to
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.policy.document.browser.standing import prepared_for
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IPreparedOpinions
from qlvb.workflows.delegation.prepared import ANNOTATION
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.annotation.interfaces import IAnnotations


WORDS = "Đề nghị ký; số liệu đã đối chiếu."


@pytest.fixture
def assisted(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate(receiver=DEPUTY, mode="assist", basis="")
    return draft


def test_reading_writes_nothing(assisted):
    assert IPreparedOpinions(assisted).get(SIGNATORY) is None
    assert ANNOTATION not in IAnnotations(assisted)


def test_the_leader_is_offered_what_was_prepared(assisted, cast, login_as):
    assert cast.deputy.is_offered(assisted)["prepare_opinion"]
    cast.deputy.does(assisted, "prepare_opinion", text=WORDS)
    assert state_of(assisted) == "to_sign" and IRoute(assisted).current().person == SIGNATORY
    with login_as(SIGNATORY):
        found = prepared_for(assisted)
        assert (found.text, found.by) == (WORDS, DEPUTY)
    for other in (DEPUTY, REVIEWER, "leminhanh"):
        with login_as(other):
            assert prepared_for(assisted) is None
    entry = next(IJournal(assisted).entries(newest_first=True, events={"act.prepare_opinion"}))
    assert (entry.actor, entry.on_behalf, entry.detail["comment"]) == (DEPUTY, "", WORDS)


def test_words_may_be_changed_and_go_when_the_leader_has_acted(assisted, cast, login_as):
    cast.deputy.does(assisted, "prepare_opinion", text="Chưa rõ")
    cast.deputy.does(assisted, "prepare_opinion", text=WORDS)
    assert IPreparedOpinions(assisted).get(SIGNATORY).text == WORDS
    cast.signatory.does(assisted, "sign", capacity="direct")
    assert IPreparedOpinions(assisted).get(SIGNATORY) is None and not IAnnotations(assisted)[ANNOTATION]


def test_the_leaders_own_words_stay_his(assisted, cast):
    cast.deputy.does(assisted, "prepare_opinion", text=WORDS)
    cast.signatory.does(assisted, "sign", capacity="direct")
    assert IRoute(assisted).last_closed().comment == ""


def test_who_may_not(draft, cast):
    take_to(draft, cast, "to_sign")
    assert cast.signatory.is_refused(draft, "prepare_opinion", text=WORDS) == (403, {("", "forbidden")})
    delegate(receiver=DEPUTY)
    assert cast.deputy.is_refused(draft, "prepare_opinion", text=WORDS) == (403, {("", "forbidden")})
    assert "prepare_opinion" not in cast.deputy.is_offered(draft)


def test_nothing_is_no_opinion(assisted, cast):
    assert cast.deputy.is_refused(assisted, "prepare_opinion", text="")[0] == 400
