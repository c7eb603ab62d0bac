"""A received document of which only the symbol is known is called by it everywhere."""

from plone import api
from qlvb.content.documents.content import IncomingDocument
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.upgrades import symbols_alone_to_1008
from qlvb.content.index.interfaces import IListing
from received import received
from zope.component import getUtility


def listed(login_as):
    with login_as("vanthusnv"):
        return [row.reference for row in getUtility(IListing).query("incoming.waiting").rows]


def test_head_and_list_show_the_symbol(province, login_as):
    record = received(document_number=None, document_symbol="UBND-VP")
    assert IIncomingDocument.providedBy(record) and record.reference == "UBND-VP"
    with login_as("vanthusnv"):
        assert '<strong class="qlvb-symbol">UBND-VP</strong>' in api.content.get_view("view", record, record.REQUEST)()
    assert listed(login_as) == ["UBND-VP"]


def test_lists_of_older_sites_after_the_upgrade(province, login_as, monkeypatch):
    record = received(document_number=None, document_symbol="UBND-VP")
    with monkeypatch.context() as older:
        older.setattr(IncomingDocument, "reference", "")
        record.reindexObject()
        assert listed(login_as) == [""]
    symbols_alone_to_1008(None)
    assert listed(login_as) == ["UBND-VP"]


def test_number_and_symbol_stay_as_they_were(province):
    assert received(original_number="07").reference == "07/SKHCN-CNTT&CĐS"
    assert received(document_symbol="").reference == "15"
