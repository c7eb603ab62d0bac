"""The end of the document: recipients on the left, signature on the right, kept on one page (cells 7, 9b, 12)."""

from qlvb.content.layout import lines
from qlvb.content.layout import styling
from qlvb.content.layout.styling import CENTRE
from qlvb.content.layout.styling import add


#: Room for the signature between position and name: 32 mm, in points.
SIGNATURE_ROOM = 90


def write_foot(document, data, width):
    """Recipients and signature(s); nothing when there is neither signer nor recipient."""
    add(document, "", 6)
    left = width * 0.46
    table = styling.grid(document, (left, width - left))
    styling.keep_row_whole(table.rows[0])
    first, second = table.rows[0].cells
    if data.co_signer_block:
        _signature(first, data.co_signer_block, data.co_signer)
    else:
        _recipients(first, data)
    _signature(second, data.signature_block, data.signer)
    if data.co_signer_block:
        _recipients(document, data)


def _recipients(cell, data):
    add(cell, "Nơi nhận:", 12, bold=True, italic=True)
    addressed = data.document_type in lines.ADDRESSED and bool(data.addressees)
    for line in lines.recipient_lines(data.recipients, addressed, data.retained_by, data.copies):
        add(cell, line, 11)
    if data.drafter_mark:
        add(cell, data.drafter_mark, 11, styling.RIGHT, right=styling.Mm(8))


def _signature(cell, block, name):
    for line in block:
        add(cell, line.upper(), 14, CENTRE, bold=True, keep=True)
    add(cell, name, 14, CENTRE, bold=True, before=SIGNATURE_ROOM)
