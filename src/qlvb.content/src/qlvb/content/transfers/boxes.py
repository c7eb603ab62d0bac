"""The boxes of transfers (product/screens 2.5: GIAO NỘP, THEO DÕI)."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import ARCHIVE_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox
from qlvb.content.transfers.deadlines import NOTICE_DAYS


COLUMNS = ("ordinal", "reference", "subject", "executor", "received", "holder", "state")
#: How far the intake check is means something only while it goes on.
CHECKING_COLUMNS = (*COLUMNS[:-1], "progress", "state")
#: Of dossiers that are due: by when, and whom to remind.
DUE_COLUMNS = (*ARCHIVE_COLUMNS[:2], "deposit_last", "keeper", *ARCHIVE_COLUMNS[2:])
#: Of dossiers that were sent back: why, and who has to complete them.
TO_COMPLETE_COLUMNS = (*ARCHIVE_COLUMNS[:2], "sent_back", "keeper", *ARCHIVE_COLUMNS[2:7], "state")
_transfer = partial(Box, columns=COLUMNS, sort=("modified", True))

WAITING = _transfer(
    "transfers.waiting",
    _("box_transfers_waiting", default="Chờ tiếp nhận"),
    _("box_transfers_waiting_empty", default="Không có đợt giao nộp nào chờ tiếp nhận."),
)
CHECKING = _transfer(
    "transfers.checking",
    _("box_transfers_checking", default="Đang kiểm tra"),
    _("box_transfers_checking_empty", default="Không có đợt giao nộp nào đang kiểm tra."),
    columns=CHECKING_COLUMNS,
)
RETURNED = _transfer(
    "transfers.returned",
    _("box_transfers_returned", default="Trả lại để bổ sung"),
    _("box_transfers_returned_empty", default="Không có hồ sơ nào bị trả lại để bổ sung."),
)
TO_COMPLETE = Box(
    "transfers.to_complete",
    _("box_transfers_to_complete", default="Hồ sơ cần bổ sung"),
    _("box_transfers_to_complete_empty", default="Không có hồ sơ nào cần bổ sung theo yêu cầu của lưu trữ."),
    columns=TO_COMPLETE_COLUMNS,
)
TAKEN_OVER = _transfer(
    "transfers.accepted",
    _("box_transfers_accepted", default="Đã tiếp nhận"),
    _("box_transfers_accepted_empty", default="Chưa có đợt giao nộp nào được tiếp nhận."),
)
MINE = _transfer(
    "transfers.mine",
    _("box_transfers_mine", default="Đợt giao nộp của tôi"),
    _("box_transfers_mine_empty", default="Anh/chị chưa lập đợt giao nộp nào. Chọn “Lập đợt giao nộp” để bắt đầu."),
)
ALL = Box(
    "transfers.all",
    _("box_transfers_all", default="Tra cứu giao nộp"),
    _("box_transfers_all_empty", default="Chưa có đợt giao nộp nào mà anh/chị được xem."),
    columns=COLUMNS,
    types=("Transfer",),
    sort=("modified", True),
)
#: Rows of dossiers: warned of from thirty days before the earlier deadline; overdue after the later one.
DUE = DeadlineBox(
    "transfers.due",
    _("box_transfers_due", default="Hồ sơ đến hạn nộp lưu"),
    _("box_transfers_due_empty", default="Không có hồ sơ nào đến hạn nộp lưu."),
    columns=DUE_COLUMNS,
    sort=("arrival_day", False),
    until=NOTICE_DAYS,
)
OVERDUE = DeadlineBox(
    "transfers.overdue",
    _("box_transfers_overdue", default="Hồ sơ quá hạn nộp lưu"),
    _("box_transfers_overdue_empty", default="Không có hồ sơ nào quá hạn nộp lưu."),
    columns=DUE_COLUMNS,
    sort=("arrival_day", False),
    until=-1,
)
#: Archived dossiers of permanent value on their way to the historical archive.
TO_DEPOSIT = DeadlineBox(
    "transfers.to_deposit",
    _("box_transfers_to_deposit", default="Hồ sơ đến hạn nộp lưu trữ lịch sử"),
    _("box_transfers_to_deposit_empty", default="Không có hồ sơ nào đến hạn nộp vào lưu trữ lịch sử."),
    columns=DUE_COLUMNS,
    sort=("arrival_day", False),
    until=2 * 366,
)
