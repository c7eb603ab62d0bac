"""Accounts of an agency: their lists, suspension, passwords that others gave, work of leavers."""

from account_story import codes
from account_story import events
from account_story import request_of
from datetime import date
from datetime import timedelta
from given_tasks import Tasks
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.accounts.guard import refuse_suspended
from qlvb.content.accounts.passwords import is_service
from qlvb.content.accounts.passwords import note_issued
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.content.organisation import snapshot
from qlvb.content.organisation.accounts import may_be_reset_by_agency
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.shell.account_tiles import ProvinceAccountTiles
from qlvb.workflows.accounts.settings import SetAccountRules
from qlvb.workflows.accounts.watching import WatchUse
from qlvb.workflows.accounts.watching import unused_accounts
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent


REASON = "Đi học dài hạn, cơ quan đề nghị."


def test_the_lists_of_an_agency(accounts, province):
    everybody = accounts.of("skhcn")
    assert {one.userid for one in everybody} >= {"leminhanh", "vanthuskhcn", "skhcnqtdv"}
    assert "vuhaiyen" not in [one.userid for one in everybody]
    counts = accounts.counts("skhcn")
    assert counts["current"] == len(everybody) and counts["inactive"] == counts["suspended"] == counts["left"] == 0
    with clock.held(clock.now() + timedelta(days=160)):
        assert accounts.counts("skhcn")["soon"] == len(everybody)
    with clock.held(clock.now() + timedelta(days=190)):
        assert accounts.counts("skhcn")["inactive"] == len(everybody)
    assert [one.userid for one in accounts.listed("skhcn", text="do thanh")] == ["vanthuskhcn"]
    assert {one.userid for one in accounts.listed("skhcn", department="cntt")} == {"leminhanh", "phamquochuy"}


def test_suspension_stops_every_request_and_ends(accounts, province, http_request, login_as, act):
    act("suspend_account", "leminhanh", basis="agency", reason=f"  {REASON} ")
    assert [one.userid for one in accounts.listed("skhcn", "suspended")] == ["leminhanh"]
    assert accounts.suspension("leminhanh").reason == REASON and accounts.suspension("leminhanh").by == "skhcnqtdv"
    with login_as("leminhanh"):
        with pytest.raises(Refused) as refused:
            refuse_suspended(request_of(http_request, "/plone/skhcn"))
        assert codes(refused) == (403, ["account_suspended"])
        refuse_suspended(request_of(http_request, "/plone/logout"))
    with login_as("phamquochuy"):
        refuse_suspended(request_of(http_request, "/plone/skhcn"))
    act("resume_account", "leminhanh", reason="Đã đi học về, làm việc lại.")
    with login_as("leminhanh"):
        refuse_suspended(request_of(http_request, "/plone/skhcn"))
    assert events(province, "leminhanh") == ["act.suspend_account", "act.resume_account"]


@pytest.mark.parametrize(
    "name, userid, values, by, expected",
    [
        ("suspend_account", "leminhanh", {"basis": "", "reason": "ngắn"}, "skhcnqtdv", (400, ["required", "too_short"])),
        ("suspend_account", "leminhanh", {"basis": "agency", "reason": "x" * 501}, "skhcnqtdv", (400, ["too_long"])),
        ("suspend_account", "leminhanh", {"basis": "agency"}, "skhcnqtdv", (400, ["required"])),
        ("suspend_account", "leminhanh", {"basis": "rain", "reason": REASON}, "skhcnqtdv", (400, ["invalid"])),
        ("suspend_account", "skhcnqtdv", {"basis": "agency", "reason": REASON}, "skhcnqtdv", (403, ["own_account"])),
        ("suspend_account", "leminhanh", {"basis": "agency", "reason": REASON}, "vanthuskhcn", (403, ["forbidden"])),
        ("resume_account", "leminhanh", {"reason": REASON}, "skhcnqtdv", (409, ["not_suspended"])),
        ("explain_disuse", "leminhanh", {"reason": REASON}, "skhcnqtdv", (409, ["not_disused"])),
    ],
)
def test_what_is_refused(accounts, province, act, name, userid, values, by, expected):
    province["people"]["skhcnqtdv"].home_agency = "skhcn"
    with pytest.raises(Refused) as refused:
        act(name, userid, by=by, **values)
    assert (refused.value.status, sorted(one.code for one in refused.value.violations)) == expected
    assert accounts.counts("skhcn")["suspended"] == 0 and events(province, userid) == []


def test_twice_and_for_whom_it_makes_no_sense(accounts, province, act):
    act("suspend_account", "leminhanh", basis="unused", reason=REASON)
    with pytest.raises(Refused) as refused:
        act("suspend_account", "leminhanh", basis="unused", reason=REASON)
    assert codes(refused) == (409, ["suspended_already"])
    person = province["people"]["phamquochuy"]
    person.active = False
    notify(ObjectModifiedEvent(person))
    with pytest.raises(Refused) as refused:
        act("suspend_account", "phamquochuy", basis="agency", reason=REASON)
    assert codes(refused) == (409, ["person_left"])


def test_many_accounts_at_once_by_the_same_act(province, login_as):
    with login_as("skhcnqtdv"):
        acts = IActs(province["people"]["leminhanh"])
        assert [one.id for one in acts.all()] == ["suspend_account"]
        uids = [province["people"][userid].UID() for userid in ("leminhanh", "phamquochuy")]
        (offer,) = offers(uids)
        assert offer.act.id == "suspend_account" and set(offer.possible) == set(uids)


@pytest.fixture
def watch(accounts):
    """``watch(days)`` -> what the worker does on the day so many days from now."""

    def watch(days):
        with clock.held(clock.now() + timedelta(days=days)):
            return WatchUse(Savepoints()).run(clock.now())

    return watch


def test_unused_accounts_are_warned_of_then_suspended_then_to_be_withdrawn(accounts, province, watch, login_as, act):
    everybody = {one.userid for agency in getUtility(IDirectory).agencies() for one in accounts.of(agency.id)}
    exempt = {userid for userid in everybody if not may_be_reset_by_agency(userid)}
    assert watch(100) == {"inactive": 0, "warn": 0, "suspend": 0}
    assert watch(160) == {"inactive": 0, "warn": len(everybody - exempt), "suspend": 0}
    (notice,) = [one for one in getUtility(INotices).of("leminhanh").newest() if one.event == "account_warned"]
    assert "leminhanh" in notice.text.mapping["account"]
    assert watch(161) == {"inactive": 0, "warn": 0, "suspend": 0}
    with clock.held(clock.now() + timedelta(days=170)):
        act("explain_disuse", "phamquochuy", reason="Nghỉ thai sản đến hết quý I.")
        accounts.note_use("vanthuskhcn")
    done = watch(195)
    assert done["warn"] == 0 and done["suspend"] == len(everybody - exempt - {"phamquochuy", "vanthuskhcn"})
    assert done["inactive"] == len(everybody) - 1  # the one whose disuse was explained counts from then
    listed = {userid for userid, _agency in unused_accounts()[0]}
    assert listed == everybody - {"phamquochuy"}
    [tiles] = [group.tiles for group in ProvinceAccountTiles().groups(None)]
    assert (tiles[-1].value, tiles[-1].url) == (len(listed), "@@account-figures?state=inactive")
    kept = accounts.suspension("leminhanh")
    assert (kept.by, kept.basis) == ("system", "unused") and "Không có giao dịch" in kept.reason
    assert events(province, "leminhanh") == ["act.suspend_account"]
    assert accounts.suspension("phamquochuy") is None and accounts.suspension("vanthuskhcn") is None
    with clock.held(clock.now() + timedelta(days=211)):
        due = {one.userid for one in accounts.listed("skhcn", "withdrawal")}
        assert "leminhanh" in due and accounts.counts("skhcn")["withdrawal"] == len(due)


def test_nobody_is_suspended_by_itself_when_the_rules_say_so(province, watch):
    SetAccountRules(province).change({"automatic": False, "unused_months": 2})
    assert watch(70)["warn"] > 0
    assert watch(120)["suspend"] == 0
    with pytest.raises(Refused):
        SetAccountRules(province).change({"password_months": 0})


def test_acts_count_as_use(accounts, act):
    act("suspend_account", "leminhanh", basis="agency", reason=REASON)
    assert accounts.one("skhcnqtdv", "skhcn").last_act is None  # of records only
    accounts.note_use("leminhanh")
    assert accounts.one("leminhanh", "skhcn").last_act == clock.today()
    with clock.held(clock.now() + timedelta(days=3)):
        accounts.note_use("leminhanh")
    assert accounts.one("leminhanh", "skhcn").last_act == clock.today()  # to the week


def test_roles_that_come_and_go_are_written_down(accounts, province, login_as):
    post = province["skhcn"]["posts"]["van-thu"]
    with login_as("skhcnqtdv"):
        assign(post, "leminhanh", valid_from=date(2026, 1, 5))
        post.functions = {"clerk", "archivist"}
        notify(ObjectModifiedEvent(post))
        notify(ObjectModifiedEvent(post))
        assign(post, "")
    entries = list(IJournal(province["people"]["leminhanh"]).entries())[1:]
    assert [entry.event for entry in entries] == ["account.post_given", "account.post_changed", "account.post_left"]
    assert {entry.actor for entry in entries} == {"skhcnqtdv"} and entries[0].detail["valid_from"] == "2026-01-05"
    said = translate(sentence(entries[1]), target_language="vi")
    assert said == "đã đổi chức vụ “Văn thư”, Văn phòng, Sở Khoa học và Công nghệ; chức năng: Lưu trữ, Văn thư"
    assert events(province, "vanthuskhcn") == ["account.post_left"]
    assert IJournal(province["people"]["leminhanh"]).verify() is None


def test_accounts_of_services_are_bound_to_no_person(accounts, province):
    note_issued("leminhanh", "skhcnqtdv")
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles(username="leminhanh", roles=["ProvinceTaskSystem"])
    assert accounts.password_due("leminhanh") == "" and accounts.password_due("nobody") == ""
    with clock.held(clock.now() + timedelta(days=300)):
        assert is_service("leminhanh") and accounts.password_due("leminhanh") == ""


def test_work_that_leavers_leave_behind(accounts, province, login_as):
    Tasks(login_as).give(leads=["user:leminhanh"])
    post = province["skhcn"]["posts"]["chuyen-vien-cntt"]
    assign(post, "leminhanh", valid_to=clock.today() + timedelta(days=31))
    assert accounts.leaving("skhcn") == []
    assign(post, "leminhanh", valid_to=clock.today() + timedelta(days=30))
    found = [(one.userid, one.post_id, one.open_work) for one in accounts.leaving("skhcn")]
    assert found == [("leminhanh", "chuyen-vien-cntt", 1)]
    assert [one.open_work for one in accounts.of("skhcn") if one.userid == "leminhanh"] == [1]
    person = province["people"]["leminhanh"]
    person.home_agency, person.active = "skhcn", False
    assign(post, "", valid_to=None)
    notify(ObjectModifiedEvent(person))
    assert [(one.userid, one.day, one.open_work) for one in accounts.leaving("skhcn")] == [("leminhanh", None, 1)]


def test_the_agency_that_looks_after_an_account_is_known_without_reading_all_people(accounts, province):
    directory, person = getUtility(IDirectory), province["people"]["leminhanh"]
    before = directory.accounts_of("skhcn")
    assert "leminhanh" in before and "vuhaiyen" not in before
    person.home_agency = "snv"
    notify(ObjectModifiedEvent(person))
    assert "leminhanh" not in directory.accounts_of("skhcn") and "leminhanh" in directory.accounts_of("snv")
    kept = snapshot.read(province)
    kept.homes = kept.home_of = None  # as an earlier release left it
    assert sorted(directory.accounts_of("skhcn")) == sorted(set(before) - {"leminhanh"})
    notify(ObjectModifiedEvent(person))
    assert sorted(directory.accounts_of("skhcn")) == sorted(set(before) - {"leminhanh"}) and kept.homes is not None
    province["people"]._delObject("leminhanh")
    assert "leminhanh" not in directory.accounts_of("snv")
