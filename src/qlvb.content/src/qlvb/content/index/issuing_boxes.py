"""The boxes of clerks who number and issue: TDoffice's menu, V-Office's tabs (product/screens 2.4)."""

from qlvb.content import _
from qlvb.content.index.boxes import ISSUED_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


_NEWEST = ("issue_day", True)

NUMBERED = Box(
    "outgoing.numbered",
    _("box_outgoing_numbered", default="Đã cấp số"),
    _("box_outgoing_numbered_empty", default="Không có văn bản nào đã cấp số mà chưa ban hành."),
    members=("outgoing.to_seal", "outgoing.to_send"),
)
NUMBER_REFUSED = Box(
    "outgoing.number_refused",
    _("box_outgoing_number_refused", default="Từ chối cấp số"),
    _("box_outgoing_number_refused_empty", default="Không có văn bản nào bị từ chối cấp số đang chờ sửa."),
)
#: Approved and signed; what is still missing, number, date and seal, the clerk adds ("Hiệu chỉnh" of TDoffice).
APPROVED = Box(
    "outgoing.approved",
    _("box_outgoing_approved", default="Cập nhật VB dự thảo đã duyệt"),
    _("box_outgoing_approved_empty", default="Không có dự thảo đã duyệt nào chờ cập nhật số, ngày, đóng dấu."),
    members=("outgoing.to_number", "outgoing.to_seal", "outgoing.to_send"),
)
#: Issued, and some way besides the network still to go: by post, by e-mail, to the one-stop system.
SEND_FURTHER = Box(
    "outgoing.send_further",
    _("box_outgoing_send_further", default="Văn bản chưa gửi thêm công"),
    _("box_outgoing_send_further_empty", default="Mọi văn bản đã ban hành đều đã gửi đủ các đường gửi khác."),
    members=("outgoing.to_post", "outgoing.onestop_undelivered"),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
REFUSED_TODAY = DeadlineBox(
    "outgoing.refused_today",
    _("box_outgoing_refused_today", default="VB từ chối, trả lại trong ngày"),
    _("box_outgoing_refused_today_empty", default="Hôm nay không có văn bản nào bị nơi nhận từ chối, trả lại."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
    after=0,
    until=0,
)
