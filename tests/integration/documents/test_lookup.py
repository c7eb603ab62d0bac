"""Records found by UID: as they are now, however often one asks within a request."""

import pytest
from qlvb.content import lookup
from qlvb.content.documents.interfaces import IDocumentFactory
from zope.component import getUtility


@pytest.fixture
def record(province):
    return getUtility(IDocumentFactory).create(
        "IncomingDocument", "skhcn", {"subject": "Kế hoạch", "issuing_body": "Sở Nội vụ"}, by="vanthuskhcn"
    )


def test_the_catalogue_is_asked_once_in_a_request(record, monkeypatch):
    uid = record.UID()
    assert lookup.find_record(uid) == record
    monkeypatch.setattr(lookup.api.portal, "get_tool", None)  # whoever asks again fails
    assert lookup.find_record(uid) == record


def test_a_record_that_was_deleted_is_not_found_again(record):
    uid = record.UID()
    assert lookup.find_record(uid) == record
    record.__parent__._delObject(record.id)
    assert lookup.find_record(uid) is None


def test_a_record_that_comes_later_is_found(record):
    assert lookup.find_record("") is None
    assert lookup.find_record("0" * 32) is None
    assert lookup.find_record(record.UID()) == record
