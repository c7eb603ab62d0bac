"""Accounts of an agency: their lists, suspension, passwords that others gave, work of leavers."""

from datetime import timedelta
from given_tasks import Tasks
import pytest
from qlvb.content import clock
from qlvb.content.accounts.guard import refuse_suspended
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.passwords import note_issued
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation import snapshot
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from types import SimpleNamespace
from zope.component import getUtility
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


REASON = "Đi học dài hạn, cơ quan đề nghị."


@pytest.fixture
def accounts(province):
    return getUtility(IAccounts)


def codes(refused):
    return refused.value.status, [violation.code for violation in refused.value.violations]


def events(portal, userid):
    return [entry.event for entry in IJournal(portal["people"][userid]).entries()]


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


def test_suspension_stops_every_request_and_ends(accounts, province, http_request, login_as):
    accounts.suspend("leminhanh", "agency", f"  {REASON} ", "skhcnqtdv")
    assert [one.userid for one in accounts.listed("skhcn", "suspended")] == ["leminhanh"]
    assert accounts.suspension("leminhanh").reason == REASON
    alsoProvides(http_request, IQlvbLayer)
    http_request.environ["PATH_INFO"] = "/plone/skhcn"
    with login_as("leminhanh"):
        with pytest.raises(Refused) as refused:
            refuse_suspended(SimpleNamespace(request=http_request))
        assert codes(refused) == (403, ["account_suspended"])
        http_request.environ["PATH_INFO"] = "/plone/logout"
        refuse_suspended(SimpleNamespace(request=http_request))
    http_request.environ["PATH_INFO"] = "/plone/skhcn"
    with login_as("phamquochuy"):
        refuse_suspended(SimpleNamespace(request=http_request))
    accounts.resume("leminhanh", "Đã đi học về, làm việc lại.", "skhcnqtdv")
    with login_as("leminhanh"):
        refuse_suspended(SimpleNamespace(request=http_request))
    assert events(province, "leminhanh") == ["account.suspended", "account.resumed"]


@pytest.mark.parametrize(
    "userid, basis, reason, by, expected",
    [
        ("leminhanh", "", "ngắn", "skhcnqtdv", (400, ["reason_length", "basis_unknown"])),
        ("leminhanh", "agency", "x" * 501, "skhcnqtdv", (400, ["reason_length"])),
        ("leminhanh", "agency", None, "skhcnqtdv", (400, ["reason_length"])),
        ("skhcnqtdv", "agency", REASON, "skhcnqtdv", (403, ["own_account"])),
        ("nobody", "agency", REASON, "skhcnqtdv", (404, ["person_unknown"])),
    ],
)
def test_what_is_refused(accounts, userid, basis, reason, by, expected):
    with pytest.raises(Refused) as refused:
        accounts.suspend(userid, basis, reason, by)
    assert codes(refused) == expected
    assert accounts.counts("skhcn")["suspended"] == 0


def test_twice_and_for_whom_it_makes_no_sense(accounts, province):
    accounts.suspend("leminhanh", "unused", REASON, "skhcnqtdv")
    with pytest.raises(Refused) as refused:
        accounts.suspend("leminhanh", "unused", REASON, "skhcnqtdv")
    assert codes(refused) == (409, ["suspended_already"])
    with pytest.raises(Refused) as refused:
        accounts.resume("phamquochuy", REASON, "skhcnqtdv")
    assert codes(refused) == (409, ["not_suspended"])
    person = province["people"]["phamquochuy"]
    person.active = False
    notify(ObjectModifiedEvent(person))
    with pytest.raises(Refused) as refused:
        accounts.suspend("phamquochuy", "agency", REASON, "skhcnqtdv")
    assert codes(refused) == (409, ["person_left"])


def test_a_password_that_somebody_gave_is_to_be_changed(accounts, province, login_as):
    assert not accounts.must_change_password("leminhanh")
    note_issued("leminhanh", "skhcnqtdv")
    assert accounts.must_change_password("leminhanh")
    assert [one.userid for one in accounts.listed("skhcn", "first_password")] == ["leminhanh"]
    with login_as("leminhanh"):
        province.portal_membership.setPassword("Mat-khau-moi-2026")
    assert not accounts.must_change_password("leminhanh")
    with login_as("quantri"):
        province.acl_users.source_users.doChangeUser("leminhanh", "Mat-khau-khac-2026")
    assert accounts.must_change_password("leminhanh")
    assert events(province, "leminhanh") == ["account.password_issued", "account.password_changed", "account.password_issued"]


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
