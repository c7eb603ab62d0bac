"""The link with the one-stop system, switched on, and its server."""

from onestop_story import ACCOUNT
from onestop_story import submission
from onestop_system import OneStopSystem
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from plone import api
from province_system import TOKEN
import pytest
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.onestop.incoming import take_submission
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility


@pytest.fixture(scope="module")
def server():
    system = OneStopSystem()
    yield system
    system.stop()


@pytest.fixture
def system(server):
    """The one-stop system, well behaved until told otherwise."""
    server.behaviour = "confirm"
    server.requests.clear()
    server.files.clear()
    server.released.clear()
    return server


@pytest.fixture
def link(province, clock, keys, registers, system, tmp_path, monkeypatch):  # noqa: F811  fixtures by their names
    """The link, switched on for Sở KH&CN."""
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    api.user.create(email="motcua@sonhai.example", username=ACCOUNT, password=PASSWORD)
    found = getUtility(IOneStopLink)
    found.change(
        {"enabled": True, "address": system.address, "account": ACCOUNT, "token": TOKEN, "units": ["skhcn"]}
    )
    return found


class OneStop:
    """What the one-stop system says, and the worker does."""

    def __init__(self, login_as, portal):
        self.login_as = login_as
        self.portal = portal

    def submits(self, **changes):
        """The document."""
        with self.login_as(ACCOUNT):
            return take_submission(submission(**changes), ACCOUNT, self.portal)

    def does(self, document, act, **data):
        with self.login_as(ACCOUNT):
            return IActs(document).perform(act, data)

    def work(self):
        """Let the worker do what is due."""
        return getUtility(IRunner).run_pending()


@pytest.fixture
def onestop(link, login_as, portal):
    return OneStop(login_as, portal)
