"""Documents with places of their own, so that lists are tested without the workflows."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.interfaces import IDocument
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IDocument)
class NoteTokens:
    """Reads the tokens from the document's note, in which the test put them."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        return (self.record.note or "").split()


@pytest.fixture
def tokens_from_notes():
    manager = getGlobalSiteManager()
    manager.registerAdapter(NoteTokens, name="test")
    yield
    manager.unregisterAdapter(NoteTokens, name="test")


@pytest.fixture
def make(province, tokens_from_notes):
    """``make(subject, tokens, **fields)`` -> an incoming document of Sở KH&CN that everybody may view."""

    def make(subject, tokens="", **fields):
        data = {
            "subject": subject,
            "note": tokens,
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
