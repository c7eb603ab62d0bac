"""The wait before a second try is short, and the publisher takes it from the request."""

import pytest
from qlvb.content.storage import retries
from types import SimpleNamespace
from ZPublisher.pubevents import PubFailure


@pytest.fixture
def waited(monkeypatch):
    waits = []
    monkeypatch.setattr(retries, "sleep", waits.append)
    return waits


@pytest.mark.parametrize("attempt", range(10))
def test_a_second_try_comes_soon(waited, attempt):
    request = SimpleNamespace(retry_count=attempt)
    retries.retry_soon(PubFailure(request, (None, None, None), True))
    request.delay_retry()
    assert 0 <= waited[0] <= retries.longest_wait(attempt) <= retries.LONGEST


def test_a_request_that_is_not_run_again_is_left_alone():
    request = SimpleNamespace(retry_count=0)
    retries.retry_soon(PubFailure(request, (None, None, None), False))
    assert not hasattr(request, "delay_retry")
