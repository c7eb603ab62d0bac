"""Several people at once: the first documents of a month, and one request sent twice."""

import AccessControl.SecurityManagement as security
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from plone.app.testing import SITE_OWNER_NAME
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from served import Session
from Testing.makerequest import makerequest
from threading import Barrier
import transaction
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest


WHEN = datetime(2031, 7, 1, 8, 0, tzinfo=clock.VIETNAM)


@pytest.fixture
def database(functional, functional_province):
    transaction.commit()
    return functional["zodbDB"]


def create(database, subject, before_commit):
    """Create a document as the publisher would: again after a conflict. Returns (id, conflicts)."""
    for conflicts in range(5):
        transaction.begin()
        connection = database.open()
        try:
            site = makerequest(connection.root()["Application"])["plone"]
            setSite(site)
            setRequest(site.REQUEST)
            owner = site.aq_parent.acl_users.getUserById(SITE_OWNER_NAME)
            security.newSecurityManager(None, owner.__of__(site.aq_parent.acl_users))
            factory = getUtility(IDocumentFactory)
            document = factory.create("OutgoingDocument", "skhcn", {"subject": subject}, "leminhanh", WHEN)
            before_commit(conflicts)
            transaction.commit()
            return document.getId(), conflicts
        except ConflictError:
            transaction.abort()
        finally:
            transaction.abort()
            security.noSecurityManager()
            clearRequest()
            setSite(None)
            connection.close()
    raise AssertionError("five conflicts")


def test_first_documents_of_a_month_by_two_people(database, functional_province):
    together = Barrier(2, timeout=30)

    def wait(conflicts):
        if conflicts == 0:
            together.wait()

    with ThreadPoolExecutor(2) as people:
        results = list(people.map(lambda subject: create(database, subject, wait), ("Một", "Hai")))
    transaction.begin()
    month = functional_province["skhcn"]["outgoing"]["2031"]["07"]
    assert sorted(conflicts for _id, conflicts in results) == [0, 1]
    assert sorted(month.objectIds()) == sorted(found for found, _conflicts in results)
    assert {document.subject for document in month.objectValues()} == {"Một", "Hai"}


def test_a_new_document_changes_none_of_the_folders_above(database, functional_province):
    factory = getUtility(IDocumentFactory)
    factory.create("OutgoingDocument", "skhcn", {"subject": "Một"}, "leminhanh", WHEN)
    transaction.commit()
    factory.create("OutgoingDocument", "skhcn", {"subject": "Hai"}, "leminhanh", WHEN)
    agency = functional_province["skhcn"]
    above = [agency, agency["outgoing"], agency["outgoing"]["2031"], agency["outgoing"]["2031"]["07"]]
    assert [folder.getId() for folder in above if folder._p_changed] == []
    assert above[-1]._tree._p_changed


def test_one_request_sent_twice_at_once(database, functional_province):
    url = functional_province.absolute_url()

    def send(_number):
        with Session(url, "leminhanh") as session:
            body = {"@type": "OutgoingDocument", "subject": "Một lần"}
            return session.post("skhcn/@documents", json=body, headers={"Idempotency-Key": "k"})

    with ThreadPoolExecutor(4) as clients:
        answers = list(clients.map(send, range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.json()["UID"] for answer in answers}) == 1
