"""Labels of boxes with QR codes: sheets of A4 to print, cut and stick on."""

from fpdf import FPDF
from io import BytesIO
from qlvb.workflows.signing.fonts import font_file
import segno
from textwrap import shorten


#: Millimetres: labels of 99 by 57 (ten on a sheet of A4, as sold), margins, the side of the code.
ACROSS, DOWN = 2, 5
WIDTH, HEIGHT = 99, 57
LEFT, TOP = 6, 6
CODE = 40


def label_sheet(labels, agency):
    """bytes of a PDF; ``labels``: list of (address that the code opens, full code, title, further lines)."""
    made = FPDF(format="A4")
    made.set_auto_page_break(False)
    with font_file() as font:
        made.add_font("Termes", fname=font.name)
    for number, (address, code, title, lines) in enumerate(labels):
        at = number % (ACROSS * DOWN)
        if at == 0:
            made.add_page()
        x, y = LEFT + (at % ACROSS) * WIDTH, TOP + (at // ACROSS) * HEIGHT
        _draw(made, x, y, address, (code, title, *lines), agency)
    return bytes(made.output())


def _draw(made, x, y, address, words, agency):
    made.set_draw_color(190)
    made.rect(x, y, WIDTH, HEIGHT)
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=8, border=2)
    made.image(drawn, x=x + 4, y=y + (HEIGHT - CODE) / 2, w=CODE)
    room, top = WIDTH - CODE - 10, y + 5
    made.set_font("Termes", size=8)
    made.set_xy(x + CODE + 6, top)
    made.multi_cell(room, 3.5, text=agency[:90], align="L")
    made.set_xy(x + CODE + 6, top + 10)
    size = 20 if len(words[0]) <= 14 else 13
    made.set_font("Termes", size=size)
    made.multi_cell(room, size * 0.4, text=words[0], align="L")
    made.set_font("Termes", size=10)
    for line in filter(None, words[1:]):
        made.set_x(x + CODE + 6)
        made.multi_cell(room, 4.5, text=shorten(line, 80, placeholder="…"), align="L", new_x="LEFT", new_y="NEXT")
