"""The acts on notes in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


create_note = Wording(_("journal_create_note", default="đã lập phiếu trình kèm dự thảo này"))
edit_note = Wording(_("journal_edit_note", default="đã sửa phiếu trình"))
submit_note = Wording(_("journal_submit_note", default="đã trình ${receiver_name} quyết định"))
ask_note = Wording(_("journal_ask_note", default="đã xin ý kiến về phiếu trình"))
cancel_note = Wording(_("journal_cancel_note", default="đã hủy phiếu trình"))
agree_note = Wording(_("journal_agree_note", default="đã phê duyệt phiếu trình"))
return_note = Wording(_("journal_return_note", default="đã trả lại ${receiver_name}"))
opine_note = Wording(_("journal_opine_note", default="đã cho ý kiến: ${answer}"))
sign_note = Wording(_("journal_sign_note", default="đã ký số phiếu trình"))
