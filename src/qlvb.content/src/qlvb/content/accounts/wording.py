"""What the journal of an account says."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


issued = Wording(_("journal_password_issued", default="đã cấp mật khẩu mới"))
changed = Wording(_("journal_password_changed", default="đã đổi mật khẩu"))
suspended = Wording(_("journal_account_suspended", default="đã tạm dừng tài khoản"))
resumed = Wording(_("journal_account_resumed", default="đã cho dùng lại tài khoản"))
post_given = Wording(
    _("journal_post_given", default="đã bố trí giữ chức vụ “${post}”, ${place}; chức năng: ${functions}")
)
post_changed = Wording(_("journal_post_changed", default="đã đổi chức vụ “${post}”, ${place}; chức năng: ${functions}"))
post_left = Wording(_("journal_post_left", default="đã cho thôi giữ chức vụ “${post}”, ${place}"))
