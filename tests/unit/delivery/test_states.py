"""A delivery never goes back."""

import pytest
from qlvb.workflows.delivery.interfaces import DELIVERY_STATES
from qlvb.workflows.delivery.interfaces import NOTED_STATES
from qlvb.workflows.delivery.interfaces import STATUS_CODES
from qlvb.workflows.delivery.states import RANK
from qlvb.workflows.delivery.states import STATE_TITLES
from qlvb.workflows.delivery.states import may_follow


@pytest.mark.parametrize(
    "old,new,allowed",
    [
        ("queued", "sent", True),
        ("queued", "failed", True),
        ("failed", "sent", True),
        ("sent", "failed", False),
        ("manual", "sent", True),
        ("sent", "arrived", True),
        ("sent", "refused", True),
        ("arrived", "refused", True),
        ("accepted", "refused", False),
        ("arrived", "accepted", True),
        ("arrived", "finished", True),
        ("accepted", "arrived", False),
        ("in_progress", "assigned", False),
        ("in_progress", "finished", True),
        ("finished", "in_progress", False),
        ("refused", "accepted", False),
        ("arrived", "arrived", False),
        ("finished", "recalled", True),
        ("manual", "recalled", True),
        ("refused", "recalled", False),
        ("failed", "recalled", False),
        ("recalled", "finished", False),
    ],
)
def test_may_follow(old, new, allowed):
    assert may_follow(old, new) is allowed


def test_every_state_is_known_everywhere():
    assert set(RANK) == set(DELIVERY_STATES)
    assert set(STATE_TITLES) == {*DELIVERY_STATES, *NOTED_STATES} >= set(STATUS_CODES)
