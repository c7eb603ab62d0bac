"""The rules of the checklist, each with its source in the decree."""

from qlvb.content import _
from qlvb.workflows.appraisal.checks.model import Rule


APPENDIX = "NĐ 30/2020 Phụ lục I, Phần I"

PAPER = Rule("paper", _("check_paper", default="Khổ giấy A4"), f"{APPENDIX}, Mục I.1")
MARGINS = Rule("margins", _("check_margins", default="Định lề trang"), f"{APPENDIX}, Mục I.3")
FONT = Rule("font", _("check_font", default="Phông chữ Times New Roman, màu đen"), f"{APPENDIX}, Mục I.4")
PAGES = Rule("page_numbers", _("check_page_numbers", default="Số trang văn bản"), f"{APPENDIX}, Mục I.7")
NATION = Rule("nation", _("check_nation", default="Quốc hiệu"), f"{APPENDIX}, Mục II.1")
MOTTO = Rule("motto", _("check_motto", default="Tiêu ngữ"), f"{APPENDIX}, Mục II.1")
ISSUER = Rule("issuer", _("check_issuer", default="Tên cơ quan ban hành văn bản"), f"{APPENDIX}, Mục II.2")
NUMBER = Rule("number", _("check_number", default="Số, ký hiệu"), f"{APPENDIX}, Mục II.3; Điều 15")
DATE = Rule("date", _("check_date", default="Địa danh và thời gian ban hành"), f"{APPENDIX}, Mục II.4")
SUBJECT = Rule("subject", _("check_subject", default="Tên loại và trích yếu nội dung"), f"{APPENDIX}, Mục II.5")
GROUNDS = Rule("grounds", _("check_grounds", default="Căn cứ ban hành"), f"{APPENDIX}, Mục II.6.b")
BODY = Rule("body", _("check_body", default="Trình bày nội dung"), f"{APPENDIX}, Mục II.6")
SIGNATURE = Rule(
    "signature", _("check_signature", default="Chức vụ, họ tên người ký"), f"{APPENDIX}, Mục II.7; Điều 13"
)
RECIPIENTS = Rule("recipients", _("check_recipients", default="Nơi nhận"), f"{APPENDIX}, Mục II.9")
URGENCY = Rule("urgency", _("check_urgency", default="Dấu chỉ mức độ khẩn"), f"{APPENDIX}, Mục III.2.b")
CAPITALS = Rule("capitals", _("check_capitals", default="Viết hoa"), "NĐ 30/2020 Phụ lục II")
READABLE = Rule("readable", _("check_readable", default="Đọc được tệp"), "NĐ 30/2020 Điều 8")

RULES = (
    PAPER,
    MARGINS,
    FONT,
    PAGES,
    NATION,
    MOTTO,
    ISSUER,
    NUMBER,
    DATE,
    SUBJECT,
    GROUNDS,
    BODY,
    SIGNATURE,
    RECIPIENTS,
    URGENCY,
    CAPITALS,
)
BY_ID = {rule.id: rule for rule in (*RULES, READABLE)}
