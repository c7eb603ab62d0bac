"""The boxes of incoming documents, labels as iOffice 4.0 and TDoffice have them."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import INCOMING_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


#: How many days ahead work counts as due ("Đến hạn").
DUE_SOON = 3
OPEN_WORK = ("incoming.unread", "incoming.in_progress")
_NEWEST = ("arrival_day", True)
_incoming = partial(Box, columns=INCOMING_COLUMNS)
_dated = partial(DeadlineBox, columns=INCOMING_COLUMNS, members=OPEN_WORK, sort=("deadline_day", False))

WAITING = _incoming(
    "incoming.waiting",
    _("box_incoming_waiting", default="Văn bản chờ tiếp nhận"),
    _("box_incoming_waiting_empty", default="Không có văn bản nào chờ tiếp nhận."),
)
TO_DISTRIBUTE = _incoming(
    "incoming.to_distribute",
    _("box_incoming_to_distribute", default="Chờ phân phối"),
    _("box_incoming_to_distribute_empty", default="Không có văn bản nào chờ trình, chuyển."),
)
RETURNED = _incoming(
    "incoming.returned",
    _("box_incoming_returned", default="Bị trả lại"),
    _("box_incoming_returned_empty", default="Không có văn bản nào bị trả lại."),
)
TO_DIRECT = _incoming(
    "incoming.to_direct",
    _("box_incoming_to_direct", default="Chờ duyệt (cho ý kiến)"),
    _("box_incoming_to_direct_empty", default="Không có văn bản nào chờ anh/chị cho ý kiến."),
)
UNREAD = _incoming(
    "incoming.unread",
    _("box_incoming_unread", default="Chưa xử lý"),
    _("box_incoming_unread_empty", default="Anh/chị đã mở hết các văn bản được giao."),
)
IN_PROGRESS = _incoming(
    "incoming.in_progress",
    _("box_incoming_in_progress", default="Đang xử lý"),
    _("box_incoming_in_progress_empty", default="Anh/chị không có văn bản nào đang xử lý."),
)
LEAD = _incoming(
    "incoming.lead",
    _("box_incoming_lead", default="Văn bản chờ xử lý"),
    _("box_incoming_lead_empty", default="Không có văn bản nào chờ anh/chị xử lý."),
)
COORDINATED = _incoming(
    "incoming.coordinated",
    _("box_incoming_coordinated", default="Phối hợp xử lý"),
    _("box_incoming_coordinated_empty", default="Không có văn bản nào chờ anh/chị phối hợp."),
)
UNIT = _incoming(
    "incoming.unit",
    _("box_incoming_unit", default="Theo dõi văn bản đến đơn vị"),
    _("box_incoming_unit_empty", default="Đơn vị không có văn bản đến nào đang xử lý."),
    members=("incoming.unit", "incoming.unfinished"),
    sort=("deadline_day", False),
)
DUE = _dated(
    "incoming.due",
    _("box_incoming_due", default="Đến hạn"),
    _("box_incoming_due_empty", default="Không có văn bản nào sắp đến hạn."),
    after=0,
    until=DUE_SOON,
)
OVERDUE = _dated(
    "incoming.overdue",
    _("box_incoming_overdue", default="Quá hạn"),
    _("box_incoming_overdue_empty", default="Không có văn bản nào quá hạn."),
    until=-1,
)
FORWARDED = _incoming(
    "incoming.forwarded",
    _("box_incoming_forwarded", default="Đã chuyển thực hiện"),
    _("box_incoming_forwarded_empty", default="Anh/chị chưa chuyển văn bản nào."),
    sort=_NEWEST,
)
DONE = _incoming(
    "incoming.done",
    _("box_incoming_done", default="Đã xử lý"),
    _("box_incoming_done_empty", default="Anh/chị chưa hoàn thành văn bản nào."),
    sort=_NEWEST,
)
INFORMATION = _incoming(
    "incoming.information",
    _("box_incoming_information", default="Nhận để biết"),
    _("box_incoming_information_empty", default="Không có văn bản nào gửi để biết."),
    sort=_NEWEST,
)
TO_EXTEND = _incoming(
    "incoming.to_extend",
    _("box_incoming_to_extend", default="Chờ duyệt gia hạn"),
    _("box_incoming_to_extend_empty", default="Không có ai xin gia hạn."),
)
TO_CONFIRM = _incoming(
    "incoming.to_confirm",
    _("box_incoming_to_confirm", default="Chờ xác nhận hoàn thành"),
    _("box_incoming_to_confirm_empty", default="Không có kết quả nào chờ anh/chị duyệt."),
)
TO_RECALL = _incoming(
    "incoming.to_recall",
    _("box_incoming_to_recall", default="Văn bản chờ thu hồi"),
    _("box_incoming_to_recall_empty", default="Không có nơi gửi nào đề nghị thu hồi, thay thế văn bản."),
)
ALL = _incoming(
    "incoming.all",
    _("box_incoming_all", default="Tra cứu văn bản đến"),
    _("box_incoming_all_empty", default="Chưa có văn bản đến nào mà anh/chị được xem."),
    types=("IncomingDocument",),
    sort=_NEWEST,
)
