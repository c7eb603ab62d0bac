"""People who look at the work schedule, over HTTP."""

from lxml import html
import pytest
from qlvb.policy.testing import PASSWORD
from served import Session


@pytest.fixture
def visitor(functional_province, request_factory):
    """``visitor("vanthuskhcn")``: a browser's session of that person."""

    def make(userid):
        session = request_factory(basic_auth=(userid, PASSWORD), api=False)
        session.headers["Accept"] = "text/html"
        return session

    return make


@pytest.fixture
def client(functional_province):
    """``client("leminhanh")``: that person's REST session."""
    return lambda userid: Session(functional_province.absolute_url(), userid)


@pytest.fixture
def read():
    """``read(answer)`` -> the page, answered with 200."""

    def read(answer, status=200):
        assert answer.status_code == status, answer.text[:500]
        return html.fromstring(answer.text)

    return read
