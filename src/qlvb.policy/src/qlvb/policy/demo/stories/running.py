"""What is still on its way: documents that stand at each step before they are issued."""

from datetime import date
from qlvb.policy.demo.stories.senders import ACT
from qlvb.policy.demo.stories.senders import KNOW
from qlvb.policy.demo.stories.senders import PHULAM
from qlvb.policy.demo.stories.senders import REPORT
from qlvb.policy.demo.stories.senders import SKHCN
from qlvb.policy.demo.stories.senders import SKHCN_DEPUTY
from qlvb.policy.demo.stories.senders import SNV
from qlvb.policy.demo.telling import Outgoing


RUNNING = (
    Outgoing(
        date(2026, 11, 12),
        "skhcn",
        "notice",
        "Thông báo lịch bảo trì hệ thống quản lý văn bản tháng 11 năm 2026",
        body=("Hệ thống tạm dừng từ 22 giờ 00 ngày 28 tháng 11 năm 2026 đến 04 giờ 00 ngày 29 tháng 11 năm 2026.",),
        recipients=(("ubnd-tinh", KNOW), ("snv", KNOW), ("ubnd-xa-phu-lam", KNOW)),
        reach="seal",
        **SKHCN_DEPUTY,
    ),
    Outgoing(
        date(2026, 11, 13),
        "skhcn",
        "report",
        "Báo cáo kết quả kiểm thử phiên bản nâng cấp phần mềm quản lý văn bản",
        body=("Đã kiểm thử 214 chức năng, 209 chức năng đạt yêu cầu.", "05 lỗi mức trung bình đã được khắc phục."),
        recipients=(("ubnd-tinh", REPORT),),
        reach="sign",
        dossier="02.CNTT",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 16),
        "skhcn",
        "official_letter",
        "V/v góp ý dự thảo Quy chế bảo đảm an toàn thông tin mạng",
        body=("Đề nghị các cơ quan nghiên cứu, góp ý dự thảo Quy chế trước ngày 30 tháng 11 năm 2026.",),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        reach="approve",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 17),
        "skhcn",
        "official_letter",
        "V/v báo cáo tình hình sử dụng chứng thư số chuyên dùng công vụ",
        body=("Đề nghị các cơ quan báo cáo số lượng chứng thư số đang sử dụng và nhu cầu cấp mới năm 2027.",),
        recipients=(("snv", ACT),),
        reach="submit",
        urgency="urgent",
        **SKHCN_DEPUTY,
    ),
    Outgoing(
        date(2026, 11, 18),
        "skhcn",
        "plan",
        "Kế hoạch tập huấn sử dụng phần mềm phiên bản nâng cấp",
        body=("Tổ chức 06 lớp tập huấn cho lãnh đạo, văn thư và chuyên viên của các cơ quan.",),
        recipients=(("snv", KNOW), ("ubnd-xa-phu-lam", ACT)),
        reach="return",
        dossier="02.CNTT",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 19),
        "skhcn",
        "official_letter",
        "V/v đăng ký đề tài khoa học và công nghệ cấp tỉnh năm 2027",
        body=("Đề nghị các cơ quan đề xuất đề tài, nhiệm vụ khoa học và công nghệ cấp tỉnh.",),
        recipients=(("snv", ACT),),
        reach="draft",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 19),
        "skhcn",
        "plan",
        "Kế hoạch kiểm tra an toàn mạng tại các cơ quan năm 2027",
        body=("Mỗi quý kiểm tra hai cơ quan; kết quả báo cáo Ủy ban nhân dân tỉnh trước ngày 15 của tháng sau.",),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        reach="consult",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 19),
        "skhcn",
        "official_letter",
        "V/v cho mượn hội trường phục vụ hội nghị tổng kết",
        body=("Sở Khoa học và Công nghệ đồng ý cho mượn hội trường tầng 3.",),
        recipients=(("snv", ACT),),
        reach="cancel",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 11, 19),
        "snv",
        "notice",
        "Thông báo nghỉ lễ và phân công trực cơ quan",
        body=("Phân công trực lãnh đạo và trực văn thư theo lịch kèm theo.",),
        recipients=(("skhcn", KNOW),),
        reach="submit",
        **SNV,
    ),
    Outgoing(
        date(2026, 11, 20),
        "ubnd-xa-phu-lam",
        "submission",
        "Tờ trình đề nghị công nhận thôn thông minh năm 2026",
        body=("Ủy ban nhân dân xã Phú Lâm kính đề nghị xem xét, công nhận thôn Bản Hồ là thôn thông minh.",),
        recipients=(("ubnd-tinh", ACT),),
        reach="number",
        **PHULAM,
    ),
)
