"""People who are told something, over HTTP."""

from lxml import html
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.notices.interfaces import INotices
from served import Session
import transaction
from zope.component import getUtility


XSS = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'


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


@pytest.fixture
def letter(functional_province, login_as):
    """A draft of Lê Minh Anh, of which she and a colleague of another agency were told."""
    with login_as("leminhanh"):
        data = {"subject": f"V/v {XSS} nâng cấp"}
        record = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by="leminhanh")
    tell = getUtility(INotices).tell
    tell(["leminhanh", "vuhaiyen"], "returned", record, f"Trả lại: {XSS}", urgent=True)
    tell(["leminhanh"], "turn", None, "Việc không kèm văn bản")
    transaction.commit()
    return record
