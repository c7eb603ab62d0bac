"""Sessions of web pages and of REST."""

from lxml import html
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
import transaction
from zope.component import getUtility


@pytest.fixture
def arrived(functional_province, login_as):
    """A document that waits for the clerk of Sở KH&CN."""
    data = {"subject": "V/v mời họp", "issuing_body": "Sở Nội vụ", "document_symbol": "SNV-VP", "document_type": "invitation"}
    with login_as("vanthuskhcn"):
        document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    transaction.commit()
    return document


@pytest.fixture
def page(visitor):
    """``page("leminhanh", "@@desk")``: what his browser gets."""

    def get(userid, path, status=200):
        answer = visitor(userid).get(path)
        assert answer.status_code == status, answer.text[:500]
        return html.fromstring(answer.text)

    return get
