"""The whole check of a file: what it is, what it must say, what is wrong."""

from qlvb.content import _
from qlvb.content.files.kinds import DOCX
from qlvb.workflows.appraisal.checks import body_rules
from qlvb.workflows.appraisal.checks import capital_rules
from qlvb.workflows.appraisal.checks import foot_rules
from qlvb.workflows.appraisal.checks import head_rules
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks import sheet_rules
from qlvb.workflows.appraisal.checks.from_docx import read_docx
from qlvb.workflows.appraisal.checks.from_pdf import read_pdf
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import Finding
from qlvb.workflows.appraisal.checks.model import Findings
from qlvb.workflows.appraisal.checks.parts import Parts


PDF = "application/pdf"
READERS = {DOCX: read_docx, PDF: read_pdf}

OF_PAPER = (
    sheet_rules.check_paper,
    sheet_rules.check_margins,
    sheet_rules.check_font,
    sheet_rules.check_page_numbers,
)
OF_PARTS = (
    head_rules.check_nation,
    head_rules.check_issuer,
    head_rules.check_number,
    head_rules.check_date,
    head_rules.check_subject,
    body_rules.check_grounds,
    body_rules.check_body,
    body_rules.check_end,
    foot_rules.check_signature,
    foot_rules.check_recipients,
    foot_rules.check_urgency,
    capital_rules.check_capitals,
)


def can_check(mimetype):
    """bool: files of this type can be checked."""
    return mimetype in READERS


def check(data, mimetype, expected):
    """list of Finding of a file (bytes) against what the record says (:class:`~.model.Expected`)."""
    try:
        paper = READERS[mimetype](data)
    except Exception as error:  # whatever a damaged file makes the two readers raise
        return [unreadable(error)]
    if not paper.pieces:
        return [unreadable("")]
    findings = Findings()
    for one in OF_PAPER:
        one(paper, expected, findings)
    parts = Parts(paper)
    for one in OF_PARTS:
        one(parts, expected, findings)
    order = {rule.id: place for place, rule in enumerate(rules.RULES)}
    return sorted(findings.found, key=lambda one: (order[one.rule], one.page, one.paragraph))


def unreadable(error):
    """The finding of a file in which no words can be found."""
    message = _(
        "finding_unreadable", default="Không đọc được chữ trong tệp nên không kiểm tra được thể thức: hãy xem bằng mắt."
    )
    return Finding(rules.READABLE.id, ERROR, message, excerpt=str(error)[:120])
