"""Files are kept in order: letters on dossiers and on the people who keep them."""

from datetime import date
from qlvb.policy.demo.stories.senders import ACT
from qlvb.policy.demo.stories.senders import REPORT
from qlvb.policy.demo.stories.senders import SNV
from qlvb.policy.demo.stories.senders import UBND
from qlvb.policy.demo.telling import Outgoing


RECORDS = (
    Outgoing(
        date(2026, 2, 24),
        "ubnd-tinh",
        "official_letter",
        "V/v chấn chỉnh việc lập hồ sơ công việc trên môi trường mạng",
        body=(
            "Qua kiểm tra, một số cơ quan chưa lập hồ sơ công việc đối với văn bản điện tử đã giải quyết.",
            "Yêu cầu thủ trưởng các cơ quan chỉ đạo lập hồ sơ đầy đủ và nộp lưu đúng hạn.",
        ),
        recipients=(("skhcn", ACT), ("snv", ACT)),
        urgency="urgent",
        answers={"skhcn": "direct", "snv": "finish"},
        **UBND,
    ),
    Outgoing(
        date(2026, 3, 6),
        "snv",
        "guideline",
        "Hướng dẫn xây dựng danh mục hồ sơ năm 2026",
        body=(
            "Danh mục hồ sơ được xây dựng theo cơ cấu tổ chức hoặc lĩnh vực hoạt động.",
            "Thời hạn bảo quản xác định theo quy định hiện hành.",
        ),
        recipients=(("skhcn", ACT), ("ubnd-xa-phu-lam", ACT), ("ubnd-tinh", REPORT)),
        answers={"skhcn": "finish", "ubnd-xa-phu-lam": "accept", "ubnd-tinh": "accept"},
        **SNV,
    ),
    Outgoing(
        date(2026, 6, 4),
        "snv",
        "official_letter",
        "V/v rà soát chức danh, vị trí việc làm của công chức văn thư, lưu trữ",
        body=("Sở Nội vụ đề nghị các cơ quan rà soát, báo cáo thực trạng công chức làm công tác văn thư, lưu trữ.",),
        recipients=(("skhcn", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"skhcn": "direct", "ubnd-xa-phu-lam": "waiting"},
        **SNV,
    ),
)
