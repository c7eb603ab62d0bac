"""The integration layer stays up from the first test of this folder to the end of the run; documents for lists."""

import clamav
from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from sparing import letters_are_not_recognised  # noqa: F401
from sparing import office_stays  # noqa: F401
from zope.component import getUtility


@pytest.fixture(autouse=True, scope="session")
def keep_layer(integration_session):
    """Set up once, not once per test."""
    return integration_session


@pytest.fixture(scope="session")
def clamd(tmp_path_factory):
    """Path of the socket of a ClamAV that knows EICAR alone."""
    with clamav.running(tmp_path_factory.mktemp("clamd")) as where:
        yield where


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
