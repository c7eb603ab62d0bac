"""Live sites, one per storage and run: created once, shared by the tests that need a real server and worker."""

from contextlib import ExitStack
import json
from live.postgresql import Server
from live.site import LiveSite
import pytest
import time


PATIENCE = 600  # seconds


@pytest.fixture(autouse=True, scope="session")
def keep_layer():
    """A live site is a process of its own: the layer of the folder above is not needed here."""


@pytest.fixture(scope="session")
def office_stays():
    """The worker of each site has its own."""


@pytest.fixture(scope="session")
def live_sqlite(tmp_path_factory):
    with LiveSite(tmp_path_factory.mktemp("live-sqlite")) as site:
        yield site


@pytest.fixture(scope="session")
def live_demonstration(tmp_path_factory):
    """A site with the demonstration's newest documents, in every state that they have."""
    with LiveSite(tmp_path_factory.mktemp("live-demonstration"), documents=30) as site:
        yield site


@pytest.fixture(scope="session")
def live_postgresql(tmp_path_factory):
    with Server() as server:
        with LiveSite(tmp_path_factory.mktemp("live-postgresql"), dsn=server.database("qlvb")) as site:
            yield site


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def live(request):
    """The site on each storage in turn."""
    return request.getfixturevalue(f"live_{request.param}")


@pytest.fixture
def beside(live):
    """``beside("live.archiving")`` is a process with the site of its own: called without an argument it says what it
    has prepared, with a line what became of that.
    """
    with ExitStack() as stack:

        def start(module):
            process = live.beside(module, "qlvb")
            stack.enter_context(process)
            stack.callback(process.kill)

            def said(line=""):
                process.stdin.write(line)
                process.stdin.flush()
                return json.loads(process.stdout.readline())

            return said

        yield start


@pytest.fixture
def soon():
    """``soon(what)`` waits until what() holds: looks at once and often, as what is waited for is over in a moment; with
    ``every`` (seconds) more seldom. A new worker on a busy machine comes late.
    """

    def soon(what, every=0.02):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if what():
                return
            time.sleep(every)
        raise AssertionError("it did not come to this")

    return soon
