"""What is said when the index cannot answer."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


#: Why -> what people are told; the code is ``index_<why>``.
_TOLD = {
    "missing": _(
        "violation_index_missing",
        default="Chưa có bảng chỉ mục văn bản. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
    ),
    "outdated": _(
        "violation_index_outdated",
        default="Bảng chỉ mục văn bản thuộc phiên bản khác. Quản trị hệ thống chạy lệnh “bin/qlvb index upgrade”.",
    ),
    "foreign": _(
        "violation_index_foreign",
        default="Bảng chỉ mục văn bản của hệ thống khác. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
    ),
    "busy": _("violation_index_busy", default="Bảng chỉ mục văn bản đang bận. Anh/chị thử lại sau ít giây."),
    "broken": _(
        "violation_index_broken",
        default="Không đọc được bảng chỉ mục văn bản. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
    ),
    "unreachable": _(
        "violation_index_unreachable",
        default="Không kết nối được máy chủ cơ sở dữ liệu của bảng chỉ mục văn bản. Anh/chị thử lại sau ít phút.",
    ),
    "unwritable": _(
        "violation_index_unwritable",
        default="Không ghi được bảng chỉ mục văn bản: ổ đĩa đầy hoặc không có quyền ghi. Chưa có gì được lưu.",
    ),
}


class IndexUnavailable(Refused):
    """503: the tables are ``missing``, ``busy`` (locked), ``outdated`` (of another version), ``foreign`` (of another
    site), ``broken``, ``unreachable`` or ``unwritable``. Nothing was changed.
    """

    def __init__(self, why):
        super().__init__(Violation("", f"index_{why}", _TOLD[why]), status=503)
        self.why = why
