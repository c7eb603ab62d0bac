"""Boxes of a whole agency: what is late, what was sent back to its sender; and of its clerk, what has to be posted."""

from qlvb.content import _
from qlvb.content.index.boxes import INCOMING_COLUMNS
from qlvb.content.index.boxes import ISSUED_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


OVERDUE_AGENCY = DeadlineBox(
    "incoming.overdue_agency",
    _("box_incoming_overdue_agency", default="Quá hạn của cơ quan"),
    _("box_incoming_overdue_agency_empty", default="Cơ quan không có văn bản đến nào quá hạn."),
    columns=INCOMING_COLUMNS,
    members=("incoming.unfinished",),
    sort=("deadline_day", False),
    until=-1,
)
REFUSED = Box(
    "incoming.refused",
    _("box_incoming_refused", default="Đã trả lại nơi gửi"),
    _("box_incoming_refused_empty", default="Cơ quan chưa trả lại văn bản nào."),
    columns=INCOMING_COLUMNS,
    sort=("arrival_day", True),
)
INFORMATION_READ = Box(
    "incoming.information_read",
    _("box_incoming_information_read", default="Đã xem để biết"),
    _("box_incoming_information_read_empty", default="Anh/chị chưa xem văn bản nào gửi để biết."),
    columns=INCOMING_COLUMNS,
    sort=("arrival_day", True),
)
TO_POST = Box(
    "outgoing.to_post",
    _("box_outgoing_to_post", default="Chờ gửi ngoài hệ thống"),
    _("box_outgoing_to_post_empty", default="Không có văn bản nào phải gửi bưu điện hoặc thư điện tử."),
    columns=ISSUED_COLUMNS,
    sort=("issue_day", True),
)
