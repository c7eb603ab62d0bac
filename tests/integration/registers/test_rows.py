"""The index keeps every number as the register has it, in the same transaction."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.pending import pending
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import numbers
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.rows import rows_of
from sqlalchemy import select
import transaction
from zope.component import getUtility


pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def register(province, login_as):
    finder = getUtility(IRegisterFinder)
    finder.open_year("skhcn", 2031, "vanthuskhcn")
    return finder.find("skhcn", "outgoing", "official_letter", "none", 2031)


@pytest.fixture
def document(province):
    data = {"subject": "V/v họp giao ban", "document_type": "official_letter", "drafter": "leminhanh"}
    return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, "leminhanh")


def kept(register):
    question = select(numbers).where(numbers.c.register == register.UID()).order_by(numbers.c.number)
    with reading() as connection:
        rows = connection.execute(question).mappings().all()
    return [((row["register"], row["number"]), {**row}) for row in rows]


def said(register):
    return [((uid, number), {"register": uid, "number": number, **row}) for (uid, number), row in rows_of(register)]


def test_every_change_of_a_number_reaches_the_index(register, document):
    book = INumberBook(register)
    day = date(2031, 3, 1)
    book.take(document, "vanthuskhcn", day, lambda number: f"{number:02d}/SKHCN-VP")
    book.reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    assert kept(register) == said(register)
    taken, reserved = (row for _key, row in kept(register))
    assert (taken["status"], taken["document"], taken["reference"]) == ("taken", document.UID(), "01/SKHCN-VP")
    assert (taken["reference_key"], date.fromordinal(taken["day"])) == ("01skhcnvp", day)
    assert (reserved["status"], reserved["document"]) == ("reserved", "")
    assert date.fromordinal(reserved["day"]) == date(2031, 3, 3)
    book.void(2, "vanthuskhcn", "Hợp đồng không ký nữa")
    assert [row["status"] for _key, row in kept(register)] == ["taken", "voided"]
    assert kept(register) == said(register)


def test_a_reserved_number_that_is_used(register, document):
    book = INumberBook(register)
    book.reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    book.take_reserved(1, document, "vanthuskhcn", date(2031, 3, 2))
    assert kept(register) == said(register)
    assert [row["status"] for _key, row in kept(register)] == ["taken"]


def test_what_is_taken_back_is_not_kept(register):
    savepoint = transaction.savepoint()
    INumberBook(register).reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    assert len(kept(register)) == 1
    savepoint.rollback()
    assert kept(register) == []


def test_numbers_go_with_their_register(register):
    INumberBook(register).reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    uid = register.UID()
    register.aq_parent._delObject(register.getId())
    with reading() as connection:
        assert connection.execute(select(numbers).where(numbers.c.register == uid)).all() == []


def test_what_is_said_after_something_was_taken_back_is_kept(register):
    savepoint = transaction.savepoint()
    INumberBook(register).reserve("vanthuskhcn", "Giữ cho hợp đồng", date(2031, 4, 1))
    savepoint.rollback()
    assert pending() in transaction.get()._resources
