"""A scan gets its words from the worker: the search finds it, the reader can mark them, its bytes stay."""

from datetime import date
from io import BytesIO
import made_files
from pypdf import PdfReader
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.recognition.interfaces import KIND
from qlvb.workflows.recognition.process import TesseractReader
from qlvb.workflows.recognition.process import cache_directory
from qlvb.workflows.texts.asking import WAIT
from qlvb.workflows.texts.interfaces import KIND as READ
from zope.component import getUtility


FIELDS = {
    "subject": "Văn bản quét",
    "issuing_body": "Sở Nội vụ",
    "original_number": "7",
    "document_symbol": "SNV-VP",
    "issue_date": date(2026, 1, 5),
    "document_type": "official_letter",
}


SCAN = made_files.picture(made_files.sheet("Tổng kết chuyển đổi số xã Phú Lâm"))


@pytest.fixture
def document(province, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", FIELDS, by="vanthuskhcn")
    IFileStore(document).add("original", "quet.pdf", SCAN, by="vanthuskhcn")
    return document


def version(document):
    return IFileStore(document).files()[0].current


def worked(document):
    with held(now() + WAIT):
        getUtility(IRunner).run_pending()
    assert {job.state for job in IJobs(document).all()} == {"done"}
    return {job.kind for job in IJobs(document).all()} - {"verify_signatures"}


def test_the_words_of_a_scan_are_found(document, login_as):
    before = version(document).data()
    assert worked(document) == {READ, KIND}
    found = version(document)
    assert found.text_state == "ready"
    assert found.text_recognised
    assert "xã Phú Lâm" in found.text()
    assert found.data() == before
    with login_as("vanthuskhcn"):
        rows = getUtility(IListing).search("tổng kết chuyển đổi số Phú Lâm").rows
    assert [row.uid for row in rows] == [document.UID()]


def test_the_copy_can_be_searched_and_is_another_file(document):
    worked(document)
    copy = version(document).searchable_blob()
    assert copy.data != version(document).data()
    assert "Phú Lâm" in PdfReader(BytesIO(copy.data)).pages[0].extract_text()


def test_without_the_program_a_scan_stays_without_words(document, monkeypatch):
    monkeypatch.setattr(TesseractReader, "available", lambda self: False)
    assert worked(document) == {READ}
    assert version(document).text_state == "no_text"


def test_a_document_with_words_is_not_recognised(province, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", FIELDS, by="vanthuskhcn")
    IFileStore(document).add("original", "chu.pdf", made_files.text_pdf("Có chữ"), by="vanthuskhcn")
    assert worked(document) == {READ}
    assert not cache_directory().exists()
