"""Committed documents with files, and a key for checkpoints."""

from datetime import date
from made_files import pdf
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
import transaction
from zope.component import getUtility


FIELDS = {
    "issuing_body": "Sở Nội vụ",
    "document_symbol": "SNV-VP",
    "issue_date": date(2026, 1, 5),
    "document_type": "official_letter",
}


@pytest.fixture(autouse=True)
def audit_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path / "keys"))
    monkeypatch.delenv("QLVB_TSA_URL", raising=False)
    return tmp_path / "keys"


@pytest.fixture
def site(functional_province):
    """The site with three committed documents, a file each."""
    factory = getUtility(IDocumentFactory)
    for number in range(3):
        fields = {**FIELDS, "subject": f"Văn bản {number}", "original_number": str(number + 1)}
        document = factory.create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
        IFileStore(document).add("original", f"tep-{number}.pdf", pdf(number + 1), by="vanthuskhcn")
    transaction.commit()
    return functional_province


@pytest.fixture
def documents(site):
    """The three documents, in order."""
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type="IncomingDocument")
    return sorted((brain._unrestrictedGetObject() for brain in brains), key=lambda document: document.subject)
