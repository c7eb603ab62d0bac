"""The link with the one-stop system, switched on, and its server."""

from linked import served
from linked import switched_on
from onestop_story import ACCOUNT
from onestop_story import OneStop
from onestop_system import OneStopSystem
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
import pytest
from qlvb.workflows.onestop.interfaces import IOneStopLink


@pytest.fixture(scope="module")
def server():
    yield from served(OneStopSystem)


@pytest.fixture
def system(server):
    """The one-stop system, well behaved until told otherwise."""
    server.reset()
    return server


@pytest.fixture
def link(province, clock, keys, registers, system, tmp_path, monkeypatch):  # noqa: F811  fixtures by their names
    """The link, switched on for Sở KH&CN."""
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    return switched_on(IOneStopLink, ACCOUNT, system, units=["skhcn"])


@pytest.fixture
def onestop(link, login_as, portal):
    return OneStop(login_as, portal)
