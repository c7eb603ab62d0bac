"""Paper, margins, font, page numbers (Phụ lục I, Phần I, Mục I)."""

from qlvb.content import _
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import WARNING


#: Side -> (least, most) in millimetres.
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
SIDES = {
    "top": _("check_side_top", default="lề trên"),
    "bottom": _("check_side_bottom", default="lề dưới"),
    "left": _("check_side_left", default="lề trái"),
    "right": _("check_side_right", default="lề phải"),
}
#: A PDF tells margins by where letters stand, a little beside the edge.
SLACK = {"docx": 0.6, "pdf": 2.5}
FAMILY = "times new roman"
#: Words that are stamped in red (Mục II.10, III.2).
STAMPED = (
    "HỎA TỐC",
    "HOẢ TỐC",
    "THƯỢNG KHẨN",
    "KHẨN",
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "LƯU HÀNH NỘI BỘ",
    "XEM XONG TRẢ LẠI",
)


def check_paper(paper, expected, findings):
    for sheet in paper.sheets:
        if sorted((sheet.width, sheet.height)) != [210, 297]:
            mapping = {"width": str(sheet.width), "height": str(sheet.height)}
            message = _("finding_paper", default="Khổ giấy ${width} × ${height} mm, phải là A4.", mapping=mapping)
            findings.add(rules.PAPER, ERROR, message, fix="paper")
            return
    if paper.sheets and paper.sheets[0].width > paper.sheets[0].height:
        message = _("finding_landscape", default="Trang đầu nằm ngang; văn bản trình bày theo chiều dài khổ giấy.")
        findings.add(rules.PAPER, WARNING, message, fix="paper")


def check_margins(paper, expected, findings):
    wrong = {}
    for sheet in paper.sheets:
        if sheet.width > sheet.height:
            continue  # annexes lying on their side turn their margins
        for side, (least, most) in MARGINS.items():
            value, slack = getattr(sheet, side), SLACK[paper.kind]
            least_bound = least - slack
            if value is None or (paper.kind == "pdf" and value > most):
                continue  # a short page stands away from its margins
            if not least_bound <= value <= most + slack:
                wrong.setdefault(side, value)
    for side, value in wrong.items():
        least, most = MARGINS[side]
        mapping = {"side": SIDES[side], "value": f"{value:.0f}", "least": str(least), "most": str(most)}
        message = _(
            "finding_margin", default="${side} ${value} mm, phải từ ${least} đến ${most} mm.", mapping=mapping
        )
        findings.add(rules.MARGINS, ERROR, message, fix="margins")


def check_font(paper, expected, findings):
    for piece in paper.pieces:
        other = next((one for one in piece.stretches if one.text.strip() and one.font.lower() != FAMILY), None)
        if other is not None:
            message = _(
                "finding_font",
                default="Phông chữ ${font}, phải là Times New Roman.",
                mapping={"font": other.font or "?"},
            )
            findings.add(rules.FONT, ERROR, message, piece, "font")
            break
    for piece in paper.pieces:
        if piece.text.upper() in STAMPED:
            continue
        if any(one.colour not in ("", "000000") for one in piece.stretches):
            message = _("finding_colour", default="Chữ không phải màu đen.")
            findings.add(rules.FONT, ERROR, message, piece, "colour")
            break


def check_page_numbers(paper, expected, findings):
    first = paper.sheets[0] if paper.sheets else None
    if first is None:
        return
    if paper.kind == "pdf":
        if first.number != "none":
            _first_page(findings)
        following = [sheet.number for sheet in paper.sheets[1:]]
        if any(number == "none" for number in following):
            _missing(findings)
        elif "elsewhere" in following:
            _elsewhere(findings)
        return
    if first.first_number:
        _first_page(findings)
    if first.number == "none":
        _missing(findings)
    elif first.number == "elsewhere":
        _elsewhere(findings)


def _first_page(findings):
    message = _("finding_number_first", default="Trang thứ nhất không hiển thị số trang.")
    findings.add(rules.PAGES, ERROR, message, fix="page_numbers")


def _missing(findings):
    message = _("finding_number_missing", default="Chưa đánh số trang (từ trang thứ hai).")
    findings.add(rules.PAGES, ERROR, message, fix="page_numbers")


def _elsewhere(findings):
    message = _("finding_number_place", default="Số trang phải ở giữa lề trên của trang.")
    findings.add(rules.PAGES, ERROR, message, fix="page_numbers")
