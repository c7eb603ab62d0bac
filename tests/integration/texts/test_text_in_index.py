"""The text of files in the records index, and the command that asks for what is missing."""

from datetime import timedelta
import made_files as made
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import Builder
from qlvb.content.index.pending import pending_changes
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import record_texts
from qlvb.content.index.told import differences
from qlvb.content.index.told import expected
from qlvb.content.index.told import told_of
from qlvb.policy.commands.texts import ask_for_record
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.texts.asking import WAIT
from qlvb.workflows.texts.interfaces import KIND
from zope.component import getUtility


BY = "leminhanh"


@pytest.fixture
def record(province):
    return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "A"}, BY)


@pytest.fixture
def store(record, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.renditions.jobs.ask_for_rendition", lambda event: None)
    return IFileStore(record)


def run():
    with held(now() + WAIT):
        getUtility(IRunner).run_pending()


def said_of_content():
    """What this transaction tells the index of the texts of files: list of str."""
    with reading():
        changes = pending_changes()
    return [indexed.texts.get("content") for indexed in changes.records.values() if indexed is not None]


def test_what_was_read_is_in_the_tables(store):
    store.add("annex", "a.pdf", made.text_pdf("Phụ lục một"), BY)
    run()
    with reading() as connection:
        found = connection.execute(record_texts.select()).mappings().all()
    assert "Phụ lục một" in [row["content"] for row in found]


def test_what_is_removed_is_said_although_all_else_is_said_too(store, record):
    stored = store.add("annex", "a.pdf", made.text_pdf("Phụ lục một"), BY)
    run()
    assert "Phụ lục một" in said_of_content()
    store.remove(stored.id, BY)
    record.reindexObject()
    assert "Phụ lục một" not in said_of_content()


def test_pages_counted_by_a_conversion_are_told_although_the_text_was_read_before(store, record, monkeypatch):
    answers = [ConversionFailed("LibreOffice bận", retry=True), made.text_pdf("Công văn")]

    def convert(_data, _suffix):
        answer = answers.pop(0)
        if isinstance(answer, ConversionFailed):
            raise answer
        return answer

    monkeypatch.setattr(getUtility(IConverter), "convert", convert)
    stored = store.add("main", "cong-van.docx", made.docx("Công văn"), BY)
    run()
    assert (stored.current.text_state, stored.current.page_count) == ("ready", None)
    with held(now() + timedelta(hours=1)):
        getUtility(IRunner).run_pending()
    assert stored.current.page_count == 1
    with reading() as connection:
        (told,) = told_of(connection, [record.UID()]).values()
        assert differences(told, expected(Builder().build(record, with_content=True), told.record["acl"])) == []
        assert told.record["facts"]["pages"] == 1


def test_files_stored_before_there_were_texts_are_asked_for_once(store, record):
    stored = store.add("annex", "a.pdf", made.text_pdf("Phụ lục một"), BY)
    broken = store.add("annex", "b.pdf", made.text_pdf("Phụ lục hai"), BY)
    run()
    stored.current.text_state, stored.current._text = "none", None
    broken.current.text_state = "failed"
    app = record.getPhysicalRoot()
    path = "/".join(record.getPhysicalPath())
    before = len(IJobs(record).all())
    assert ask_for_record(app, path) == 1
    assert ask_for_record(app, path) == 0
    run()
    assert stored.current.text() == "Phụ lục một"
    assert ask_for_record(app, path) == 0
    assert ask_for_record(app, path, again=True) == 1
    run()
    assert (broken.current.text_state, broken.current.text()) == ("ready", "Phụ lục hai")
    asked = [job for job in IJobs(record).all()[before:] if job.kind == KIND]
    assert [job.state for job in asked] == ["done", "done"]
    assert ask_for_record(app, f"{path}-gone") == 0
