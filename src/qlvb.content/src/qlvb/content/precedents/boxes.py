"""The list of precedents."""

from qlvb.content import _
from qlvb.content.index.boxes import Box


PRECEDENTS = Box(
    "disposals.precedents",
    _("box_precedents", default="Tiền lệ"),
    _(
        "box_precedents_empty",
        default="Chưa có tiền lệ nào. Mở hồ sơ, văn bản đã giải quyết một việc điển hình rồi chọn “Đánh dấu tiền lệ”.",
    ),
    columns=("direction", "reference", "subject", "precedent", "issue_date", "state"),
    sort=("issue_day", True),
)
