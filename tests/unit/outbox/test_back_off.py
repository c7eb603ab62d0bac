"""The wait between attempts."""

from datetime import timedelta
import pytest
from qlvb.workflows.outbox.jobs import back_off


@pytest.mark.parametrize(
    "attempts,seconds", [(1, 5), (2, 10), (3, 20), (4, 40), (8, 640), (13, 20480), (14, 21600), (400, 21600)]
)
def test_back_off_doubles_up_to_six_hours(attempts, seconds):
    assert back_off(attempts) == timedelta(seconds=seconds)
