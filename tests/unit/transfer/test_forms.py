"""The forms of NĐ 30/2020 Phụ lục V, word for word."""

from datetime import date
from docx import Document
from io import BytesIO
import pytest
from qlvb.workflows.transfer.forms.data import Line
from qlvb.workflows.transfer.forms.data import Paper
from qlvb.workflows.transfer.forms.drawing import LIST_COLUMNS
from qlvb.workflows.transfer.forms.drawing import draw_list
from qlvb.workflows.transfer.forms.drawing import draw_minutes
from qlvb.workflows.transfer.forms.words import in_words


PAPER = Paper(
    agency="Sở Khoa học và Công nghệ",
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    unit="Phòng Quản lý khoa học",
    place="Sơn Hải",
    day=date(2026, 11, 5),
    year=2026,
    number=3,
    title="Hồ sơ đề tài khoa học năm 2025",
    basis="Kế hoạch thu thập tài liệu số 12/KH-SKHCN;\nDanh mục hồ sơ năm 2025.",
    giver=("Lê Minh Anh", "Chuyên viên"),
    receiver=("Hoàng Văn Lưu", "Lưu trữ viên"),
    receiving="Lưu trữ hiện hành của cơ quan",
    lines=(
        Line("01.QLKH", "Hồ sơ đề tài A", "06/01/2025 – 01/12/2025", "10 năm", 120, "", date(2025, 1, 6), date(2025, 12, 1)),
        Line("02.QLKH", "Hồ sơ đề tài B", "03/02/2025 – 30/12/2025", "Vĩnh viễn", 45, "Có bản giấy", date(2025, 2, 3), date(2025, 12, 30)),
    ),
    files=14,
    boxes=2,
    paper_dossiers=1,
    metres="0,2",
    condition="Đầy đủ, nguyên vẹn.",
)


def read(data):
    """(list of lines of paragraphs and head cells, rows of the table with lines)."""
    document = Document(BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    cells = [paragraph.text for table in document.tables for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]
    rows = [[cell.text for cell in row.cells] for table in document.tables if len(table.columns) == 7 for row in table.rows]
    return [*texts, *cells], rows


def test_the_list_has_the_seven_columns_and_its_closing_line():
    words, rows = read(draw_list(PAPER))
    assert tuple(rows[0]) == LIST_COLUMNS
    assert rows[1] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]
    assert rows[3] == ["2", "02.QLKH", "Hồ sơ đề tài B", "03/02/2025 – 30/12/2025", "Vĩnh viễn", "45", "Có bản giấy"]
    for line in (
        "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU",
        "Năm 2026",
        "Mục lục này gồm: 2 hồ sơ (đơn vị bảo quản).",
        "Viết bằng chữ: Hai hồ sơ (đơn vị bảo quản).",
        "Sơn Hải, ngày 05 tháng 11 năm 2026",
        "NGƯỜI LẬP",
        "Lê Minh Anh",
    ):
        assert line in words, line


def test_the_minutes_have_every_item_of_the_form():
    words, _rows = read(draw_minutes(PAPER))
    for line in (
        "BIÊN BẢN",
        "Giao nhận hồ sơ, tài liệu",
        "Số: 03/BBGN",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Căn cứ Kế hoạch thu thập tài liệu số 12/KH-SKHCN;",
        "Căn cứ Danh mục hồ sơ năm 2025,",
        "Chúng tôi gồm:",
        "BÊN GIAO: Phòng Quản lý khoa học",
        "Ông (bà): Lê Minh Anh",
        "Chức vụ công tác/chức danh: Chuyên viên",
        "BÊN NHẬN: Lưu trữ hiện hành của cơ quan",
        "1. Tên khối tài liệu giao nộp: Hồ sơ đề tài khoa học năm 2025",
        "2. Thời gian của hồ sơ, tài liệu: từ 06/01/2025 đến 30/12/2025",
        "- Tổng số hộp (cặp): 2",
        "- Tổng số hồ sơ (đơn vị bảo quản): 1. Quy ra mét giá: 0,2 mét",
        "- Tổng số hồ sơ: 2",
        "- Tổng số tệp tin trong hồ sơ: 14",
        "4. Tình trạng tài liệu giao nộp: Đầy đủ, nguyên vẹn.",
        "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.",
        "ĐẠI DIỆN BÊN GIAO",
        "ĐẠI DIỆN BÊN NHẬN",
        "Hoàng Văn Lưu",
    ):
        assert line in words, line


def test_the_signatures_of_the_minutes_take_text_along_to_the_next_page():
    document = Document(BytesIO(draw_minutes(PAPER)))
    kept = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.keep_with_next]
    assert kept[-2:] == [
        "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.",
        "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./.",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1000, "một nghìn"),
        (1004, "một nghìn không trăm linh bốn"),
        (12345, "mười hai nghìn ba trăm bốn mươi lăm"),
        (1000001, "một triệu không trăm linh một"),
    ],
)
def test_numbers_in_words(number, words):
    assert in_words(number) == words
