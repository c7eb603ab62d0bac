"""The intake check on real files: signed and unsigned, broken, no PDF/A, lost, wrong page counts."""

import clamav
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.workflows.transfer.intake.reading import document_facts
from zope.component import getUtility
from made_files import archival
from made_files import docx
from outgoing_story import pdf
import pytest
from qlvb.content.clock import now
from qlvb.content.dossiers.contents import DOSSIER_KEY
from qlvb.content.dossiers.contents import DossierItem
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.reading import facts_of
from qlvb.workflows.transfer.intake.rules import faults_of
from qlvb.workflows.transfer.intake.words import sentence
from qlvb.workflows.viruses.settings import ScannerSettings
from zope.annotation.interfaces import IAnnotations


def rules_of(dossier, today):
    return {fault.rule for fault in faults_of(facts_of(dossier), today)}


@pytest.fixture
def dossier(dossiers):
    return dossiers(1)[0]


@pytest.fixture
def document(dossier):
    return IDossierContents(dossier).documents()[0][1]


def test_a_clean_dossier(dossier, document, add_file, clock):
    add_file(document, archival(3))
    document.page_count = 3
    assert rules_of(dossier, clock) == set()


def test_a_document_without_file(dossier, clock):
    assert rules_of(dossier, clock) == {"file_missing"}


def test_a_pdf_that_is_no_pdfa(dossier, document, add_file, clock):
    add_file(document, pdf(2))
    assert rules_of(dossier, clock) == {"not_pdfa"}


def test_other_pages_than_entered(dossier, document, add_file, clock):
    add_file(document, archival(2))
    document.page_count = 5
    assert rules_of(dossier, clock) == {"pages_differ"}


def test_a_file_altered_on_the_disk(dossier, document, add_file, clock):
    version = add_file(document, archival()).current
    data = bytearray(version.data())
    data[len(data) // 2] ^= 1
    with version.blob._blob.open("w") as stream:
        stream.write(bytes(data))
    assert rules_of(dossier, clock) == {"file_damaged"}


def test_a_draft_is_called_by_its_subject(dossier, login_as):
    """"Văn bản 4" says nothing to who has to mend it."""
    values = {"subject": "V/v nâng cấp phần mềm quản lý văn bản của Sở Khoa học và Công nghệ cùng các đơn vị trực thuộc", "document_type": "official_letter"}
    with login_as("leminhanh"):
        draft = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", values, "leminhanh")
    item, _document = IDossierContents(dossier).documents()[0]
    label = document_facts(item, draft).label
    assert label.startswith("“V/v nâng cấp phần mềm quản lý văn bản") and label.endswith(" …”") and len(label) <= 82


def test_a_document_that_is_gone(dossier, document, clock):
    """The contents list of a damaged dossier may name what is not there; removing a document takes the reference along."""
    store = IAnnotations(dossier)[DOSSIER_KEY]
    store.items[7] = DossierItem(7, "0" * 32, "leminhanh", now())
    document.aq_parent._delObject(document.getId())
    assert rules_of(dossier, clock) == {"document_gone"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (archival(), (True, True, 1)),
        (pdf(2), (True, False, 2)),
        (b"%PDF-1.7\nbroken", (False, False, None)),
        (archival()[:300], (False, False, None)),
        (b"", (False, False, None)),
    ],
    ids=["archival", "plain", "broken", "cut off", "empty"],
)
def test_looking_at_pdf(data, expected):
    seen = look(data)
    assert (seen.readable, seen.archival, seen.pages) == expected


def test_an_incoming_draft_kept_as_docx_is_looked_at_by_its_rendition(dossier, document, clock):
    store = IFileStore(document)
    version = store.add("main", "van-ban.docx", docx(), "vanthuskhcn").current
    assert rules_of(dossier, clock) == {"format_unknown"}
    version.set_pdf(archival(1))
    assert rules_of(dossier, clock) == set()


def test_viruses_are_looked_for(dossier, document, add_file, clock, clamd):
    """Whatever lies beside the document is looked at, too; the result stays on the version."""
    ScannerSettings().change({"address": str(clamd)})
    main = add_file(document, archival(1))
    assert rules_of(dossier, clock) == set()
    assert main.current.virus_check.state == "clean"
    add_file(document, clamav.infected(), "so-lieu.zip", "annex")
    (fault,) = faults_of(facts_of(dossier), clock)
    assert sentence(fault) == f"Văn bản “V/v nhiệm vụ 1.0”: tệp “so-lieu.zip” nhiễm mã độc: {clamav.VIRUS}."


def test_a_scanner_that_is_down_is_a_fault_to_be_seen(dossier, document, add_file, clock, tmp_path):
    ScannerSettings().change({"address": str(tmp_path / "nobody.ctl")})
    add_file(document, archival(1))
    (fault,) = faults_of(facts_of(dossier), clock)
    assert sentence(fault) == "Văn bản “V/v nhiệm vụ 1.0”: tệp “van-ban.pdf” chưa được quét mã độc: máy quét mã độc không trả lời."
