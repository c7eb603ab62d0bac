"""The functional layer stays up from the first test of this folder to the end of the run; sessions of its people."""

from lxml import html
import pytest
from qlvb.policy.testing import PASSWORD
from served import Session
from sparing import letters_are_not_recognised  # noqa: F401
from sparing import office_stays  # noqa: F401


@pytest.fixture(autouse=True, scope="session")
def keep_layer(functional_session):
    """Set up once, not once per test."""
    return functional_session


@pytest.fixture
def client(functional_province):
    """``client("leminhanh")``: that person's REST session."""
    sessions = {}

    def of(userid):
        if userid not in sessions:
            sessions[userid] = Session(functional_province.absolute_url(), userid)
        return sessions[userid]

    yield of
    for session in sessions.values():
        session.close()


@pytest.fixture
def visitor(functional_province, request_factory):
    """``visitor("vanthuskhcn")``: a browser's session of that person; without a name of nobody."""

    def make(userid=None):
        session = request_factory(basic_auth=(userid, PASSWORD) if userid else None, api=False)
        session.headers["Accept"] = "text/html"
        return session

    return make


@pytest.fixture
def read():
    """``read(answer)`` -> the page, answered with 200."""

    def read(answer, status=200):
        assert answer.status_code == status, answer.text[:500]
        return html.fromstring(answer.text)

    return read
