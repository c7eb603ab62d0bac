"""What answers or continues a filed document joins its dossier by itself (story, step 6)."""

import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.filing.joining import join
from zope.component import getUtility


@pytest.fixture
def finder():
    return getUtility(IDossierFinder)


@pytest.fixture
def dossier(approved, finder):
    return finder.open_from_entry(approved, "02.CNTT", "leminhanh")


@pytest.fixture
def filed(dossier, document):
    record = document("V/v triển khai phiên bản nâng cấp")
    IDossierContents(dossier).add(record, "leminhanh")
    return record


def codes(finder, record):
    return [dossier.code for dossier in finder.dossiers_of(record)]


def test_reply_that_comes_back_joins(filed, finder):
    data = {
        "subject": "Trả lời",
        "document_type": "official_letter",
        "issuing_body": "Sở Nội vụ",
        "in_reply_to": filed.UID(),
        "arrival_channel": "internal",
    }
    reply = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, "system")
    assert codes(finder, reply) == ["02.CNTT"]


def test_draft_related_to_a_filed_document_joins(filed, finder, document):
    assert codes(finder, document(related_documents=[filed.UID()])) == ["02.CNTT"]


def test_relation_given_later_joins_when_asked(filed, finder, document):
    record = document()
    assert codes(finder, record) == []
    record.related_documents = [filed.UID()]
    join(record, "leminhanh")
    join(record, "leminhanh")
    assert codes(finder, record) == ["02.CNTT"]


def test_other_agencies_keep_their_own_dossiers(filed, finder, document):
    assert codes(finder, document(by="vuhaiyen", agency="snv", related_documents=[filed.UID()])) == []


def test_closed_dossier_stays_as_it_is(filed, dossier, finder, document):
    fire(dossier, "close")
    assert codes(finder, document(related_documents=[filed.UID()])) == []
