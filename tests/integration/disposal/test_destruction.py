"""Destruction: what goes, what stays, what is certified."""

from base64 import b64encode
from disposing import ARCHIVIST
from disposing import HEAD
from disposing import begun
from disposing import expired_dossier
from disposing import WORD
from disposing import propose
from disposing import run
from disposing import state
from datetime import timedelta
from hashlib import sha256
from holding import place
import json
from outgoing_story import make_draft
from outgoing_story import pdf
from persistent.list import PersistentList
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.disposals.destroying import erase
from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.disposals.keeping import last_day
from qlvb.content.disposals.sheet import DisposalItem
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.index.interfaces import IListing
from qlvb.content.integrity.fixity import looks
from qlvb.content.integrity.interfaces import IStatementSigner
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.disposal.forms import KEPT_ELSEWHERE
from qlvb.workflows.disposal.forms import certified_rows
from qlvb.workflows.mailbox.entries import ANNOTATION as LETTER
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.parsing import parse
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.readings.copies import KEY as COPIES
from qlvb.workflows.readings.copies import ReadingCopy
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.recognition.process import cache_directory
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapters
from zope.component import getUtility


RAW = (
    b"From: So Tai chinh <vanthu@stc.example>\r\nSubject: 12/STC-QLNS\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nTuyet mat\r\n'
    b'--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    + b64encode(pdf()) + b"\r\n--x--\r\n"
)


def test_the_whole_way_to_the_certificate(expired, person, login_as):
    dossier, documents = expired
    hashes = {v.sha256 for one in documents for file in IFileStore(one).kept() for v in file.versions()}
    entries = len(list(IJournal(documents[0]).entries()))
    pages = IDossierContents(dossier).totals()[1]
    assert pages
    with login_as(ARCHIVIST):
        assert getUtility(IListing).search(WORD).total == 0  # drafts are their people's
    with login_as("leminhanh"):
        assert getUtility(IListing).search(WORD).total == 1
    disposal = propose(dossier)
    begun(disposal, person)
    run()
    assert (state(disposal), state(dossier)) == ("executed", "destroyed")
    for document in documents:
        assert state(document) == "destroyed" and IFileStore(document).kept() == []
        assert IRecordContent(document).text() == "" and list(looks(document)) == []
        assert IJournal(document).verify() is None and len(list(IJournal(document).entries())) > 0
    assert len(list(IJournal(documents[0]).entries())) > entries
    for who in ("leminhanh", ARCHIVIST):
        with login_as(who):
            assert getUtility(IListing).search(WORD).total == 0
    stub = IStub(documents[0]).read()
    assert (stub["decision"], stub["decided_by"], stub["reason"]) == ("20/QĐ-SKHCN", HEAD, "expired")
    assert documents[0].subject and {one["sha256"] for one in stub["files"]} <= hashes
    sheet = ISheet(disposal)
    found = sheet.certificate
    told = json.loads(found["json"])
    assert {file["sha256"] for item in told["destroyed"] for file in item["files"]} == hashes
    assert told["decision"]["number"] == "20/QĐ-SKHCN" and told["not_destroyed"] == []
    assert sha256(found["json"].encode()).hexdigest() == found["sha256"]
    assert IDossierContents(dossier).totals() == (len(documents), pages), "how many pages it had stays"
    signer = getUtility(IStatementSigner)
    assert signer.verify(found["json"].encode(), found["signature"])["valid"]
    assert not signer.verify(found["json"].encode() + b" ", found["signature"])["valid"]
    (paper,) = [file for file in IFileStore(disposal).files() if file.current.note == "certificate"]
    assert getUtility(IPdfSigning).verify(paper.current.data())
    assert {name for name, file in sheet.components().items() if not file} == {"opinion"}
    assert last_day(disposal).year == 2059
    for record in (disposal, dossier, documents[0]):
        with pytest.raises(RecordHeld):
            record.__parent__._delObject(record.getId())
    with held(last_day(disposal)):
        disposal.__parent__._delObject(disposal.getId())


def test_cut_off_after_any_step_and_gone_on(expired, approved, person):
    dossier, documents = expired
    other, (third,) = expired_dossier(approved, "01.TH")
    disposal = propose(dossier, other)
    begun(disposal, person)
    with held(now() + timedelta(hours=25)):
        steps = 0
        while state(disposal) == "executing" and steps < 120:
            assert getUtility(IRunner).run_pending(limit=1) == 1
            steps += 1
    assert state(disposal) == "executed" and steps < 120
    assert {state(record) for record in (dossier, other, third, *documents)} == {"destroyed"}
    assert [item.oids for item in ISheet(disposal).items()] == [(), ()]


def test_a_hold_placed_meanwhile_stops_that_record(expired, approved, person):
    dossier, documents = expired
    other, (third,) = expired_dossier(approved, "01.TH")
    disposal = propose(dossier, other)
    begun(disposal, person)
    place(dossier, case="TT-99")
    run()
    assert (state(dossier), state(other), state(disposal)) == ("closed", "destroyed", "executed")
    assert IFileStore(documents[0]).files() and IFileStore(third).kept() == []
    told = json.loads(ISheet(disposal).certificate["json"])
    assert [item["UID"] for item in told["not_destroyed"]] == [dossier.UID()]
    assert told["not_destroyed"][0]["why"].count("TT-99") == 1


def test_a_hold_on_a_document_stops_its_dossier(expired, person):
    dossier, documents = expired
    disposal = propose(dossier)
    begun(disposal, person)
    place(documents[1], case="TT-7")
    run()
    assert state(dossier) == "closed" and IFileStore(documents[0]).files()


def test_what_is_destroyed_cannot_be_held(expired, person):
    disposal = propose(expired[0])
    begun(disposal, person)
    run()
    assert person(ARCHIVIST).is_refused(expired[0], "place_hold", case_number="X")[0] == 409
    assert not IHolds(expired[0]).held()


def test_a_document_of_a_longer_kept_dossier_survives(expired, approved, person):
    dossier, documents = expired
    kept = getUtility(IDossierFinder).open_from_entry(approved, "01.CNTT", "phamquochuy")
    IDossierContents(kept).add(documents[0], "leminhanh")
    hash_before = IFileStore(documents[0]).main().current.sha256
    disposal = propose(dossier)
    begun(disposal, person)
    run()
    if state(dossier) == "destroyed":
        assert state(documents[1]) == "destroyed"
    assert state(documents[0]) != "destroyed"
    assert sha256(IFileStore(documents[0]).main().current.data()).hexdigest() == hash_before


def test_the_certificate_says_that_others_keep_the_documents(expired):
    item = DisposalItem(expired[0].UID(), "dossier", "02.KT", "Chứng từ", "expired")
    assert certified_rows(item) == [("02.KT", "Chứng từ", KEPT_ELSEWHERE, "")]


def test_others_are_not_touched(expired, person):
    other = make_draft()
    disposal = propose(expired[0])
    begun(disposal, person)
    run()
    assert len(IFileStore(other).files()) == 2 and all(not look.fault for look in looks(other))


def test_what_vanished_without_a_disposal_is_an_alarm(expired):
    document = expired[1][0]
    expected = {look.expected for look in looks(document)}
    del IAnnotations(document)["qlvb.content.files"]
    found = list(looks(document))
    assert {look.fault for look in found} == {"missing"} and {look.expected for look in found} == expected


def test_copies_elsewhere_go_with_the_document(expired, monkeypatch, tmp_path):
    """The letter that it came in, reading copies, what was recognised in it and waits beside the database."""
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    entry = make_entry("skhcn", parse(RAW), RAW)
    digest = IFileStore(entry).files()[0].current.sha256
    waiting = cache_directory() / digest
    waiting.mkdir(parents=True)
    (waiting / "text").write_text("Tuyệt mật")
    letter = IAnnotations(entry)[LETTER].blob
    reading = createContentInContainer(
        api.portal.get()["skhcn"]["readings"], "Reading", checkConstraints=False, id="r1",
        record=entry.UID(), asked_for="Thư", requester="leminhanh", reader_name="", reader_body="", kind="screen",
        purpose="official", purpose_text="", asked_on=now().date(),
    )
    copy = ReadingCopy("Thư", "thu.pdf", pdf(2))
    IAnnotations(reading)[COPIES] = PersistentList([copy])
    reading.reindexObject()
    found = {letter, copy.blob._blob}
    assert found <= {blob for _name, one in getAdapters((entry,), IFurtherCopies) for blob in one.blobs()}
    erase(entry, {"decision": "1"}, "system")
    assert LETTER not in IAnnotations(entry) and copies_of(reading) == []
    for blob in found:
        with blob.open("r") as stream:
            assert stream.read() == b""
    assert waiting.exists(), "it goes once the destruction is committed: tests/functional/disposal"
