"""The index and the ZODB change together, in one order of locks; what falls between the two is found."""

from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.CMFCore.indexing import processQueue
import pytest
from qlvb.content.index import database
from qlvb.content.index import pending
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.renewing import renew
from qlvb.content.index.tables import records
from qlvb.content.index.verifying import verify
from sqlalchemy import select
from sqlalchemy.engine import Transaction
import sqlite3
from Testing.makerequest import makerequest
from threading import Event
from threading import Thread
import transaction
from transaction._transaction import rm_key
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.component.hooks import setSite


@pytest.fixture
def document(make):
    """A committed document."""
    return uuidToObject(make(1)[0], unrestricted=True)


def subjects():
    with database.engine().connect() as connection:
        return list(connection.scalars(select(records.c.subject)))


def change(document, subject):
    document.subject = subject
    document.reindexObject()


def test_the_index_votes_after_the_storage(document):
    change(document, "Mới")
    processQueue()
    managers = sorted(transaction.get()._resources, key=rm_key)
    assert isinstance(managers[-1], pending.Pending)
    assert document._p_jar in managers[:-1]


def test_an_abort_leaves_neither(document):
    before = subjects()
    change(document, "Bỏ")
    transaction.abort()
    assert subjects() == before
    assert verify().differences == []


def test_what_a_savepoint_takes_back_is_not_said(document):
    change(document, "Giữ")
    savepoint = transaction.savepoint()
    change(document, "Bỏ")
    getUtility(IListing).count(Question())
    savepoint.rollback()
    transaction.commit()
    assert subjects() == ["Giữ"]
    assert verify().differences == []


def test_savepoints_are_rolled_back_past_what_was_read(document):
    """An act reads lists, begins to work, is refused and takes back what it did."""
    getUtility(IListing).count(Question())
    savepoint = transaction.savepoint(optimistic=True)
    change(document, "Bỏ")
    getUtility(IListing).count(Question())
    savepoint.rollback()
    assert getUtility(IListing).count(Question()) == 0
    transaction.commit()
    assert subjects() == ["Văn bản 0"]


def test_a_slow_job_takes_nothing_back(document):
    """A job that began before an act and ends after it: its row would be older than what it replaces."""
    uid = document.UID()
    began, acted = Event(), Event()
    failures = []

    def job(site_path, database):
        connection = database.open()
        try:
            app = connection.root()["Application"]
            site = makerequest(app).unrestrictedTraverse(site_path)
            setSite(site)
            with api.env.adopt_roles(["Manager"]):
                record = site.unrestrictedTraverse(path)
                renew(record, content=True)
                processQueue()
                began.set()
                acted.wait(30)
                transaction.commit()
        except ConflictError as error:
            failures.append(error)
        finally:
            transaction.abort()
            setSite(None)
            connection.close()

    site = api.portal.get()
    path = "/".join(document.getPhysicalPath())
    worker = Thread(target=job, args=("/".join(site.getPhysicalPath()), document._p_jar.db()))
    worker.start()
    assert began.wait(30)
    change_state(document)
    transaction.commit()
    acted.set()
    worker.join()
    assert len(failures) == 1
    assert uuidToObject(uid, unrestricted=True).workflow_history
    assert verify().differences == []


def change_state(document):
    """A change of state writes the history of the workflow, which is an object of its own."""
    (workflow,) = document.workflow_history
    last = document.workflow_history[workflow][-1]
    document.workflow_history[workflow] = (*document.workflow_history[workflow], {**last, "review_state": "returned"})
    document.reindexObject(idxs=["review_state"])


def test_a_storage_that_refuses_takes_the_index_along(document):
    before = subjects()
    change(document, "Từ chối")

    class Refusing:
        transaction_manager = transaction.manager

        def sortKey(self):
            return "~~~ after the index"

        def tpc_begin(self, _transaction):
            pass

        commit = tpc_finish = abort = tpc_abort = tpc_begin

        def tpc_vote(self, _transaction):
            raise ValueError("no")

    transaction.get().join(Refusing())
    with pytest.raises(ValueError):
        transaction.commit()
    transaction.abort()
    assert subjects() == before
    assert verify().differences == []


def test_a_lost_commit_is_logged_found_and_mended(document, monkeypatch, caplog):
    before = subjects()
    change(document, "Mất")
    with monkeypatch.context() as patch:
        patch.setattr(Transaction, "commit", _lost)
        transaction.commit()
    assert "index verify --repair" in caplog.text and document.UID() in caplog.text
    assert subjects() == before
    assert [difference.kind for difference in verify().differences] == ["different"]
    assert verify(repair=True).mended == 1
    assert subjects() == ["Mất"]
    assert verify().differences == []


def _lost(_transaction):
    raise OSError("the power went")


def test_who_reads_his_own_changes_holds_no_lock_afterwards(document, login_as):
    change(document, "Của tôi")
    with login_as("quantri"):
        assert [row.subject for row in getUtility(IListing).page(Question()).rows] == ["Của tôi"]
    other = sqlite3.connect(database.file_of("plone"), timeout=0, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()
    assert subjects() == ["Văn bản 0"]
    transaction.commit()
    assert subjects() == ["Của tôi"]
