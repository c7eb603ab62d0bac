"""No attempt on one's own machine is lost, nobody else signs for a key on a device, and the one-press issue goes on."""

from datetime import timedelta
from outgoing_story import CLERK
from outgoing_story import DAY
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import take_to
from plone import api
import pytest
import re
from qlvb.content.clock import held
from qlvb.content.index.building import collected_tokens
from qlvb.content.index.interfaces import IListing
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.localsigning.abandoned import end_abandoned
from qlvb.workflows.localsigning.attempts import fail
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signqueue.causes import NEXT_STEPS
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import alsoProvides


CAPACITY = {"capacity": "direct"}
FAILED = f"signing.failed|{SIGNATORY}"


@pytest.fixture
def letter(draft, cast, route):
    """A letter that waits for the director's signature."""
    return take_to(draft, cast, "to_sign")


@pytest.fixture
def leader(machine):
    return machine(SIGNATORY)


def words(message):
    return translate(message, target_language="vi")


def row_of(userid, login_as):
    with login_as(userid):
        (row,) = getUtility(IListing).query("signing.failed").rows
        return row.facts["signing_cause"], row.facts["signing_next"]


def test_what_the_site_refuses_stays_with_the_failed_ones_and_is_done_again_on_the_machine(letter, leader, login_as):
    _ticket, (token,) = leader.asks(letter, "sign", comment="Đã ký", **CAPACITY)
    wrong = getUtility(IKeyRing).for_person("buitrungkien")
    assert leader.brings(token, signer=wrong) == ("local_wrong_person",)
    assert FAILED in collected_tokens(letter) and state_of(letter) == "to_sign"
    cause, step = row_of(SIGNATORY, login_as)
    assert "không phải chứng thư đã đăng ký" in cause and "Ký lại" in step and "USB token" in step
    with login_as(SIGNATORY):
        again = IActs(letter).get("sign_again")
        assert again.relevant() and not again.check() and again.defaults() == {"vgca": True}
    _ticket, (token,) = leader.asks(letter, "sign_again")
    assert leader.brings(token) == ()
    assert state_of(letter) == "to_issue" and official_version(letter).kind == "signed"
    assert ISigningOrders(letter).live() is None and FAILED not in collected_tokens(letter)


@pytest.mark.parametrize("code", ["local_not_running", "local_broken", "local_timeout", "local_refused", "local_nothing_came", "local_stopped"])
def test_what_went_wrong_on_the_machine_is_told_by_the_page(letter, leader, login_as, code):
    ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    with login_as(SIGNATORY):
        fail(ticket, code, "Người dùng hủy thao tác ký")
        fail(ticket, "local_broken")  # a second word changes nothing
    order = ISigningOrders(letter).live()
    assert (ticket.state, order.state, order.code, order.person) == ("refused", "failed", code, SIGNATORY)
    assert ("Người dùng hủy" in words(order.cause)) is (code == "local_refused")
    assert code in NEXT_STEPS and row_of(SIGNATORY, login_as)[0] == words(order.cause)
    with pytest.raises(Refused) as caught:
        leader.brings(token)
    assert caught.value.violations[0].code == "local_token_expired"


@pytest.mark.parametrize("code", ["nonsense", None, ["local_broken"]])
def test_an_unknown_cause_is_refused(letter, leader, code):
    ticket, _tokens = leader.asks(letter, "sign", **CAPACITY)
    with pytest.raises(Refused) as caught:
        fail(ticket, code)
    assert (caught.value.status, ticket.state) == (400, "waiting") and ISigningOrders(letter).live() is None


def test_a_turn_that_has_passed_has_failed_for_nobody(letter, cast, leader):
    ticket, _tokens = leader.asks(letter, "sign", **CAPACITY)
    cast.signatory.does(letter, "return", reason="Xem lại căn cứ pháp lý")
    with leader.login_as(SIGNATORY):
        fail(ticket, "local_timeout")
    assert ISigningOrders(letter).live() is None


def test_failing_again_replaces_the_cause_and_keeps_the_input(letter, leader, login_as):
    ticket, _tokens = leader.asks(letter, "sign", comment="Đã ký", **CAPACITY)
    with login_as(SIGNATORY):
        fail(ticket, "local_not_running")
    ticket, _tokens = leader.asks(letter, "sign_again")
    with login_as(SIGNATORY):
        fail(ticket, "local_timeout")
    order = ISigningOrders(letter).live()
    assert (order.code, order.act, order.data["comment"]) == ("local_timeout", "sign", "Đã ký")


def test_what_was_begun_and_left_is_told_by_the_worker(letter, leader, login_as, clock):
    left, (token,) = leader.asks(letter, "sign", comment="Đã ký", **CAPACITY)
    assert list(end_abandoned(left.until)) == [] and left.state == "waiting"
    late = left.until + timedelta(seconds=1)
    assert list(end_abandoned(late)) == [left] and list(end_abandoned(late)) == []
    order = ISigningOrders(letter).live()
    assert (left.kept, order.state, order.code, order.person) == ("expired", "failed", "local_abandoned", SIGNATORY)
    assert FAILED in collected_tokens(letter) and "bỏ dở" in row_of(SIGNATORY, login_as)[0]
    with pytest.raises(Refused) as caught:
        leader.brings(token)
    assert caught.value.violations[0].code == "local_token_expired"
    _ticket, (token,) = leader.asks(letter, "sign_again")
    assert leader.brings(token) == () and state_of(letter) == "to_issue"


def test_who_has_begun_anew_has_not_left_it(letter, leader):
    left, _tokens = leader.asks(letter, "sign", **CAPACITY)
    with held(DAY + timedelta(days=1)):
        again, _tokens = leader.asks(letter, "sign", **CAPACITY)
    late = left.until + timedelta(microseconds=1)
    assert left in list(end_abandoned(late)) and left.kept == "expired"
    with leader.login_as(SIGNATORY):
        fail(again, "local_stopped")
    assert [order.code for order in ISigningOrders(letter).all()] == ["local_stopped"]


def test_a_key_on_a_device_signs_one_after_the_other(letter, cast, login_as, device_only):
    second = take_to(make_draft(), cast, "to_sign")
    device_only(f"people/{SIGNATORY}")
    uids = [letter.UID(), second.UID()]
    with login_as(SIGNATORY):
        assert [one.code for one in IActs(letter).get("fast_approve").check()] == ["key_on_device"]
        (sign,) = [one for one in offers(uids) if one.act.id == "sign"]
        assert sign.possible == () and set(sign.one_by_one) == set(uids)
        assert cast.signatory.is_refused(letter, "order_signing", capacity="direct") == (400, {("", "key_on_device")})
        page = shown("bulk", uids=",".join(uids), act="sign")
        assert "@@desk?only=" in page and 'id="bulk-one-by-one"' in page and 'name="key"' not in page
        assert "text-danger" not in page and re.search(r'id="bulk-kinds">[^<:]+: 2<', page)
        third = take_to(make_draft(), cast, "to_sign")
        desk = shown("desk", only=",".join(uids))
        assert all(uid in desk for uid in uids) and third.UID() not in desk
        item = letter.restrictedTraverse("@@desk-item")()
        assert "data-on-device" in item and 'data-desk-command="collect"' not in item
    assert all(ISigningOrders(one).all() == [] for one in (letter, second))


def test_a_key_with_the_provider_signs_many_as_before(letter, login_as):
    with login_as(SIGNATORY):
        (sign,) = [one for one in offers([letter.UID()]) if one.act.id == "sign"]
        assert sign.possible == (letter.UID(),) and sign.one_by_one == ()
        assert 'data-desk-command="collect"' in letter.restrictedTraverse("@@desk-item")()


def shown(name, **form):
    request = getRequest().clone()
    alsoProvides(request, IQlvbLayer)
    request.form.update(form)
    return api.content.get_view(name, api.portal.get(), request)()


def test_issuing_in_one_press_with_the_agencys_token(letter, cast, machine, device_only, login_as):
    cast.signatory.does(letter, "sign", vgca=False, **CAPACITY)
    signer = getUtility(IKeyRing).for_agency("skhcn")
    device_only("agencies/skhcn")
    clerk = machine(CLERK)
    with login_as(CLERK):
        act = IActs(letter).get("issue_at_once")
        assert (act.check(), act.defaults(), act.goes_first) == ([], {"vgca": True}, "number")
        assert [one.code for one in IActs(letter).get("number_and_seal").check()] == ["no_key"]
        assert "số vẫn giữ" in act.description.default
    with pytest.raises(Refused) as caught:
        clerk.asks(letter, "issue_at_once")
    assert caught.value.violations[0].code == "local_number_first" and letter.document_number is None
    cast.clerk.does(letter, "number")
    ticket, tokens = clerk.asks(letter, "issue_at_once")
    with login_as(CLERK):
        assert IActs(letter).get("issue_at_once").goes_first == ""
    assert [clerk.brings(token, signer=signer) for token in tokens] == [()] * len(tokens)
    assert (ticket.state, state_of(letter), official_version(letter).kind) == ("done", "issued", "sealed")


def test_the_tick_alone_issues_nothing(letter, cast, login_as):
    cast.signatory.does(letter, "sign", vgca=False, **CAPACITY)
    assert cast.clerk.is_refused(letter, "issue_at_once", vgca=True) == (400, {("vgca", "local_not_brought")})
    assert letter.document_number is None
    with login_as(CLERK):
        assert "không lấy số" in IActs(letter).get("issue_at_once").description.default
    cast.clerk.does(letter, "issue_at_once", vgca=False)
    assert state_of(letter) == "issued"


def test_what_failed_on_the_machine_is_not_done_again_for_many_at_once(letter, leader, device_only, login_as):
    device_only(f"people/{SIGNATORY}")
    ticket, _tokens = leader.asks(letter, "sign", **CAPACITY)
    with login_as(SIGNATORY):
        fail(ticket, "local_not_running")
        found = {one.act.id: one for one in offers([letter.UID()])}
        assert found["sign_again"].one_by_one == (letter.UID(),) and found["sign_again"].possible == ()


def test_a_provider_that_does_not_answer_is_taken_for_one_that_has_the_key(letter, cast, login_as, monkeypatch):
    cast.signatory.does(letter, "sign", vgca=False, **CAPACITY)

    def broken(self, agency_id):
        raise OSError("the provider does not answer")

    monkeypatch.setattr(type(getUtility(IKeyRing)), "for_agency", broken)
    with login_as(CLERK):
        act = IActs(letter).get("issue_at_once")
        assert act.check() == [] and act.defaults() == {"vgca": False} and "không lấy số" in act.description.default
    assert cast.clerk.is_refused(letter, "issue_at_once") == (503, {("", "signing_failed")})
    assert letter.document_number is None
