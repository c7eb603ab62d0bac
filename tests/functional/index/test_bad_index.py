"""The index out of reach: pages and services say so with status 503, nothing is changed, and nothing leaks."""

from contextlib import contextmanager
from documentation.examples import FIELDS
from html import unescape
from plone import api
import pytest
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.tables import about
from qlvb.content.index.verifying import verify
from qlvb.policy.testing import PASSWORD
import requests
from served import Session
from sqlalchemy import text
from sqlalchemy import update
import sqlite3
import transaction


PAGES = (
    "",
    "@@todo",
    "@@worklist?box=incoming.all",
    "@@worklist?box=outgoing.all",
    "@@qlvb-search?q=van+ban",
)
SERVICES = ("@worklist?box=incoming.all",)
INCOMING = {
    "@type": "IncomingDocument",
    "subject": "V/v gửi khi chỉ mục hỏng",
    "issuing_body": "Sở Nội vụ",
    "document_symbol": "SNV-VP",
    "original_number": "77",
    "issue_date": "2026-01-05",
    "document_type": "official_letter",
}


def file():
    return database.file_of("plone")


@contextmanager
def missing():
    database.dispose()
    kept = file().rename(file().with_suffix(".kept"))
    yield "index_missing"
    kept.rename(file())


@contextmanager
def corrupt():
    database.dispose()
    before = file().read_bytes()
    file().write_bytes(b"\0" * 8192)
    yield "index_broken"
    _put_back(before)


@contextmanager
def truncated():
    """As after a disk that ran full: the beginning is right, the rest is not there."""
    _checkpoint()
    before = file().read_bytes()
    file().write_bytes(before[: len(before) // 3])
    yield "index_broken"
    _put_back(before)


@contextmanager
def empty():
    _checkpoint()
    before = file().read_bytes()
    file().write_bytes(b"")
    schema.forget_checks()
    yield "index_missing"
    _put_back(before)


@contextmanager
def old_revision():
    with changed(
        text("UPDATE alembic_version SET version_num = '0000'"), text("UPDATE alembic_version SET version_num = :now")
    ):
        yield "index_outdated"


@contextmanager
def foreign():
    here = update(about).where(about.c.name == "site")
    with changed(here.values(value="another"), here.values(value=schema.site_key())):
        yield "index_foreign"


@contextmanager
def changed(before, after):
    with database.engine().begin() as connection:
        connection.execute(before)
    schema.forget_checks()
    yield
    with database.engine().begin() as connection:
        connection.execute(after, {"now": schema.HEAD} if ":now" in str(after) else {})
    schema.forget_checks()


def _checkpoint():
    with database.engine().connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.dispose()


def _put_back(content):
    database.dispose()
    for end in ("-wal", "-shm"):
        file().with_name(file().name + end).unlink(missing_ok=True)
    file().write_bytes(content)
    schema.forget_checks()


@pytest.fixture(params=[missing, corrupt, truncated, empty, old_revision, foreign], ids=lambda way: way.__name__)
def bad(request, make):
    """The code of the refusal, while the index is bad in one of these ways."""
    make(2)
    with request.param() as code:
        yield code
    assert verify().differences == []


@pytest.fixture
def visitor(functional_province):
    session = requests.Session()
    session.auth = ("leminhanh", PASSWORD)
    session.headers.update({"Accept": "text/html", "Accept-Language": "vi"})
    return session


@pytest.fixture
def client(functional_province):
    return Session(functional_province.absolute_url(), "vanthuskhcn")


def documents():
    transaction.abort()
    catalogue = api.portal.get_tool("portal_catalog")
    return len(catalogue.unrestrictedSearchResults(portal_type=["IncomingDocument", "OutgoingDocument"]))


def assert_told(answer, code):
    assert answer.status_code == 503, (answer.url, answer.status_code, answer.text[:500])
    assert answer.json()["error"]["type"] == code
    assert answer.json()["error"]["violations"][0]["message"]


def test_pages_say_it_in_the_frame_of_the_product(bad, visitor, functional_province, caplog):
    for page in PAGES:
        answer = visitor.get(f"{functional_province.absolute_url()}/{page}")
        shown = unescape(answer.text)
        assert answer.status_code == 503, page
        assert "ảng chỉ mục" in shown, page
        assert 'id="qlvb-' in shown or 'class="qlvb-' in shown, page
        for word in ("Traceback", "sqlite", "sqlalchemy", str(file().parent), "Văn bản 0"):
            assert word not in shown, (page, word)
    assert bad in caplog.text


def test_services_answer_in_the_shape_of_refusals(bad, client, caplog):
    for service in SERVICES:
        answer = client.get(service)
        assert_told(answer, bad)
        assert f"{service.partition('?')[0]}: :{bad}" in caplog.text
        assert "Traceback" not in answer.text and "sqlite" not in answer.text


def test_what_writes_changes_nothing(bad, client):
    before = documents()
    answer = client.post("skhcn/@documents", json=INCOMING)
    assert_told(answer, bad)
    outgoing = Session(client.site_url, "leminhanh").post("skhcn/@documents", json=FIELDS)
    assert_told(outgoing, bad)
    assert documents() == before


def test_what_lies_in_the_zodb_alone_is_shown(bad, visitor, functional_province):
    """The menus go without numbers."""
    answer = visitor.get(f"{functional_province.absolute_url()}/skhcn/incoming")
    assert answer.status_code == 200
    assert "Văn bản đến" in unescape(answer.text)


def test_locked_for_long_writers_are_told_and_readers_go_on(make, client, monkeypatch):
    make(2)
    database.dispose()
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    before = documents()
    other = sqlite3.connect(file(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert_told(client.post("skhcn/@documents", json=INCOMING), "index_busy")
    assert client.get("@worklist?box=incoming.all").json()["items_total"] == 2
    other.execute("ROLLBACK")
    other.close()
    assert documents() == before
    assert client.post("skhcn/@documents", json=INCOMING).status_code == 201
    assert verify().differences == []


def test_a_full_disk_aborts_both(make, client):
    make(1)
    before = documents()
    with database.engine().connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    database.dispose()
    with full_disk(pages):
        for number in range(40):
            answer = client.post("skhcn/@documents", json={**INCOMING, "original_number": f"{number}"})
            if answer.status_code != 201:
                break
            before += 1
        assert_told(answer, "index_unwritable")
    assert documents() == before
    assert verify().differences == []


@contextmanager
def full_disk(pages):
    """Connections that are made in the block may not let the file grow."""
    before = database._PRAGMAS
    database._PRAGMAS = (*before, f"max_page_count={pages}")
    yield
    database._PRAGMAS = before
    database.dispose()
