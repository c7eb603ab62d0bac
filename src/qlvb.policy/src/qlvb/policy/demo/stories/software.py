"""A new version of the software: from the group that prepares it to its introduction."""

from datetime import date
from qlvb.policy.demo.stories.senders import ACT
from qlvb.policy.demo.stories.senders import KNOW
from qlvb.policy.demo.stories.senders import SKHCN
from qlvb.policy.demo.stories.senders import SKHCN_DEPUTY
from qlvb.policy.demo.stories.senders import UBND
from qlvb.policy.demo.telling import Outgoing


SOFTWARE = (
    Outgoing(
        date(2026, 3, 17),
        "skhcn",
        "decision",
        "Quyết định thành lập Tổ triển khai nâng cấp phần mềm quản lý văn bản",
        body=(
            "Thành lập Tổ triển khai gồm 07 thành viên do đồng chí Phó Giám đốc Sở làm Tổ trưởng.",
            "Quyết định này có hiệu lực kể từ ngày ký.",
        ),
        recipients=(("ubnd-tinh", KNOW),),
        answers={"ubnd-tinh": "accept"},
        dossier="02.CNTT",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 4, 15),
        "skhcn",
        "invitation",
        "Giấy mời họp rà soát yêu cầu nâng cấp phần mềm quản lý văn bản",
        body=("Thời gian: 08 giờ 00, ngày 20 tháng 4 năm 2026.", "Địa điểm: Phòng họp số 2, Sở Khoa học và Công nghệ."),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"snv": "finish", "ubnd-xa-phu-lam": "refuse"},
        dossier="02.CNTT",
        **SKHCN_DEPUTY,
    ),
    Outgoing(
        date(2026, 5, 11),
        "ubnd-tinh",
        "decision",
        "Quyết định ban hành Quy chế quản lý, vận hành hệ thống quản lý văn bản tỉnh Sơn Hải",
        body=(
            "Ban hành kèm theo Quyết định này Quy chế quản lý, vận hành và khai thác hệ thống quản lý văn bản.",
            "Chánh Văn phòng, Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành.",
        ),
        recipients=(("skhcn", ACT), ("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"skhcn": "finish", "snv": "direct", "ubnd-xa-phu-lam": "present"},
        **UBND,
    ),
    Outgoing(
        date(2026, 7, 3),
        "skhcn",
        "submission",
        "Tờ trình về việc phê duyệt dự toán nâng cấp phần mềm quản lý văn bản và hồ sơ công việc",
        body=(
            "Sở Khoa học và Công nghệ kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt dự toán nâng cấp phần mềm.",
            "Nguồn kinh phí: sự nghiệp khoa học và công nghệ năm 2026.",
        ),
        recipients=(("ubnd-tinh", ACT),),
        answers={"ubnd-tinh": "finish"},
        dossier="02.CNTT",
        **SKHCN,
    ),
    Outgoing(
        date(2026, 8, 19),
        "ubnd-tinh",
        "notice",
        "Thông báo kết luận cuộc họp về tiến độ nâng cấp phần mềm quản lý văn bản",
        body=(
            "Giao Sở Khoa học và Công nghệ hoàn thành việc kiểm thử trước ngày 30 tháng 10 năm 2026.",
            "Giao Sở Nội vụ phối hợp tập huấn.",
        ),
        recipients=(("skhcn", ACT), ("snv", ACT)),
        urgency="urgent",
        answers={"skhcn": "finish", "snv": "finish"},
        **UBND,
    ),
    Outgoing(
        date(2026, 9, 9),
        "skhcn",
        "official_letter",
        "V/v cung cấp thông tin đầu mối phụ trách phần mềm quản lý văn bản",
        body=("Đề nghị các cơ quan cung cấp họ tên, chức vụ, thư công vụ của công chức đầu mối.",),
        recipients=(("snv", ACT), ("ubnd-xa-phu-lam", ACT), ("Bưu điện tỉnh Sơn Hải", KNOW)),
        answers={"snv": "accept", "ubnd-xa-phu-lam": "direct"},
        dossier="02.CNTT",
        **SKHCN_DEPUTY,
    ),
    Outgoing(
        date(2026, 11, 4),
        "ubnd-tinh",
        "plan",
        "Kế hoạch triển khai phiên bản nâng cấp phần mềm Quản lý văn bản và hồ sơ công việc",
        body=(
            "Triển khai phiên bản nâng cấp tại tất cả các cơ quan trong tháng 12 năm 2026.",
            "Sở Khoa học và Công nghệ hướng dẫn, tổng hợp khó khăn, vướng mắc và đề xuất phương án xử lý.",
        ),
        recipients=(("skhcn", ACT), ("snv", ACT), ("ubnd-xa-phu-lam", ACT)),
        urgency="urgent",
        answers={"skhcn": "direct", "snv": "present", "ubnd-xa-phu-lam": "accept"},
        **UBND,
    ),
)
