"""A register as a list: filters, sorts, pages, and nothing of a record that the reader may not view."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.registers.columns import register_rows
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.numbers import FILTERS
from qlvb.content.registers.numbers import SORTS
from qlvb.content.registers.numbers import Numbers
from qlvb.content.registers.numbers import counts
from qlvb.content.violations import Refused
from zope.component import getUtility


pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def register(province, login_as):
    """A register with two letters, a decision, a held and a voided number."""
    finder = getUtility(IRegisterFinder)
    finder.open_year("skhcn", 2031, "vanthuskhcn")
    register = finder.find("skhcn", "outgoing", "official_letter", "none", 2031)
    book = INumberBook(register)
    factory = getUtility(IDocumentFactory)
    stories = [
        ("V/v họp giao ban", "official_letter", date(2031, 1, 5)),
        ("V/v mua sắm máy chủ", "official_letter", date(2031, 1, 9)),
        ("Phê duyệt đề án", "decision", date(2031, 2, 1)),
    ]
    for subject, kind, day in stories:
        data = {"subject": subject, "document_type": kind, "drafter": "leminhanh"}
        document = factory.create("OutgoingDocument", "skhcn", data, "leminhanh")
        book.take(document, "vanthuskhcn", day, lambda number: f"{number:02d}/SKHCN-VP")
    book.reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    book.reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    book.void(5, "vanthuskhcn", "Hợp đồng không ký nữa")
    return register


def found(register, sort="number", **filters):
    return Numbers(register.UID(), filters, sort).page().numbers


def test_filters(register, login_as):
    with login_as("leminhanh"):
        assert found(register) == [1, 2, 3, 4, 5]
        assert found(register, status="reserved") == [4]
        assert found(register, date_from="2031-01-09", date_to="2031-02-01") == [2, 3]
        assert found(register, document_type="decision") == [3]
        assert found(register, text="mua sam may chu") == [2]
        assert found(register, text="03/SKHCN") == [3]
        assert found(register, text="03 skhcn vp", status="taken") == [3]
        assert found(register, text="4") == [4]
        assert found(register, text="%") == []


def test_counts_are_those_of_the_tabs(register):
    assert counts(register.UID()) == {"taken": 3, "reserved": 1, "voided": 1}
    assert counts("nothing") == {"taken": 0, "reserved": 0, "voided": 0}


def test_every_sort_turns_round(register):
    for sort in SORTS:
        assert found(register, sort) == found(register, f"-{sort}")[::-1]
    assert found(register, "-date")[:2] == [5, 4]


def test_pages_by_cursor(register):
    question = Numbers(register.UID(), {}, "-number")
    first = question.page(0, 2)
    assert (first.numbers, first.total, first.previous) == ([5, 4], 5, None)
    second = question.page(2, 2, first.next)
    assert second.numbers == [3, 2]
    assert question.page(0, 2, second.previous).numbers == [5, 4]
    last = question.page(4, 2, second.next)
    assert (last.numbers, last.next) == ([1], None)


def test_who_may_not_view_a_record_finds_nothing_by_it(register, login_as):
    for document in ("V/v họp giao ban", "Phê duyệt đề án"):
        with login_as("leminhanh"):
            assert len(found(register, text=document)) == 1
        with login_as("vanthusnv"):
            assert found(register, text=document) == []
    with login_as("vanthusnv"):
        assert found(register, document_type="decision") == []
        assert found(register) == [1, 2, 3, 4, 5]
        rows = register_rows(register, INumberBook(register).entries())
        assert [row.value("subject") for row in rows] == ["register_hidden_subject"] * 3 + [""] * 2
        assert [row.url for row in rows] == [""] * 5


def test_rows_show_what_the_decree_asks_for(register, login_as):
    with login_as("leminhanh"):
        row = register_rows(register, [INumberBook(register).entry(2)])[0]
    assert (row.value("reference"), row.value("date")) == ("02/SKHCN-VP", "09/01/2031")
    assert row.value("subject").endswith("V/v mua sắm máy chủ")
    assert row.url.startswith("http")


@pytest.mark.parametrize(
    "filters", [{"status": "lost"}, {"date_from": "x"}, {"text": ["a"]}, {"text": "a\0"}, {"x": "1"}]
)
def test_bad_filters_are_named(register, filters):
    with pytest.raises(Refused) as refused:
        found(register, **filters)
    assert (refused.value.status, refused.value.violations[0].field) == (400, next(iter(filters)))
    assert set(FILTERS) == {"status", "text", "document_type", "date_from", "date_to"}


@pytest.mark.parametrize(("sort", "start", "size"), [("password", 0, 5), ("number", -1, 5), ("number", 0, 10**9)])
def test_bad_pages_are_refused(register, sort, start, size):
    with pytest.raises(Refused) as refused:
        Numbers(register.UID(), {}, sort).page(start, size)
    assert refused.value.status == 400
