"""Paragraphs and tables of the body and of annexes, by their kind (Phụ lục I, Phần I, Mục II.6 and V)."""

from qlvb.content.layout import styling
from qlvb.content.layout.data import Table
from qlvb.content.layout.styling import CENTRE
from qlvb.content.layout.styling import JUSTIFIED
from qlvb.content.layout.styling import add
from qlvb.content.text import nfc


AFTER, LINE = 6, 1.1
#: Characters of the longest cell with which a row of a table is not broken over two pages.
WHOLE = 1000


def write_blocks(document, blocks, width):
    """Write each of ``blocks``: a str is a plain paragraph, else Block or Table. ``width`` of the text in points."""
    for block in blocks:
        if isinstance(block, str):
            _paragraph(document, nfc(block))
        elif isinstance(block, Table):
            _table(document, block, width)
        else:
            KINDS[block.kind](document, nfc(block.text), nfc(block.title))


def _paragraph(document, text, title=""):
    paragraph = add(document, "", 14, JUSTIFIED, after=AFTER, first=styling.INDENT, line=LINE)
    if title:
        styling.write(paragraph, title + " ", 14, bold=True)
    styling.write(paragraph, text, 14)


def _headed(document, text, title):
    """Chapters, sections: the number bold, the title below in bold capitals, both centred."""
    add(document, text, 14, CENTRE, bold=True, before=AFTER, keep=True)
    if title:
        add(document, title.upper(), 14, CENTRE, bold=True, after=AFTER, keep=True)


def _article(document, text, title):
    """``Điều 1.`` and its title bold; without title the sentence follows upright."""
    paragraph = add(document, "", 14, JUSTIFIED, before=2, after=AFTER, first=styling.INDENT, line=LINE)
    styling.write(paragraph, f"{title} " if title else "", 14, bold=True)
    styling.write(paragraph, text, 14, bold=False)


def _heading(document, text, title):
    add(document, text, 14, JUSTIFIED, bold=True, after=AFTER, first=styling.INDENT, line=LINE, keep=True)


def _right(document, text, title):
    add(document, text, 14, styling.RIGHT, italic=True, after=AFTER)


KINDS = {
    "paragraph": _paragraph,
    "chapter": _headed,
    "section": _headed,
    "article": _article,
    "clause": _paragraph,
    "point": _paragraph,
    "heading": _heading,
    "right": _right,
}


def _table(document, block, width):
    shares = block.widths or (1,) * len(block.header)
    widths = [width * share / sum(shares) for share in shares]
    table = styling.grid(document, widths, lines=True)
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        add(cell, nfc(text), 13, CENTRE, bold=True, before=2, after=2)
    styling.repeat_row(table.rows[0])
    for row in block.rows:
        drawn = table.add_row()
        if block.height:
            drawn.height = styling.Mm(block.height)
        if max(map(len, row), default=0) <= WHOLE:
            styling.keep_row_whole(drawn)
        for cell, text, column in zip(drawn.cells, row, widths, strict=True):
            cell.width = styling.Pt(column)
            for line in nfc(text).split("\n"):
                add(cell, line, 13, CENTRE if len(text) < 6 else styling.LEFT, before=2, after=2)
    add(document, "", 6)
