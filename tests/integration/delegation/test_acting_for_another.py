"""Somebody acts in another's place: what he sees, what he may do, what is written down."""

from datetime import timedelta
from delegated import delegate
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import take_to
from qlvb.content.clock import held
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


def count(box):
    return getUtility(IListing).counts([box])[box]


def test_without_a_delegation_nothing_is_seen(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    assert not cast.deputy.sees(draft)
    with login_as(DEPUTY):
        assert count("outgoing.delegated") == 0


def test_both_sides_have_their_box(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate()
    with login_as(DEPUTY):
        assert count("outgoing.delegated") == 1 and count("outgoing.to_review") == 0
        assert [row.url for row in getUtility(IListing).query("outgoing.delegated").rows] == [draft.absolute_url()]
    with login_as(SIGNATORY):
        assert count("outgoing.delegated_away") == 1 and count("outgoing.to_review") == 1
    with login_as(REVIEWER):
        assert count("outgoing.delegated") == 0


def test_the_box_is_searched_too(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate()
    with login_as(DEPUTY):
        assert getUtility(IListing).query("outgoing.delegated", filters={"text": "nâng cấp"}).total == 1
        assert getUtility(IListing).query("outgoing.delegated", filters={"text": "kiểm lâm"}).total == 0


def test_signing_in_the_place_of_the_head(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegation = delegate()
    assert cast.deputy.sees(draft, "qlvb: Sign")
    cast.deputy.does(draft, "sign", capacity="deputy")
    step = IRoute(draft).last_closed()
    assert (step.done_by, step.on_behalf, step.basis) == (DEPUTY, SIGNATORY, "12/GUQ-SKHCN, 04/01/2026")
    entry = next(IJournal(draft).entries(newest_first=True, events={"act.sign"}))
    assert (entry.actor, entry.on_behalf, entry.detail["basis"]) == (DEPUTY, SIGNATORY, "12/GUQ-SKHCN, 04/01/2026")
    assert (draft.signatory, draft.signing_capacity) == (DEPUTY, "deputy")
    used = next(IJournal(delegation).entries(newest_first=True))
    assert (used.event, used.detail["act"], used.detail["record"]) == ("delegation.used", "sign", draft.UID())
    for who in (SIGNATORY, DEPUTY):
        with login_as(who):
            assert count("delegations.done") == 1


def test_a_capacity_that_the_decree_does_not_know(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate()
    assert cast.deputy.is_refused(draft, "sign", capacity="direct")[0] == 400


def test_tuq_takes_its_authorisation_from_the_delegation(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate(receiver=REVIEWER)
    cast.reviewer.does(draft, "sign", capacity="by_authorisation")
    assert draft.signing_capacity == "by_authorisation"


def test_without_signing(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate(mode="review")
    assert cast.deputy.is_refused(draft, "sign", capacity="deputy") == (403, {("", "forbidden")})
    cast.deputy.does(draft, "return", reason="Sửa lại trích yếu cho đúng")
    assert IRoute(draft).last_closed().on_behalf == SIGNATORY


def test_a_draft_that_prints_the_giver_goes_back_with_the_block_that_is_right(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate()
    assert cast.deputy.is_offered(draft)["return_for_block"] and "return_for_block" not in cast.signatory.is_offered(draft)
    result = cast.deputy.does(draft, "return_for_block")
    assert result["block"] == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Bùi Trung Kiên"
    last = IRoute(draft).last_closed()
    assert (last.outcome, last.on_behalf, draft.signatory) == ("returned", SIGNATORY, DEPUTY)
    assert "Nguyễn Thị Thu Hà" in last.comment and result["block"] in last.comment
    assert (draft.signing_capacity, draft.signatory_position) == ("deputy", "Phó Giám đốc")
    cast.drafter.does(draft, "resubmit", receiver=DEPUTY, explanation="Đã sửa khối chữ ký")
    assert cast.signatory.is_refused(draft, "return_for_block", capacity="deputy")[0] in (400, 403, 409)
    cast.deputy.does(draft, "sign", capacity="deputy")


def test_assistants_see_and_do_not_decide(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate(receiver="leminhanh", mode="assist", basis="")
    delegate(receiver=REVIEWER, mode="assist", basis="")
    status, codes = cast.reviewer.is_refused(draft, "sign", capacity="by_order")
    assert status == 403 and codes == {("", "forbidden")}
    with login_as(REVIEWER):
        assert count("outgoing.delegated") == 1


def test_scope_by_type_and_direction(draft, cast):
    take_to(draft, cast, "to_sign")
    delegation = delegate(document_types=["decision"])
    assert not cast.deputy.sees(draft)
    cast.signatory.does(delegation, "end_delegation")
    delegation = delegate(directions=["incoming"])
    assert not cast.deputy.sees(draft)
    cast.signatory.does(delegation, "end_delegation")
    delegate(document_types=["official_letter"], directions=["outgoing"])
    assert cast.deputy.sees(draft)


def test_secret_documents_stay_with_the_giver(province, clock, keys, cast, login_as):
    secret = take_to(make_draft(secrecy="secret"), cast, "to_sign")
    delegate()
    assert not cast.deputy.sees(secret)
    with login_as(DEPUTY):
        assert count("outgoing.delegated") == 0


def test_it_ends_by_itself(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate(days=5)
    with held(DAY + timedelta(days=5)):
        assert cast.deputy.sees(draft)
    with held(DAY + timedelta(days=6)):
        assert not cast.deputy.sees(draft)
        with login_as(DEPUTY):
            assert count("outgoing.delegated") == 0


def test_it_begins_by_itself(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate(start=2)
    assert not cast.deputy.sees(draft)
    with held(DAY + timedelta(days=2)):
        assert cast.deputy.sees(draft)


def test_what_is_delegated_is_not_passed_on(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate()
    delegate(giver=DEPUTY, receiver=REVIEWER, mode="review")
    assert cast.deputy.sees(draft, "qlvb: Sign") and not cast.reviewer.sees(draft, "qlvb: Sign")


def test_who_may_see_it_and_why(draft, cast):
    take_to(draft, cast, "to_sign")
    delegation = delegate()
    (grant,) = IGrants(draft).explain(DEPUTY)
    assert (grant.role, grant.cause, grant.reference) == ("Handler", "delegation", delegation.UID())


def test_the_giver_takes_back_what_was_done_for_him(draft, cast):
    take_to(draft, cast, "to_sign")
    delegate()
    cast.deputy.does(draft, "sign", capacity="deputy")
    assert cast.signatory.is_offered(draft)["withdraw"] is True
    cast.deputy.does(draft, "withdraw", comment="")
    assert IRoute(draft).current().person == SIGNATORY


def test_before_the_decision_document_and_desk_say_who_stands_in_for_whom(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate()
    words = "Bùi Trung Kiên thay Nguyễn Thị Thu Hà theo ủy quyền 12/GUQ-SKHCN, 04/01/2026, đến 10/01/2026."
    for reader in (DEPUTY, SIGNATORY, "leminhanh"):
        with login_as(reader):
            page = draft.restrictedTraverse("view")()
            assert page.count(words) == 2, reader  # why it stands still, and the station of the route
    with login_as(DEPUTY):
        assert words in draft.restrictedTraverse("@@desk-item")()
    cast.deputy.does(draft, "sign", capacity="deputy")
    with login_as(DEPUTY):
        assert words not in draft.restrictedTraverse("view")()


def test_an_assistant_is_said_to_help(draft, cast, login_as):
    take_to(draft, cast, "to_sign")
    delegate(mode="assist")
    with login_as(DEPUTY):
        assert "Bùi Trung Kiên giúp Nguyễn Thị Thu Hà chuẩn bị ý kiến đến 10/01/2026." in draft.restrictedTraverse("view")()
