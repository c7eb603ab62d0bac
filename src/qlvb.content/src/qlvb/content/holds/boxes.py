"""The box of holds (product/screens 2.5: BẢO QUẢN)."""

from qlvb.content import _
from qlvb.content.index.boxes import Box


ACTIVE = Box(
    "holds.active",
    _("box_holds_active", default="Đang tạm dừng hủy"),
    _("box_holds_active_empty", default="Không có vụ việc tạm dừng hủy nào. Lập vụ việc ở mục “Tạm dừng hủy”."),
    columns=("reference", "subject", "issue_date", "holder", "state"),
    sort=("issue_day", True),
)
