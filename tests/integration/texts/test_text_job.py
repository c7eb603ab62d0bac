"""A stored file gets its text from a job, for the search; what cannot be read says why and stops nobody."""

from Acquisition import aq_base
from datetime import timedelta
import made_files as made
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.texts.asking import WAIT
from qlvb.workflows.texts.asking import ask
from qlvb.workflows.texts.interfaces import KIND
from qlvb.workflows.texts.interfaces import ITextReader
from qlvb.workflows.texts.interfaces import TextNotRead
from qlvb.workflows.texts.process import DIED
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer


BY = "leminhanh"


@implementer(ITextReader)
class Reader:
    """Fails as told, else reads for real; remembers what it was given."""

    def __init__(self, real):
        self.real = real
        self.failures = []
        self.calls = []

    def read(self, stream, kind):
        self.calls.append(kind)
        if self.failures:
            raise self.failures.pop(0)
        return self.real.read(stream, kind)


@implementer(IConverter)
class Converter:
    """Makes of every office file a PDF that says ``Bản PDF``."""

    def available(self):
        return True

    def convert(self, data, suffix):
        return made.text_pdf("Bản PDF")


@pytest.fixture(autouse=True)
def converter():
    yield from replaced(IConverter, lambda real: Converter())


@pytest.fixture
def reader():
    yield from replaced(ITextReader, Reader)


def replaced(interface, make):
    """A utility in the place of the real one while a test runs."""
    manager = getGlobalSiteManager()
    real = manager.getUtility(interface)
    put = make(real)
    manager.registerUtility(put, interface)
    yield put
    manager.registerUtility(real, interface)


@pytest.fixture
def record(province):
    with api.env.adopt_roles(["Manager"]):
        return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "A"}, BY)


@pytest.fixture
def store(record):
    return IFileStore(record)


@pytest.fixture
def content(record):
    return IRecordContent(record).text


@pytest.fixture
def reindexed(record, monkeypatch):
    """The attributes of which the queue is told."""
    told = []
    monkeypatch.setattr(type(aq_base(record)), "reindexObject", lambda self, idxs=(), **more: told.append(list(idxs)))
    return told


def run():
    """What the worker has done a little later."""
    with held(now() + WAIT):
        return getUtility(IRunner).run_pending()


def text_jobs(record):
    return [job for job in IJobs(record).all() if job.kind == KIND]


def test_a_draft_gets_its_text(store, content, reader, reindexed):
    version = store.add("main", "dự thảo.docx", made.docx("Căn cứ Luật Lưu trữ"), BY).current
    assert (version.text_state, version.text(), content()) == ("queued", "", "")
    del reindexed[:]
    run()
    assert (version.text_state, version.text(), content()) == ("ready", "Căn cứ Luật Lưu trữ", "Căn cứ Luật Lưu trữ")
    assert ["UID", "content"] in reindexed
    assert reader.calls == ["docx"]


def test_reading_waits_for_what_follows_at_once(store, reader):
    """A story told under a held clock, as the demonstration's, reads nothing while it is told."""
    with held(now() - timedelta(days=30)):
        stored = store.add("main", "a.docx", made.docx("Dự thảo"), BY)
        getUtility(IRunner).run_pending()
        store.replace(stored.id, "a.docx", made.docx("Dự thảo hai"), BY)
        getUtility(IRunner).run_pending()
    assert (stored.current.text_state, reader.calls) == ("queued", [])
    run()
    assert (stored.current.text(), reader.calls) == ("Dự thảo hai", ["docx"])


def test_a_scan_and_a_picture_have_none(store, content, reader):
    scan = store.add("main", "a.pdf", made.scan(), BY).current
    picture = store.add("annex", "a.png", made.image(), BY).current
    assert picture.text_state == "no_text"
    run()
    assert (scan.text_state, scan.text_error, content()) == ("no_text", "", "")
    assert reader.calls == ["pdf"]


def test_an_old_format_is_read_by_way_of_its_pdf(store, reader):
    version = store.add("annex", "cũ.doc", made.compound("WordDocument"), BY).current
    assert (version.text_state, text_jobs(store.record)) == ("none", [])
    run()
    assert (version.pdf_state, version.text_state) == ("ready", "queued")
    run()
    assert (version.pdf_state, version.text_state, version.text()) == ("ready", "ready", "Bản PDF")
    assert reader.calls == ["pdf"]


def test_an_archive_is_no_document(store, reader):
    version = store.add("annex", "a.zip", made.archive({"a.txt": b"a"}), BY).current
    run()
    assert (version.text_state, reader.calls, text_jobs(store.record)) == ("none", [], [])


def test_only_the_newest_version_is_read(store, content, reader):
    stored = store.add("main", "a.docx", made.docx("Bản một"), BY)
    store.replace(stored.id, "a.docx", made.docx("Bản hai"), BY)
    assert len(text_jobs(store.record)) == 1
    run()
    assert [version.text_state for version in stored.versions()] == ["none", "ready"]
    assert (content(), reader.calls) == ("Bản hai", ["docx"])


def test_the_same_bytes_are_not_read_again(store, content, reader):
    stored = store.add("main", "a.docx", made.docx("Bản một"), BY)
    run()
    store.replace(stored.id, "a.docx", stored.current.data(), BY)
    assert (stored.current.number, stored.current.text(), reader.calls) == (2, "Bản một", ["docx"])
    run()
    assert reader.calls == ["docx"]


def test_signing_and_numbering_change_no_words(store, content, reader):
    signed = store.add("signed", "a.pdf", made.text_pdf("Điều 1"), BY, kind="prepared")
    store.replace(signed.id, "a.pdf", made.text_pdf("Điều 1 "), BY, kind="signed")
    run()
    for kind in ("numbered", "sealed"):
        store.replace(signed.id, "a.pdf", made.text_pdf(f"Điều 1 {kind}"), BY, kind=kind)
        assert content() == "Điều 1"
    run()
    assert reader.calls == ["pdf"]


def test_a_version_that_comes_while_another_is_read_gets_its_turn(store, content, reader):
    stored = store.add("main", "a.docx", made.docx("Bản một"), BY)
    text_jobs(store.record)[0].state = "running"
    store.replace(stored.id, "a.docx", made.docx("Bản hai"), BY)
    assert [job.state for job in text_jobs(store.record)] == ["running", "queued"]
    run()
    assert content() == "Bản hai"


def test_what_the_record_says(store, content, reindexed):
    main = store.add("main", "a.docx", made.docx("Dự thảo"), BY)
    annex = store.add("annex", "b.xlsx", made.xlsx(["Số liệu"]), BY)
    store.add("original", "c.docx", made.docx("Bản gốc"), BY)
    run()
    assert content() == "Dự thảo\n\nSheet\nBiểu mẫu\nSố liệu"
    signed = store.add("signed", "a.pdf", made.text_pdf("Đã ký"), BY)
    run()
    assert content().startswith("Đã ký\n\nSheet")
    store.replace(signed.id, "a.pdf", made.text_pdf("Hủy"), BY, kind="void")
    assert content().startswith("Dự thảo\n\nSheet")
    del reindexed[:]
    store.remove(annex.id, BY)
    store.remove(main.id, BY)
    assert reindexed == [["UID", "content"]] * 2
    assert content() == "Bản gốc"


def test_a_broken_file_says_so_and_the_journal_does_not(store, content, reader):
    version = store.add("annex", "a.xlsx", made.archive({"xl/worksheets/sheet1.xml": b"<x"}, made.xlsx()), BY).current
    good = store.add("main", "b.docx", made.docx("Dự thảo"), BY).current
    run()
    assert (version.text_state, version.text_error.default) == (
        "failed",
        "Không đọc được nội dung tệp; tệp có thể bị hỏng.",
    )
    assert {job.state for job in text_jobs(store.record)} == {"done"}
    assert (good.text_state, content()) == ("ready", "Dự thảo")
    assert [entry.event for entry in IJournal(store.record).entries() if entry.event.startswith("job")] == []


def test_a_reader_that_dies_is_tried_again_and_given_up_at_last(store, reader):
    version = store.add("main", "a.pdf", made.text_pdf("Điều 1"), BY).current
    reader.failures = [TextNotRead(DIED, retry=True)]
    run()
    assert (version.text_state, text_jobs(store.record)[0].state) == ("queued", "queued")
    with held(now() + timedelta(minutes=1)):
        run()
    assert (version.text_state, version.text()) == ("ready", "Điều 1")

    other = store.add("annex", "b.pdf", made.text_pdf("Điều 2"), BY)
    reader.failures = [TextNotRead(DIED, retry=True)] * 3
    for hours in range(3):
        with held(now() + timedelta(hours=hours)):
            run()
    assert (other.current.text_state, other.current.text_error) == ("failed", DIED)
    assert not ask(store.record, other)
    assert ask(store.record, other, again=True)
    run()
    assert (other.current.text_state, other.current.text_error) == ("ready", "")


def test_work_that_breaks_leaves_the_record_usable(store, content, reader):
    stored = store.add("main", "a.docx", made.docx("Dự thảo"), BY)
    reader.failures = [RuntimeError("no such thing")] * 3
    for hours in range(3):
        with held(now() + timedelta(hours=hours)):
            run()
    assert stored.current.text_state == "failed"
    store.replace(stored.id, "a.docx", made.docx("Bản hai"), BY)
    run()
    assert content() == "Bản hai"


def test_a_removed_file_is_not_read(store, content, reader):
    stored = store.add("main", "a.docx", made.docx("Dự thảo"), BY)
    store.remove(stored.id, BY)
    run()
    assert (reader.calls, content()) == ([], "")


def test_full_builds_read_nothing_again(store, content, reader):
    store.add("main", "a.docx", made.docx("Dự thảo"), BY)
    run()
    for _build in range(3):
        assert content() == "Dự thảo"
    assert not ask(store.record, store.main())
    assert reader.calls == ["docx"]
