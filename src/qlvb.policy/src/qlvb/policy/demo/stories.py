"""The documents of the demonstration province: invented matters, told as data.

A story is one outgoing document: who drafts, reviews and signs it, where it goes and how far it gets. ``reach`` is the
last thing that happens to it (see ``documents.py``); ``answers`` says what recipients do with it.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class Outgoing:
    day: date
    agency: str
    document_type: str
    subject: str
    drafter: str
    signatory: str
    body: tuple
    reviewer: str = ""
    recipients: tuple = ()  # (agency id or name of an outside body, purpose)
    urgency: str = "normal"
    reach: str = "issue"  # draft, submit, return, review, approve, sign, number, seal, issue, cancel
    answers: dict = field(default_factory=dict)  # agency id -> waiting, refuse, accept, present, direct, finish
    dossier: str = ""


@dataclass(frozen=True)
class Paper:
    """An incoming document on paper from outside the province's system."""

    day: date
    agency: str
    document_type: str
    issuing_body: str
    number: str
    symbol: str
    subject: str
    reach: str = "accept"
    due_days: int = 5


SKHCN = {"drafter": "leminhanh", "reviewer": "phamquochuy", "signatory": "nguyenthithuha"}
SKHCN_DEPUTY = {"drafter": "leminhanh", "reviewer": "phamquochuy", "signatory": "buitrungkien"}
SNV = {"drafter": "vuhaiyen", "signatory": "tranduclong"}
UBND = {"drafter": "lethikimngan", "signatory": "dangvanphuc"}
PHULAM = {"drafter": "giangthilan", "signatory": "maixuantruong"}

ACT, REPORT, KNOW = "for_execution", "for_report", "for_information"

STORIES = (
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
        date(2026, 6, 4),
        "snv",
        "official_letter",
        "V/v rà soát chức danh, vị trí việc làm của công chức văn thư, lưu trữ",
        body=("Sở Nội vụ đề nghị các cơ quan rà soát, báo cáo thực trạng công chức làm công tác văn thư, lưu trữ.",),
        recipients=(("skhcn", ACT), ("ubnd-xa-phu-lam", ACT)),
        answers={"skhcn": "direct", "ubnd-xa-phu-lam": "waiting"},
        **SNV,
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

PAPERS = (
    Paper(
        date(2026, 2, 5),
        "skhcn",
        "official_letter",
        "Công ty cổ phần Viễn thông Hải Sơn",
        "21",
        "VTHS-KD",
        "V/v giới thiệu gói dịch vụ đường truyền cho cơ quan nhà nước",
        "finish",
    ),
    Paper(
        date(2026, 4, 27),
        "snv",
        "official_letter",
        "Trường Cao đẳng nghề Sơn Hải",
        "118",
        "CĐN-ĐT",
        "V/v phối hợp bồi dưỡng công chức cấp xã",
        "direct",
    ),
    Paper(
        date(2026, 8, 3),
        "ubnd-xa-phu-lam",
        "official_letter",
        "Hợp tác xã Nông nghiệp Bản Hồ",
        "07",
        "HTX",
        "V/v xin xác nhận vùng trồng",
        "finish",
    ),
    Paper(
        date(2026, 11, 11),
        "skhcn",
        "official_letter",
        "Hội Tin học tỉnh Sơn Hải",
        "34",
        "HTH-VP",
        "V/v mời tham gia ban giám khảo cuộc thi sáng tạo trẻ",
        "present",
    ),
    Paper(
        date(2026, 11, 18),
        "skhcn",
        "report",
        "Viện Nghiên cứu Công nghệ số Sơn Hải",
        "56",
        "BC-VCNS",
        "Báo cáo khảo sát hiện trạng ứng dụng chữ ký số",
        "accept",
    ),
    Paper(
        date(2026, 11, 19),
        "ubnd-tinh",
        "submission",
        "Hội Doanh nghiệp nhỏ và vừa tỉnh Sơn Hải",
        "12",
        "TTr-HDN",
        "Tờ trình đề nghị tổ chức đối thoại doanh nghiệp quý IV",
        "waiting",
    ),
)
