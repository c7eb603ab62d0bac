"""Is a PDF the digitised copy of a paper, and was it made as NĐ 30/2020 Phụ lục I Phần II Mục I asks? PDF 1.4 or later,
in colour, at least 200 dpi.
"""

from dataclasses import dataclass
from io import BytesIO
from math import sqrt
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTImage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
import pikepdf
from qlvb.workflows.signing.files import DAMAGE
from qlvb.workflows.signing.refusals import refusal


RULE = "NĐ 30/2020 Phụ lục I Phần II Mục I"
LEAST_DPI, LEAST_VERSION = 200, (1, 4)
#: Scanners round sizes of pages to whole points: so much less than 200 dpi still is 200 dpi.
ROUNDING = 2
#: The picture of a scanned page covers at least this part of it.
LEAST_COVER = 0.5
GREY = ("DeviceGray", "G", "CalGray")


@dataclass(frozen=True)
class Picture:
    """One picture on a page: the part of the page that it covers (0 to 1), dots per inch, in colour."""

    cover: float
    dpi: float
    colour: bool


@dataclass(frozen=True)
class Scan:
    """``version`` of the PDF as (1, 4), ``pages``: the Pictures of each page (tuple of tuples)."""

    version: tuple
    pages: tuple


def look(pdf):
    """:class:`Scan` of the bytes ``pdf``. No picture is decoded. :raises Refused: 400 ``pdf_unreadable``."""
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            version = tuple(int(part) for part in opened.pdf_version.split("."))
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=None)
        interpreter = PDFPageInterpreter(resources, device)
        pages = []
        for page in PDFPage.get_pages(BytesIO(pdf), check_extractable=False):
            interpreter.process_page(page)
            pages.append(tuple(_pictures(device.get_result())))
    except (*DAMAGE, pikepdf.PdfError) as error:
        raise refusal("pdf_unreadable") from error
    return Scan(version, tuple(pages))


def is_scan(scan):
    """bool: pictures cover every page of a :class:`Scan`.

    >>> is_scan(Scan((1, 4), ((Picture(1, 200, True),), (Picture(0.01, 300, True),))))
    False
    """
    return bool(scan.pages) and all(sum(one.cover for one in page) >= LEAST_COVER for page in scan.pages)


def faults(scan):
    """What a :class:`Scan` lacks, in the order of the decree: list of (code, number of the page from 1 or 0, value).

    The largest pictures of a page count: a page may be made of a rough ground and sharp letters upon it.

    >>> faults(Scan((1, 3), ((Picture(1, 100, True), Picture(1, 300, False)), (Picture(1, 150, False),))))
    [('scan_version', 0, '1.3'), ('scan_not_in_colour', 2, ''), ('scan_resolution', 2, '150')]
    """
    found = []
    if scan.version < LEAST_VERSION:
        found.append(("scan_version", 0, ".".join(str(part) for part in scan.version)))
    for number, page in enumerate(scan.pages, 1):
        widest = max(one.cover for one in page)
        large = [one for one in page if one.cover >= widest / 2]
        if not any(one.colour for one in large):
            found.append(("scan_not_in_colour", number, ""))
        if (dpi := max(one.dpi for one in large)) < LEAST_DPI - ROUNDING:
            found.append(("scan_resolution", number, str(round(dpi))))
    return found


def _pictures(item, page=None):
    page = page or item
    for inner in item:
        if isinstance(inner, LTImage):
            size = inner.width * inner.height
            if size > 0:
                dots = sqrt(inner.srcsize[0] * inner.srcsize[1] / size) * 72
                yield Picture(size / (page.width * page.height), dots, _has_colour(inner))
        elif hasattr(inner, "__iter__"):
            yield from _pictures(inner, page)


def _has_colour(image):
    if image.imagemask or image.bits == 1:
        return False
    space = [resolve1(part) for part in image.colorspace]
    if len(space) == 1 and isinstance(space[0], list):
        space = [resolve1(part) for part in space[0]]
    if not space or space[0] is None:
        return True
    profile = next((part for part in space if isinstance(part, PDFStream)), None)
    if _name(space[0]) == "ICCBased" and profile is not None:
        return resolve1(profile.get("N")) != 1
    return _name(space[1] if _name(space[0]) in ("Indexed", "I") else space[0]) not in GREY


def _name(value):
    return str(value.name) if isinstance(value, PSLiteral) else ""
