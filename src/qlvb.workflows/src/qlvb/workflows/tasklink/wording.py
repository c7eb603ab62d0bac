"""Acts of the link in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.tasks.wording import Wording


update_from_province = Wording(
    _("journal_update_from_province", default="đã cập nhật nhiệm vụ theo hệ thống của tỉnh")
)
resend_reports = Wording(_("journal_resend_reports", default="đã gửi lại báo cáo về hệ thống của tỉnh"))
take_over_steering = Wording(
    _("journal_take_over_steering", default="tự quyết định thay tỉnh khi mất liên thông: ${reason}")
)
