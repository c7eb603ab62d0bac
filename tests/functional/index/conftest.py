"""Committed documents, and the tables below them to spoil."""

from contextlib import contextmanager
from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index import database
import transaction
from zope.component import getUtility


FIELDS = {
    "issuing_body": "Sở Nội vụ",
    "document_symbol": "SNV-VP",
    "issue_date": date(2026, 1, 5),
    "document_type": "official_letter",
}


@pytest.fixture
def make(functional_province):
    """``make(3)`` commits three incoming documents of Sở KH&CN and returns their UIDs."""

    def make(count, agency="skhcn", subject="Văn bản"):
        factory = getUtility(IDocumentFactory)
        made = []
        for number in range(count):
            fields = {**FIELDS, "subject": f"{subject} {number}", "original_number": str(number + 1)}
            made.append(factory.create("IncomingDocument", agency, fields, by=f"vanthu{agency}").UID())
        transaction.commit()
        return made

    return make


@pytest.fixture
def spoil(functional_province):
    """``with spoil() as connection: …`` changes the tables behind the product's back."""

    @contextmanager
    def spoil():
        with database.engine().connect() as connection, connection.begin():
            yield connection

    return spoil
