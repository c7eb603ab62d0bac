"""What people try that cannot be: told with field and rule, nothing changed."""

from datetime import date
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.violations import Refused
from qlvb.workflows.holds.creation import create_hold
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.interfaces import ITransferSettings


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"state": "open"}, "dossier_state"),
        ({"state": "archived"}, "dossier_state"),
        ({"retention_kind": None, "retention_years": None}, "retention_missing"),
        ({"retention_years": 4}, "retention_short"),
        ({"end_date": date(2024, 12, 1)}, "dossier_dates"),
        ({"end_date": date(2027, 1, 1)}, "dossier_dates"),
        ({"end_date": None}, "dossier_dates"),
        ({"holder": "vanthuskhcn"}, None),
    ],
)
def test_dossiers_that_cannot_be_handed_over(dossiers, transfer, cast, changes, code):
    (dossier,) = dossiers(1, documents=0, **changes)
    one = transfer(by="hoangvanluu", unit="cntt") if code is None else transfer()
    person = cast.archivist if code is None else cast.drafter
    status, found = person.is_refused(one, "add_dossiers", dossiers=[IUUID(dossier)])
    assert (status, found) == (400, {("dossiers", code or "dossier_of_other_unit")})
    assert ITransferItems(one).all() == []
    assert IClaims(dossier).transfer == ""


def test_a_dossier_is_in_one_transfer_at_a_time(dossiers, transfer, cast):
    (dossier,) = dossiers(1, documents=0)
    first, second = transfer(), transfer()
    cast.drafter.does(first, "add_dossiers", dossiers=[IUUID(dossier)])
    assert cast.drafter.is_refused(second, "add_dossiers", dossiers=[IUUID(dossier)]) == (400, {("dossiers", "dossier_taken")})
    with pytest.raises(Refused) as caught:
        IClaims(dossier).claim(IUUID(second))
    assert caught.value.status == 409
    cast.drafter.does(first, "drop_dossiers", dossiers=[IUUID(dossier)])
    cast.drafter.does(second, "add_dossiers", dossiers=[IUUID(dossier)])


def test_all_or_nothing_is_added(dossiers, transfer, cast):
    good, bad = dossiers(1, documents=0)[0], dossiers(1, documents=0, state="open")[0]
    one = transfer()
    cast.drafter.is_refused(one, "add_dossiers", dossiers=[IUUID(good), IUUID(bad), "no-such-uid"])
    assert (ITransferItems(one).all(), IClaims(good).transfer) == ([], "")


def test_a_held_dossier_is_refused_and_left_out(dossiers, transfer, cast, monkeypatch, clean, run_jobs):
    dossier, other = dossiers(2)
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossier), IUUID(other)])
    cast.drafter.does(one, "submit_transfer")
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    cast.archivist.does(one, "accept_transfer")
    held = {IUUID(dossier)}
    monkeypatch.setattr("qlvb.workflows.transfer.candidates.is_held", lambda record: IUUID(record) in held)
    run_jobs()
    items = ITransferItems(one)
    assert [item.state for item in items.all()] == ["failed", "accepted"]
    assert [fault.rule for fault in items.get(IUUID(dossier)).faults] == ["dossier_held"]
    assert state_of(dossier) == "closed"
    told = IStanding(one).standing()
    assert (told.sentence, told.sentence.mapping["count"], told.holders) == ("standing_transfer_left_over", "1", [])
    second = transfer()
    assert cast.drafter.is_refused(second, "add_dossiers", dossiers=[IUUID(dossier)]) == (400, {("dossiers", "dossier_held")})


def test_two_presses_do_one_thing(dossiers, transfer, cast, clean, run_jobs):
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossiers(1)[0])])
    assert cast.drafter.does(one, "submit_transfer", key="k1") == cast.drafter.does(one, "submit_transfer", key="k1")
    cast.archivist.does(one, "check_transfer")
    assert cast.archivist.is_refused(one, "accept_transfer")[0] == 409
    run_jobs()
    cast.archivist.does(one, "accept_transfer")
    assert cast.archivist.is_refused(one, "accept_transfer") == (409, {("", "wrong_state")})
    run_jobs()
    assert IJournal(one).count("act.accept_transfer") == 1


def test_whose_turn_it_is(dossiers, transfer, cast):
    one = transfer()
    assert cast.drafter.is_refused(one, "submit_transfer") == (400, {("dossiers", "transfer_empty")})
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossiers(1, documents=0)[0])])
    assert cast.archivist.is_refused(one, "submit_transfer")[0] == 403
    cast.drafter.does(one, "submit_transfer")
    for person in (cast.drafter, cast.reviewer, cast.manager, cast.clerk):
        assert person.is_refused(one, "check_transfer")[0] == 403
    assert cast.drafter.is_refused(one, "add_dossiers", dossiers=["x"]) == (409, {("", "wrong_state")})
    cast.drafter.does(one, "withdraw_transfer")
    assert state_of(one) == "draft"
    assert not cast.stranger.sees(one)


@pytest.mark.parametrize(
    ("values", "status", "found"),
    [
        ({"title": ""}, 400, {("title", "title_missing")}),
        ({"title": "a" * 501}, 400, {("title", "too_long")}),
        ({"title": "Hồ sơ", "unit": "khong-co"}, 400, {("unit", "unit_unknown")}),
        ({"title": "Hồ sơ", "unit": "vp"}, 403, {("unit", "forbidden")}),
        ({"title": "Hồ sơ", "kind": "nowhere"}, 400, {("kind", "choice_unknown")}),
        ({"title": "Hồ sơ", "kind": "historical"}, 400, {("kind", "no_source")}),
    ],
)
def test_a_transfer_that_cannot_be_made(province, clock, values, status, found):
    with pytest.raises(Refused) as caught:
        create_transfer("skhcn", values, "leminhanh")
    assert (caught.value.status, {(one.field, one.code) for one in caught.value.violations}) == (status, found)
    assert len(province["skhcn"]["transfers"]) == 0


def test_kept_back_with_consent_and_for_two_years_at_most(dossiers, transfer, cast):
    (dossier,) = dossiers(1, documents=0)
    data = {"consent": "15/CV-SKHCN, 20/11/2026", "reason": "Còn dùng để thanh tra"}
    assert cast.drafter.is_refused(dossier, "keep_back", until=date(2027, 6, 1), **data)[0] == 403
    assert cast.archivist.is_refused(dossier, "keep_back", until=date(2028, 12, 2), **data) == (400, {("until", "until_long")})
    assert cast.archivist.is_refused(dossier, "keep_back", until=date(2026, 11, 22), **data) == (400, {("until", "until_past")})
    cast.archivist.does(dossier, "keep_back", until=date(2028, 12, 1), **data)
    assert IKeptBack(dossier).consent == data["consent"]
    found = ITransferDeadlines(dossier).deadlines()
    assert (found.last, found.status(date(2027, 1, 1)), found.status(date(2028, 12, 2))) == (date(2028, 12, 1), "kept", "overdue")


def test_settings_are_checked(province, clock):
    settings = ITransferSettings(province["skhcn"])
    for values, field in (({"digital_days": 0}, "digital_days"), ({"years": "x"}, "years"), ({"nothing": 1}, "nothing")):
        with pytest.raises(Refused) as caught:
            settings.change(values)
        assert [one.field for one in caught.value.violations] == [field]
    settings.change({"digital_days": "45", "by_year": True})
    assert (settings.terms.digital_days, settings.terms.by_year, settings.terms.years) == (45, True, 1)


def test_a_real_hold_placed_while_the_worker_takes_over(dossiers, transfer, cast, clean, run_jobs):
    """The room of holds binds the worker, too: what is held stays with its unit and is named."""
    dossier, other = dossiers(2)
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossier), IUUID(other)])
    cast.drafter.does(one, "submit_transfer")
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    cast.archivist.does(one, "accept_transfer")
    case = {"case_number": "TB-01/2026", "title": "Thanh tra", "reason": "Giữ nguyên để thanh tra", "basis": "12/QĐ-TTr"}
    hold = create_hold("skhcn", case, "hoangvanluu")
    IHoldContents(hold).add(dossier, "hoangvanluu")
    run_jobs()
    assert [item.state for item in ITransferItems(one).all()] == ["failed", "accepted"]
    assert (state_of(dossier), state_of(other), state_of(one)) == ("closed", "archived", "accepted")
    second = transfer()
    assert cast.drafter.is_refused(second, "add_dossiers", dossiers=[IUUID(dossier)]) == (400, {("dossiers", "dossier_held")})
