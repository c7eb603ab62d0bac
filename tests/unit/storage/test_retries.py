"""The wait before a second try is short, and the publisher takes it from the request."""

from pathlib import Path
import pytest
from qlvb.content.storage import retries
import re
from types import SimpleNamespace
from ZPublisher.pubevents import PubFailure


@pytest.fixture
def waited(monkeypatch):
    waits = []
    monkeypatch.setattr(retries, "sleep", waits.append)
    return waits


@pytest.mark.parametrize("attempt", range(20))
def test_a_second_try_comes_soon(waited, attempt):
    request = SimpleNamespace(retry_count=attempt)
    retries.retry_soon(PubFailure(request, (None, None, None), True))
    request.delay_retry()
    assert 0 <= waited[0] <= retries.longest_wait(attempt) <= retries.LONGEST


def test_a_request_that_is_not_run_again_is_left_alone():
    request = SimpleNamespace(retry_count=0)
    retries.retry_soon(PubFailure(request, (None, None, None), False))
    assert not hasattr(request, "delay_retry")


def test_nobody_is_sent_away_before_ten_seconds_have_gone():
    """As many tries as the instance is given, each after half of its longest wait."""
    profile = (Path(__file__).parents[3] / "profiles" / "base.cfg").read_text()
    tries = int(re.search(r"max-conflict-retries (\d+)", profile)[1])
    assert sum(map(retries.longest_wait, range(tries))) / 2 >= 10
