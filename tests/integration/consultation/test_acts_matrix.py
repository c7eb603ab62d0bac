"""Who may do which act on a request for an opinion in which situation: acts_matrix.txt, on the screen and over REST."""

from delegated import delegate
from matrices import acts_of
from matrices import link_buttons
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_story import DRAFTER
from pathlib import Path
import pytest
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IConsultations
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
LEADER, CLERK, SPECIALIST, STAND_IN = "tranduclong", "vanthusnv", "vuhaiyen", "phangiakhanh"
#: Column of the file -> person; the asker is the drafter in the agency that asks.
PEOPLE = {
    "leader": LEADER,
    "clerk": CLERK,
    "specialist": SPECIALIST,
    "stand_in": STAND_IN,
    "asker": DRAFTER,
    "outsider": "vanthuskhcn",
    "manager": "quantri",
}


def waiting(request, asked, cast, person):
    pass


def delegated(request, asked, cast, person):
    delegate(LEADER, STAND_IN, agency="snv", mode="review")


def assisted(request, asked, cast, person):
    delegate(LEADER, STAND_IN, agency="snv", mode="assist")


def assigned(request, asked, cast, person):
    person(CLERK).does(request, "assign_opinion", person=SPECIALIST)


def prepared(request, asked, cast, person):
    assigned(request, asked, cast, person)
    person(SPECIALIST).does(request, "prepare_agency_opinion", answer="agree")


def answered(request, asked, cast, person):
    person(LEADER).does(request, "send_opinion", answer="agree")


def closed(request, asked, cast, person):
    cast.drafter.does(asked, "end_consultation")


def withdrawn(request, asked, cast, person):
    cast.drafter.does(asked, "withdraw_consultation", reason="Dự thảo phải viết lại")


SITUATIONS = (waiting, delegated, assisted, assigned, prepared, answered, closed, withdrawn)


@pytest.fixture
def asked(draft, cast):
    cast.drafter.does(draft, "consult", agencies=["snv"], working_days=5, question="Về thời hạn")
    return draft


@pytest.fixture
def request_(asked):
    return request_of(IConsultations(asked).current().opinions[0])


def test_every_act_is_in_the_file(request_):
    assert acts_of(request_) == {act for _situation, act in MATRIX}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(request_, asked, cast, person, login_as, situation):
    situation(request_, asked, cast, person)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(request_, PEOPLE, login_as) == may
    refuse_the_others(request_, may, PEOPLE, login_as)
    show_alike(request_, may, PEOPLE, login_as, getRequest(), link_buttons)
