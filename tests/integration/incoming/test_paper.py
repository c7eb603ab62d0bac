"""A document that came on paper: record, scan and number in one go."""

from datetime import date
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.paper import register_paper
from received import blank_pdf
import transaction


DATA = {
    "subject": "V/v mời dự hội nghị",
    "document_type": "invitation",
    "original_number": "07",
    "document_symbol": "GM-STC",
    "issue_date": date(2026, 1, 5),
    "issuing_body": "Sở Tài chính",
}
SCAN = ("main", "quet.pdf", blank_pdf())


@pytest.fixture
def clerk(actors, login_as):
    with login_as("vanthusnv"):
        yield "vanthusnv"


def test_record_scan_and_number_at_once(clerk):
    document = register_paper("snv", DATA, [SCAN], by=clerk)
    assert (state_of(document), document.arrival_number, document.reference) == ("registered", 1, "07/GM-STC")
    assert (document.arrival_channel, document.paper) == ("post", True)
    assert IFileStore(document).main().current.filename == "quet.pdf"


def test_only_entered_when_it_is_not_to_be_registered_yet(clerk):
    document = register_paper("snv", DATA, [SCAN], by=clerk, accept=False)
    assert (state_of(document), document.arrival_number) == ("waiting", None)


@pytest.mark.parametrize(
    "changes,files,codes",
    [
        ({"issuing_body": ""}, [SCAN], ["field_missing"]),
        ({"subject": "x" * 501}, [SCAN], ["field_too_long"]),
        ({}, [("main", "quet.pdf", b"%PDF-1.7 broken")], ["file_broken"]),
        ({}, [("main", "quet.exe", b"MZ")], ["file_type_not_allowed"]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_stays(clerk, portal, changes, files, codes):
    section = portal["snv"]["incoming"]
    point = transaction.savepoint()
    with pytest.raises(Refused) as refused:
        register_paper("snv", {**DATA, **changes}, files, by=clerk)
    assert [violation.code for violation in refused.value.violations] == codes
    point.rollback()
    assert len(section.objectIds()) == 0


def test_a_duplicate_on_paper(clerk):
    register_paper("snv", DATA, [SCAN], by=clerk)
    with pytest.raises(Refused) as refused:
        register_paper("snv", DATA, [SCAN], by=clerk)
    assert [violation.code for violation in refused.value.violations] == ["duplicate"]
    again = register_paper("snv", {**DATA, "duplicate_reason": "Nơi gửi gửi lại bản sửa lỗi"}, [SCAN], by=clerk)
    assert again.arrival_number == 2
