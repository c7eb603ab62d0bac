"""Registers of a year: opened once, found by type, direction and secrecy."""

import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from zope.component import getUtility


@pytest.fixture
def finder(province):
    finder = getUtility(IRegisterFinder)
    finder.open_year("skhcn", 2031, "vanthuskhcn")
    return finder


def test_open_year_makes_what_is_missing(province):
    finder = getUtility(IRegisterFinder)
    created = finder.open_year("skhcn", 2031, "vanthuskhcn")
    assert len(created) == 7
    assert finder.open_year("skhcn", 2031, "vanthuskhcn") == []
    assert [entry.event for entry in IJournal(created[0]).entries()] == ["created"]
    assert created[0].title == "Công văn đi 2031"
    assert all(register.year == 2031 and not register.closed for register in created)


def test_unknown_agency_has_no_registers(province):
    finder = getUtility(IRegisterFinder)
    assert finder.open_year("khong-co", 2031, "x") == []
    assert finder.find("khong-co", "outgoing", "decision", "none", 2031) is None


@pytest.mark.parametrize(
    "direction,document_type,secrecy,expected",
    [
        ("outgoing", "official_letter", "none", "cong-van-di-2031"),
        ("outgoing", "decision", "none", "quyet-dinh-2031"),
        ("outgoing", "plan", "none", "van-ban-di-2031"),
        ("outgoing", "full_copy", "none", "ban-sao-2031"),
        ("outgoing", "official_letter", "secret", "van-ban-mat-di-2031"),
        ("outgoing", "decision", "top_secret", "van-ban-mat-di-2031"),
        ("incoming", "decision", "none", "van-ban-den-2031"),
        ("incoming", "decision", "confidential", "van-ban-mat-den-2031"),
    ],
)
def test_find(finder, direction, document_type, secrecy, expected):
    assert finder.find("skhcn", direction, document_type, secrecy, 2031).getId() == expected


def test_find_never_creates_and_skips_closed(finder, province):
    assert finder.find("skhcn", "outgoing", "decision", "none", 2032) is None
    finder.find("skhcn", "outgoing", "decision", "none", 2031).closed = True
    assert finder.find("skhcn", "outgoing", "decision", "none", 2031).getId() == "van-ban-di-2031"


def test_years(finder):
    assert 2031 in finder.years("skhcn")
    assert finder.years("skhcn") == sorted(finder.years("skhcn"), reverse=True)


def test_listing_numbers_of_an_unused_register_writes_nothing(finder):
    register = finder.find("skhcn", "outgoing", "decision", "none", 2031)
    book = INumberBook(register)
    assert (book.next_number, list(book.entries()), book.gaps(), book.entry(1)) == (1, [], [], None)
    assert book.store is None
