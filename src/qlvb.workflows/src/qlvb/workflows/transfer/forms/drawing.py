"""Mục lục hồ sơ, tài liệu nộp lưu and Biên bản giao nhận as docx, in the words and columns of NĐ 30/2020 Phụ lục V.
Pure.
"""

from io import BytesIO
from qlvb.content.layout import lines as layout_lines
from qlvb.content.layout import styling
from qlvb.content.layout.body import write_blocks
from qlvb.content.layout.compose import TEXT_WIDTH
from qlvb.content.layout.compose import blank_sheet
from qlvb.content.layout.data import Layout
from qlvb.content.layout.data import Table
from qlvb.content.layout.heading import write_bodies
from qlvb.content.layout.styling import CENTRE
from qlvb.content.layout.styling import add
from qlvb.workflows.signing.counterparts import GIVING
from qlvb.workflows.signing.counterparts import RECEIVING
from qlvb.workflows.signing.counterparts import SIGN
from qlvb.workflows.transfer.forms.words import in_words


LIST_COLUMNS = (
    "Số TT",
    "Số, ký hiệu hồ sơ",
    "Tiêu đề hồ sơ",
    "Thời gian tài liệu",
    "Thời hạn bảo quản",
    "Số tờ/ Số trang",
    "Ghi chú",
)
LIST_WIDTHS = (5, 13, 26, 13, 10, 9, 9)
SYMBOL = "BBGN"
MAKER = "NGƯỜI LẬP"
#: Paragraphs at the end of the minutes that go with the signatures to the next page: nobody signs a page without text.
CLOSING = 2
#: Room for the signature above the name, in points.
ROOM = 80


def draw_list(paper):
    """Mục lục hồ sơ, tài liệu nộp lưu of a Paper: bytes of a docx."""
    document = blank_sheet("Mục lục hồ sơ, tài liệu nộp lưu", paper.agency)
    table = styling.grid(document, (TEXT_WIDTH * 0.55, TEXT_WIDTH * 0.45))
    _bodies(table.rows[0].cells[0], paper)
    add(document, "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", 14, CENTRE, bold=True, before=14)
    add(document, f"Năm {paper.year}", 14, CENTRE, bold=True, after=8)
    numbers = tuple(f"({column})" for column in range(1, len(LIST_COLUMNS) + 1))
    rows = [
        (f"{place}", line.code, line.title, line.span, line.period, f"{line.pages or ''}", line.note)
        for place, line in enumerate(paper.lines, 1)
    ]
    write_blocks(document, [Table(LIST_COLUMNS, (numbers, *rows), LIST_WIDTHS)], TEXT_WIDTH)
    count = len(paper.lines)
    words = in_words(count)
    write_blocks(
        document,
        [
            f"Mục lục này gồm: {count} hồ sơ (đơn vị bảo quản).",
            f"Viết bằng chữ: {words[:1].upper()}{words[1:]} hồ sơ (đơn vị bảo quản).",
        ],
        TEXT_WIDTH,
    )
    foot = styling.grid(document, (TEXT_WIDTH * 0.46, TEXT_WIDTH * 0.54))
    styling.keep_row_whole(foot.rows[0])
    cell = foot.rows[0].cells[1]
    add(cell, layout_lines.place_and_date(paper.place, paper.day), 13, CENTRE, italic=True, keep=True)
    _signature(cell, MAKER, paper.giver)
    return _bytes(document)


def draw_minutes(paper):
    """Biên bản giao nhận hồ sơ, tài liệu of a Paper: bytes of a docx."""
    document = blank_sheet("Biên bản giao nhận hồ sơ, tài liệu", paper.agency)
    head = Layout(
        agency=paper.unit or paper.agency,
        parent=paper.agency if paper.unit else paper.parent,
        symbol=SYMBOL,
        place=paper.place,
        number=paper.number,
        day=paper.day,
    )
    write_bodies(document, head, TEXT_WIDTH)
    add(document, "BIÊN BẢN", 14, CENTRE, bold=True, before=16, keep=True)
    add(document, "Giao nhận hồ sơ, tài liệu", 14, CENTRE, bold=True, after=10, keep=True)
    for ground in grounds(paper):
        add(document, ground, 14, styling.JUSTIFIED, italic=True, after=6, first=styling.INDENT, line=1.1)
    write_blocks(document, list(body(paper)), TEXT_WIDTH)
    for paragraph in document.paragraphs[-CLOSING:]:
        paragraph.paragraph_format.keep_with_next = True
    foot = styling.grid(document, (TEXT_WIDTH * 0.5, TEXT_WIDTH * 0.5))
    styling.keep_row_whole(foot.rows[0])
    giving, receiving = foot.rows[0].cells
    _signature(giving, GIVING, paper.giver)
    _signature(receiving, RECEIVING, paper.receiver)
    return _bytes(document)


def grounds(paper):
    """What the minutes rest on: iterable of str."""
    yield ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;")
    given = [line.strip(" ;.") for line in paper.basis.splitlines() if line.strip(" ;.")]
    found = given or [f"Danh mục hồ sơ của {paper.agency}"]
    for place, line in enumerate(found, 1):
        words = line if line.lower().startswith("căn cứ") else f"Căn cứ {line}"
        yield f"{words}{',' if place == len(found) else ';'}"


def body(paper):
    """The paragraphs of the minutes after their grounds: iterable of str."""
    yield "Chúng tôi gồm:"
    for side, (name, position), who in (
        ("BÊN GIAO", paper.giver, paper.unit or paper.agency),
        ("BÊN NHẬN", paper.receiver, paper.receiving),
    ):
        yield f"{side}: {who}"
        yield f"Ông (bà): {name}"
        yield f"Chức vụ công tác/chức danh: {position}"
    yield "Thống nhất lập biên bản giao nhận hồ sơ, tài liệu như sau:"
    yield f"1. Tên khối tài liệu giao nộp: {paper.title}"
    yield f"2. Thời gian của hồ sơ, tài liệu: {paper.span}"
    yield "3. Số lượng tài liệu:"
    yield "a) Đối với hồ sơ, tài liệu giấy"
    yield f"- Tổng số hộp (cặp): {paper.boxes or 0}"
    metres = f" Quy ra mét giá: {paper.metres or 0} mét"
    yield f"- Tổng số hồ sơ (đơn vị bảo quản): {paper.paper_dossiers or 0}.{metres}"
    yield "b) Đối với hồ sơ, tài liệu điện tử"
    yield f"- Tổng số hồ sơ: {len(paper.lines)}"
    yield f"- Tổng số tệp tin trong hồ sơ: {paper.files}"
    yield f"4. Tình trạng tài liệu giao nộp: {paper.condition}"
    yield "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo."
    yield "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./."


def _bodies(cell, paper):
    add(cell, (paper.agency if paper.unit else paper.parent or paper.agency).upper(), 12, CENTRE)
    if paper.unit or paper.parent:
        add(cell, (paper.unit or paper.agency).upper(), 12, CENTRE, bold=True)


def _signature(cell, heading, person):
    name, position = person
    add(cell, heading, 14, CENTRE, bold=True, keep=True)
    if heading == MAKER:
        add(cell, position, 13, CENTRE, keep=True)
    add(cell, SIGN, 13, CENTRE, italic=True, keep=True)
    add(cell, name, 14, CENTRE, bold=True, before=ROOM)


def _bytes(document):
    output = BytesIO()
    document.save(output)
    return output.getvalue()
