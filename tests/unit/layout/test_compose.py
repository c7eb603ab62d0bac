"""The docx: measures, fonts, sizes and order that Phụ lục I prescribes."""

from dataclasses import replace
from datetime import date
from docx import Document
from io import BytesIO
import pytest
from qlvb.content.documents.document_types import document_types
from qlvb.content.layout.compose import compose
from qlvb.content.layout.compose import compose_plain
from qlvb.content.layout.data import Annex
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Layout
from qlvb.content.layout.data import Table
from qlvb.content.layout.templates import template_for
import unicodedata


LETTER = Layout(
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    agency="Sở Khoa học và Công nghệ",
    symbol="SKHCN-CNTT&CĐS",
    place="Sơn Hải",
    subject="Triển khai phần mềm",
    addressees=("Sở Nội vụ", "Sở Tài chính"),
    body=("Đoạn thứ nhất.", Block("clause", "Việc thứ nhất.", "1."), "Đề nghị phối hợp"),
    signature_block=("KT. Giám đốc", "Phó Giám đốc"),
    signer="Bùi Trung Kiên",
    recipients=("UBND tỉnh",),
    retained_by=("VT", "CNTT&CĐS"),
    urgency="urgent",
    annexes=(
        Annex("Danh sách", (Table(("STT", "Tên"), (("1", "A"),)),)),
        Annex("Biểu mẫu", ("Nội dung",), landscape=True),
    ),
)


@pytest.fixture(scope="module")
def letter():
    return Document(BytesIO(compose(LETTER)))


def paragraphs(container):
    """Every paragraph of a docx or cell, those in tables too, in order."""
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)
        elif item.text.strip():
            yield item


def run_of(document, text):
    return next(run for p in paragraphs(document) for run in p.runs if run.text.replace("\u00a0", "").startswith(text))


def test_page(letter):
    page = letter.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    margins = [round(side.mm, 1) for side in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)]
    assert all(20 <= side <= 25 for side in margins[:2])
    assert 30 <= margins[2] <= 35 and 15 <= margins[3] <= 20


def test_page_number_in_the_top_margin_but_not_on_page_one(letter):
    page = letter.sections[0]
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert "PAGE" not in page.first_page_header._element.xml


@pytest.mark.parametrize(
    "text, size, bold, italic",
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI", 12, False, False),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, True, False),
        ("Số:/SKHCN-CNTT&CĐS", 13, False, False),
        ("Sơn Hải, ngày", 13, False, True),
        ("V/v triển khai phần mềm", 12, False, False),
        ("Kính gửi:", 14, False, False),
        ("Đoạn thứ nhất.", 14, False, False),
        ("KT. GIÁM ĐỐC", 14, True, False),
        ("PHÓ GIÁM ĐỐC", 14, True, False),
        ("Bùi Trung Kiên", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT, CNTT&CĐS.", 11, False, False),
        ("KHẨN", 13, True, False),
        ("Phụ lục I", 14, True, False),
        ("DANH SÁCH", 14, True, False),
        ("(Kèm theo Công văn số", 14, False, True),
    ],
)
def test_sizes_and_styles(letter, text, size, bold, italic):
    run = run_of(letter, text)
    assert (run.font.size.pt, bool(run.bold), bool(run.italic)) == (size, bold, italic)
    assert run.font.name == "Times New Roman"


def test_order_of_the_parts(letter):
    text = "\n".join(p.text.replace("\u00a0", "") for p in paragraphs(letter))
    parts = ["CỘNG HÒA", "Số:", "V/v", "KHẨN", "Kính gửi", "Đoạn thứ nhất", "phối hợp./.", "Nơi nhận"]
    parts += ["KT. GIÁM ĐỐC", "Phụ lục I"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_annexes_are_sheets_of_their_own_numbered_by_themselves(letter):
    assert len(letter.sections) == 3
    assert all('w:start="1"' in section._sectPr.xml for section in letter.sections[1:])
    assert letter.sections[2].page_width > letter.sections[2].page_height


def test_tables_have_their_head_on_every_page_and_rows_in_one_piece(letter):
    table = next(one for one in letter.tables if one.rows[0].cells[0].text == "STT")
    first, second = (row._tr.trPr.xml for row in table.rows)
    assert "w:tblHeader" in first and "w:tblHeader" not in second and "w:cantSplit" in second
    long = Document(BytesIO(compose_plain("Sở", "Bảng", body=(Table(("A",), (("x" * 5000,),)),))))
    assert long.tables[0].rows[1]._tr.trPr is None


def test_a_known_number_and_date_are_printed():
    document = Document(BytesIO(compose(replace(LETTER, number=7, day=date(2026, 2, 3)))))
    assert run_of(document, "Số: 07/SKHCN-CNTT&CĐS")
    assert run_of(document, "Sơn Hải, ngày 03 tháng 02 năm 2026")


def test_texts_are_composed():
    agency, text = (unicodedata.normalize("NFD", text) for text in ("Sở Nội vụ", "Kết quả"))
    decomposed = Layout(agency=agency, body=(text,))
    xml = Document(BytesIO(compose(decomposed)))._element.xml
    assert unicodedata.is_normalized("NFC", xml)


def test_a_decision_has_grounds_and_articles():
    document = Document(BytesIO(template_for("decision", agency="Sở Nội vụ", symbol="QĐ-SNV")))
    assert run_of(document, "QUYẾT ĐỊNH:").bold
    assert run_of(document, "Theo đề nghị của").italic
    assert run_of(document, "Điều 1.").bold


@pytest.mark.parametrize("kind", [kind for kind, known in document_types().items() if known.group == "administrative"])
def test_every_kind_has_a_template(kind):
    document = Document(BytesIO(template_for(kind, agency="Sở Nội vụ", symbol="X-SNV", place="Sơn Hải")))
    text = [p.text for p in paragraphs(document)]
    assert "SỞ NỘI VỤ" in text
    name = document_types()[kind].title.split(" (")[0].upper()
    assert (name in text) is (kind not in ("official_letter", "courtesy_letter"))


def test_unknown_kind():
    with pytest.raises(KeyError):
        template_for("poem")
