"""The table of remarks as files that the programs of the office open."""

from docx import Document
from io import BytesIO
from openpyxl import load_workbook
from qlvb.workflows.consultation.writing import write_docx
from qlvb.workflows.consultation.writing import write_xlsx


HEAD = ["TT", "Vị trí", "Ý kiến", "Ai", "Xử lý", "Giải trình"]
ROWS = [["1", "Điều 2", "=1+1", "Phòng \x0bKế hoạch", "Tiếp thu", ""]]


def test_docx():
    document = Document(BytesIO(write_docx("Sở A", "Bảng tổng hợp", "V/v …", ["Đã hỏi 3"], HEAD, ROWS)))
    assert [paragraph.text for paragraph in document.paragraphs] == ["SỞ A", "BẢNG TỔNG HỢP", "V/v …", "Đã hỏi 3"]
    grid = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert grid == [HEAD, ["1", "Điều 2", "=1+1", "Phòng Kế hoạch", "Tiếp thu", ""]]


def test_xlsx_keeps_text_that_looks_like_a_formula():
    sheet = load_workbook(BytesIO(write_xlsx("Sở A", "Bảng", "V/v", ["Đã hỏi 3"], HEAD, ROWS))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "SỞ A" and rows[5][:3] == ["TT", "Vị trí", "Ý kiến"]
    assert rows[6][2] == "=1+1" and sheet.cell(7, 3).data_type == "s"
