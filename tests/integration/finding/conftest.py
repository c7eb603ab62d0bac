"""Documents that everybody may view, and the people of the story."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from zope.component import getUtility


@pytest.fixture
def make(province):
    """``make(subject, **fields)`` -> an incoming document of Sở KH&CN that everybody may view."""

    def make(subject, **fields):
        data = {
            "subject": subject,
            "issuing_body": "Sở Nội vụ",
            "document_symbol": "SNV-VP",
            "original_number": "12",
            "issue_date": date(2026, 1, 5),
            "document_type": "official_letter",
        }
        document = getUtility(IDocumentFactory).create(
            "IncomingDocument", "skhcn", {**data, **fields}, by="vanthuskhcn"
        )
        for permission in ("View", "Access contents information"):
            document.manage_permission(permission, ["Authenticated", "Manager"], 0)
        document.reindexObjectSecurity()
        return document

    return make
