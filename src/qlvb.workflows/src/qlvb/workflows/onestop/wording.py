"""Acts of the link in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.outgoing.wording import Wording


receive_onestop = Wording(
    _("journal_receive_onestop", default="đã chuyển hồ sơ ${case_code} từ một cửa, trình ${receiver_name} ký duyệt")
)
amend_onestop = Wording(_("journal_amend_onestop", default="đã hiệu chỉnh thông tin văn bản trước khi ban hành"))
return_onestop = Wording(_("journal_return_onestop", default="đã trả hồ sơ về hệ thống một cửa: ${comment}"))
transfer_dvc = Wording(_("journal_transfer_dvc", default="đã chuyển kết quả ${reference} sang hệ thống một cửa"))
cancel_onestop = Wording(_("journal_cancel_onestop", default="đã rút hồ sơ trình ký: ${comment}"))
resend_onestop = Wording(_("journal_resend_onestop", default="đã gửi lại gói tin sang hệ thống một cửa"))
