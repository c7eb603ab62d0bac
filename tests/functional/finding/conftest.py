"""Incoming documents of Sở KH&CN, and people who look for them over HTTP."""

from lxml import html
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.policy.testing import PASSWORD
from served import Session
import transaction
from zope.component import getUtility


XSS = '<script>alert(1)</script> "><img src=x onerror=alert(1)> đôn đốc'


@pytest.fixture
def papers(functional_province, login_as):
    """Thirty documents, one of which holds markup."""
    factory = getUtility(IDocumentFactory)
    for number in range(1, 31):
        data = {
            "subject": XSS if number == 30 else f"V/v đôn đốc góp ý dự thảo số {number}",
            "issuing_body": "Sở Nội vụ" if number % 3 else "Sở Tài chính <b>",
            "document_symbol": "SNV-VP",
            "original_number": str(number),
            "document_type": "official_letter" if number % 2 else "report",
            "urgency": "express" if number == 7 else "normal",
            "note": "<i>ghi chú</i> thủy lợi" if number == 30 else "",
        }
        with login_as("vanthuskhcn"):
            factory.create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    transaction.commit()


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
def post(read):
    """``post(session, page, form)``: send the first form of ``page`` whose action ends so, with some fields changed."""

    def post(session, page, action, **changes):
        form = next(form for form in page.forms if form.action.endswith(action))
        fields = [(name, value) for name, value in form.form_values() if name not in changes]
        for name, value in changes.items():
            fields += [(name, one) for one in (value if isinstance(value, list) else [value]) if one is not None]
        return session.post(form.action, data=fields)

    return post
