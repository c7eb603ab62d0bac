"""Committed documents, and the tables below them to spoil."""

from contextlib import contextmanager
from datetime import date
from live.postgresql import Server
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index import database
from sqlalchemy import create_engine
import transaction
from uuid import uuid4
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


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL of the tests' own."""
    with Server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def connection(request, tmp_path):
    """An empty database of either kind, in a transaction."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path}/index.sqlite3")
    else:
        server, name = request.getfixturevalue("server"), f"tables_{uuid4().hex}"
        server.database(name)
        engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/{name}")
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()
