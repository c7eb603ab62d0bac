"""The intake check on real files: signed and unsigned, broken, no PDF/A, lost, wrong page counts."""

from io import BytesIO
from made_files import archival
from made_files import docx
from outgoing_story import pdf
from pathlib import Path
import pikepdf
import pytest
from qlvb.content.clock import now
from qlvb.content.dossiers.contents import DOSSIER_KEY
from qlvb.content.dossiers.contents import DossierItem
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.transfer.intake.pdfa import look
from qlvb.workflows.transfer.intake.reading import facts_of
from qlvb.workflows.transfer.intake.rules import faults_of
from zope.annotation.interfaces import IAnnotations


LETTER = Path(__file__).parents[2] / "unit" / "signing" / "data" / "letter.pdf"


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
    assert look(data) == expected


def test_encrypted_and_scripted_files_are_no_archival_ones():
    with pikepdf.open(BytesIO(archival())) as found:
        locked = BytesIO()
        found.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
        found.Root.Names = pikepdf.Dictionary({"/JavaScript": pikepdf.Dictionary({"/Names": pikepdf.Array([])})})
        scripted = BytesIO()
        found.save(scripted)
    assert look(locked.getvalue())[1] is False
    assert look(scripted.getvalue())[:2] == (True, False)


def test_fonts_must_be_embedded():
    assert look(LETTER.read_bytes())[0] is True
    with pikepdf.open(BytesIO(archival())) as found:
        font = pikepdf.Dictionary({"/Type": pikepdf.Name("/Font"), "/Subtype": pikepdf.Name("/Type1"), "/BaseFont": pikepdf.Name("/Helvetica")})
        found.pages[0].Resources = pikepdf.Dictionary({"/Font": pikepdf.Dictionary({"/F1": found.make_indirect(font)})})
        stream = BytesIO()
        found.save(stream)
    assert look(stream.getvalue())[:2] == (True, False)


def test_an_incoming_draft_kept_as_docx_is_looked_at_by_its_rendition(dossier, document, clock):
    store = IFileStore(document)
    version = store.add("main", "van-ban.docx", docx(), "vanthuskhcn").current
    assert rules_of(dossier, clock) == {"format_unknown"}
    version.set_pdf(archival(1))
    assert rules_of(dossier, clock) == set()
