"""Rows of an import, and runs that commit."""

import pytest
from qlvb.workflows.importing.importer import Importer
from qlvb.workflows.importing.interfaces import Row
import transaction


OUTGOING = {
    "direction": "đi",
    "agency": "skhcn",
    "reference": "15/QĐ-SKHCN",
    "issue_date": "12/03/2021",
    "document_type": "Quyết định",
    "subject": "Quyết định thành lập tổ công tác",
    "signatory_name": "Nguyễn Văn Xưa",
    "recipients": "Sở Nội vụ; Lưu: VT",
}
INCOMING = {
    "direction": "đến",
    "agency": "skhcn",
    "arrival_number": "7",
    "arrival_date": "15/03/2021",
    "reference": "099/TB-HS",
    "issue_date": "12/03/2021",
    "document_type": "notice",
    "subject": "Thông báo lịch nghỉ",
    "issuing_body": "Công ty Hải Sơn",
}


@pytest.fixture
def outgoing():
    return lambda **cells: {**OUTGOING, **cells}


@pytest.fixture
def incoming():
    return lambda **cells: {**INCOMING, **cells}


@pytest.fixture
def run(functional_province):
    """Run the importer over rows (dicts of cells), the first in line 2; returns the Outcome."""
    transaction.commit()

    def _run(*rows, **options):
        importer = Importer("system", source="cu.xlsx", **options)
        return importer.run(Row("", line, cells) for line, cells in enumerate(rows, start=2))

    return _run


@pytest.fixture
def codes():
    """{(line, field, code)} of an Outcome."""
    return lambda outcome: {(one.row.line, one.violation.field, one.violation.code) for one in outcome.problems}
