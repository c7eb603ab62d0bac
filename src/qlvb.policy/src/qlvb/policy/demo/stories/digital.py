"""The province works on the net: the plan of the year, the courses, the reports, the lines of the far villages."""

from datetime import date
from qlvb.policy.demo.stories.senders import ACT
from qlvb.policy.demo.stories.senders import KNOW
from qlvb.policy.demo.stories.senders import PHULAM
from qlvb.policy.demo.stories.senders import REPORT
from qlvb.policy.demo.stories.senders import SKHCN
from qlvb.policy.demo.stories.senders import SKHCN_DEPUTY
from qlvb.policy.demo.stories.senders import SNV
from qlvb.policy.demo.stories.senders import UBND
from qlvb.policy.demo.telling import Outgoing


DIGITAL = (
    Outgoing(
        date(2026, 1, 8),
        "ubnd-tinh",
        "plan",
        "Kế hoạch chuyển đổi số tỉnh Sơn Hải năm 2026",
        body=(
            "Mục đích: nâng cao chất lượng phục vụ người dân và doanh nghiệp, giảm thời gian giải quyết công việc "
            "trên môi trường mạng.",
            "Nhiệm vụ: các sở, ban, ngành và Ủy ban nhân dân các xã hoàn thành việc gửi, nhận văn bản điện tử có ký "
            "số trước ngày 30 tháng 6 năm 2026.",
            "Tổ chức thực hiện: Sở Khoa học và Công nghệ chủ trì theo dõi, đôn đốc và báo cáo Ủy ban nhân dân tỉnh "
            "hằng quý.",
        ),
        recipients=(("skhcn", ACT), ("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"skhcn": "finish", "snv": "finish", "ubnd-xa-phu-lam": "direct"},
        **UBND,
    ),
    Outgoing(
        date(2026, 1, 19),
        "skhcn",
        "official_letter",
        "V/v đăng ký nhu cầu tập huấn kỹ năng số năm 2026",
        body=(
            "Thực hiện Kế hoạch chuyển đổi số của tỉnh, Sở Khoa học và Công nghệ đề nghị các cơ quan đăng ký số "
            "lượng công chức tham gia tập huấn.",
            "Danh sách gửi về Sở trước ngày 05 tháng 02 năm 2026.",
        ),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"snv": "finish", "ubnd-xa-phu-lam": "finish"},
        dossier="01.CNTT",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 1, 28),
        "snv",
        "official_letter",
        "V/v cử công chức tham gia tập huấn kỹ năng số",
        body=("Sở Nội vụ cử 12 công chức tham gia các lớp tập huấn kỹ năng số năm 2026 theo danh sách kèm theo.",),
        recipients=(("skhcn", ACT),),
        answers={"skhcn": "finish"},
        **SNV,
    ),
    Outgoing(
        date(2026, 2, 10),
        "skhcn",
        "report",
        "Báo cáo tình hình gửi, nhận văn bản điện tử tháng 01 năm 2026",
        body=(
            "Tỷ lệ văn bản điện tử có ký số của các cơ quan trong tỉnh đạt 96,4%.",
            "Còn 02 đơn vị gửi kèm bản giấy không thuộc trường hợp bắt buộc.",
        ),
        recipients=(("ubnd-tinh", REPORT),),
        answers={"ubnd-tinh": "accept"},
        dossier="03.CNTT",
        **SKHCN_DEPUTY,
    ),
    Outgoing(
        date(2026, 4, 2),
        "ubnd-xa-phu-lam",
        "report",
        "Báo cáo kết quả thực hiện Kế hoạch chuyển đổi số quý I năm 2026",
        body=(
            "Xã đã tiếp nhận 412 văn bản điện tử, phát hành 187 văn bản có ký số.",
            "Khó khăn: đường truyền tại hai thôn vùng cao chưa ổn định.",
        ),
        recipients=(("ubnd-tinh", REPORT), ("skhcn", KNOW)),
        answers={"ubnd-tinh": "present", "skhcn": "finish"},
        **PHULAM,
    ),
    Outgoing(
        date(2026, 10, 7),
        "ubnd-xa-phu-lam",
        "official_letter",
        "V/v đề nghị hỗ trợ đường truyền tại thôn Nà Lốc và thôn Bản Hồ",
        body=("Ủy ban nhân dân xã Phú Lâm đề nghị Sở Khoa học và Công nghệ xem xét, hỗ trợ nâng cấp đường truyền.",),
        recipients=(("skhcn", ACT),),
        urgency="urgent",
        answers={"skhcn": "direct"},
        **PHULAM,
    ),
    Outgoing(
        date(2026, 11, 10),
        "skhcn",
        "official_letter",
        "V/v nhắc nộp báo cáo rà soát hạ tầng mạng năm 2026",
        body=(
            "Đến nay Sở chưa nhận được báo cáo của một số cơ quan. Đề nghị gửi báo cáo trước ngày 20 tháng 11 năm "
            "2026.",
        ),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        urgency="very_urgent",
        answers={"snv": "waiting", "ubnd-xa-phu-lam": "waiting"},
        dossier="01.CNTT",
        **SKHCN,
    ),
)
