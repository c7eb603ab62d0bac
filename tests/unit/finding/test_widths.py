"""Columns of an exported docx: a day stays on one line, however many columns there are."""

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from io import BytesIO
import pytest
from qlvb.policy.exporting.document import write_document
from qlvb.policy.exporting.table import FixedColumn
from types import SimpleNamespace


def written(kinds):
    columns = [FixedColumn(f"c{place}", kind, kind) for place, kind in enumerate(kinds)]
    heading = SimpleNamespace(above="", agency="SỞ", title="DANH SÁCH", filters=(), total="", mark="In từ", page="Trang")
    table = SimpleNamespace(columns=columns, titles=kinds, kinds=kinds, heading=heading)
    table.values = lambda: [(kinds, kinds)]
    target = BytesIO()
    write_document(table, target, lambda rows: None)
    return Document(BytesIO(target.getvalue()))


@pytest.mark.parametrize("kinds", [["text"], ["day"], ["day", "number", *["text"] * 9], ["text", *["day"] * 7], ["number"] * 6])
def test_days_and_numbers_have_the_room_that_they_need(kinds):
    document = written(kinds)
    widths = [cell.width.cm for cell in document.tables[0].rows[0].cells]
    assert sum(widths) <= 26.21 and all(width > 0.5 for width in widths)
    assert [width for kind, width in zip(kinds, widths, strict=True) if kind == "day" and width < 2.2] == []


def test_the_number_of_the_page_stands_at_the_right():
    stops = written(["text"]).sections[0].footer.paragraphs[0].paragraph_format.tab_stops
    found = {round(stop.position.cm, 1): stop.alignment for stop in stops}
    assert found == {8.3: WD_TAB_ALIGNMENT.CLEAR, 16.5: WD_TAB_ALIGNMENT.CLEAR, 26.2: WD_TAB_ALIGNMENT.RIGHT}
