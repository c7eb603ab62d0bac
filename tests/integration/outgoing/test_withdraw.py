"""Taking back what was passed on."""

from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import take_to
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.boxes import RouteTokens
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.i18n import translate


@pytest.mark.parametrize(
    "state, who, back",
    [
        ("in_review", "drafter", "draft"),
        ("to_sign", "reviewer", "in_review"),
        ("returned", "reviewer", "in_review"),
        ("to_issue", "signatory", "to_sign"),
    ],
)
def test_whoever_acted_last_takes_it_back(draft, cast, state, who, back):
    take_to(draft, cast, state)
    person = getattr(cast, who)
    assert person.does(draft, "withdraw", comment="Chuyển nhầm")["state"] == back
    assert IRoute(draft).current().person == person.userid


def test_the_other_loses_it(draft, cast):
    take_to(draft, cast, "in_review")
    cast.drafter.does(draft, "withdraw")
    assert not cast.reviewer.sees(draft)
    assert cast.drafter.sees(draft, "Modify portal content")


def test_what_was_withdrawn_can_be_passed_on_again(draft, cast):
    take_to(draft, cast, "in_review")
    cast.drafter.does(draft, "withdraw")
    assert cast.drafter.does(draft, "submit", receiver=SIGNATORY)["state"] == "to_sign"
    assert "finish_part" not in cast.drafter.is_offered(draft)  # taking back decides nothing that she would follow
    assert f"outgoing.with_other_leader|{DRAFTER}" not in RouteTokens(draft).tokens()


def test_a_withdrawn_signature_is_void(draft, cast):
    take_to(draft, cast, "to_issue")
    cast.signatory.does(draft, "withdraw")
    store = IFileStore(draft)
    assert store.signed().current.kind == "void"
    assert store.readable()[0].role == "main"
    assert cast.signatory.does(draft, "sign", capacity="direct")["state"] == "to_issue"
    assert IFileStore(draft).signed().current.kind == "signed"


def test_too_late_says_who_acted(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    assert cast.drafter.is_refused(draft, "withdraw") == (409, {("", "too_late")})
    with login_as(DRAFTER):
        violation = IActs(draft).get("withdraw").check()[0]
    assert translate(violation.message, target_language="vi") == (
        "Không thu hồi được: Phạm Quốc Huy đã xử lý văn bản lúc 08:00 05/01/2026."
    )


def test_a_number_cannot_be_taken_back(draft, cast):
    take_to(draft, cast, "numbered")
    assert cast.signatory.is_refused(draft, "withdraw") == (409, {("", "too_late")})
    assert cast.signatory.is_offered(draft)["withdraw"] is False


def test_the_clerks_refusal_stands(draft, cast):
    take_to(draft, cast, "to_issue")
    cast.clerk.does(draft, "refuse_number", reason="Sai thể thức ký hiệu")
    assert cast.clerk.is_refused(draft, "withdraw") == (409, {("", "too_late")})
    assert state_of(draft) == "returned"


def test_after_withdrawal_nobody_else_can(draft, cast):
    take_to(draft, cast, "in_review")
    assert cast.reviewer.is_refused(draft, "withdraw")[0] == 409
    assert IRoute(draft).current().person == REVIEWER
