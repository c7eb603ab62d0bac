"""The boxes of outgoing documents, labels as iOffice 4.0 and TDoffice have them."""

from qlvb.content import _
from qlvb.content.index.boxes import ISSUED_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


_CHANGED = ("modified", True)
_NEWEST = ("issue_day", True)

#: As iOffice 4.0 lists them (product/screens 2.2); deadline and who submitted can be added by everybody.
REVIEW_COLUMNS = (
    "ordinal",
    "urgency",
    "to_sign",
    "reference",
    "subject",
    "issuing_body",
    "received",
    "priority",
    "process",
)

DRAFTS = Box(
    "outgoing.drafts",
    _("box_outgoing_drafts", default="Dự thảo của tôi"),
    _("box_outgoing_drafts_empty", default="Anh/chị chưa có dự thảo nào."),
    sort=_CHANGED,
)
RETURNED = Box(
    "outgoing.returned",
    _("box_outgoing_returned", default="Dự thảo bị trả lại"),
    _("box_outgoing_returned_empty", default="Không có dự thảo nào bị trả lại."),
)
MINE = Box(
    "outgoing.mine",
    _("box_outgoing_mine", default="VĂN BẢN LÀ NGƯỜI SOẠN"),
    _("box_outgoing_mine_empty", default="Anh/chị chưa soạn văn bản đi nào."),
    sort=_CHANGED,
)
UNDER_WAY = Box(
    "outgoing.under_way",
    _("box_outgoing_under_way", default="Theo dõi văn bản đi"),
    _("box_outgoing_under_way_empty", default="Không có văn bản đi nào của anh/chị đang chờ người khác."),
)
TO_REVIEW = Box(
    "outgoing.to_review",
    _("box_outgoing_to_review", default="VB chờ duyệt"),
    _("box_outgoing_to_review_empty", default="Không có văn bản nào chờ anh/chị duyệt."),
    columns=REVIEW_COLUMNS,
)
TO_APPRAISE = Box(
    "outgoing.to_appraise",
    _("box_outgoing_to_appraise", default="Chờ thẩm định"),
    _("box_outgoing_to_appraise_empty", default="Không có dự thảo nào chờ anh/chị thẩm định."),
)
TO_REWORK = Box(
    "outgoing.to_rework",
    _("box_outgoing_to_rework", default="VB chờ chuyên viên xử lý"),
    _("box_outgoing_to_rework_empty", default="Không có văn bản nào đang chờ chuyên viên sửa."),
)
WITH_OTHER_LEADER = Box(
    "outgoing.with_other_leader",
    _("box_outgoing_with_other_leader", default="VB chờ lãnh đạo khác duyệt"),
    _("box_outgoing_with_other_leader_empty", default="Không có văn bản nào đang chờ lãnh đạo khác."),
)
AT_CLERK = Box(
    "outgoing.at_clerk",
    _("box_outgoing_at_clerk", default="VB chờ văn thư phát hành"),
    _("box_outgoing_at_clerk_empty", default="Không có văn bản nào đang ở văn thư."),
)
SIGNED_BY_ME = Box(
    "outgoing.signed_by_me",
    _("box_outgoing_signed_by_me", default="VĂN BẢN LÀ NGƯỜI KÝ"),
    _("box_outgoing_signed_by_me_empty", default="Anh/chị chưa ký văn bản nào."),
    columns=ISSUED_COLUMNS,
    sort=_CHANGED,
)
TO_NUMBER = Box(
    "outgoing.to_number",
    _("box_outgoing_to_number", default="Văn bản chờ ban hành"),
    _("box_outgoing_to_number_empty", default="Không có văn bản nào chờ cấp số, ban hành."),
)
ONESTOP_TO_SIGN = Box(
    "outgoing.onestop_to_sign",
    _("box_onestop_to_sign", default="Văn bản chờ ký duyệt từ một cửa"),
    _("box_onestop_to_sign_empty", default="Không có hồ sơ một cửa nào chờ anh/chị ký duyệt."),
)
ONESTOP_TO_ISSUE = Box(
    "outgoing.onestop_to_issue",
    _("box_onestop_to_issue", default="Văn bản chờ ban hành một cửa"),
    _("box_onestop_to_issue_empty", default="Không có văn bản một cửa nào chờ ban hành."),
)
ONESTOP_UNDELIVERED = Box(
    "outgoing.onestop_undelivered",
    _("box_onestop_undelivered", default="Chưa chuyển được DVC"),
    _("box_onestop_undelivered_empty", default="Mọi kết quả đã được chuyển sang hệ thống một cửa."),
)
TO_SEAL = Box(
    "outgoing.to_seal",
    _("box_outgoing_to_seal", default="Chờ đóng dấu"),
    _("box_outgoing_to_seal_empty", default="Không có văn bản nào chờ đóng dấu."),
)
TO_SEND = Box(
    "outgoing.to_send",
    _("box_outgoing_to_send", default="Văn bản chờ gửi qua mạng"),
    _("box_outgoing_to_send_empty", default="Không có văn bản nào chờ gửi."),
)
NOT_ARRIVED = Box(
    "outgoing.not_arrived",
    _("box_outgoing_not_arrived", default="Văn bản đã gửi nhưng chưa đến nơi"),
    _("box_outgoing_not_arrived_empty", default="Mọi văn bản đã gửi đều đã đến nơi."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
REFUSED = Box(
    "outgoing.refused",
    _("box_outgoing_refused", default="VB từ chối, trả lại"),
    _("box_outgoing_refused_empty", default="Không có văn bản nào bị nơi nhận từ chối, trả lại."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
ISSUED = Box(
    "outgoing.issued",
    _("box_outgoing_issued", default="VB đã phát hành"),
    _("box_outgoing_issued_empty", default="Chưa có văn bản nào được phát hành."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
CONSULTING = Box(
    "outgoing.consulting",
    _("box_outgoing_consulting", default="Dự thảo đang lấy ý kiến"),
    _("box_outgoing_consulting_empty", default="Không có dự thảo nào của anh/chị đang lấy ý kiến."),
)
TO_COMMENT = Box(
    "outgoing.to_comment",
    _("box_outgoing_to_comment", default="Dự thảo xin ý kiến"),
    _("box_outgoing_to_comment_empty", default="Không có dự thảo nào chờ anh/chị cho ý kiến."),
)
CHANGE_TO_APPROVE = Box(
    "outgoing.change_to_approve",
    _("box_outgoing_change_to_approve", default="Thu hồi, thay thế chờ duyệt"),
    _("box_outgoing_change_to_approve_empty", default="Không có đề nghị thu hồi, thay thế nào chờ anh/chị duyệt."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
RECALL_AWAITED = Box(
    "outgoing.recall_awaited",
    _("box_outgoing_recall_awaited", default="Chờ trả lời thu hồi, thay thế"),
    _("box_outgoing_recall_awaited_empty", default="Mọi nơi nhận đều đã trả lời yêu cầu thu hồi, thay thế."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
REPLACED = Box(
    "outgoing.replaced",
    _("box_outgoing_replaced", default="VB thay thế, thu hồi"),
    _("box_outgoing_replaced_empty", default="Không có văn bản nào bị thay thế, thu hồi."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
PUBLISHED = Box(
    "outgoing.published",
    _("box_outgoing_published", default="Văn bản điều hành đang đăng"),
    _("box_outgoing_published_empty", default="Chưa có văn bản điều hành nào đang đăng."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
)
ALL = Box(
    "outgoing.all",
    _("box_outgoing_all", default="Tra cứu văn bản đi"),
    _("box_outgoing_all_empty", default="Chưa có văn bản đi nào mà anh/chị được xem."),
    types=("OutgoingDocument",),
    sort=_CHANGED,
)
CLERK_WORK = Box(
    "outgoing.clerk_work",
    _("box_outgoing_clerk_work", default="Văn bản chờ xử lý"),
    _("box_outgoing_clerk_work_empty", default="Không có văn bản đi nào chờ văn thư."),
    members=(
        "outgoing.to_number",
        "outgoing.to_seal",
        "outgoing.to_send",
        "outgoing.to_post",
        "outgoing.refused",
    ),
)
ISSUED_TODAY = DeadlineBox(
    "outgoing.issued_today",
    _("box_outgoing_issued_today", default="Văn bản đi trong ngày"),
    _("box_outgoing_issued_today_empty", default="Hôm nay chưa phát hành văn bản nào."),
    columns=ISSUED_COLUMNS,
    sort=_NEWEST,
    after=0,
    until=0,
)
CONSULTED = Box(
    "outgoing.consulted",
    _("box_outgoing_consulted", default="Kết thúc lấy ý kiến"),
    _("box_outgoing_consulted_empty", default="Chưa có đợt lấy ý kiến nào kết thúc."),
    sort=_CHANGED,
)
CONSULTATIONS = Box(
    "outgoing.consultations",
    _("box_outgoing_consultations", default="Tất cả lấy ý kiến"),
    _("box_outgoing_consultations_empty", default="Chưa có dự thảo nào lấy ý kiến mà anh/chị tham gia."),
    members=("outgoing.to_comment", "outgoing.consulting", "outgoing.consulted"),
    sort=_CHANGED,
)
