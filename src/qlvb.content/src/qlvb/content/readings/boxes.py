"""Lists of requests to read (product/screens 2.5, KHAI THÁC)."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import READING_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


_readings = partial(Box, columns=READING_COLUMNS, sort=("deadline_day", False))

WAITING = _readings(
    "readings.waiting",
    _("box_readings_waiting", default="Chờ duyệt mượn"),
    _("box_readings_waiting_empty", default="Không có phiếu yêu cầu nào chờ duyệt."),
    columns=(*READING_COLUMNS[:-3], "answer_due", "state"),
)
LENT = _readings(
    "readings.lent",
    _("box_readings_lent", default="Đang mượn"),
    _("box_readings_lent_empty", default="Không có hồ sơ, tài liệu nào đang được mượn."),
)
OVERDUE = DeadlineBox(
    "readings.overdue",
    _("box_readings_overdue", default="Quá hạn trả"),
    _("box_readings_overdue_empty", default="Không có hồ sơ, tài liệu nào quá hạn trả."),
    columns=READING_COLUMNS,
    sort=("deadline_day", False),
    members=("readings.lent",),
    until=-1,
)
MINE = _readings(
    "readings.mine",
    _("box_readings_mine", default="Phiếu yêu cầu của tôi"),
    _(
        "box_readings_mine_empty",
        default="Anh/chị chưa có phiếu yêu cầu nào. Mở một hồ sơ và chọn “Yêu cầu đọc, mượn hồ sơ này”.",
    ),
    sort=("issue_day", True),
)
BOOK = Box(
    "readings.all",
    _("box_readings_all", default="Sổ đăng ký khai thác"),
    _("box_readings_all_empty", default="Chưa có phiếu yêu cầu nào."),
    columns=(*READING_COLUMNS[:-1], "returned_on", "state"),
    types=("Reading",),
    sort=("issue_day", True),
)
