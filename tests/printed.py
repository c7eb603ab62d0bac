"""A letter as a word processor prints it: "Nơi nhận" on the left, the signature beside it."""

from fpdf import FPDF
from qlvb.workflows.signing import fonts


LEFT = (
    "Nơi nhận:",
    "- Như trên;",
    "- Công ty Sao Mai",
    "(để biết);",
    "- Chủ tịch UBND tỉnh (để b/c);",
    "- Lưu: VT, CNTT.",
)
RIGHT = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "", "Bùi Trung Kiên")


def two_columns(left, right):
    """bytes of a PDF: a letter to Sở Nội vụ with the lines of both columns at its end."""
    made = FPDF()
    with fonts.font_file() as font:
        made.add_font("Termes", fname=font.name)
    made.add_page()
    made.set_font("Termes", size=13)
    made.text(70, 60, "Kính gửi: Sở Nội vụ.")
    made.text(30, 75, "Sở Khoa học và Công nghệ có ý kiến như sau: nơi nhận báo cáo là Sở Nội vụ.")
    for number, line in enumerate(left):
        made.text(30, 120 + 6 * number, line)
    for number, line in enumerate(right):
        made.text(130, 120 + 6 * number, line)
    return bytes(made.output())
