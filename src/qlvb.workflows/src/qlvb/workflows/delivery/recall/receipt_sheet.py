"""The sheet that both agencies sign for a recall, a replacement or a correction (NĐ 30/2020 Điều 18; QĐ 28/2018): what
is asked stands on it before anybody signs, what is answered in the recipient's signature. PDF/A, so that it may be
archived with the document. Bytes in, bytes out.
"""

from dataclasses import dataclass
from fpdf import FPDF
from qlvb.workflows.signing.fonts import font_file
from qlvb.workflows.signing.parties import Party


SENDER, RECIPIENT = "Sender", "Recipient"
#: Points from the upper left corner of A4.
WIDTH, HEIGHT, EDGE = 595.28, 841.89, 57
LABEL_WIDTH = 130
LINE = 17
#: The places of the two signatures: their upper edge, their height.
SIGNED_AT, SIGNED_HEIGHT = 560, 150


@dataclass(frozen=True)
class Sheet:
    """``title``: heading; ``rows``: pairs of label and value (str); ``sender``, ``recipient``: names of agencies."""

    title: str
    rows: tuple
    sender: str
    recipient: str


def drawn(sheet):
    """The page of a :class:`Sheet`: bytes of a PDF/A without any field. What does not fit on the page is cut off."""
    made = FPDF(unit="pt", format="A4", enforce_compliance="PDF/A-2B")
    made.set_auto_page_break(False)
    made.set_margins(EDGE, EDGE)
    made.set_title(sheet.title)
    made.set_lang("vi")
    with font_file() as font:
        made.add_font("Termes", fname=font.name)
    made.add_page()
    made.set_font("Termes", size=14)
    made.multi_cell(0, LINE, text=sheet.title, align="C", new_x="LMARGIN", new_y="NEXT")
    made.set_font("Termes", size=12)
    made.ln(LINE)
    for label, value in sheet.rows:
        lines = made.multi_cell(WIDTH - 2 * EDGE - LABEL_WIDTH, LINE, text=value or "–", dry_run=True, output="LINES")
        room = int((SIGNED_AT - 2 * LINE - made.get_y()) / LINE)
        if room < 1:
            break
        made.cell(LABEL_WIDTH, LINE, text=label)
        text = "\n".join(lines[:room])
        made.multi_cell(0, LINE, text=text, align="L", new_x="LMARGIN", new_y="NEXT")
        made.ln(3)
    for number, name in enumerate((sheet.sender, sheet.recipient)):
        made.set_xy(EDGE + number * (WIDTH / 2 - EDGE), SIGNED_AT - 2 * LINE)
        made.multi_cell(WIDTH / 2 - EDGE - 10, LINE, text=name.upper(), align="C", max_line_height=LINE)
    return bytes(made.output())


def places():
    """The Parties of a sheet in the order in which they sign."""
    top, half = HEIGHT - SIGNED_AT - 6, WIDTH / 2
    left = (EDGE, top - SIGNED_HEIGHT, half - 10, top)
    right = (half, top - SIGNED_HEIGHT, WIDTH - EDGE - 10, top)
    return (
        Party(SENDER, "Chữ ký số của cơ quan yêu cầu", 0, left),
        Party(RECIPIENT, "Chữ ký số của cơ quan trả lời", 0, right),
    )
