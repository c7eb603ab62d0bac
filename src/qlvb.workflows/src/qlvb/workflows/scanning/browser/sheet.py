"""``<agency>/@@scan-sheet``: the sheet that is laid before each document of a stack, as a PDF for printing."""

from fpdf import FPDF
from io import BytesIO
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.files.serving import send
from qlvb.workflows.scanning.splitting import SHEET
from qlvb.workflows.signing.fonts import font_file
import segno
from zope.i18n import translate


WIDTH = 210  # mm, A4
CODE = 90  # mm
TITLE = _("scan_sheet_title", default="TỜ NGĂN CÁCH VĂN BẢN")
HELP = _(
    "scan_sheet_help",
    default="Đặt tờ này trước mỗi văn bản rồi quét cả xấp một lần; hệ thống tự tách từng văn bản và bỏ tờ này đi.",
)


def sheet(title, agency, help_text):
    """The sheet: bytes of a PDF."""
    made = FPDF()
    with font_file() as font:
        made.add_font("Termes", fname=font.name)
    made.add_page()
    made.set_y(30)
    for text, size in ((title, 26), (agency, 16)):
        made.set_font("Termes", size=size)
        made.multi_cell(0, 12, text=text, align="C", new_x="LMARGIN", new_y="NEXT")
    code = BytesIO()
    segno.make(SHEET, error="h").save(code, kind="png", scale=20, border=4)
    made.image(code, x=(WIDTH - CODE) / 2, y=100, w=CODE)
    made.set_y(215)
    made.set_font("Termes", size=14)
    made.multi_cell(0, 8, text=help_text, align="C")
    return bytes(made.output())


class SheetView(BrowserView):
    """Sends the sheet; it is opened in place, for printing."""

    def __call__(self):
        words = [translate(message, context=self.request) for message in (TITLE, HELP)]
        drawn = sheet(words[0], self.context.title, words[1])
        return send(self.request, drawn, "to-ngan-cach.pdf", "application/pdf", inline=True)
