"""What the registers say of a document's being passed on, from lines and deliveries."""

from datetime import date
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.registers.columns import register_rows
from qlvb.content.registers.interfaces import IHandover
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility


pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def incoming(province):
    data = {
        "subject": "V/v báo cáo tình hình",
        "document_type": "official_letter",
        "issuing_body": "Sở Tài chính",
        "original_number": "12",
        "document_symbol": "STC-VP",
        "issue_date": date(2031, 2, 28),
        "arrival_channel": "post",
    }
    return getUtility(IDocumentFactory).create("IncomingDocument", "snv", data, "vanthusnv")


def test_incoming_document_goes_to_its_lines(incoming, login_as):
    assert (IHandover(incoming).receivers, IHandover(incoming).date) == ([], None)
    with login_as("tranduclong"):
        ILines(incoming).assign("lead", "vuhaiyen", "tranduclong", "Tham mưu")
    with clock.held(date(2031, 3, 5)), login_as("tranduclong"):
        ILines(incoming).assign("information", "vanthusnv", "tranduclong")
    assert IHandover(incoming).receivers == ["Vũ Hải Yến", "Ngô Bích Liên"]
    assert IHandover(incoming).date == date(2031, 3, 3)


def test_line_of_the_incoming_register(incoming, login_as):
    finder = getUtility(IRegisterFinder)
    finder.open_year("snv", 2031, "vanthusnv")
    register = finder.find("snv", "incoming", "official_letter", "none", 2031)
    INumberBook(register).take(incoming, "vanthusnv", date(2031, 3, 3))
    with login_as("tranduclong"):
        ILines(incoming).assign("lead", "vuhaiyen", "tranduclong", "Tham mưu")
    with login_as("quantri"):
        [row] = register_rows(register, [INumberBook(register).entry(1)])
        values = [
            row.value(name)
            for name in ("arrival_date", "arrival_number", "issuing_body", "reference", "date", "receivers")
        ]
    assert values == ["03/03/2031", "1", "Sở Tài chính", "12/STC-VP", "28/02/2031", "Vũ Hải Yến"]


def test_line_that_the_reader_may_not_see(incoming, login_as):
    finder = getUtility(IRegisterFinder)
    finder.open_year("snv", 2031, "vanthusnv")
    register = finder.find("snv", "incoming", "official_letter", "none", 2031)
    INumberBook(register).take(incoming, "vanthusnv", date(2031, 3, 3))
    with login_as("leminhanh"):
        [row] = register_rows(register, [INumberBook(register).entry(1)])
    assert row.value("arrival_number") == "1"
    assert row.value("subject") == "register_hidden_subject"
    assert [row.value(name) for name in ("issuing_body", "reference", "date", "receivers", "note")] == [""] * 5


def test_outgoing_document_goes_to_its_deliveries(document):
    record = document()
    assert (IHandover(record).receivers, IHandover(record).date) == ([], None)
    rows = [
        {
            "name": "Sở Nội vụ",
            "identifier": "H99.08",
            "agency": "snv",
            "channel": "internal",
            "purpose": "for_execution",
            "address": "",
        },
    ]
    deliveries = IDeliveries(record)
    deliveries.send(rows, "vanthuskhcn")
    deliveries.move(deliveries.all()[0].id, "sent")
    assert IHandover(record).receivers == ["Sở Nội vụ"]
    assert IHandover(record).date == date(2031, 3, 3)
