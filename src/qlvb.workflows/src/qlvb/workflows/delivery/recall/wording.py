"""The acts on an issued document in the words of its journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


recall = Wording(_("journal_act_recall", default="đã đề nghị thu hồi văn bản, theo văn bản ${successor}"))
replace = Wording(_("journal_act_replace", default="đã đề nghị thay thế bằng văn bản ${successor}"))
update = Wording(_("journal_act_update", default="đã đề nghị cập nhật, đính chính theo ${successor}"))
withdraw_change = Wording(_("journal_act_withdraw_change", default="đã rút đề nghị"))
approve_change = Wording(_("journal_act_approve_change", default="đã duyệt đề nghị, theo văn bản ${successor}"))
reject_change = Wording(_("journal_act_reject_change", default="không duyệt đề nghị"))
note_recall_answer = Wording(_("journal_act_note_recall_answer", default="đã ghi nhận trả lời của ${recipient}"))
