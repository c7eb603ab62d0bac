"""A stamp of state secrets in the words of a file is warned of: badge, journal, REST; nothing is refused by it."""

import made_files
import pytest
from qlvb.content.badges import badges_of
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.summary import version_summary
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.texts.events import TextRead
from zope.component import getUtility
from zope.event import notify
from zope.globalrequest import getRequest
from zope.i18n import translate


@pytest.fixture
def document(province):
    values = {"subject": "V/v báo cáo", "document_type": "official_letter"}
    return getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")


def put(document, words, recognised=False):
    stored = IFileStore(document).add("main", "bao-cao.pdf", made_files.pdf(1), "vanthuskhcn")
    stored.current.set_text(words, recognised)
    notify(TextRead(document, stored, stored.current))
    return stored


def warnings(document):
    return [translate(one.title, context=getRequest()) for one in badges_of(document) if "TỐI MẬT" in translate(one.title)]


@pytest.mark.parametrize("words, recognised", [("Số: 1\nTỐI MẬT", False), ("So: 1\nTOI MAT", True)])
def test_a_stamp_is_told_on_the_record_once(document, words, recognised):
    stored = put(document, words, recognised)
    notify(TextRead(document, stored, stored.current))
    assert len(warnings(document)) == 1
    (told,) = IJournal(document).entries(events=("secrecy_stamp_found",))
    assert (told.detail["stamp"], told.detail["filename"]) == ("TỐI MẬT", "bao-cao.pdf")
    assert version_summary("", stored, stored.current)["secrecy_stamp"] == "TỐI MẬT"


def test_a_new_version_without_it_ends_the_warning_and_the_journal_remembers(document):
    stored = put(document, "TỐI MẬT")
    IFileStore(document).replace(stored.id, "bao-cao.pdf", made_files.pdf(2), "vanthuskhcn")
    assert warnings(document) == []
    assert "secrecy_stamp" not in version_summary("", stored, stored.current)
    assert len(list(IJournal(document).entries(events=("secrecy_stamp_found",)))) == 1


def test_a_document_whose_degree_is_entered_and_one_without_stamps_are_not_marked(document):
    put(document, "Quy chế bảo mật")
    assert warnings(document) == [] and not list(IJournal(document).entries(events=("secrecy_stamp_found",)))
    put(document, "TỐI MẬT")
    assert len(warnings(document)) == 1
    IDocumentEditor(document).change({"secrecy": "secret"}, "vanthuskhcn")
    assert warnings(document) == []
