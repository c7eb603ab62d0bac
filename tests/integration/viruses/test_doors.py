"""No bytes in which a virus was found leave, whichever door they are asked at; what is kept back is named."""

from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
import made_files
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import make_dossier
from pypdf import PdfReader
import pytest
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.files.serving import serve
from qlvb.content.files.viruses import VirusCheck
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.parsing import parse
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.creation import create_reading
from zExceptions import Forbidden
from zope.component import getUtility
from zope.globalrequest import getRequest
import zipfile


VIRUS = "Win.Test.EICAR"
NAME = "Quyết định 05.pdf"
STATES = {
    "clean": VirusCheck("clean", clock.now()),
    "unchecked": VirusCheck("unchecked", clock.now(), reason="out_of_reach"),
    "infected": VirusCheck("infected", clock.now(), virus=VIRUS),
    "waiting": VirusCheck("waiting", clock.now()),
    None: None,
}
REQUEST = {"requestID": "YC-2026-01", "requestDate": "05/03/2026", "purpose": "02"}
SNV = {"name": "Sở Nội vụ", "identifier": "", "agency": "snv", "channel": "internal", "purpose": "for_execution", "address": ""}
RAW = (
    b"From: vanthu@stc.example\r\nSubject: Cong van\r\nMessage-ID: <1@stc.example>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n--b\r\n"
    b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="=?utf-8?q?Quy=E1=BA=BFt_=C4=91=E1=BB=8Bnh_05=2Epdf?="\r\n\r\n%s\r\n--b--\r\n'
)


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.setattr("qlvb.content.index.progress._write", lambda job, values: None)


class Scene:
    """A closed dossier whose decision has a file with something said of it."""

    def __init__(self, portal, login_as):
        self.login_as = login_as
        self.dossier = make_dossier(portal, login_as)
        self.document = IDossierContents(self.dossier).documents()[0][1]
        self.request = getRequest()

    @property
    def version(self):
        return IFileStore(self.document).signed().current

    def say(self, state, record=None):
        version = IFileStore(record).files()[0].current if record is not None else self.version
        version.virus_check = STATES[state]

    def work(self):
        getUtility(IRunner).run_pending()

    @contextmanager
    def asking(self, **form):
        self.request.form.clear()
        self.request.form.update(form)
        try:
            yield
        finally:
            self.request.form.clear()

    def package(self, kind):
        with self.login_as(ARCHIVIST):
            entry = IDossierPackages(self.dossier).ask(kind, ARCHIVIST, REQUEST if kind == "DIP" else {})
        self.work()
        return entry

    def reading(self):
        values = {"kind": "screen", "record": self.dossier.UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
        reading = create_reading("skhcn", values, HOLDER, HOLDER)
        due = (clock.today() + timedelta(days=5)).isoformat()
        with self.login_as(ARCHIVIST):
            IActs(reading).perform("lend", {"record": self.dossier.UID(), "due": due})
        self.work()
        return reading


def view_file(scene):
    return serve(scene.document, IFileStore(scene.document).signed(), scene.version, scene.request, head=True)


def view_pages(scene):
    return serve(scene.document, IFileStore(scene.document).signed(), scene.version, scene.request, part="pdf", head=True)


def original_letter(scene):
    raw = RAW.replace(b"%s", made_files.pdf(1))
    record = make_entry("skhcn", parse(raw), raw)
    scene.say("infected", record)
    with scene.asking(file="1"):
        return record.unrestrictedTraverse("@@original-letter")()


def package(kind):
    return lambda scene: scene.package(kind)


def package_built_before(kind):
    def ask(scene):
        said, scene.version.virus_check = scene.version.virus_check, None
        entry = scene.package(kind)
        scene.version.virus_check = said
        with scene.login_as(ARCHIVIST):
            return send_package(scene.dossier, entry.id, scene.request)

    return ask


def copy_made_before(scene):
    said, scene.version.virus_check = scene.version.virus_check, None
    reading = scene.reading()
    scene.version.virus_check = said
    with scene.login_as(HOLDER):
        view = reading.restrictedTraverse("@@copy-file")
        view.publishTraverse(scene.request, "0")
        return view()


#: Doors at which nothing is given at all.
CLOSED = {
    "file": view_file,
    "its pages": view_pages,
    "original letter": original_letter,
    "SIP": package("SIP"),
    "AIP": package("AIP"),
    "DIP": package("DIP"),
    "SIP built before": package_built_before("SIP"),
    "export built before": package_built_before("export"),
    "copy made before": copy_made_before,
}


@pytest.fixture
def scene(province, login_as):
    return Scene(province, login_as)


@pytest.mark.parametrize("door", CLOSED)
def test_closed_to_what_is_infected(scene, door):
    scene.say("infected")
    with pytest.raises((Forbidden, Refused)) as caught:
        CLOSED[door](scene)
    said = caught.value
    words = [(one.code, one.message.mapping) for one in said.violations] if isinstance(said, Refused) else str(said)
    assert NAME in str(words) and VIRUS in str(words)


@pytest.mark.parametrize("state", [None, "clean", "unchecked"])
@pytest.mark.parametrize("door", ["file", "SIP", "copy made before"])
def test_open_to_the_rest(scene, door, state):
    scene.say(state)
    assert ILeaving(scene.version).obstacle is None
    assert CLOSED[door](scene) is not None


def test_what_is_published(scene, portal):
    IPublication(scene.document).publish("public", clock.today(), ARCHIVIST)
    scene.document.reindexObject()
    with scene.asking(uid=scene.document.UID()):
        assert portal.unrestrictedTraverse("@@published-file")().startswith(b"%PDF")
        scene.say("infected")
        with pytest.raises(Forbidden, match=NAME):
            portal.unrestrictedTraverse("@@published-file")()


def test_an_export_leaves_it_out_and_says_so(scene):
    scene.say("infected")
    entry = scene.package("export")
    path = IDossierPackages(scene.dossier).path(entry)
    assert [(one.code, one.path, one.detail, one.severity) for one in entry.findings] == [
        ("file_infected", NAME, VIRUS, "warning")
    ]
    with zipfile.ZipFile(path) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".pdf")]
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(archive.read(name))).pages)
    assert " ".join(text.split()).count(f"tệp {NAME} nhiễm mã độc {VIRUS}") == 1
    with scene.login_as(ARCHIVIST):
        assert send_package(scene.dossier, entry.id, scene.request) is not None


def test_a_reader_gets_the_rest_and_the_name_of_what_is_missing(scene):
    scene.say("infected")
    copies = copies_of(scene.reading())
    assert [(copy.filename, copy.blob is None) for copy in copies][0] == (NAME, True)
    assert copies[0].lacking.mapping["virus"] == VIRUS
    assert any(copy.blob is not None for copy in copies[1:])


@pytest.mark.parametrize("kind", ["SIP", "AIP", "DIP", "export"])
def test_no_package_takes_what_the_scanner_is_still_to_look_at(scene, kind):
    scene.say("waiting")
    with pytest.raises(Refused) as caught:
        scene.package(kind)
    assert ([one.code for one in caught.value.violations], caught.value.status) == (["file_unscanned"], 409)
    scene.say("clean")
    assert scene.package(kind).finished is not None


def test_a_file_that_waits_again_while_its_package_is_to_be_built(scene):
    with scene.login_as(ARCHIVIST):
        entry = IDossierPackages(scene.dossier).ask("SIP", ARCHIVIST, {})
    scene.say("waiting")
    scene.work()
    assert (entry.finished, IDossierPackages(scene.dossier).state(entry)) == (None, "queued")


def test_a_reader_waits_for_the_scanner(scene):
    scene.say("waiting")
    reading = scene.reading()
    assert copies_of(reading) == []
    (job,) = [job for job in IJobs(reading).all() if job.kind == "reading_copies"]
    assert (job.state, job.error.mapping["filename"]) == ("queued", NAME)


def test_who_reads_a_copy_has_accessed_the_document(scene):
    """NĐ 30/2020 Phụ lục VI, 6a, 6l: counted where the document's own accesses are."""
    before = IJournal(scene.document).count("file_viewed")
    copy_made_before(scene)
    assert IJournal(scene.document).count("file_viewed") == before + 1
    newest = next(iter(IJournal(scene.document).entries(newest_first=True, events=("file_viewed",))))
    assert (newest.actor, newest.detail["filename"]) == (HOLDER, NAME)


def test_it_is_not_sent_to_another_agency(scene):
    scene.say("infected")
    [delivery] = IDeliveries(scene.document).send([SNV], by="vanthuskhcn")
    scene.work()
    assert (delivery.state, delivery.incoming) == ("failed", "")
    assert NAME in delivery.detail and VIRUS in delivery.detail
