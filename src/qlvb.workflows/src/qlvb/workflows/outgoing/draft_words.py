"""The paragraphs of a draft, of docx and of PDF with a layer of text: what the block "Nơi nhận" is read from."""

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from io import BytesIO
from lxml.etree import XMLSyntaxError
from qlvb.content.documents.recipient_block import BULLET
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.workflows.signing.page_text import BLANKS
from qlvb.workflows.signing.page_text import read_pages
from qlvb.workflows.signing.page_text import row_of
from zipfile import BadZipFile


HEADING = "noi nhan"
#: A gap of so many letters' size parts "Nơi nhận" from the signature that stands beside it.
GAP = 1.5
#: What begins further to the right, as a part of the width of the page, belongs to the signature.
SIGNATURE = 0.42


def docx_paragraphs(data):
    """Paragraphs of a docx (bytes), tables included, in their order: list of str; [] for one that cannot be read."""
    try:
        body = Document(BytesIO(data)).element.body
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError):
        return []
    texts = ("".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return [nfc(" ".join(text.split())) for text in texts if text.strip()]


def pdf_paragraphs(data):
    """The lines of a PDF (bytes), those of the block "Nơi nhận" without the signature beside them and joined where
    they wrap: list of str; [] for a PDF without text, or that cannot be read.
    """
    try:
        pages = read_pages(data)
    except Refused:
        return []
    rows = [(page, row) for page in pages for row in page.rows]
    columns = [_left(row, page.width) for page, row in rows]
    starts = [at for at, text in enumerate(columns) if fold(text).startswith(HEADING)]
    start = starts[-1] if starts else len(rows)
    before = [" ".join(row.text.split()) for _page, row in rows[:start]]
    return [text for text in before if text] + _joined([text for text in columns[start:] if text])


def _left(row, width):
    """The words of a row that belong to the left of two columns: str, "" for none."""
    chars = [char for char in row.chars if char.text not in BLANKS]
    if not chars or chars[0].x0 > width * SIGNATURE:
        return ""
    ends = (at for at in range(1, len(chars)) if chars[at].x0 - chars[at - 1].x1 > GAP * chars[at].size)
    end = next((at for at in ends if chars[at].x0 > width * SIGNATURE), None)
    if end is None:
        return " ".join(row.text.split())
    limit = chars[end].x0
    return " ".join(row_of([char for char in row.chars if char.x0 < limit]).text.split())


def _joined(lines):
    """Lines of the block: one that has no bullet goes on with the one before, which has not ended."""
    found = []
    for line in lines:
        new = len(found) < 2 or BULLET.match(line) or fold(line).startswith("luu") or found[-1].endswith((";", "."))
        if new:
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
    return found
