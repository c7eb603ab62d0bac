"""No false alarm on what the product composes itself; a table of seeded faults, each found, each with its rule."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from dataclasses import replace
from layout_faults import DECISION
from layout_faults import LETTER
from layout_faults import damaged
from layout_faults import expected_of
from layout_fault_table import FAULTS
from layout_fault_table import layout_of
from layout_fault_table import runs
from layout_fault_table import words
import pytest
from qlvb.content.layout.compose import compose
from qlvb.content.layout.templates import BODY
from qlvb.workflows.appraisal.checks.checking import DOCX
from qlvb.workflows.appraisal.checks.checking import PDF
from qlvb.workflows.appraisal.checks.checking import check
from qlvb.workflows.appraisal.checks.rules import BY_ID


def found(data, layout=LETTER):
    return [(one.rule, str(one.message)) for one in check(data, DOCX, expected_of(layout))]


@pytest.mark.parametrize(
    "layout",
    [
        LETTER,
        DECISION,
        replace(LETTER, urgency="urgent"),
        replace(LETTER, urgency="express", addressees=("Sở Nội vụ",)),
        replace(LETTER, signature_block=("TUQ. Giám đốc", "Chánh Văn phòng"), circulation="Lưu hành nội bộ"),
        replace(LETTER, address="Số 12 đường Bờ Biển, tỉnh Sơn Hải", drafter_mark="PL.(300)"),
    ],
)
def test_no_false_alarm(layout):
    assert found(compose(layout), layout) == []


@pytest.mark.parametrize("fault, rule, message", FAULTS, ids=[f"{rule}-{message}-{n}" for n, (_f, rule, message) in enumerate(FAULTS)])
def test_seeded_faults_are_found(fault, rule, message):
    assert (rule, message) in found(damaged(fault))


@pytest.mark.parametrize(
    "fault, rule, message",
    [
        (runs("QUYẾT ĐỊNH", bold=False), "subject", "finding_not_bold"),
        (layout_of("QUYẾT ĐỊNH", alignment=WD_ALIGN_PARAGRAPH.LEFT), "subject", "finding_centre"),
        (words("Ban hành Quy", "Ban hành quy định khác"), "subject", "finding_subject"),
        (runs("Căn cứ Luật", italic=False), "grounds", "finding_not_italic"),
        (words("Căn cứ Luật", "Căn cứ Luật Giao dịch điện tử."), "grounds", "finding_ground_end"),
    ],
)
def test_seeded_faults_of_a_decision(fault, rule, message):
    assert (rule, message) in found(damaged(fault, DECISION), DECISION)


def test_every_rule_has_its_source_and_a_fault_that_breaks_it():
    assert all(rule.source.startswith("NĐ 30/2020") for rule in BY_ID.values())
    broken = {rule for _fault, rule, _message in FAULTS} | {"grounds", "urgency", "readable"}
    assert broken == set(BY_ID)


@pytest.mark.parametrize("mimetype", [DOCX, PDF])
def test_damaged_files_are_said_to_be_unreadable(mimetype):
    assert [one.rule for one in check(b"no file at all", mimetype, expected_of(LETTER))] == ["readable"]


def test_another_urgency_than_the_record_says():
    data = compose(replace(LETTER, urgency="urgent"))
    messages = [message for _rule, message in found(data, replace(LETTER, urgency="express"))]
    assert messages == ["finding_urgency", "finding_urgency_other"]


def test_what_a_template_leaves_to_be_written_is_found():
    body = ("Ngày [ngày tháng năm] họp tại trụ sở.", BODY, "Theo Điều 5 [1] của Luật.")
    data = replace(LETTER, body=body)
    assert found(compose(data), data).count(("body", "finding_left_open")) == 2
