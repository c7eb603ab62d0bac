"""Passwords: given by others, grown old, used before; what sites of older versions know of them."""

from AccessControl.users import nobody
from account_story import codes
from account_story import events
from account_story import request_of
from datetime import timedelta
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.accounts.guard import ask_for_password
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.accounts.passwords import note_issued
from qlvb.content.accounts.plugin import remove
from qlvb.content.accounts.upgrades import passwords_are_remembered
from qlvb.content.accounts.upgrades import passwords_count_from_today
from qlvb.content.organisation.accounts import reset_password
from qlvb.content.violations import Refused
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.accounts.settings import SetAccountRules
from zExceptions import BadRequest


def test_a_password_that_somebody_gave_is_to_be_changed(accounts, province, login_as, http_request):
    assert not accounts.must_change_password("leminhanh") and accounts.password_due("leminhanh") == ""
    note_issued("leminhanh", "skhcnqtdv")
    assert accounts.must_change_password("leminhanh") and accounts.password_due("leminhanh") == "first"
    assert [one.userid for one in accounts.listed("skhcn", "first_password")] == ["leminhanh"]
    with login_as("leminhanh"):
        for path in ("/plone", "/plone/skhcn/@@people", "/plone/skhcn/@worklist", "/plone/@users/phamquochuy/reset-password"):
            with pytest.raises(Refused) as refused:
                ask_for_password(request_of(http_request, path))
            assert codes(refused) == (403, ["password_first"])
            assert "Điều 16" in refused.value.violations[0].rule
        for path in ("/plone/@@change-password", "/plone/@users/leminhanh/reset-password", "/plone/@login", "/plone/logout"):
            ask_for_password(request_of(http_request, path))
        province.portal_membership.setPassword("Mat-khau-moi-2026")
        ask_for_password(request_of(http_request, "/plone"))
    assert not accounts.must_change_password("leminhanh")
    with login_as("quantri"):
        province.acl_users.source_users.doChangeUser("leminhanh", "Mat-khau-khac-2026")
    assert accounts.must_change_password("leminhanh")
    assert events(province, "leminhanh") == ["account.password_issued", "account.password_changed", "account.password_issued"]


def test_a_password_grows_old(accounts, province, login_as, http_request):
    old = clock.now() + timedelta(days=93)
    with clock.held(old), login_as("leminhanh"):
        assert accounts.password_due("leminhanh") == "expired"
        with pytest.raises(Refused) as refused:
            ask_for_password(request_of(http_request, "/plone/skhcn"))
        assert codes(refused) == (403, ["password_expired"])
        province.portal_membership.setPassword("Mat-khau-moi-2026")
        assert accounts.password_due("leminhanh") == ""
    with clock.held(old):
        assert accounts.password_due("phamquochuy") == "expired"
        SetAccountRules(province).change({"password_months": 12})
        assert accounts.password_due("phamquochuy") == ""


def set_password(portal, login_as, userid, password):
    """Codes of the refusal of a password that its owner sets, [] for none."""
    with login_as(userid):
        try:
            portal.portal_membership.setPassword(password)
        except BadRequest as refused:
            return str(refused)
    return ""


def test_none_of_the_last_passwords_comes_again(accounts, province, login_as):
    SetAccountRules(province).change({"password_history": 3})
    assert "trùng với một trong 3" in set_password(province, login_as, "leminhanh", PASSWORD)  # the one it has
    for number in range(3):
        assert set_password(province, login_as, "leminhanh", f"Mat-khau-{number}") == ""
        assert "trùng" in set_password(province, login_as, "leminhanh", f"Mat-khau-{number}")
    assert "trùng" in set_password(province, login_as, "leminhanh", "Mat-khau-0")
    assert set_password(province, login_as, "leminhanh", PASSWORD) == ""  # the fourth from the end
    assert "ký tự đặc biệt" in set_password(province, login_as, "leminhanh", "matkhau2026")
    given = reset_password("leminhanh")
    assert "trùng" in set_password(province, login_as, "leminhanh", given)
    SetAccountRules(province).change({"password_history": 0, "password_length": 12})
    assert set_password(province, login_as, "leminhanh", given) == ""
    assert "12 ký tự" in set_password(province, login_as, "leminhanh", "Mat-khau-1")
    past = remembered("leminhanh").past
    assert len(past) == 7 and all(b"{SSHA}" in one and b"khau" not in one for one in past)
    assert len(set(past)) == 7  # salted: the password that came again has another hash


def test_a_password_set_by_a_letter_is_held_to_the_rules(accounts, province):
    """Plone's validator does not know whose password it is then."""
    users = province.acl_users.source_users
    with api.env.adopt_user(user=nobody):
        for password, code in ((PASSWORD, "password_reused"), ("matkhau2026", "password_weak")):
            with pytest.raises(Refused) as refused:
                users.doChangeUser("leminhanh", password)
            assert codes(refused) == (400, [code])
        users.doChangeUser("leminhanh", "Mat-khau-moi-2026")
    assert events(province, "leminhanh") == ["account.password_changed"]


def test_sites_from_before_know_the_present_passwords(accounts, province, login_as):
    to_remember("leminhanh").past = ()
    remove(province.acl_users)
    assert province.portal_registration.testPasswordValidity("matkhau2026") is None  # Plone's own eight characters
    passwords_are_remembered(None)
    assert "trùng" in set_password(province, login_as, "leminhanh", PASSWORD)
    passwords_are_remembered(None)
    assert len(remembered("leminhanh").past) == 1


def test_passwords_of_older_sites_count_from_the_upgrade(accounts, province):
    with clock.held(clock.now() + timedelta(days=200)):
        assert accounts.password_due("leminhanh") == "expired"
        passwords_count_from_today(None)
        assert accounts.password_due("leminhanh") == ""
    with clock.held(clock.now() + timedelta(days=293)):
        assert accounts.password_due("leminhanh") == "expired"
