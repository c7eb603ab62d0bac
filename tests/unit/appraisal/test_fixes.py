"""What the program says it can mend, it mends: the fixed file has none of these findings any more."""

from docx import Document
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from layout_faults import DECISION
from layout_faults import LETTER
from layout_faults import damaged
from layout_faults import expected_of
from layout_faults import paragraph
import pytest
from qlvb.workflows.appraisal.checks.checking import DOCX
from qlvb.workflows.appraisal.checks.checking import check
from qlvb.workflows.appraisal.checks.fixes import fix_docx
from layout_fault_table import FAULTS
from layout_fault_table import runs
from layout_fault_table import section
from layout_fault_table import words


def mended(data, layout):
    findings = check(data, DOCX, expected_of(layout))
    fixed, count = fix_docx(data, findings)
    left = check(fixed, DOCX, expected_of(layout))
    return [one for one in findings if one.fix], count, [one for one in left if one.fix]


@pytest.mark.parametrize("fault, rule, message", FAULTS, ids=[f"{rule}-{message}" for _f, rule, message in FAULTS])
def test_each_fixable_fault(fault, rule, message):
    fixable, count, left = mended(damaged(fault), LETTER)
    assert count == len(fixable) and left == []


def test_many_faults_at_once():
    def faults(document):
        for one in (
            section(left_margin=Mm(20), right_margin=Mm(30)),
            runs("CỘNG HÒA", size=Pt(14), bold=False),
            runs("Nơi nhận:", italic=False),
            runs("QUYẾT ĐỊNH", bold=False),
            words("Căn cứ Luật", "Căn cứ Luật Giao dịch điện tử."),
        ):
            one(document)

    fixable, _count, left = mended(damaged(faults, DECISION), DECISION)
    assert len(fixable) >= 6 and left == []


def test_the_words_of_the_body_are_left_alone():
    data = damaged(runs("Thực hiện", size=Pt(11), name="Arial"))
    fixed, _count = fix_docx(data, check(data, DOCX, expected_of(LETTER)))
    before, after = (paragraph(Document(BytesIO(one)), "Thực hiện").text for one in (data, fixed))
    assert before == after
