"""A stored office file is queued for conversion and gets its PDF, or a message that says why not."""

from datetime import timedelta
import docx
from io import BytesIO
import pikepdf
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.interfaces import IRecord
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.renditions.libreoffice import HUNG
from qlvb.workflows.renditions.libreoffice import MISSING
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IConverter)
class Converter:
    """Makes an empty two-page PDF, or fails as told."""

    def __init__(self):
        self.failures = []
        self.calls = []

    def available(self):
        return True

    def convert(self, data, suffix):
        self.calls.append(suffix)
        if self.failures:
            raise self.failures.pop(0)
        pdf, output = pikepdf.new(), BytesIO()
        for _page in range(2):
            pdf.add_blank_page()
        pdf.save(output)
        return output.getvalue()


@pytest.fixture
def converter():
    manager = getGlobalSiteManager()
    real = manager.getUtility(IConverter)
    converter = Converter()
    manager.registerUtility(converter, IConverter)
    yield converter
    manager.registerUtility(real, IConverter)


@pytest.fixture(autouse=True)
def conversions_only(monkeypatch):
    """Stored files ask for their text too: not here."""
    monkeypatch.setattr("qlvb.workflows.texts.asking.ask", lambda *args, **more: False)


@pytest.fixture
def store(portal):
    with api.env.adopt_roles(["Manager"]):
        record = api.content.create(portal, "Document", "record", title="x")
    alsoProvides(record, IRecord)
    return IFileStore(record)


@pytest.fixture
def data():
    output = BytesIO()
    document = docx.Document()
    document.add_paragraph("Dự thảo")
    document.save(output)
    return output.getvalue()


def run():
    return getUtility(IRunner).run_pending()


def test_an_office_file_becomes_pdf(store, data, converter):
    version = store.add("main", "dự thảo.docx", data, "leminhanh").current
    assert (version.pdf_state, version.pdf(), version.page_count) == ("queued", None, None)
    assert run() == 1
    assert (version.pdf_state, version.pdf_error, version.page_count) == ("ready", "", 2)
    assert version.pdf().startswith(b"%PDF-")
    assert converter.calls == [".docx"]


def test_every_version_has_its_own_job(store, data, converter):
    stored = store.add("main", "dự thảo.docx", data, "leminhanh")
    store.replace(stored.id, "dự thảo.docx", data, "leminhanh")
    assert [job.key for job in IJobs(store.record).all()] == [f"{stored.id}.1", f"{stored.id}.2"]
    assert run() == 2
    assert [version.pdf_state for version in stored.versions()] == ["ready", "ready"]


def test_a_pdf_needs_no_job(store, converter):
    version = store.add("main", "a.pdf", converter.convert(b"", ".docx"), "leminhanh").current
    assert version.pdf_state == "ready"
    assert IJobs(store.record).all() == []


def test_a_dead_program_is_tried_again_later(store, data, converter):
    version = store.add("main", "a.docx", data, "leminhanh").current
    converter.failures = [ConversionFailed(HUNG, retry=True)]
    assert run() == 1
    job = IJobs(store.record).all()[0]
    assert (job.state, job.attempts, version.pdf_state) == ("queued", 1, "queued")
    assert run() == 0
    with held(now() + timedelta(minutes=1)):
        assert run() == 1
    assert (job.state, version.pdf_state) == ("done", "ready")


def test_after_the_last_attempt_the_version_says_why(store, data, converter):
    version = store.add("main", "a.docx", data, "leminhanh").current
    converter.failures = [ConversionFailed(HUNG, retry=True)] * 5
    for hours in range(5):
        with held(now() + timedelta(hours=hours)):
            assert run() == 1
    job = IJobs(store.record).all()[0]
    assert (job.state, version.pdf_state) == ("failed", "failed")
    assert "LibreOffice không trả lời" in version.pdf_error.default


def test_without_the_program_it_fails_at_once_and_can_be_asked_for_again(store, data, converter):
    version = store.add("main", "a.docx", data, "leminhanh").current
    converter.failures = [ConversionFailed(MISSING, retry=False)]
    assert run() == 1
    job = IJobs(store.record).all()[0]
    assert (job.state, version.pdf_state, version.pdf_error) == ("failed", "failed", MISSING)
    IJobs(store.record).retry(job.id, "leminhanh")
    assert run() == 1
    assert (job.state, version.pdf_state, version.pdf_error) == ("done", "ready", "")


def test_a_removed_file_is_not_converted(store, data, converter):
    stored = store.add("main", "a.docx", data, "leminhanh")
    store.remove(stored.id, "leminhanh")
    assert run() == 1
    assert converter.calls == []
    assert IJobs(store.record).all()[0].state == "done"


@pytest.mark.libreoffice
def test_with_the_real_program(store, data):
    version = store.add("main", "a.docx", data, "leminhanh").current
    assert run() == 1
    assert (version.pdf_state, version.page_count) == ("ready", 1)
