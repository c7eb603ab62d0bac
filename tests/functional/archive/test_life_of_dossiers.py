"""Two dossiers of one catalogue to their end: one is destroyed and certified, one goes to the historical archive.

Nothing is waved through: real files, signatures, intake checks and packages; only the clock is simulated.
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EXECUTOR
from disposing import EXPERT
from disposing import FILE
from disposing import HEAD
from disposing import REASON
from disposing import UNIT
from disposing import state
from disposing import stores_with
from hashlib import sha256
import json
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from qlvb.content.clock import held
from qlvb.content.clock import today
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.index.interfaces import IListing
from qlvb.content.integrity.fixity import looks
from qlvb.content.integrity.interfaces import IStatementSigner
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.policy.commands.check import faults_of
from qlvb.policy.commands.check import index_faults
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.catalogues import create_catalogues
from qlvb.policy.demo.documents import run_jobs
from qlvb.policy.demo.incoming import take_on
from qlvb.policy.demo.outgoing import perform
from qlvb.policy.demo.outgoing import play_outgoing
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.telling import Outgoing
from qlvb.policy.demo.telling import Paper
from qlvb.policy.demo.texts import scan
from qlvb.workflows.disposal.candidates import expired
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.filing.new_catalogue import make_catalogue
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.checkpointing import prove_site
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.interfaces import ITransferSettings
from zope.component import getUtility


HOLDER, CLERK = "leminhanh", "vanthuskhcn"
#: No agency of the site, which would have a copy of its own to keep.
OUTSIDE = "Viện Nghiên cứu Công nghệ số Sơn Hải"
#: Words that are in the documents of the one dossier and nowhere else.
WORD = "tukhoaduynhat7719"
PERMANENT = {
    "number": 4,
    "heading": "cntt",
    "title": "Hồ sơ hạ tầng số dùng chung năm 2026",
    "retention_kind": "permanent",
    "retention_years": None,
    "holder": HOLDER,
    "note": "",
}


def catalogue_of(portal):
    """Last year's is drafted anew, gets a line more, and is approved."""
    section = portal["skhcn"]["dossiers"]
    create_catalogues(portal, 2025)
    with acting_as(ARCHIVIST):
        found = make_catalogue(section, 2026, ARCHIVIST)
    before = [row["title"] for row in section["2025"].entries]
    assert [row["title"] for row in found.entries] == [title.replace("2025", "2026") for title in before]
    found.entries = [*found.entries, PERMANENT]
    perform(found, ARCHIVIST, "approve_catalogue", {"decision": "02/QĐ-SKHCN"})
    return found


def opened(catalogue, code):
    return find_record(perform(catalogue, HOLDER, "open_dossier", {"entry": code})["uid"])


def issued(portal, subject, word):
    """A letter of the agency, signed by its head and sealed."""
    story = Outgoing(
        today(), "skhcn", "official_letter", subject, HOLDER, SIGNATORY, (f"Nội dung {word}.",), REVIEWER, ((OUTSIDE, "for_information"),)
    )
    return play_outgoing(portal, story, run_jobs, convertible=True)


def letter(subject, number):
    """A letter that came on paper, scanned, dealt with."""
    came = today()
    fields = {
        "subject": subject,
        "document_type": "official_letter",
        "issuing_body": "Công ty Phần mềm Hải Âu",
        "original_number": str(number),
        "document_symbol": "HA-DA",
        "issue_date": came - timedelta(days=2),
        "arrival_channel": "post",
        "paper_received": True,
    }
    with acting_as(CLERK):
        document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by=CLERK)
        paper = Paper(came, "skhcn", "official_letter", fields["issuing_body"], str(number), "HA-DA", subject, "waiting")
        name, data = scan(paper)
        IFileStore(document).add("main", name, data, by=CLERK)
    run_jobs()
    take_on(document, "skhcn", "finish")
    return document


def closed(dossier, documents):
    for document in documents:
        perform(document, HOLDER, "file", {"dossiers": [dossier.UID()]})
    period = {"retention_kind": dossier.retention_kind, "retention_years": dossier.retention_years}
    perform(dossier, HOLDER, "close", {"end_date": today(), **period})
    run_jobs()


def archived(dossiers):
    """Into the current archive, checked as it is, with minutes that both sides sign."""
    with acting_as(HOLDER):
        transfer = create_transfer("skhcn", {"title": "Hồ sơ công nghệ thông tin năm 2026"}, HOLDER)
    perform(transfer, HOLDER, "add_dossiers", {"dossiers": [one.UID() for one in dossiers]})
    perform(transfer, HOLDER, "submit_transfer", {})
    perform(transfer, ARCHIVIST, "check_transfer", {})
    run_jobs()
    assert [(item.state, item.faults) for item in ITransferItems(transfer).all()] == [("passed", ())] * 2
    perform(transfer, ARCHIVIST, "accept_transfer", {})
    run_jobs()
    assert [state(one) for one in (transfer, *dossiers)] == ["accepted", "archived", "archived"]
    perform(transfer, ARCHIVIST, "write_minutes", {})
    run_jobs()
    perform(transfer, HOLDER, "sign_as_giver", {})
    perform(transfer, ARCHIVIST, "sign_as_receiver", {})
    assert keeping.forms_of(transfer).signed_by() == 2


def deposited(portal, dossier):
    """To the historical archive, in a package that the worker makes."""
    ITransferSettings(portal["skhcn"]).change({"historical_source": True})
    with held(date(2027, 7, 1)), acting_as(ARCHIVIST):
        transfer = create_transfer("skhcn", {"title": "Hồ sơ vĩnh viễn năm 2026", "kind": "historical"}, ARCHIVIST)
    with held(datetime(2027, 7, 1, 9, 0)):
        perform(transfer, ARCHIVIST, "add_dossiers", {"dossiers": [dossier.UID()]})
        registration = {"registration": "NL.SKHCN.2027.01", "earliest": date(2028, 7, 1)}
        perform(transfer, ARCHIVIST, "register_historical", registration)
        run_jobs()
        perform(transfer, ARCHIVIST, "agree_historical", {"letter": "125/TTLTLS, 08/07/2027"})
    with held(date(2028, 7, 3)):
        perform(transfer, ARCHIVIST, "pack_historical", {})
        run_jobs()
    with held(datetime(2028, 7, 3, 9, 0)):
        run_jobs()
        (item,) = ITransferItems(transfer).all()
        assert (item.state, item.faults) == ("passed", ())
        packages = IDossierPackages(dossier)
        path = packages.path(packages.get(item.package))
        assert validate(path) == []
        with PackageArchive(path) as archive:
            found = read(archive)
        assert (found.kind, found.agreement, found.fields["maintenance"]) == ("SIP", "NL.SKHCN.2027.01", "01")
        assert [document.fields["subject"] for document in found.documents] == [
            document.subject for _item, document in IDossierContents(dossier).documents()
        ]
        perform(transfer, ARCHIVIST, "hand_over_historical", {"letter": "130/CV-SKHCN, 03/07/2028"})
    with held(date(2028, 8, 10)):
        perform(transfer, ARCHIVIST, "accept_historical", {"letter": "9/QĐ-TTLTLS, 10/08/2028"})
        run_jobs()
    assert (state(transfer), state(dossier)) == ("accepted", "historical")
    assert IJournal(dossier).count("act.deposit_dossier") == 1


def examined(dossier):
    """Found, proposed, examined by the council, heard about, decided, handed over for destruction: the disposal."""
    with acting_as(ARCHIVIST):
        assert expired("skhcn", date(2036, 12, 31)) == []
        assert [one.record for one in expired("skhcn", date(2037, 1, 1))] == [dossier]
        texts = {"title": "Xét hủy tài liệu năm 2037", "formation": "Hình thành năm 2026", "contents": "Hồ sơ phần mềm"}
        disposal = create_disposal("skhcn", texts, ARCHIVIST)
        add_item(disposal, dossier, "expired", ARCHIVIST)
    council = {
        "decision_number": "15/QĐ-SKHCN",
        "decision_date": today(),
        "chair": CHAIR,
        "secretary": ARCHIVIST,
        "unit": [UNIT],
        "expert": [EXPERT],
    }
    perform(disposal, ARCHIVIST, "convene", council)
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        perform(disposal, userid, "vote", {"choice": "destroy", "why": REASON})
    perform(disposal, ARCHIVIST, "conclude", {})
    assert state(disposal) == "opinion"  # sources of the historical archive ask the competent body
    said = {"number": "8/CV", "date": today(), "body": "Chi cục Lưu trữ", "file": FILE}
    perform(disposal, ARCHIVIST, "record_opinion", said)
    perform(disposal, HEAD, "decide", {"number": "20/QĐ-SKHCN", "file": FILE, "paper": True, "password": PASSWORD})
    perform(disposal, EXECUTOR, "execute_disposal", {"keeper": ARCHIVIST, "witness": UNIT, "password": PASSWORD})
    run_jobs()
    assert (state(disposal), state(dossier)) == ("executing", "archived")  # it can still be stopped
    return disposal


def hits(userid):
    with acting_as(userid):
        return getUtility(IListing).search(WORD).total


def faults(portal):
    """As ``bin/qlvb check`` finds them."""
    brains = portal.portal_catalog.unrestrictedSearchResults()
    records = [brain._unrestrictedGetObject() for brain in brains]
    return [*index_faults(), *(fault for record in records for fault in faults_of(record))]


def test_from_the_catalogue_to_the_certificate_and_to_the_historical_archive(functional_province, keys_from, office):
    portal = functional_province
    keys_from(date(2026, 1, 5))
    with held(datetime(2026, 1, 5, 9, 0)):
        getUtility(IRegisterFinder).open_year("skhcn", 2026, CLERK)
        catalogue = catalogue_of(portal)
        short, permanent = opened(catalogue, "02.CNTT"), opened(catalogue, "04.CNTT")
    with held(datetime(2026, 2, 10, 9, 0)):
        ours = [issued(portal, "V/v nghiệm thu phần mềm", WORD), letter("V/v bàn giao phần mềm", 9)]
        theirs = [issued(portal, "V/v hạ tầng số dùng chung", "khác"), letter("V/v khảo sát hạ tầng", 10)]
    with held(datetime(2026, 11, 30, 9, 0)):
        closed(short, ours)
        closed(permanent, theirs)
        make_checkpoints(portal)
    with held(datetime(2027, 6, 1, 9, 0)):
        archived([short, permanent])
    deposited(portal, permanent)
    hashes = {v.sha256 for one in (short, *ours) for file in IFileStore(one).kept() for v in file.versions()}
    assert len(hashes) >= 4 and hits(HOLDER) == 1 and stores_with(WORD, portal)
    keys_from(date(2037, 3, 2))
    with held(datetime(2037, 3, 2, 9, 0)):
        with acting_as(ARCHIVIST):
            made = IDossierPackages(short).ask("AIP", ARCHIVIST)
        run_jobs()
        package = IDossierPackages(short).path(made)
        assert package.is_file()
        disposal = examined(short)
    with held(datetime(2037, 3, 3, 10, 0)):
        run_jobs()
        make_checkpoints(portal)
        destroyed(portal, disposal, short, ours, hashes)
    assert not package.exists()
    assert [state(one) for one in (permanent, *theirs)] == ["historical", "issued", "finished"]
    assert all(not look.fault for one in (permanent, *theirs) for look in looks(one))
    assert faults(portal) == []
    proof = prove_site(portal)
    assert proof.holds and proof.uncovered == 0 and proof.checkpoints >= 2


def destroyed(portal, disposal, dossier, documents, hashes):
    """What is left of the dossier: stubs, journals, the certificate; nothing of its content anywhere."""
    assert state(disposal) == "executed", [(job.kind, job.state, job.error) for job in IJobs(disposal).all()]
    told = json.loads(ISheet(disposal).certificate["json"])
    assert {file["sha256"] for item in told["destroyed"] for file in item["files"]} == hashes
    assert (told["decision"]["number"], told["not_destroyed"]) == ("20/QĐ-SKHCN", [])
    found = ISheet(disposal).certificate
    assert sha256(found["json"].encode()).hexdigest() == found["sha256"]
    assert getUtility(IStatementSigner).verify(found["json"].encode(), found["signature"])["valid"]
    (paper,) = [file for file in IFileStore(disposal).files() if file.current.note == "certificate"]
    assert [one.verdict for one in getUtility(IPdfSigning).verify(paper.current.data())] == ["valid"]
    assert all(ISheet(disposal).components().values())
    for record in (dossier, *documents):
        assert state(record) == "destroyed" and IFileStore(record).kept() == [] and IRecordContent(record).text() == ""
        stub = IStub(record).read()
        assert (stub["decision"], stub["decided_by"], stub["executed_by"]) == ("20/QĐ-SKHCN", HEAD, EXECUTOR)
        assert {one["sha256"] for one in stub["files"]} <= hashes
        assert IJournal(record).verify() is None and IJournal(record).count("destroyed") == 1
    events = [entry.event for entry in IJournal(dossier).entries()]
    way = ["act.close", "act.archive_dossier", "disposal.proposed", "destroyed"]
    assert [event for event in events if event in way] == way
    assert [hits(who) for who in (HOLDER, ARCHIVIST, SIGNATORY)] == [0, 0, 0]
    assert stores_with(WORD, portal) == []
