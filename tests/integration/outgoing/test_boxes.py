"""In whose lists a document sits, state by state."""

from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import take_to
import pytest
from qlvb.content import clock
from qlvb.content.index.interfaces import IListing
from qlvb.workflows.outgoing.boxes import RouteFacts
from qlvb.workflows.outgoing.boxes import RouteTokens
from zope.component import getUtility


CLERKS = "skhcn.clerk"
EXPECTED = {
    "draft": {f"outgoing.drafts|{DRAFTER}"},
    "in_review": {f"outgoing.to_review|{REVIEWER}"},
    "returned": {f"outgoing.returned|{DRAFTER}", f"outgoing.to_rework|{REVIEWER}"},
    "to_sign": {
        f"outgoing.to_review|{SIGNATORY}",
        f"outgoing.to_sign|{SIGNATORY}",
        f"outgoing.with_other_leader|{REVIEWER}",
    },
    "to_issue": {
        f"outgoing.to_number|{CLERKS}",
        f"outgoing.at_clerk|{REVIEWER}",
        f"outgoing.at_clerk|{SIGNATORY}",
        f"outgoing.signed_by_me|{SIGNATORY}",
    },
    "numbered": {
        f"outgoing.to_seal|{CLERKS}",
        f"outgoing.at_clerk|{REVIEWER}",
        f"outgoing.at_clerk|{SIGNATORY}",
        f"outgoing.signed_by_me|{SIGNATORY}",
    },
    "sealed": {
        f"outgoing.to_send|{CLERKS}",
        f"outgoing.at_clerk|{REVIEWER}",
        f"outgoing.at_clerk|{SIGNATORY}",
        f"outgoing.signed_by_me|{SIGNATORY}",
    },
    "issued": {
        f"outgoing.issued|{DRAFTER}",
        f"outgoing.issued|{REVIEWER}",
        f"outgoing.issued|{SIGNATORY}",
        f"outgoing.issued|{CLERK}",
        f"outgoing.issued|{CLERKS}",
        f"outgoing.signed_by_me|{SIGNATORY}",
    },
    "cancelled": set(),
}
#: States in which the drafter follows his document on its way.
UNDER_WAY = ("in_review", "to_sign", "to_issue", "numbered", "sealed")


@pytest.mark.parametrize("state", EXPECTED)
def test_tokens(draft, cast, sent, state):
    take_to(draft, cast, state)
    expected = EXPECTED[state] | {f"outgoing.mine|{DRAFTER}"}
    if state in UNDER_WAY:
        expected |= {f"outgoing.under_way|{DRAFTER}"}
    if state == "issued":
        expected |= {f"outgoing.issued_today|{CLERKS}|{clock.today().toordinal()}"}
    assert set(RouteTokens(draft).tokens()) == expected


def test_facts_name_the_holder(draft, cast):
    take_to(draft, cast, "to_sign")
    facts = RouteFacts(draft).facts()
    assert facts["holders"] == [SIGNATORY] and facts["signing"] is True


def test_lists_follow_the_acts(draft, cast, login_as):
    listing = getUtility(IListing)
    take_to(draft, cast, "in_review")
    with login_as(REVIEWER):
        assert listing.counts(["outgoing.to_review"]) == {"outgoing.to_review": 1}
    with login_as(DRAFTER):
        counts = listing.counts(["outgoing.to_review", "outgoing.drafts"])
        assert counts == {"outgoing.to_review": 0, "outgoing.drafts": 0}
    cast.reviewer.does(draft, "approve")
    with login_as(REVIEWER):
        assert listing.counts(["outgoing.to_review"]) == {"outgoing.to_review": 0}
    cast.signatory.does(draft, "sign", capacity="direct")
    with login_as(CLERK):
        assert [row.url for row in listing.query("outgoing.to_number").rows] == [draft.absolute_url()]
