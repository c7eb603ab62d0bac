"""Documents with places of their own, so that lists are tested without the workflows."""

import pytest
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.interfaces import IDocument
from zope.component import adapter
from zope.component import getGlobalSiteManager
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
def make(make, tokens_from_notes):
    """``make(subject, tokens, **fields)`` -> an incoming document of Sở KH&CN that everybody may view."""
    return lambda subject, tokens="", **fields: make(subject, note=tokens, **fields)
