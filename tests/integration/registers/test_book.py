"""Numbers: given in order, once, and explained."""

from datetime import date
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.registers.inspection import inspect
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from zope.component import getUtility


TODAY = date(2031, 3, 3)


@pytest.fixture(autouse=True)
def held():
    with clock.held(TODAY):
        yield


@pytest.fixture
def finder(province, login_as):
    finder = getUtility(IRegisterFinder)
    finder.open_year("skhcn", 2031, "vanthuskhcn")
    return finder


@pytest.fixture
def register(finder):
    return finder.find("skhcn", "outgoing", "official_letter", "none", 2031)


@pytest.fixture
def book(register):
    return INumberBook(register)


@pytest.fixture
def document(province, login_as):
    def create(subject="V/v họp giao ban"):
        with login_as("leminhanh"):
            data = {"subject": subject, "document_type": "official_letter", "drafter": "leminhanh"}
            return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, "leminhanh")

    return create


def letter(number):
    return f"{number:02d}/SKHCN-VP"


def codes(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.status, [violation.code for violation in caught.value.violations]


def test_numbers_run_from_one(book, document):
    taken = [book.take(document(), "vanthuskhcn", TODAY, letter) for _ in range(3)]
    assert taken == [1, 2, 3]
    assert [entry.reference for entry in book.entries()] == ["01/SKHCN-VP", "02/SKHCN-VP", "03/SKHCN-VP"]
    assert book.gaps() == []
    assert book.next_number == 4


def test_the_same_record_keeps_its_number(book, document):
    record = document()
    assert book.take(record, "vanthuskhcn", TODAY) == book.take(record, "vanthuskhcn", TODAY) == 1
    assert book.entry_of(record).number == 1
    assert book.entry_of(document()) is None


def test_wrong_year_and_closed(book, register, document):
    assert codes(book.take, document(), "vanthuskhcn", date(2030, 12, 31)) == (409, ["register_wrong_year"])
    register.closed = True
    assert codes(book.take, document(), "vanthuskhcn", TODAY) == (409, ["register_closed"])
    assert codes(book.reserve, "vanthuskhcn", "giữ cho báo cáo", TODAY) == (409, ["register_closed"])
    assert book.store is None


def test_reserve_and_use(book, document):
    entry = book.reserve("vanthuskhcn", "Giữ cho báo cáo quý", date(2031, 3, 10))
    assert (entry.number, entry.status, entry.expires) == (1, "reserved", date(2031, 3, 10))
    record = document()
    assert book.take(document(), "vanthuskhcn", TODAY) == 2
    assert book.take_reserved(1, record, "vanthuskhcn", TODAY, letter) == 1
    assert [status for _when, _by, status, _reason in book.entry(1).history] == ["reserved", "taken"]
    assert list(book.listing("reserved")) == []
    assert codes(book.take_reserved, 1, document(), "vanthuskhcn", TODAY) == (409, ["number_not_reserved"])
    assert codes(book.take_reserved, 7, document(), "vanthuskhcn", TODAY) == (409, ["number_not_reserved"])


def test_reservation_needs_reason_and_future(book):
    assert codes(book.reserve, "vanthuskhcn", "  ", date(2031, 3, 2)) == (400, ["reason_missing", "expiry_past"])
    assert codes(book.reserve, "vanthuskhcn", "lý do", None) == (400, ["expiry_past"])


def test_expired_reservation_is_refused(book, document):
    book.reserve("vanthuskhcn", "Giữ cho báo cáo", TODAY)
    with clock.held(date(2031, 3, 4)):
        assert codes(book.take_reserved, 1, document(), "vanthuskhcn", date(2031, 3, 4)) == (
            409,
            ["reservation_expired"],
        )


def test_record_with_a_number_takes_no_reserved_one(book, document):
    record = document()
    book.take(record, "vanthuskhcn", TODAY)
    book.reserve("vanthuskhcn", "Giữ cho báo cáo", TODAY)
    assert codes(book.take_reserved, 2, record, "vanthuskhcn", TODAY) == (409, ["record_has_number"])
    assert book.take_reserved(1, record, "vanthuskhcn", TODAY) == 1


def test_voided_number_is_never_given_again(book, document):
    record = document()
    book.take(record, "vanthuskhcn", TODAY)
    assert codes(book.void, 1, "vanthuskhcn", "nhầm") == (400, ["reason_short"])
    assert codes(book.void, 5, "vanthuskhcn", "Ghi nhầm văn bản khác") == (404, ["number_unknown"])
    book.void(1, "vanthuskhcn", "Ghi nhầm văn bản khác")
    assert book.entry(1).status == "voided"
    assert book.entry(1).record
    assert book.entry_of(record) is None
    assert codes(book.void, 1, "vanthuskhcn", "Ghi nhầm văn bản khác") == (409, ["number_voided"])
    assert book.take(record, "vanthuskhcn", TODAY) == 2
    assert [entry.number for entry in book.listing("voided")] == [1]


def test_reference_is_unique_in_agency_and_year_however_spelled(finder, book, document):
    book.take(document(), "vanthuskhcn", TODAY, lambda number: "01/QĐ-SKHCN")
    other = INumberBook(finder.find("skhcn", "outgoing", "decision", "none", 2031))
    assert codes(other.take, document(), "vanthuskhcn", TODAY, lambda number: "1/qd skhcn") == (
        409,
        ["reference_taken"],
    )
    assert other.store is None
    finder.open_year("snv", 2031, "vanthusnv")
    elsewhere = INumberBook(finder.find("snv", "outgoing", "decision", "none", 2031))
    assert elsewhere.take(document(), "vanthusnv", TODAY, lambda number: "01/QĐ-SKHCN") == 1


def test_stored_text_is_composed(book, document):
    book.take(document(), "vanthuskhcn", TODAY, lambda number: "01/Q\u0110-SKHCN")
    entry = book.reserve("vanthuskhcn", "Giu\u031b\u0303 so\u0302\u0301", TODAY)
    assert entry.reason == "Giữ số"


def test_listing_pages(book, document):
    for _ in range(5):
        book.reserve("vanthuskhcn", "Giữ cho báo cáo", TODAY)
    book.void(2, "vanthuskhcn", "Không còn cần đến số")
    listing = book.listing(newest_first=True)
    assert len(listing) == 5
    assert [entry.number for entry in listing[0:2]] == [5, 4]
    assert [entry.number for entry in listing[4:6]] == [1]
    assert [entry.number for entry in book.listing("reserved")] == [1, 3, 4, 5]
    assert len(book.listing("taken")) == 0


def test_inspection_explains_and_finds(book, register, document):
    record = document()
    book.take(record, "vanthuskhcn", date(2031, 3, 3), letter)
    book.take(document(), "vanthuskhcn", date(2031, 3, 1), letter)
    book.reserve("vanthuskhcn", "Giữ cho báo cáo", TODAY)
    book.reserve("vanthuskhcn", "Giữ cho tờ trình", TODAY)
    book.void(4, "vanthuskhcn", "Không còn cần đến số")
    lost = document()
    book.take(lost, "vanthuskhcn", TODAY, letter)
    del book.store.entries[1]
    lost.aq_parent._delObject(lost.getId())
    found = {(finding.number, finding.code, finding.fault) for finding in inspect(register)}
    assert found == {(1, "missing", True), (3, "reserved", False), (4, "voided", False), (5, "orphan", True)}
    with clock.held(date(2031, 3, 4)):
        assert (3, "expired", True) in {(finding.number, finding.code, finding.fault) for finding in inspect(register)}


def test_inspection_finds_dates_out_of_order_and_other_references(book, register, document):
    record = document()
    book.take(record, "vanthuskhcn", date(2031, 3, 3), letter)
    book.take(document(), "vanthuskhcn", date(2031, 3, 1), letter)
    record.document_number, record.document_symbol = 9, "SKHCN-VP"
    found = {(finding.number, finding.code) for finding in inspect(register) if finding.fault}
    assert found == {(1, "reference"), (2, "order")}
