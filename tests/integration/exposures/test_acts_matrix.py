"""Who may do what with a case of secret material: acts_matrix.txt, as the service and the page ask it."""

from matrices import read_acts
from pathlib import Path
from plone import api
import pytest
from qlvb.content.exposures.interfaces import STATES
from qlvb.content.violations import Refused
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.exposures.api.secret_reports.services import ACTS
from qlvb.workflows.exposures.api.secret_reports.services import CasesPost
from qlvb.workflows.exposures.browser.case import SecretReport
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.exposures.ending import take_out
from zExceptions import NotFound
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
HEAD, SENDER = "tranduclong", "nguyenthithuha"
#: Column of the file -> (person, where the case is looked at).
PEOPLE = {
    "head": (HEAD, "snv"),
    "sender": (SENDER, "skhcn"),
    "reporter": ("vanthusnv", "snv"),
    "drafter": ("leminhanh", "skhcn"),
    "administrator": ("skhcnqtdv", "skhcn"),
    "system": ("quantri", ""),
    "outsider": ("dangvanphuc", "ubnd-tinh"),
}
REASON = "Có dấu TỐI MẬT của cơ quan ban hành"
PARTIES = ("head", "managing", "sender", "competent")
SENT = {"lift": {"reason": REASON}, "take-out": {"reason": REASON, "password": PASSWORD}, "confirm": {"note": "Công văn số 12"}}
EVERY = ["lift", "take-out", *(f"confirm:{party}" for party in PARTIES)]


@pytest.fixture
def case(arrived, reports):
    return reports("vanthusnv", arrived)[0]


def half_out(case):
    take_out(case, HEAD, REASON, PASSWORD)


def taken_out(case):
    half_out(case)
    take_out(case, SENDER, REASON, PASSWORD)


def lifted(case):
    lift(case, HEAD, False, REASON)


SITUATIONS = {"open": lambda case: None, "half_out": half_out, "lifted": lifted, "taken_out": taken_out}


def on_the_page(site, case, place):
    """What the page of the case offers the current user: set; nothing where the agency has nothing to do with it."""
    request = getRequest()
    request.form["case"] = case.id
    page = SecretReport(site[place] if place else site, request)
    try:
        assert page.case is case
    except NotFound:  # of no concern to the agency
        return set()
    offered = {"lift": page.may_lift, "take-out": bool(page.mine)}
    return {name for name, shown in offered.items() if shown} | {f"confirm:{one['key']}" for one in page.parties() if one["may"]}


def refused(site, case, place, act):
    """Status with which the service refuses the current user (int); None when nothing stands against it."""
    act, _colon, party = act.partition(":")
    service = CasesPost()
    service.context, service.request = site[place] if place else site, getRequest()
    service.path = (case.id, act)
    service.body = lambda: {**SENT[act], **({"party": party} if party else {})}
    try:
        service.answer()
    except Refused as caught:
        return caught.status
    return None


def test_every_state_and_act_is_in_the_file():
    assert {situation for situation, _act in MATRIX} == set(SITUATIONS) >= set(STATES)
    assert {act for _situation, act in MATRIX} == set(EVERY) and {one.partition(":")[0] for one in EVERY} == set(ACTS)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_who_may_do_what(province, case, login_as, situation):
    SITUATIONS[situation](case)
    for column, (userid, place) in PEOPLE.items():
        may = {act for act in EVERY if column in MATRIX.get((situation, act), ())}
        with login_as(userid):
            assert on_the_page(province, case, place) & set(EVERY) == may, column
            sees = api.user.has_permission("qlvb: View secret reports", obj=province[place] if place else province)
            assert sees or not may, column
            statuses = {act: refused(province, case, place, act) for act in EVERY if act not in may}
        assert set(statuses.values()) <= {403, 404, 409}, (column, statuses)
        assert case.state == (situation if situation in STATES else "open")


@pytest.mark.parametrize(("column", "act"), [(column, act) for (name, act), columns in MATRIX.items() if name == "open" for column in sorted(columns)])
def test_what_is_offered_is_done(province, case, login_as, column, act):
    userid, place = PEOPLE[column]
    with login_as(userid):
        assert refused(province, case, place, act) is None
