"""Live sites, one per storage and run: created once, shared by the tests that need a real server and worker."""

from live.postgresql import Server
from live.site import LiveSite
import pytest


@pytest.fixture(autouse=True, scope="session")
def keep_layer():
    """A live site is a process of its own: the layer of the folder above is not needed here."""


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
