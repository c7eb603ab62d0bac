"""Acts on accounts in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


suspend = Wording(_("journal_account_suspended", default="đã tạm dừng tài khoản"))
resume = Wording(_("journal_account_resumed", default="đã cho dùng lại tài khoản"))
explain = Wording(_("journal_account_explained", default="đã ghi lý do không dùng tài khoản"))
made = Wording(_("journal_account_made", default="đã cấp tài khoản theo yêu cầu (Mẫu 01)"))
changed = Wording(_("journal_account_changed", default="đã thay đổi thông tin theo yêu cầu (Mẫu 02)"))
withdrawn = Wording(_("journal_account_withdrawn", default="đã thu hồi tài khoản theo yêu cầu (Mẫu 03)"))
amended = Wording(_("journal_request_amended", default="đã sửa yêu cầu"))
take = Wording(_("journal_request_take", default="đã nhận xử lý yêu cầu"))
complete = Wording(_("journal_request_complete", default="đã duyệt và thực hiện yêu cầu"))
returned = Wording(_("journal_request_return", default="đã trả lại yêu cầu: ${comment}"))
resubmit = Wording(_("journal_request_resubmit", default="đã gửi lại yêu cầu"))
withdraw = Wording(_("journal_request_withdraw", default="đã rút yêu cầu"))
