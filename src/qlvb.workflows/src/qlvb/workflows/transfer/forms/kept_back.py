"""Danh mục hồ sơ, tài liệu giữ lại as docx. Pure.

The decree names the list and draws no form for it: its columns are those by which its rule can be checked.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from qlvb.content.layout import lines as layout_lines
from qlvb.content.layout.body import write_blocks
from qlvb.content.layout.compose import TEXT_WIDTH
from qlvb.content.layout.compose import blank_sheet
from qlvb.content.layout.data import Table
from qlvb.content.layout.styling import CENTRE
from qlvb.content.layout.styling import RIGHT
from qlvb.content.layout.styling import add


COLUMNS = ("Số TT", "Số, ký hiệu hồ sơ", "Tiêu đề hồ sơ", "Người giữ", "Giữ đến ngày", "Văn bản đồng ý", "Lý do")


@dataclass(frozen=True)
class Kept:
    """A dossier that its unit keeps; ``until``: the last day."""

    code: str
    title: str
    holder: str
    until: date
    consent: str
    reason: str


def draw_kept_back(agency, place, day, lines):
    """bytes of a docx; ``lines``: list of Kept."""
    document = blank_sheet("Danh mục hồ sơ, tài liệu giữ lại", agency)
    add(document, agency.upper(), 12, CENTRE, bold=True)
    add(document, "DANH MỤC HỒ SƠ, TÀI LIỆU GIỮ LẠI", 14, CENTRE, bold=True, before=14)
    add(document, "(Nghị định số 30/2020/NĐ-CP, Điều 31 khoản 3 điểm d)", 13, CENTRE, italic=True, after=8)
    rows = [
        (f"{number}", one.code, one.title, one.holder, one.until.strftime("%d/%m/%Y"), one.consent, one.reason)
        for number, one in enumerate(lines, 1)
    ]
    closing = f"Danh mục này gồm: {len(rows)} hồ sơ (đơn vị bảo quản)."
    write_blocks(document, [Table(COLUMNS, tuple(rows), (5, 10, 24, 12, 11, 13, 15)), closing], TEXT_WIDTH)
    add(document, layout_lines.place_and_date(place, day), 13, RIGHT, italic=True)
    output = BytesIO()
    document.save(output)
    return output.getvalue()
