"""Reading a PDF for the checks (pdfminer): lines with size, weight, family and place. What a PDF cannot tell (indents,
spacing) is left unknown, and not judged.
"""

from io import BytesIO
from itertools import groupby
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams
from pdfminer.layout import LTChar
from pdfminer.layout import LTTextContainer
from pdfminer.layout import LTTextLine
from qlvb.content.text import nfc
from qlvb.workflows.appraisal.checks.model import Paper
from qlvb.workflows.appraisal.checks.model import Piece
from qlvb.workflows.appraisal.checks.model import Sheet
from qlvb.workflows.appraisal.checks.model import Stretch
import re


MM = 25.4 / 72
#: Metric copies of Times New Roman: what a PDF made without the font itself embeds.
TIMES = ("timesnewroman", "liberationserif", "tinos", "nimbusroman", "termes", "times")
#: Pages read: the layout of the first pages and of a few more tells.
MOST_PAGES = 30


def read_pdf(data):
    """Paper of the bytes of a PDF. :raises Exception: what pdfminer raises for a damaged file."""
    sheets, pieces, count = [], [], 0
    for count, page in enumerate(extract_pages(BytesIO(data), laparams=LAParams()), 1):
        if count > MOST_PAGES:
            continue
        lines = sorted(_lines(page), key=lambda line: (-round(line.y1), line.x0))
        numbered = [line for line in lines if _is_number(line, page)]
        body = [line for line in lines if line not in numbered]
        sheets.append(_sheet(page, body, numbered))
        pieces.extend(_piece(line, page, count, len(pieces) + place) for place, line in enumerate(body, 1))
    return Paper("pdf", tuple(sheets), tuple(pieces), count)


def family(name):
    """The family of a font by its name in the PDF: ``ABCDEF+TimesNewRomanPS-BoldMT`` is Times New Roman."""
    plain = re.sub(r"[^a-z]", "", name.partition("+")[2].lower() or name.lower())
    return "Times New Roman" if plain.startswith(TIMES) else name.partition("+")[2] or name


def _lines(container):
    for item in container:
        if isinstance(item, LTTextLine):
            if item.get_text().strip():
                yield item
        elif isinstance(item, LTTextContainer):
            yield from _lines(item)


def _chars(line):
    return [item for item in line if isinstance(item, LTChar)]


def _is_number(line, page):
    """bool: a number alone in the top margin."""
    return line.get_text().strip().isdigit() and (page.height - line.y1) * MM < 20


def _look(char):
    name = char.fontname.lower()
    bold, italic = "bold" in name, "italic" in name or "oblique" in name
    size = char.matrix[3] if char.matrix[3] > 2 else char.size  # the matrix tells the size of the type, if it scales
    return round(size * 2) / 2, bold, italic, char.fontname


def _stretches(line):
    for (size, bold, italic, name), chars in groupby(_chars(line), key=_look):
        text = nfc("".join(char.get_text() for char in chars)).replace("\u00a0", " ")
        yield Stretch(text, size, bold, italic, family(name))


def _piece(line, page, number, place):
    return Piece(
        text=" ".join(nfc(line.get_text()).replace("\u00a0", " ").split()),
        stretches=tuple(_stretches(line)),
        page=number,
        number=place,
        middle=(line.x0 + line.x1) / 2 / page.width,
    )


def _sheet(page, body, numbered):
    """Left and right margins by the outermost lines; a page with less than a few lines tells nothing."""
    left = min((line.x0 for line in body), default=0) * MM if len(body) > 4 else None
    widest = max((line.x1 for line in body), default=0)
    right = (page.width - widest) * MM if len(body) > 9 else None
    number = "none"
    if numbered:
        middle = (numbered[0].x0 + numbered[0].x1) / 2 / page.width
        number = "centre" if 0.4 < middle < 0.65 else "elsewhere"
    return Sheet(round(page.width * MM), round(page.height * MM), left=left, right=right, number=number)
