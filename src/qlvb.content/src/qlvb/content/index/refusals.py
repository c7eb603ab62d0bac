"""What is said when the index cannot answer."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class IndexUnavailable(Refused):
    """503: the tables are missing, locked, of another site or of another version. Nothing was changed."""

    def __init__(self, code, message):
        super().__init__(Violation("", code, message), status=503)

    @classmethod
    def missing(cls):
        text = _(
            "violation_index_missing",
            default="Chưa có bảng chỉ mục văn bản. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
        )
        return cls("index_missing", text)

    @classmethod
    def outdated(cls):
        text = _(
            "violation_index_outdated",
            default="Bảng chỉ mục văn bản thuộc phiên bản khác. Quản trị hệ thống chạy lệnh “bin/qlvb index upgrade”.",
        )
        return cls("index_outdated", text)

    @classmethod
    def foreign(cls):
        text = _(
            "violation_index_foreign",
            default="Bảng chỉ mục văn bản của hệ thống khác. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
        )
        return cls("index_foreign", text)

    @classmethod
    def busy(cls):
        text = _("violation_index_busy", default="Bảng chỉ mục văn bản đang bận. Anh/chị thử lại sau ít giây.")
        return cls("index_busy", text)

    @classmethod
    def broken(cls):
        text = _(
            "violation_index_broken",
            default="Không đọc được bảng chỉ mục văn bản. Quản trị hệ thống chạy lệnh “bin/qlvb index rebuild”.",
        )
        return cls("index_broken", text)

    @classmethod
    def unreachable(cls):
        text = _(
            "violation_index_unreachable",
            default="Không kết nối được máy chủ cơ sở dữ liệu của bảng chỉ mục văn bản. Anh/chị thử lại sau ít phút.",
        )
        return cls("index_unreachable", text)

    @classmethod
    def unwritable(cls):
        text = _(
            "violation_index_unwritable",
            default="Không ghi được bảng chỉ mục văn bản: ổ đĩa đầy hoặc không có quyền ghi. Chưa có gì được lưu.",
        )
        return cls("index_unwritable", text)
