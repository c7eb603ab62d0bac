"""Making and ending delegations."""

from delegated import delegate
from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
import pytest
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def codes(**values):
    with pytest.raises(Refused) as caught:
        delegate(**values)
    return {(violation.field, violation.code) for violation in caught.value.violations}


@pytest.mark.parametrize(
    "values, expected",
    [
        ({"receiver": SIGNATORY}, {("receiver", "self")}),
        ({"receiver": "nobody"}, {("receiver", "account_disabled")}),
        ({"receiver": "vanthusnv"}, {("receiver", "not_of_agency")}),
        ({"start": -3}, {("valid_from", "period_past")}),
        ({"days": -1}, {("valid_to", "period_reversed")}),
        ({"basis": ""}, {("basis", "basis_missing")}),
        ({"mode": "everything"}, {("mode", "choice_unknown")}),
        ({"mode": ""}, {("mode", "field_missing")}),
        ({"document_types": ["novel"]}, {("document_types", "choice_unknown")}),
        ({"basis_document": "0" * 32}, {("basis_document", "document_unknown")}),
        ({"receiver": "leminhanh"}, {("receiver", "capacity_not_allowed")}),
        ({"giver": DEPUTY, "receiver": REVIEWER}, {("receiver", "capacity_not_allowed")}),
        ({"receiver": "nobody", "basis": "", "days": -1}, {
            ("receiver", "account_disabled"), ("basis", "basis_missing"), ("valid_to", "period_reversed")
        }),
    ],
)
def test_refused_with_words(province, clock, values, expected):
    assert codes(**values) == expected


def test_disabled_account(province, clock):
    province["people"][DEPUTY].active = False
    notify(ObjectModifiedEvent(province["people"][DEPUTY]))
    assert codes() == {("receiver", "account_disabled")}


def test_overlapping_and_circular(province, clock):
    delegate()
    assert codes(receiver=REVIEWER) == {("valid_from", "overlapping")}
    assert codes(giver=DEPUTY, receiver=SIGNATORY) == {("receiver", "circular")}
    delegate(start=6, receiver=REVIEWER)


@pytest.mark.parametrize(
    "who, act, allowed",
    [
        ("signatory", "end_delegation", True),
        ("signatory", "revoke_delegation", True),
        ("administrator", "revoke_delegation", True),
        ("deputy", "end_delegation", False),
        ("reviewer", "revoke_delegation", False),
        ("deputy", "decline_delegation", True),
        ("signatory", "decline_delegation", False),
        ("stranger", "end_delegation", False),
    ],
)
def test_who_ends_it(province, clock, cast, who, act, allowed):
    delegation = delegate()
    actor, data = getattr(cast, who), {"reason": "Đã hết thời gian công tác"}
    if allowed:
        actor.does(delegation, act, **data)
        assert getUtility(IDelegations).principals(DEPUTY) == {}
        assert actor.is_refused(delegation, act, **data)[0] == 409
    else:
        assert actor.is_refused(delegation, act, **data)[0] == 403
        assert set(getUtility(IDelegations).principals(DEPUTY)) == {SIGNATORY}


def test_an_administrator_delegates_for_somebody(province, clock, login_as):
    delegation = delegate(by="skhcnqtdv")
    entry = next(IJournal(delegation).entries())
    assert (entry.event, entry.actor, entry.on_behalf) == ("created", "skhcnqtdv", SIGNATORY)


def test_it_is_a_record_of_the_index(province, clock, login_as):
    delegation = delegate()
    with login_as(REVIEWER):
        (row,) = getUtility(IListing).query("delegations.all").rows
        assert row.uid == delegation.UID()
    with login_as("vanthusnv"):
        assert getUtility(IListing).query("delegations.all").total == 0


def test_removing_the_record_ends_it(province, clock):
    delegation = delegate()
    delegation.__parent__._delObject(delegation.getId())
    assert getUtility(IDelegations).principals(DEPUTY) == {}
