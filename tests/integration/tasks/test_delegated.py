"""A delegation is one of documents (workflows 3.6): tasks stay with those to whom they were given."""

from datetime import timedelta
from given_tasks import listed
import pytest
from qlvb.content.clock import today
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility


GIVER, RECEIVER = "phamquochuy", "leminhanh"


@pytest.mark.parametrize("mode", ["review", "assist"])
def test_tasks_are_not_passed_on(tasks, task, login_as, mode):
    values = {
        "giver": GIVER,
        "receiver": RECEIVER,
        "valid_from": today(),
        "valid_to": today() + timedelta(days=3),
        "mode": mode,
        "basis": "09/GUQ-SKHCN",
    }
    create_delegation("skhcn", values, GIVER)
    assert getUtility(IDelegations).covering(RECEIVER, task) == []
    assert getUtility(IDelegations).standing_in(task, [GIVER]) == []
    with login_as(RECEIVER):
        assert listed("tasks.to_accept", RECEIVER) == []
    with pytest.raises(Refused) as refused:
        tasks.do(task, "accept_task", RECEIVER)
    assert refused.value.status == 403 and state_of(task) == "assigned"
    tasks.do(task, "accept_task", GIVER)
    assert state_of(task) == "in_progress"
