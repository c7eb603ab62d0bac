"""What invitations say of a meeting, as offices write them."""

from datetime import date
import pytest
from qlvb.policy.calendar.reading import read_invitation


TODAY = date(2026, 11, 22)
LABELLED = """ỦY BAN NHÂN DÂN TỈNH
Số: 12/GM-UBND          Sơn Hải, ngày 20 tháng 11 năm 2026
GIẤY MỜI
Họp về chuyển đổi số
Kính gửi: Sở Nội vụ
1. Thời gian: Bắt đầu từ 14h00 đến 16h30, thứ Năm, ngày 26/11/2026.
2. Địa điểm: Phòng họp số 2, trụ sở UBND tỉnh,
số 1 đường Biển Xanh.
3. Chủ trì: Đồng chí Trần Đức Long, Phó Chủ tịch UBND tỉnh.
4. Thành phần: lãnh đạo các sở.
Đề nghị gửi danh sách trước 16 giờ 00 ngày 24/11/2026."""
SENTENCE = """Số: 7/GM-SYT
Sơn Hải, ngày 20 tháng 11 năm 2026
GIẤY MỜI
Sở Y tế trân trọng kính mời dự hội nghị vào lúc 8 giờ 00 phút
ngày 25 tháng 11 năm 2026, tại Hội trường tầng 3, TP. Sơn Hải, do đồng chí Nguyễn Văn Bình chủ trì.
Đề nghị xác nhận trước 10 giờ ngày 23/11/2026."""
WRAPPED = """Thời gian:
08 giờ 30 phút, ngày 27 tháng 11 năm 2026 (thứ Sáu)
Địa điểm:
Trung tâm Hội nghị tỉnh
Người chủ trì: Ông Đặng Văn Ước"""
#: As the recognition of a bad scan leaves it.
POOR = """THOI GIAN: 9h15 ngay 30/11/2026
DIA DIEM: Phong hop A"""
LETTER = """Sơn Hải, ngày 20 tháng 11 năm 2026
Đề nghị báo cáo trước 10 giờ ngày 23/11/2026."""
DEADLINE = """Thời gian gửi danh sách: 9 giờ ngày 23/11/2026.
- Thời gian và địa điểm: 2 giờ chiều ngày 3/12, tại Phòng họp A."""


@pytest.mark.parametrize(
    ("subject", "text", "start", "end", "place", "chair"),
    [
        ("Giấy mời họp lúc 14h30 ngày 25/11/2026", "", "2026-11-25 14:30", None, "", ""),
        ("Mời họp 8 giờ 15 ngày 02 tháng 12 năm 2026", "", "2026-12-02 08:15", None, "", ""),
        ("Mời họp 7g ngày 5/1", "", "2027-01-05 07:00", None, "", ""),
        ("Mời họp ngày 25/11/2026", "", "2026-11-25 08:00", None, "", ""),
        ("Mời họp ngày 31/11/2026", "", None, None, "", ""),
        ("Họp lúc 99h ngày 25/11/2026", "", "2026-11-25 08:00", None, "", ""),
        ("Mời họp", "", None, None, "", ""),
        ("", "", None, None, "", ""),
        (
            "Mời họp",
            LABELLED,
            "2026-11-26 14:00",
            "16:30",
            "Phòng họp số 2, trụ sở UBND tỉnh, số 1 đường Biển Xanh",
            "Đồng chí Trần Đức Long, Phó Chủ tịch UBND tỉnh",
        ),
        ("Mời họp ngày 26/11/2026", LABELLED, "2026-11-26 14:00", "16:30", None, None),
        ("Mời họp 7h ngày 25/11/2026", LABELLED, "2026-11-25 07:00", None, None, None),
        (
            "Mời họp",
            SENTENCE,
            "2026-11-25 08:00",
            None,
            "Hội trường tầng 3, TP. Sơn Hải",
            "đồng chí Nguyễn Văn Bình",
        ),
        ("Mời họp", WRAPPED, "2026-11-27 08:30", None, "Trung tâm Hội nghị tỉnh", "Ông Đặng Văn Ước"),
        ("Mời họp", POOR, "2026-11-30 09:15", None, "Phong hop A", ""),
        ("Mời họp", LETTER, None, None, "", ""),
        ("Mời họp", DEADLINE, "2026-12-03 14:00", None, "Phòng họp A", ""),
    ],
)
def test_invitations(subject, text, start, end, place, chair):
    found = read_invitation(subject, text, TODAY)
    assert (found.start and found.start.strftime("%Y-%m-%d %H:%M")) == start
    assert (found.end and found.end.strftime("%H:%M")) == end
    assert place is None or (found.place, found.chair) == (place, chair)


def test_the_words_are_quoted():
    found = read_invitation("Mời họp", SENTENCE, TODAY)
    assert set(found.quotes) == {"start", "place", "chair"}
    assert "8 giờ 00 phút ngày 25 tháng 11 năm 2026" in found.quotes["start"]
    assert "20 tháng 11" not in found.quotes["start"]
    assert read_invitation("Mời họp 7h ngày 25/11/2026", LABELLED, TODAY).quotes["start"].startswith("Mời họp 7h")
