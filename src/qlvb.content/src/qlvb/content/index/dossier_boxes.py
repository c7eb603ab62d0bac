"""The boxes of dossiers (product/screens 2.5), and of documents that lie in none."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import Box


COLUMNS = ("dossier_code", "dossier_title", "keeper", "span", "kept_for", "completeness", "state")
_dossiers = partial(Box, columns=COLUMNS, sort=("number_sort", False))

MINE = _dossiers(
    "dossiers.mine",
    _("box_dossiers_mine", default="Hồ sơ của tôi"),
    _("box_dossiers_mine_empty", default="Anh/chị chưa lập hồ sơ nào. Hãy mở hồ sơ từ danh mục của cơ quan."),
)
SHARED = _dossiers(
    "dossiers.shared",
    _("box_dossiers_shared", default="Hồ sơ được chia sẻ"),
    _("box_dossiers_shared_empty", default="Chưa có hồ sơ nào được chia sẻ với anh/chị."),
)
HANDED_OVER = _dossiers(
    "dossiers.handed_over",
    _("box_dossiers_handed_over", default="Hồ sơ tiếp nhận"),
    _("box_dossiers_handed_over_empty", default="Không có hồ sơ nào chờ anh/chị tiếp nhận bàn giao."),
)
MINUTES = _dossiers(
    "dossiers.minutes",
    _("box_dossiers_minutes", default="Biên bản bàn giao chờ ký"),
    _("box_dossiers_minutes_empty", default="Không có biên bản bàn giao hồ sơ nào chờ anh/chị ký."),
)
#: What lacks components of its template, and what the archive sent back.
INCOMPLETE = _dossiers(
    "dossiers.incomplete",
    _("box_dossiers_incomplete", default="Cần bổ sung"),
    _(
        "box_dossiers_incomplete_empty",
        default="Không có hồ sơ nào của anh/chị thiếu thành phần, hay bị lưu trữ trả lại.",
    ),
    columns=(*COLUMNS[:-1], "sent_back", COLUMNS[-1]),
)
UNFILED = Box(
    "dossiers.unfiled",
    _("box_dossiers_unfiled", default="Văn bản chưa vào hồ sơ"),
    _("box_dossiers_unfiled_empty", default="Mọi văn bản đã giải quyết đều ở trong hồ sơ."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
)
