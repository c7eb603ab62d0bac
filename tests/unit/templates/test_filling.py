"""Templates are checked when they come in: broken and unknown fields by name, and no way out of the sandbox."""

from docx import Document
from io import BytesIO
import pytest
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.fields import examples
from qlvb.content.templates.filling import fill
from qlvb.content.templates.filling import template_violations
from zipfile import ZipFile


def docx(*paragraphs):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def text_of(data):
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def codes(data):
    return [violation.code for violation in template_violations(data)]


def test_fields_are_filled_and_text_stays_text():
    data = docx("{{ co_quan }}: {{ trich_yeu }}", "{%p for name in noi_nhan %}", "- {{ name }}", "{%p endfor %}")
    assert template_violations(data) == []
    filled = text_of(fill(data, {**examples(), "trich_yeu": "A & B <b>đậm</b>", "noi_nhan": ["Sở A", "Sở B"]}))
    assert filled == "Sở Khoa học và Công nghệ: A & B <b>đậm</b>\n- Sở A\n- Sở B"


def test_unknown_fields_are_named():
    found = template_violations(docx("{{ co_quan }} {{ ten_sai }} {{ khac }}"))
    assert [violation.code for violation in found] == ["template_unknown_field"] * 2
    assert [violation.message.mapping["field"] for violation in found] == ["khac", "ten_sai"]
    assert {violation.message.mapping["place"] for violation in found} == {"{{ co_quan }} {{ ten_sai }} {{ khac }}"}
    (mistyped,) = template_violations(docx("{{ co_quan }}", "V/v {{ trich_yue }}"))
    assert mistyped.message == "violation_docx_template_unknown_like"
    assert mistyped.message.mapping == {"field": "trich_yue", "place": "V/v {{ trich_yue }}", "known": "trich_yeu"}


@pytest.mark.parametrize(
    "text, said",
    [
        ("Số: {{ co_quan }", "violation_docx_template_unpaired"),
        ("{{ trich_yeu", "violation_docx_template_unpaired"),
        ("{% if co_quan", "violation_docx_template_unpaired"),
        ("{% if co_quan %}", "violation_docx_template_block_at"),
        ("{% for name in noi_nhan %}{{ name }}", "violation_docx_template_block_at"),
        ("{% if co_quan %}{{ 1 / 0 }}{% endif %}", "violation_docx_template_broken"),
        ("{{ co_quan.khong_co }}", "violation_docx_template_broken"),
        ("{{ 1 / 0 }}", "violation_docx_template_broken"),
        ("{{ trich_yeu + 1 }}", "violation_docx_template_broken"),
        ("{{ trich yeu }}", "violation_docx_template_broken"),
    ],
)
def test_broken_fields(text, said):
    [fault] = template_violations(docx("{{ co_quan }}", text))
    assert (fault.code, fault.message) == ("template_broken", said)
    assert fault.message.mapping["place"] == text


def test_every_field_left_open_is_named():
    found = template_violations(docx("{{ co_quan }", "{{ trich_yeu }}", "{{ luu"))
    assert [fault.message.mapping["place"] for fault in found] == ["{{ co_quan }", "{{ luu"]


def test_a_block_over_several_paragraphs():
    [fault] = template_violations(docx("{%p for name in noi_nhan %}", "- {{ name }}"))
    assert (fault.code, fault.message) == ("template_broken", "violation_docx_template_block")


@pytest.mark.parametrize(
    "text",
    [
        "{{ co_quan.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{% for number in range(999999999) %}x{% endfor %}",
        "{{ noi_nhan.append('x') }}",
    ],
)
def test_nothing_gets_out_of_the_sandbox(text):
    assert codes(docx(text)) != []


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_docx(data):
    assert codes(data) == ["template_no_docx"]


@pytest.mark.parametrize("kind", ["official_letter", "decision", "report", "plan", "minutes", "invitation"])
def test_the_forms_of_the_decree_are_templates(kind):
    data = decree_template(kind)
    assert template_violations(data) == []
    with ZipFile(BytesIO(fill(data, examples()))) as archive:
        written = archive.read("word/document.xml").decode("utf-8")
    assert "{{" not in written and "⟦" not in written and "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in written
