"""Documents of past years keep their numbers, break no rule, and are never there twice."""

from datetime import date
from io import BytesIO
from plone import api
from plone.app.uuid.utils import uuidToObject
from pypdf import PdfWriter
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.importing import importer as importing
from qlvb.workflows.importing.keys import ImportedKeys
from qlvb.workflows.rights.interfaces import IGrants
import transaction
from zope.component import getUtility


def imported(key):
    agency = api.portal.get()["skhcn"]
    return uuidToObject(ImportedKeys(agency).uid(key), unrestricted=True)


def register(direction, kind, year=2021):
    return getUtility(IRegisterFinder).find("skhcn", direction, kind, "none", year)


def test_outgoing_document_stands_as_issued(run, outgoing, login_as):
    outcome = run(outgoing(key="A"))
    assert (outcome.imported, outcome.refused) == (1, 0)
    document = imported("A")
    assert "/".join(document.getPhysicalPath()[2:-1]) == "skhcn/outgoing/2021/03"
    assert (state_of(document), document.reference, document.issue_date) == (
        "issued",
        "15/QĐ-SKHCN",
        date(2021, 3, 12),
    )
    assert document.drafter in (None, "")
    assert [row["name"] for row in document.recipients] == ["Sở Nội vụ", "Lưu: VT"]
    book = INumberBook(register("outgoing", "decision"))
    assert book.entry(15).record == document.UID()
    assert (book.next_number, book.gaps()) == (16, [])
    with login_as("leminhanh"):
        assert api.user.has_permission("View", obj=document)
        assert not api.user.has_permission("Modify portal content", obj=document)
    with login_as("vuhaiyen"):
        assert not api.user.has_permission("View", obj=document)


def test_journal_says_where_it_comes_from(run, incoming):
    run(incoming(key="B"))
    entries = list(IJournal(imported("B")).entries())
    assert [(entry.event, entry.actor) for entry in entries] == [("imported", "system")]
    assert entries[0].detail == {
        "file": "cu.xlsx",
        "line": 2,
        "key": "B",
        "register": "Sổ văn bản đến 2021",
        "number": 7,
    }
    assert IJournal(imported("B")).verify() is None


def test_incoming_document_stands_as_finished(run, incoming):
    run(incoming(key="B"))
    document = imported("B")
    assert (state_of(document), document.arrival_number, document.original_number) == ("finished", 7, "099")
    assert (document.arrival_date, document.document_symbol) == (date(2021, 3, 15), "TB-HS")


def test_it_is_found_in_its_list(run, outgoing, login_as):
    run(outgoing(key="A", subject="Quyết định chưa từng thấy"))
    with login_as("leminhanh"):
        page = getUtility(IListing).query("outgoing.all", filters={"year": 2021})
    assert [row.subject for row in page.rows] == ["Quyết định chưa từng thấy"]


def test_same_rows_again_import_nothing(run, outgoing, incoming):
    rows = [outgoing(), incoming()]
    assert run(*rows).imported == 2
    again = run(*rows)
    assert (again.imported, again.known, again.refused) == (0, 2, 0)
    assert len(api.portal.get()["skhcn"]["outgoing"]["2021"]["03"]) == 1


def test_run_goes_on_where_it_was_cut_off(run, outgoing, monkeypatch):
    rows = [outgoing(key=str(number), reference=f"{number}/QĐ-SKHCN") for number in range(1, 8)]
    real, calls = importing.enter, []

    def dying(*arguments):
        calls.append(1)
        if len(calls) == 6:
            raise SystemExit("killed")
        return real(*arguments)

    monkeypatch.setattr(importing, "enter", dying)
    with pytest.raises(SystemExit):
        run(*rows, batch=2)
    transaction.abort()
    assert INumberBook(register("outgoing", "decision")).next_number == 5
    monkeypatch.setattr(importing, "enter", real)
    outcome = run(*rows, batch=2)
    assert (outcome.imported, outcome.known) == (3, 4)
    assert len(list(INumberBook(register("outgoing", "decision")).entries())) == 7


def test_a_row_refused_at_the_last_moment_takes_no_other_along(run, outgoing, monkeypatch, codes):
    """What was checked before may be refused when it is written; without files there is no savepoint to go back to."""
    rows = [outgoing(key=str(number), reference=f"{number}/QĐ-SKHCN") for number in range(1, 5)]
    real = importing.enter

    def picky(checked, *arguments):
        document = real(checked, *arguments)
        if checked.key == "3":
            raise Refused(Violation("reference", "late", "Muộn"), status=409)
        return document

    monkeypatch.setattr(importing, "enter", picky)
    outcome = run(*rows, batch=4)
    assert (outcome.imported, outcome.known, outcome.refused) == (3, 0, 1)
    assert {code for _line, _field, code in codes(outcome)} == {"late"}
    assert imported("3") is None
    assert len(list(INumberBook(register("outgoing", "decision")).entries())) == 3


def test_check_changes_nothing(run, outgoing, incoming):
    outcome = run(outgoing(), incoming(), outgoing(subject=""), only_check=True)
    assert (outcome.imported, outcome.refused) == (2, 1)
    transaction.begin()
    assert "2021" not in api.portal.get()["skhcn"]["outgoing"]
    assert getUtility(IRegisterFinder).registers("skhcn", 2021) == []


def test_check_and_run_refuse_the_same(run, outgoing, incoming, codes):
    rows = [
        outgoing(key="1"),
        outgoing(key="2", subject="Khác"),
        outgoing(key="3", reference="16/QĐ-SKHCN", signatory_name="", recipients=""),
        outgoing(key="4", document_type="không có", issue_date="32/01/2021"),
        outgoing(key="5", agency="nowhere"),
        outgoing(key="6", reference="17/QĐ-SKHCN", colour="đỏ"),
        outgoing(key="7", reference="", issue_date="01/01/2999"),
        outgoing(key="8", reference="18/QĐ-SKHCN", secrecy="Mật"),
        outgoing(key="9", reference="19/QĐ-SKHCN", secrecy="Mật", readers="vuhaiyen"),
        outgoing(key="9", reference="20/QĐ-SKHCN"),
        incoming(key="10", issue_date="16/03/2021"),
        incoming(key="11", register="Sổ không có"),
        {"": "[1"},
        incoming(key="12", files="../../etc/passwd"),
    ]
    checked = run(*rows, only_check=True)
    assert codes(checked) == {
        (3, "document_number", "number_twice"),
        (4, "signatory_name", "field_missing"),
        (4, "recipients", "field_missing"),
        (5, "document_type", "field_not_allowed"),
        (5, "issue_date", "date_unreadable"),
        (6, "agency", "agency_unknown"),
        (7, "colour", "field_unknown"),
        (8, "document_number", "field_missing"),
        (8, "issue_date", "date_in_future"),
        (9, "readers", "readers_missing"),
        (10, "readers", "reader_unknown"),
        (11, "key", "key_twice"),
        (12, "issue_date", "issue_after_arrival"),
        (13, "register", "register_unknown"),
        (14, "", "row_unreadable"),
        (15, "files", "file_missing"),
    }
    assert checked.imported == 1
    assert codes(run(*rows)) == codes(checked)


def test_taken_number_is_refused(run, outgoing, codes):
    run(outgoing(key="1"))
    again = run(outgoing(key="2", subject="Khác"))
    assert codes(again) == {(2, "document_number", "number_taken")}


def test_reference_is_unique_in_the_year_whatever_the_register(run, outgoing, codes):
    run(outgoing(key="1"))
    other = run(outgoing(key="2", register="Công văn đi 2021"))
    assert codes(other) == {(2, "document_symbol", "reference_taken")}


def test_gaps_of_an_older_book_are_no_fault_and_can_be_filled(run, outgoing):
    run(outgoing(key="1"), outgoing(key="2", reference="3/QĐ-SKHCN"))
    book = INumberBook(register("outgoing", "decision"))
    assert book.gaps() == []
    assert [entry.number for entry in book.listing()] == [3, 15]
    assert run(outgoing(key="3", reference="4/QĐ-SKHCN")).imported == 1
    assert book.next_number == 16


def test_numbers_go_on_after_those_of_the_older_book(run, incoming):
    run(incoming(key="1", arrival_number="41"))
    document = imported("1")
    other = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", {"subject": "Mới"}, "vanthuskhcn")
    book = INumberBook(register("incoming", "notice"))
    assert book.take(other, "vanthuskhcn", date(2021, 12, 1)) == 42
    assert book.take(document, "vanthuskhcn", date(2021, 12, 1)) == 41
    assert book.gaps() == []


def test_nothing_is_put_behind_numbers_of_this_site(run, incoming, codes):
    year = clock.today().year
    getUtility(IRegisterFinder).open_year("skhcn", year, "quantri")
    book = INumberBook(register("incoming", "notice", year))
    other = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", {"subject": "Mới"}, "vanthuskhcn")
    book.take(other, "vanthuskhcn", date(year, 1, 1))
    transaction.commit()
    day = f"01/01/{year}"
    outcome = run(incoming(arrival_number="500", arrival_date=day, issue_date=day))
    assert codes(outcome) == {(2, "arrival_number", "register_in_use")}


def test_closed_register_takes_nothing(run, incoming, codes):
    getUtility(IRegisterFinder).open_year("skhcn", 2021, "quantri")
    register("incoming", "notice").closed = True
    transaction.commit()
    assert codes(run(incoming())) == {(2, "register", "register_closed")}


def test_secret_document_is_for_its_readers(run, outgoing, login_as):
    outcome = run(outgoing(key="S", secrecy="Tối mật", readers="nguyenthithuha; vanthuskhcn"))
    assert outcome.problems == []
    document = imported("S")
    assert {grant.principal for grant in IGrants(document).all()} == {"nguyenthithuha", "vanthuskhcn"}
    with login_as("nguyenthithuha"):
        assert api.user.has_permission("View", obj=document)
    with login_as("leminhanh"):
        assert not api.user.has_permission("View", obj=document)


def test_files_come_along(run, outgoing, tmp_path):
    (tmp_path / "15.pdf").write_bytes(made_pdf())
    (tmp_path / "so-lieu.csv.exe").write_bytes(b"MZ")
    good = outgoing(key="F", files="15.pdf")
    bad = outgoing(key="G", reference="16/QĐ-SKHCN", files="so-lieu.csv.exe")
    outcome = run(good, bad, folder=tmp_path)
    assert (outcome.imported, outcome.refused) == (1, 1)
    assert [problem.row.line for problem in outcome.problems] == [3]
    assert [(stored.role, stored.current.filename) for stored in IFileStore(imported("F")).files()] == [
        ("main", "15.pdf")
    ]
    assert INumberBook(register("outgoing", "decision")).entry(16) is None


def made_pdf():
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
