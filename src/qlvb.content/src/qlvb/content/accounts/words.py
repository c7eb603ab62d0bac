"""Words for lists, states and reasons of accounts (product/screens 2.6)."""

from qlvb.content import _


STATE_TITLES = {
    "current": _("accounts_total", default="Tổng số"),
    "first_password": _("accounts_first_password", default="Chưa đổi mật khẩu lần đầu"),
    "inactive": _("accounts_inactive", default="Không đăng nhập 6 tháng"),
    "soon": _("accounts_soon", default="Sắp bị tạm dừng"),
    "suspended": _("accounts_suspended", default="Đang tạm dừng"),
    "withdrawal": _("accounts_withdrawal", default="Đến hạn thu hồi"),
    "left": _("organisation_inactive", default="Đã nghỉ"),
}
#: State of one account -> (words, tone of the chip).
SHOWN = {
    "current": (_("organisation_label_active", default="Đang làm việc"), "good"),
    "first_password": (STATE_TITLES["first_password"], "info"),
    "inactive": (STATE_TITLES["inactive"], "warn"),
    "soon": (STATE_TITLES["soon"], "warn"),
    "suspended": (STATE_TITLES["suspended"], "bad"),
    "withdrawal": (STATE_TITLES["withdrawal"], "bad"),
    "left": (STATE_TITLES["left"], "neutral"),
}
#: An empty list says what that means.
EMPTY = {
    "current": _("accounts_none", default="Cơ quan chưa có tài khoản nào. Bấm “Thêm người dùng”."),
    "first_password": _("accounts_none_first", default="Ai cũng đã đổi mật khẩu được cấp."),
    "inactive": _("accounts_none_inactive", default="Không có tài khoản nào bỏ trống 6 tháng."),
    "soon": _("accounts_none_soon", default="Không có tài khoản nào sắp đủ 6 tháng không giao dịch."),
    "suspended": _("accounts_none_suspended", default="Không có tài khoản nào đang tạm dừng."),
    "withdrawal": _("accounts_none_withdrawal", default="Không có tài khoản nào tạm dừng quá hạn để thu hồi."),
    "left": _("accounts_none_left", default="Chưa có ai nghỉ."),
}
BASIS_TITLES = {
    "breach": _("account_basis_breach", default="Vi phạm quy chế (Điều 23, 24)"),
    "unused": _("account_basis_unused", default="Không giao dịch 06 tháng, không có lý do"),
    "agency": _("account_basis_agency", default="Cơ quan đề nghị"),
}
