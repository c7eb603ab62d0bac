"""Kinds of documents in English."""

from qlvb.content.documents.document_types import document_types


def test_every_kind_has_an_english_name_that_begins_a_line():
    for kind in document_types().values():
        assert kind.english_title[0].isupper(), kind
        assert "(individual)" not in kind.english_title
    assert document_types()["decision"].english_title == "Decision"
