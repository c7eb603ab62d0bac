"""Moments of the clock are Vietnam's and can be stored."""

from datetime import date
import pickle
import pytest
from qlvb.content import clock


def test_held_clock_is_vietnams():
    with clock.held(date(2026, 3, 2)):
        assert clock.now().isoformat() == "2026-03-02T08:00:00+07:00"
        assert clock.today() == date(2026, 3, 2)


@pytest.mark.parametrize("protocol", [2, 3])
def test_moments_survive_the_pickle_protocol_of_the_database(protocol):
    moment = clock.now()
    assert pickle.loads(pickle.dumps(moment, protocol)) == moment
