"""Files of a record and their versions."""

from hashlib import sha256
from io import BytesIO
import made_files as made
from plone.registry.interfaces import IRegistry
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileAdded
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.store import KEY
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
import unicodedata
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.component import getUtility


@pytest.fixture
def document(province):
    return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "A"}, "leminhanh")


@pytest.fixture
def store(document):
    return IFileStore(document)


@pytest.fixture
def added():
    seen = []
    handler = seen.append
    getGlobalSiteManager().registerHandler(handler, (IFileAdded,))
    yield seen
    getGlobalSiteManager().unregisterHandler(handler, (IFileAdded,))


def test_reading_writes_nothing(document, store):
    assert (store.files(), store.main(), store.signed(), store.readable(), store.get("x")) == (
        [],
        None,
        None,
        None,
        None,
    )
    assert KEY not in IAnnotations(document)


def test_file_is_described_by_its_bytes(store):
    data = made.docx()
    stored = store.add("main", unicodedata.normalize("NFD", "Dự thảo.docx"), data, "leminhanh", note="Bản đầu")
    version = stored.current
    assert (version.number, version.filename, version.creator, version.kind) == (
        1,
        "Dự thảo.docx",
        "leminhanh",
        "upload",
    )
    assert version.mimetype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert (version.size, version.sha256) == (len(data), sha256(data).hexdigest())
    assert (version.page_count, version.pdf()) == (None, None)
    assert version.data() == data
    assert version.note == "Bản đầu"


def test_pdf_is_its_own_rendition(store):
    data = made.pdf(3)
    version = store.add("main", "a.pdf", BytesIO(data), "leminhanh").current
    assert (version.pdf_state, version.page_count) == ("ready", 3)
    assert version.pdf() == version.data() == data
    with pytest.raises(ValueError, match="own rendition"):
        version.set_pdf(data)


def test_rendition_of_an_office_file(store):
    version = store.add("main", "a.docx", made.docx(), "leminhanh").current
    with pytest.raises(ValueError, match="not a PDF"):
        version.set_pdf(b"no")
    rendition = made.pdf(2)
    version.set_pdf(rendition)
    assert (version.pdf(), version.pdf_state, version.page_count) == (rendition, "ready", 2)
    assert version.pdf_blob().filename == "a.pdf"


def test_versions_are_kept(document, store):
    first, second = made.docx("một"), made.docx("hai")
    stored = store.add("main", "a.docx", first, "leminhanh")
    version = store.replace(stored.id, "b.docx", second, "phamquochuy", note="Sửa", kind="upload")
    assert [item.number for item in stored.versions()] == [1, 2]
    assert stored.current is version
    assert stored.version(1).data() == first
    assert (stored.version(0), stored.version(3)) == (None, None)
    events = [(entry.event, entry.actor, entry.detail.get("version")) for entry in IJournal(document).entries()]
    assert events == [
        ("created", "leminhanh", None),
        ("file_added", "leminhanh", 1),
        ("file_replaced", "phamquochuy", 2),
    ]


def test_removed_file_leaves_the_list_and_stays(document, store):
    stored = store.add("annex", "a.pdf", made.pdf(), "leminhanh")
    store.remove(stored.id, "leminhanh")
    assert store.files() == []
    assert store.get(stored.id) is None
    assert stored.current.data()
    assert IJournal(document).count("file_removed") == 1
    with pytest.raises(Refused) as refused:
        store.replace(stored.id, "a.pdf", made.pdf(), "leminhanh")
    assert (refused.value.status, refused.value.violations[0].code) == (404, "file_unknown")


@pytest.mark.parametrize("kind", ["signed", "numbered", "sealed", "void"])
def test_what_is_final_stays_whoever_asks(document, store, kind):
    """Removed by code, with no right asked for: the official PDF stays in each of its states, drafts and annexes go."""
    final = store.add("signed", "a.pdf", made.pdf(), "nguyenthithuha", kind=kind)
    annex = store.add("annex", "b.pdf", made.pdf(2), "leminhanh")
    with pytest.raises(Refused) as refused:
        store.remove(final.id, "quantri")
    assert (refused.value.status, refused.value.violations[0].code) == (409, "file_final")
    store.remove(annex.id, "leminhanh")
    assert [stored.id for stored in store.files()] == [final.id]
    assert [entry.detail["filename"] for entry in IJournal(document).entries(events=["file_removed"])] == ["b.pdf"]


def test_what_is_shown_first(store):
    draft = store.add("main", "a.docx", made.docx(), "leminhanh")
    store.add("annex", "b.pdf", made.pdf(), "leminhanh")
    assert store.readable() == (draft, draft.current)
    signed = store.add("signed", "a.pdf", made.pdf(), "nguyenthithuha", kind="signed")
    assert store.readable() == (signed, signed.current)
    assert (store.main(), store.signed()) == (draft, signed)
    assert [stored.role for stored in store.files()] == ["main", "annex", "signed"]
    assert [stored.role for stored in store.files("annex")] == ["annex"]


def test_refused_file_leaves_nothing(document, store, added):
    with pytest.raises(Refused) as refused:
        store.add("main", "a.pdf", made.docx(), "leminhanh", note="x" * 1001)
    found = [(violation.field, violation.code) for violation in refused.value.violations]
    assert found == [("file", "file_extension_mismatch"), ("note", "field_too_long")]
    assert KEY not in IAnnotations(document)
    assert added == []


def test_event_names_record_file_and_version(document, store, added):
    stored = store.add("main", "a.pdf", made.pdf(), "leminhanh")
    assert [(event.record, event.file, event.version) for event in added] == [(document, stored, stored.current)]


def test_size_limit_is_a_setting(store):
    getUtility(IRegistry)["qlvb.files.max_megabytes"] = 1
    with pytest.raises(Refused) as refused:
        store.add("main", "a.pdf", made.pdf() + b"\n" * 1024 * 1024, "leminhanh")
    assert refused.value.violations[0].code == "file_too_large"
