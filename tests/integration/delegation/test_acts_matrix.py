"""Who may do which act on a delegation in which situation: acts_matrix.txt, on the screen and over REST."""

from delegated import delegate
from matrices import acts_of
from matrices import link_buttons
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from pathlib import Path
import pytest
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
GIVER = "phamquochuy"
#: Column of the file -> person; the leader is one above the giver.
PEOPLE = {
    "giver": GIVER,
    "receiver": DRAFTER,
    "leader": DEPUTY,
    "clerk": "vanthuskhcn",
    "archivist": "hoangvanluu",
    "administrator": "skhcnqtdv",
    "outsider": "tranduclong",
    "manager": "quantri",
}
REASON = "Đã hết thời gian công tác"
#: Situation -> (day of its beginning from today, (column, act) that ended it).
SITUATIONS = {
    "to_come": (3, None),
    "under_way": (0, None),
    "ended": (0, ("giver", "end_delegation")),
    "revoked": (0, ("administrator", "revoke_delegation")),
    "declined": (0, ("receiver", "decline_delegation")),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_who_may_do_what(province, clock, person, login_as, situation):
    start, ending = SITUATIONS[situation]
    delegation = delegate(GIVER, DRAFTER, start=start, mode="review")
    if ending:
        person(PEOPLE[ending[0]]).does(delegation, ending[1], reason=REASON)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation}
    assert who_may(delegation, PEOPLE, login_as) == may
    refuse_the_others(delegation, may, PEOPLE, login_as)
    show_alike(delegation, may, PEOPLE, login_as, getRequest(), link_buttons)


def test_every_act_is_in_the_file(province, clock):
    assert acts_of(delegate(GIVER, DRAFTER, mode="review")) == {act for _situation, act in MATRIX}
