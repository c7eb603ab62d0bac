"""The three boxes of signing: what is ordered, what failed and why, and signing again with the same file."""

from datetime import date
from outgoing_story import make_draft
from outgoing_story import take_to
import pytest
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_facts
from qlvb.content.index.building import collected_tokens
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IRefusalKeeper
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.standing import standing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signqueue.causes import NEXT_STEPS
from qlvb.workflows.signqueue.causes import first_cause
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import getAdapter
from zope.component import getUtility


LEADER = "nguyenthithuha"
DAY_AFTER = date(2026, 1, 6)


@pytest.fixture
def waiting(draft, cast):
    return take_to(draft, cast, "to_sign")


@pytest.fixture
def no_keys(keys, monkeypatch, tmp_path):
    """The key ring is empty until it is called."""
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    return lambda: monkeypatch.setenv("QLVB_KEYS", str(keys))


def boxes(record):
    return {token for token in collected_tokens(record) if token.startswith(("signing.", "outgoing.to_"))}


def work():
    getUtility(IRunner).run_pending()


def test_an_order_is_under_way_and_then_done(waiting, cast):
    assert boxes(waiting) == {f"signing.needed|{LEADER}", f"outgoing.to_review|{LEADER}", f"outgoing.to_sign|{LEADER}"}
    result = cast.signatory.does(waiting, "order_signing", comment="Nhất trí")
    assert (result["signing"], state_of(waiting)) == ("queued", "to_sign")
    assert boxes(waiting) == {f"signing.running|{LEADER}"}
    assert "yêu cầu lúc" in standing(waiting)["sentence"].default
    assert cast.signatory.is_refused(waiting, "order_signing") == (409, {("", "signing_underway")})
    work()
    assert (state_of(waiting), boxes(waiting)) == ("to_issue", {"outgoing.to_number|skhcn.clerk"})
    [order] = ISigningOrders(waiting).all()
    assert (order.state, order.data["comment"]) == ("done", "Nhất trí")
    [verdict] = getUtility(IPdfSigning).verify(official_version(waiting).data())
    assert verdict.verdict == "valid" and verdict.signer == "Nguyễn Thị Thu Hà"


def test_a_failure_says_why_and_signing_again_keeps_the_file(waiting, cast, no_keys):
    before = IFileStore(waiting).main().current.sha256
    cast.signatory.does(waiting, "order_signing")
    work()
    assert (state_of(waiting), official_version(waiting)) == ("to_sign", None)
    assert f"signing.failed|{LEADER}" in boxes(waiting) and f"signing.needed|{LEADER}" not in boxes(waiting)
    facts = collected_facts(waiting)
    assert facts["signing_cause"] == "Anh/chị chưa có chứng thư số để ký." and "Ký lại" in facts["signing_next"]
    assert standing(waiting)["sentence"].mapping["cause"].default == facts["signing_cause"]
    assert "signing_failed" in [notice.event for notice in getUtility(INotices).of(LEADER).newest()]
    assert cast.signatory.is_offered(waiting)["sign_again"] is False
    assert cast.signatory.is_refused(waiting, "sign_again") == (409, {("", "no_key")})
    no_keys()
    assert cast.signatory.does(waiting, "sign_again")["signing"] == "queued"
    assert boxes(waiting) == {f"signing.running|{LEADER}"}
    work()
    assert (state_of(waiting), IFileStore(waiting).main().current.sha256) == ("to_issue", before)
    assert [order.state for order in ISigningOrders(waiting).all()] == ["failed", "done"]


def test_a_rendition_that_is_not_there_is_waited_for(waiting, cast):
    version = IFileStore(waiting).main().current
    version.pdf_state = "queued"
    cast.signatory.does(waiting, "order_signing")
    work()
    [order] = ISigningOrders(waiting).all()
    assert order.state == "queued"
    assert boxes(waiting) == {f"signing.running|{LEADER}"}
    version.pdf_state = "ready"
    with held(DAY_AFTER):
        work()
    assert (order.state, state_of(waiting)) == ("done", "to_issue")


def test_what_is_passed_on_has_failed_for_nobody(waiting, cast, no_keys):
    cast.signatory.does(waiting, "order_signing")
    work()
    cast.signatory.does(waiting, "return", reason="Sửa lại nơi nhận cho đủ")
    assert not [token for token in boxes(waiting) if token.startswith("signing.")]
    assert ISigningOrders(waiting).live() is None
    cast.drafter.does(waiting, "resubmit", receiver=LEADER, explanation="Đã sửa nơi nhận theo ý kiến")
    assert f"signing.needed|{LEADER}" in boxes(waiting)


def test_an_order_for_what_was_taken_away_is_kept_and_bothers_nobody(waiting, cast):
    cast.signatory.does(waiting, "order_signing")
    cast.reviewer.does(waiting, "withdraw")
    work()
    [order] = ISigningOrders(waiting).all()
    assert (order.state, order.code) == ("failed", "wrong_state")
    assert boxes(waiting) == {"outgoing.to_review|phamquochuy"}


def test_who_may_not_sign_orders_nothing(waiting, cast):
    assert cast.reviewer.is_refused(waiting, "order_signing")[0] in (403, 409)
    assert cast.signatory.is_refused(waiting, "order_signing", capacity="deputy") == (400, {("capacity", "invalid")})
    assert "order_signing" not in cast.signatory.is_offered(waiting)
    assert cast.signatory.is_refused(waiting, "sign_again") == (409, {("", "nothing_failed")})


def keep(record, login_as, act_id, *codes):
    violations = [Violation("", code, f"vì {code}") for code in codes]
    with login_as(LEADER):
        return getAdapter(record, IRefusalKeeper, name="signqueue").keep(act_id, {"expected_seq": "1"}, violations)


def test_a_signature_that_fails_at_once_is_kept_too(waiting, login_as):
    assert keep(waiting, login_as, "sign", "number_printed")
    assert f"signing.failed|{LEADER}" in boxes(waiting)
    order = ISigningOrders(waiting).live()
    assert (order.cause, order.code, dict(order.data)) == ("vì number_printed", "number_printed", {})


@pytest.mark.parametrize(
    "act_id, codes",
    [
        ("sign", ["too_long"]),
        ("sign", ["not_your_turn", "no_key"]),
        ("sign", ["forbidden"]),
        ("return", ["no_key"]),
    ],
)
def test_wrong_input_and_passed_turns_are_no_attempts(waiting, login_as, act_id, codes):
    assert not keep(waiting, login_as, act_id, *codes)
    assert ISigningOrders(waiting).all() == []


def test_every_cause_has_a_next_step():
    assert first_cause([Violation("", "no_key", "")]).code in NEXT_STEPS
    assert first_cause([Violation("", "capacity", "")]) is None


def test_drafts_without_orders_are_not_written_to(province, clock, keys, registers):
    assert boxes(make_draft()) == set()
