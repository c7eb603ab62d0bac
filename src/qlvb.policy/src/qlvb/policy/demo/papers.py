"""The documents that come to the agencies on paper: invented senders and matters, told as data."""

from datetime import date
from qlvb.policy.demo.telling import Paper


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
