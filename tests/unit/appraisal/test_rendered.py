"""The checks on the PDF that LibreOffice makes of a composed draft: no false alarm, and faults that a PDF shows."""

from dataclasses import replace
from docx.shared import Mm
from docx.shared import Pt
from functools import cache
from layout_fault_table import runs
from layout_fault_table import section
from layout_fault_table import without_page_number
from layout_fault_table import words
from layout_faults import DECISION
from layout_faults import LETTER
from layout_faults import damaged
from layout_faults import expected_of
import pytest
from qlvb.content.layout.compose import compose
from qlvb.workflows.appraisal.checks.checking import PDF
from qlvb.workflows.appraisal.checks.checking import check
from qlvb.workflows.renditions.libreoffice import LibreOffice


pytestmark = pytest.mark.libreoffice
LONG = replace(LETTER, body=LETTER.body[:1] * 24 + LETTER.body[1:])


@cache
def rendered(data):
    return LibreOffice().convert(data, ".docx")


def found(data, layout):
    return [(one.rule, str(one.message)) for one in check(rendered(data), PDF, expected_of(layout))]


@pytest.mark.parametrize("layout", [LETTER, DECISION, LONG])
def test_no_false_alarm(layout):
    assert found(compose(layout), layout) == []


@pytest.mark.parametrize(
    "fault, rule, message",
    [
        (section(page_width=Mm(216), page_height=Mm(279)), "paper", "finding_paper"),
        (section(left_margin=Mm(15)), "margins", "finding_margin"),
        (runs("CỘNG HÒA", bold=False), "nation", "finding_not_bold"),
        (runs("Độc lập", size=Pt(11)), "motto", "finding_size"),
        (runs("Nơi nhận:", italic=False), "recipients", "finding_not_italic"),
        (words("Số:", "Số:     /SKHCN-VP"), "number", "finding_symbol"),
        (without_page_number, "page_numbers", "finding_number_missing"),
    ],
)
def test_faults_that_a_pdf_shows(fault, rule, message):
    assert (rule, message) in found(damaged(fault, LONG), LONG)
