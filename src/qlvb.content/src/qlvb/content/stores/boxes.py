"""Lists of what is kept (product/screens 2.5)."""

from qlvb.content import _
from qlvb.content.index.boxes import ARCHIVE_COLUMNS
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import Box


KEPT = Box(
    "stores.kept",
    _("box_stores_kept", default="Hồ sơ trong kho giấy"),
    _("box_stores_kept_empty", default="Chưa có hồ sơ nào được xếp vào hộp. Mở một hộp trong Kho giấy để xếp hồ sơ."),
    columns=ARCHIVE_COLUMNS,
    sort=("number_sort", False),
)
INVENTORY = Box(
    "stores.dossiers",
    _("box_stores_dossiers", default="Mục lục hồ sơ"),
    _("box_stores_dossiers_empty", default="Không có hồ sơ nào như vậy."),
    columns=ARCHIVE_COLUMNS,
    types=("Dossier",),
    sort=("number_sort", False),
)
EXTRACT = Box(
    "stores.extract",
    _("box_stores_extract", default="Trích xuất kho lưu trữ"),
    _("box_stores_extract_empty", default="Không có hồ sơ, văn bản nào của thời kỳ này."),
    columns=(
        "ordinal",
        "direction",
        "reference",
        "subject",
        "issuing_body",
        "span",
        "kept_for",
        "state",
        "destroyed_on",
        "destruction",
        "destroyed_by",
    ),
    types=("Dossier", "IncomingDocument", "OutgoingDocument"),
    sort=("number_sort", False),
)
DAMAGED = Box(
    "stores.damaged",
    _("box_stores_damaged", default="Lỗi toàn vẹn / chữ ký"),
    _("box_stores_damaged_empty", default="Không có tệp hỏng hay chữ ký số không hợp lệ nào."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
)
