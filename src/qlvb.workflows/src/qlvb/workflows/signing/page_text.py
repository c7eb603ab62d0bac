"""The text of a PDF page as rows of placed characters (points, origin at the lower left corner of the page)."""

from dataclasses import dataclass
from io import BytesIO
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from qlvb.content.text import nfc
from qlvb.workflows.signing.refusals import refusal
import re
import struct
import zlib


#: What damaged files make the reader raise.
DAMAGE = (
    PSException,
    PDFSyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    struct.error,
    zlib.error,
)
BLANKS = " \u00a0\u2002\u2003\u2007\u2009\t._…·"


@dataclass(frozen=True)
class Char:
    text: str
    x0: float
    x1: float
    baseline: float
    size: float


@dataclass(frozen=True)
class Row:
    """Characters on one baseline, left to right; ``text[i]`` was made by ``chars[index[i]]`` (-1: a gap)."""

    chars: tuple
    text: str
    index: tuple

    @property
    def baseline(self):
        return self.chars[0].baseline

    @property
    def size(self):
        return max(char.size for char in self.chars)

    def span(self, start, end):
        """(x0, x1) of ``text[start:end]``, blanks at its ends left out; None when it is all blank."""
        places = [self.chars[i] for i in self.index[start:end] if i >= 0 and self.chars[i].text not in BLANKS]
        return (places[0].x0, places[-1].x1) if places else None

    def part(self, left, right=None):
        """The characters between two x positions as a row of their own, or None."""
        chars = [c for c in self.chars if c.x0 >= left and (right is None or c.x1 <= right)]
        return row_of(chars) if any(c.text not in BLANKS for c in chars) else None


@dataclass(frozen=True)
class PageText:
    number: int  # from 0
    width: float
    height: float
    rotation: int
    left: float  # lower left corner of the page in PDF space
    bottom: float
    rows: tuple  # of Row, top to bottom


def row_of(chars):
    """A :class:`Row` of characters; a gap wider than a quarter of the letter size becomes a blank."""
    chars = sorted(chars, key=lambda char: char.x0)
    text, index = [], []
    for i, char in enumerate(chars):
        if i and char.x0 - chars[i - 1].x1 > char.size * 0.25 and text[-1] != " ":
            text.append(" ")
            index.append(-1)
        for letter in char.text:
            text.append(letter)
            index.append(i)
    return Row(tuple(chars), "".join(text), tuple(index))


def rows_of(chars):
    """Rows, top to bottom; letters whose baselines differ by less than a third of their size share a row."""
    rows = []
    for char in sorted(chars, key=lambda char: -char.baseline):
        if rows and abs(rows[-1][0].baseline - char.baseline) <= max(char.size, 1) / 3:
            rows[-1].append(char)
        else:
            rows.append([char])
    return tuple(row_of(row) for row in rows if any(char.text not in BLANKS for char in row))


def _characters(item):
    if isinstance(item, LTChar):
        text = nfc(item.get_text())
        if re.fullmatch(r"\(cid:\d+\)", text):
            text = "\ufffd"
        yield Char(text, item.x0, item.x1, item.matrix[5], abs(item.size))
    elif hasattr(item, "__iter__"):
        for inner in item:
            yield from _characters(inner)


def read_pages(pdf, wanted=None):
    """list of :class:`PageText` of the bytes ``pdf``.

    ``wanted`` is a callable (page number, number of pages) -> bool that says which pages to read.
    :raises Refused: 400 ``pdf_unreadable``.
    """
    try:
        pages = list(PDFPage.get_pages(BytesIO(pdf), check_extractable=False))
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=None)
        interpreter = PDFPageInterpreter(resources, device)
        found = []
        for number, page in enumerate(pages):
            if wanted is not None and not wanted(number, len(pages)):
                continue
            interpreter.process_page(page)
            layout = device.get_result()
            left, bottom = page.mediabox[:2]
            found.append(
                PageText(
                    number,
                    layout.width,
                    layout.height,
                    (page.rotate or 0) % 360,
                    float(left),
                    float(bottom),
                    rows_of(list(_characters(layout))),
                )
            )
    except DAMAGE as error:
        raise refusal("pdf_unreadable") from error
    if not found and wanted is None:
        raise refusal("pdf_unreadable")
    return found
