"""A scan in no archival form gets a copy that is PDF/A; the scan stays, and what others signed is left alone."""

from datetime import date
from made_files import archival
from made_files import pdf as plain_pdf
from made_files import text_pdf
from plone.namedfile.file import NamedFile
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.importing.entering import States
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.transfer.intake.pdfa.looking import look
from scanned import paper_scan
from zope.component import getUtility


REASON = "Lưu trữ trả lại vì tệp quét chưa là PDF/A"


def received(dossier, data, filename="ban-quet.pdf"):
    fields = {"subject": "V/v bàn giao phần mềm", "document_type": "official_letter", "issue_date": date(2031, 2, 1)}
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
    IFileStore(document).add("main", filename, data, by="vanthuskhcn")
    States().enter(document, "finished", "vanthuskhcn")
    IGrants(document).grant("leminhanh", "Participant", "sharing", "import")
    IDossierContents(dossier).add(document, "leminhanh")
    return document


@pytest.fixture
def scan(held, dossier):
    return received(dossier, paper_scan())


def upload(data):
    return NamedFile(data=data, filename="ban-pdfa.pdf")


@pytest.mark.parametrize("regular", [True, False])
@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_made_of_the_scan_itself(held, dossier, perform, login_as, mode, regular):
    scan = received(dossier, paper_scan(mode=mode, regular=regular))
    (stored,) = IFileStore(scan).files("main")
    assert not look(stored.current.data()).archival
    before = stored.current.sha256
    perform("vanthuskhcn", scan, "give_archival_form", of=stored.id, file=None, reason=REASON)
    first, second = stored.versions()
    assert (first.sha256, first.filename) == (before, second.filename)
    assert look(second.data()).archival and second.note == REASON
    converted = next(iter(IJournal(scan).entries(newest_first=True, events=("file_converted",))))
    assert (converted.detail["of"], converted.detail["sha256"]) == (before, second.sha256)
    assert IJournal(scan).verify() is None
    with login_as("vanthuskhcn"):
        assert "give_archival_form" not in [act.id for act, _violations in IActs(scan).possible()]


def test_a_file_made_elsewhere_by_the_holder(scan, perform, refused):
    (stored,) = IFileStore(scan).files("main")
    wanted = {"of": stored.id, "reason": REASON}
    assert refused("leminhanh", scan, "give_archival_form", file=upload(plain_pdf()), **wanted) == (400, {"not_pdfa"})
    assert refused("leminhanh", scan, "give_archival_form", file=upload(archival(2)), **wanted) == (400, {"pages_differ"})
    assert refused("leminhanh", scan, "give_archival_form", file=upload(b"no pdf"), **wanted) == (400, {"not_pdfa"})
    assert refused("phamquochuy", scan, "give_archival_form", file=None, **wanted)[0] == 403
    assert len(stored.versions()) == 1
    perform("leminhanh", scan, "give_archival_form", file=upload(archival(1)), **wanted)
    assert [one.number for one in stored.versions()] == [1, 2]


def test_what_is_no_scan_needs_a_file(held, dossier, refused):
    letter = received(dossier, text_pdf("Kính gửi Sở"))
    (stored,) = IFileStore(letter).files("main")
    found = refused("vanthuskhcn", letter, "give_archival_form", of=stored.id, file=None, reason=REASON)
    assert found == (400, {"file_missing"})


def test_not_when_the_archive_has_it(scan, dossier, refused):
    (stored,) = IFileStore(scan).files("main")
    fire(dossier, "close")
    fire(dossier, "archive")
    found = refused("vanthuskhcn", scan, "give_archival_form", of=stored.id, file=None, reason=REASON)
    assert found == (409, {"too_late"})
