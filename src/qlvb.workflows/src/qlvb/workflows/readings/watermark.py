"""Reading copies and uncertified copies of a PDF (TT 05/2025 Điều 37, 40): the original's bytes are not touched."""

from fpdf import FPDF
from io import BytesIO
from math import atan2
from math import degrees
from math import hypot
from pypdf import PdfReader
from pypdf import PdfWriter
from pypdf import Transformation
from pypdf.errors import PyPdfError
from qlvb.workflows.signing.fonts import font_file


MM = 72 / 25.4  # points
EDGE = 8 * MM
#: The letters of the words on copies: TNR (its free twin TeX Gyre Termes), upright, 10, black.
SIZE = 10
COPY_MARK = "BẢN SAO"
#: Words across a page: red that lets the text be read, over this part of the diagonal, never larger than this.
ACROSS_COLOUR, ACROSS_OPACITY, ACROSS_LENGTH, ACROSS_SIZE = (200, 30, 30), 0.3, 0.7, 72


class Unreadable(ValueError):
    """The file is no PDF that pages could be copied from."""


def marked(data, body, mark="", across=""):
    """A copy of the PDF ``data`` (bytes) as bytes: ``body`` (name of the body that gives it) centred at the bottom of
    every page, ``mark`` top right of page 1, ``across`` over every page from corner to corner. Returns (bytes, int:
    pages).

    Forms are kept as they look; signatures are not: the copy is none of the signed file.

    :raises Unreadable: a broken or encrypted PDF, or one without pages.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted or not len(reader.pages):
            raise Unreadable
        writer = PdfWriter()
        overlays = {}
        for number, page in enumerate(reader.pages):
            own = writer.add_page(page)
            own.transfer_rotation_to_content()
            left, bottom = float(own.mediabox.left), float(own.mediabox.bottom)
            width, height = float(own.mediabox.width), float(own.mediabox.height)
            key = (round(width, 1), round(height, 1), mark if number == 0 else "")
            if key not in overlays:
                overlays[key] = _overlay(width, height, body, key[2], across)
            own.merge_transformed_page(overlays[key], Transformation().translate(left, bottom))
        writer.add_metadata({"/Title": mark or body})
        made = BytesIO()
        writer.write(made)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # Broken files make pypdf fail in each of these ways.
        raise Unreadable(str(error)) from error
    return made.getvalue(), len(writer.pages)


def _overlay(width, height, body, mark, across):
    """A page with nothing but the words: pypdf PageObject."""
    made = FPDF(unit="pt", format=(width, height))
    made.set_auto_page_break(False)
    made.set_margin(0)
    with font_file() as font:
        made.add_font("Termes", fname=font.name)
    made.add_page()
    made.set_font("Termes", size=SIZE)
    while made.get_string_width(body) > width - 2 * EDGE and made.font_size_pt > 5:
        made.set_font("Termes", size=made.font_size_pt - 1)
    made.set_xy(0, height - EDGE - SIZE)
    made.cell(width, SIZE, text=body, align="C")
    if mark:
        made.set_font("Termes", size=SIZE)
        made.set_xy(0, EDGE)
        made.cell(width - EDGE, SIZE, text=mark, align="R")
    if across:
        _write_across(made, width, height, across)
    return PdfReader(BytesIO(bytes(made.output()))).pages[0]


def _write_across(made, width, height, across):
    made.set_font("Termes", size=ACROSS_SIZE)
    room = hypot(width, height) * ACROSS_LENGTH
    made.set_font("Termes", size=min(ACROSS_SIZE, ACROSS_SIZE * room / made.get_string_width(across)))
    made.set_text_color(*ACROSS_COLOUR)
    length = made.get_string_width(across)
    slope = degrees(atan2(height, width))
    with made.rotation(slope, x=width / 2, y=height / 2), made.local_context(fill_opacity=ACROSS_OPACITY):
        made.text((width - length) / 2, height / 2 + made.font_size_pt / 3, across)
