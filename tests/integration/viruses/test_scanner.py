"""The scanner of the house is a real ClamAV: what comes in is looked at, and what nobody could look at is never clean."""

import clamav
from io import BytesIO
import made_files
import pikepdf
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.serving import serve
from qlvb.content.files.summary import version_summary
from qlvb.content.files.viruses import VirusCheck
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.viruses.checking import checked
from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.jobs import CheckViruses
from qlvb.workflows.viruses.settings import ScannerSettings
from qlvb.workflows.viruses.state import state_of_scanner
import socket
from time import monotonic
from zExceptions import Forbidden
from zope.component import getUtility
from zope.globalrequest import getRequest


def with_attachment(data):
    """A PDF to which ``data`` is attached, compressed."""
    with pikepdf.open(BytesIO(made_files.pdf(1))) as pdf:
        pdf.attachments["phu-luc.txt"] = pikepdf.AttachedFileSpec(pdf, data, filename="phu-luc.txt")
        made = BytesIO()
        pdf.save(made, compress_streams=True)
    return made.getvalue()


@pytest.fixture
def document(province):
    values = {"subject": "V/v phòng chống mã độc", "document_type": "official_letter"}
    return getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")


@pytest.fixture
def scanner(clamd):
    ScannerSettings().change({"address": str(clamd)})
    return getUtility(IVirusScanner)


@pytest.fixture
def silent(province, tmp_path):
    ScannerSettings().change({"address": str(tmp_path / "nobody.ctl")})
    return getUtility(IVirusScanner)


def put(document, data, name="van-ban.pdf", role="main"):
    return IFileStore(document).add(role, name, data, "vanthuskhcn")


def work():
    return getUtility(IRunner).run_pending()


@pytest.mark.parametrize(
    ("data", "kind", "expected"),
    [
        (made_files.pdf(1), "application/pdf", ("clean", "", "")),
        (clamav.EICAR, "text/plain", ("infected", clamav.VIRUS, "")),
        (b"truoc " + clamav.EICAR + b" sau", "text/plain", ("infected", clamav.VIRUS, "")),
        (b"", "text/plain", ("clean", "", "")),
        (b"%PDF-1.7 broken", "application/pdf", ("clean", "", "")),
        (with_attachment(b"khong co gi"), "application/pdf", ("clean", "", "")),
        (with_attachment(clamav.EICAR), "application/pdf", ("infected", clamav.VIRUS, "")),
        (bytes(6 << 20), "text/plain", ("unchecked", "", "too_large")),
    ],
    ids=["pdf", "eicar", "inside", "empty", "broken", "attached", "attached eicar", "too large"],
)
def test_what_the_scanner_says(province, scanner, data, kind, expected):
    check = scanner.look(BytesIO(data), kind)
    assert (check.state, check.virus, check.reason) == expected
    assert check.engine.startswith("ClamAV ")


def test_a_scanner_that_is_down_says_nothing(silent):
    check = silent.look(BytesIO(clamav.EICAR))
    assert (check.state, check.reason) == ("unchecked", "out_of_reach")
    assert state_of_scanner()["state"] == "silent"


def test_what_comes_in_is_looked_at_by_the_worker(document, scanner):
    stored = put(document, made_files.pdf(1))
    assert stored.current.virus_check.state == "waiting"
    work()
    assert stored.current.virus_check.state == "clean"
    assert version_summary("", stored, stored.current)["virus_check"]["engine"].startswith("ClamAV")


def test_a_virus_is_told_and_not_given_out(document, scanner):
    stored = put(document, clamav.infected(), "so-lieu.zip", "annex")
    work()
    assert stored.current.virus_check.virus == clamav.VIRUS
    assert [entry.detail["virus"] for entry in IJournal(document).entries(events=("virus_found",))] == [clamav.VIRUS]
    with pytest.raises(Forbidden, match="nhiễm mã độc"):
        serve(document, stored, stored.current, getRequest())
    checked(document, stored.id, stored.current)
    assert len(list(IJournal(document).entries(events=("virus_found",)))) == 1


def test_without_a_scanner_nothing_is_asked_and_nothing_is_said(document):
    stored = put(document, made_files.pdf(1))
    assert [job.kind for job in IJobs(document).all() if job.kind == "check_viruses"] == []
    assert checked(document, stored.id, stored.current) is None
    assert "virus_check" not in version_summary("", stored, stored.current)
    assert state_of_scanner() == {"address": "", "state": "none", "engine": "", "signatures": ""}


def test_a_scanner_that_is_down_is_waited_for_and_its_silence_is_kept(document, silent):
    stored = put(document, made_files.pdf(1))
    work()
    (job,) = [job for job in IJobs(document).all() if job.kind == "check_viruses"]
    assert (job.state, job.attempts, stored.current.virus_check.state) == ("queued", 1, "waiting")
    assert checked(document, stored.id, stored.current).reason == "out_of_reach"
    assert stored.current.virus_check.state == "waiting"
    CheckViruses().failed(document, job)
    assert stored.current.virus_check.reason == "out_of_reach"


@pytest.fixture
def hanging(province):
    """A scanner that takes every connection and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(8)
        ScannerSettings().change({"address": f"127.0.0.1:{listener.getsockname()[1]}"})
        yield getUtility(IVirusScanner)


def test_a_scanner_that_hangs_keeps_nobody_waiting(document, hanging, login_as, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.viruses.scanner.GREETING", 0.2)
    began = monotonic()
    with login_as("vanthuskhcn"):
        stored = put(document, made_files.pdf(1))
    assert monotonic() - began < 2
    assert state_of_scanner()["state"] == "silent"
    work()
    assert monotonic() - began < 4 and stored.current.virus_check.state == "waiting"
    with login_as("vanthuskhcn"):
        forbid_unfit([stored.current], getRequest())  # whoever put it in has it anyway
    with login_as("nguyenthithuha"), pytest.raises(Forbidden, match="đang chờ quét mã độc"):
        serve(document, stored, stored.current, getRequest())


def test_nobody_waits_for_a_scanner_that_was_taken_away(document, silent):
    stored = put(document, made_files.pdf(1))
    ScannerSettings().change({"address": ""})
    work()
    assert stored.current.virus_check is None


def test_silence_never_covers_a_virus(document, scanner, tmp_path):
    stored = put(document, clamav.infected(), "so-lieu.zip", "annex")
    work()
    ScannerSettings().change({"address": str(tmp_path / "nobody.ctl")})
    assert checked(document, stored.id, stored.current).state == "infected"
    stored.current.virus_check = VirusCheck("clean", clock.now(), engine="ClamAV 1", signatures="1")
    assert checked(document, stored.id, stored.current).state == "unchecked"
    assert stored.current.virus_check.state == "clean"


@pytest.mark.parametrize("address", ["máy:3310", "127.0.0.1", 5, None])
def test_a_wrong_address_is_named(province, address):
    with pytest.raises(Refused) as caught:
        ScannerSettings().change({"address": address})
    assert [(one.field, one.code) for one in caught.value.violations] == [("address", "address_wrong")]
    assert ScannerSettings().address == ""


def test_an_unknown_setting_is_named(province):
    with pytest.raises(Refused) as caught:
        ScannerSettings().change({"colour": "red"})
    assert [(one.field, one.code) for one in caught.value.violations] == [("colour", "field_unknown")]
