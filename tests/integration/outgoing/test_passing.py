"""The ticks of the forwarding form, and finishing one's part."""

from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import take_to
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices import sending
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.mail import Email
from qlvb.workflows.outgoing import passing
from qlvb.workflows.outgoing.boxes import RouteTokens
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.people import specialists
from zope.component import getUtility


def test_asking_for_a_signature_marks_the_step(draft, cast):
    assert cast.drafter.is_refused(draft, "submit", receiver=REVIEWER, sign_requested=True) == (
        400, {("sign_requested", "receiver_no_signing")},
    )  # fmt: skip
    assert cast.drafter.does(draft, "submit", receiver=DEPUTY, sign_requested=True)["state"] == "to_sign"
    assert IRoute(draft).current().kind == "sign"


def test_a_leader_passes_on_to_be_signed(draft, cast):
    take_to(draft, cast, "in_review")
    assert cast.reviewer.does(draft, "forward", receiver=DEPUTY)["state"] == "in_review"
    assert cast.deputy.does(draft, "forward", receiver=SIGNATORY, sign_requested=True)["state"] == "to_sign"


def test_channels_that_do_not_work_are_refused_by_name(draft, cast):
    status, found = cast.drafter.is_refused(draft, "submit", receiver=REVIEWER, send_sms=True, send_email=True)
    assert status == 400 and found == {("send_sms", "channel_unavailable"), ("send_email", "channel_unavailable")}
    assert state_of(draft) == "draft"


def test_a_letter_that_is_asked_for_goes_at_once(draft, cast, monkeypatch):
    draft.urgency = "normal"
    monkeypatch.setattr(passing, "why_not", lambda *ignored: None)
    monkeypatch.setattr(sending, "why_not", lambda *ignored: None)
    monkeypatch.setattr(Email, "reaches", lambda *ignored: True)
    cast.drafter.does(draft, "submit", receiver=REVIEWER, send_email=True)
    assert [dict(one.owed)["email"] for one in getUtility(INotices).of(REVIEWER).newest()] == ["now"]


def test_a_note_goes_beside_the_draft(draft, cast):
    result = cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình anh xem", make_note=True)
    note = find_record(result["note"])
    assert result["state"] == "in_review" and result["redirect"] == note.absolute_url()
    assert (note.subject, list(note.basis), note.content) == (draft.subject, [draft.UID()], "Kính trình anh xem")
    assert state_of(note) == "draft" and cast.drafter.is_offered(note)["submit_note"]


def test_who_was_asked_gives_it_back_with_his_opinion(draft, cast):
    take_to(draft, cast, "to_sign")
    cast.signatory.does(draft, "forward", receiver=REVIEWER, request="Xem lại căn cứ giúp tôi")
    assert state_of(draft) == "in_review"
    assert cast.reviewer.does(draft, "finish_part", comment="Căn cứ đã đủ")["state"] == "to_sign"
    last, now = IRoute(draft).last_closed(), IRoute(draft).current()
    assert (last.outcome, last.comment, now.kind, now.person) == ("finished", "Căn cứ đã đủ", "sign", SIGNATORY)
    assert cast.reviewer.does(draft, "withdraw")["state"] == "in_review"


def test_one_s_own_decision_cannot_be_finished_away(draft, cast):
    take_to(draft, cast, "in_review")
    assert cast.reviewer.is_refused(draft, "finish_part") == (400, {("", "decision_awaited")})
    assert cast.drafter.is_refused(draft, "finish_part") == (409, {("", "not_your_turn")})
    assert not cast.drafter.is_offered(draft).get("finish_part")


def test_who_has_finished_follows_no_longer_until_he_has_it_again(draft, cast):
    take_to(draft, cast, "to_sign")
    follows = f"outgoing.with_other_leader|{REVIEWER}"
    assert follows in RouteTokens(draft).tokens()
    cast.reviewer.does(draft, "finish_part")
    assert follows not in RouteTokens(draft).tokens() and state_of(draft) == "to_sign"
    assert "finish_part" not in cast.reviewer.is_offered(draft)
    cast.signatory.does(draft, "return", receiver=REVIEWER, reason="Xem lại phần căn cứ")
    cast.reviewer.does(draft, "approve")
    assert follows in RouteTokens(draft).tokens()
    assert IRoute(draft).steps()[0].person == DRAFTER


def test_another_specialist_goes_on_with_the_draft(draft, cast, person):
    found = [term.value for term in specialists(draft)]
    assert DRAFTER not in found and found
    other = person(found[0])
    assert cast.drafter.does(draft, "hand_over_draft", receiver=found[0], request="Soạn tiếp giúp tôi")["state"] == "draft"
    assert draft.drafter == found[0] and IRoute(draft).current().person == found[0]
    assert other.sees(draft, "Modify portal content") and not cast.drafter.sees(draft, "Modify portal content")
    assert cast.drafter.sees(draft) and cast.drafter.is_refused(draft, "submit", receiver=REVIEWER)[0] == 403
    assert [one.event for one in getUtility(INotices).of(found[0]).newest()] == ["turn"]
    assert other.does(draft, "submit", receiver=SIGNATORY)["state"] == "to_sign"
