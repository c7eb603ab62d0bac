"""The boxes of disposal (product/screens 2.5: BẢO QUẢN)."""

from qlvb.content import _
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


#: Days before the end of its retention from which a dossier is shown.
AHEAD = 90

EXPIRING = DeadlineBox(
    "disposals.expiring",
    _("box_disposals_expiring", default="Sắp hết thời hạn bảo quản"),
    _("box_disposals_expiring_empty", default="Không có hồ sơ, văn bản nào hết thời hạn bảo quản trong 90 ngày tới."),
    columns=("reference", "subject", "kept_for", "retention_due", "retention_reason", "state"),
    sort=("issue_day", False),
    until=AHEAD,
)
COUNCIL = Box(
    "disposals.council",
    _("box_disposals_council", default="Chờ Hội đồng xác định giá trị"),
    _("box_disposals_council_empty", default="Không có đợt xét hủy nào đang chờ Hội đồng."),
    columns=("disposal_title", "proposed_on", "holder", "state"),
    sort=("issue_day", True),
)
MINE = Box(
    "disposals.mine",
    _("box_disposals_mine", default="Xét hủy chờ tôi"),
    _("box_disposals_mine_empty", default="Không có đợt xét hủy nào chờ anh/chị biểu quyết, quyết định, thực hiện."),
    columns=("disposal_title", "proposed_on", "holder", "state"),
    sort=("issue_day", True),
)
