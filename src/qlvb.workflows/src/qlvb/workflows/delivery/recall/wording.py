"""The acts on an issued document in the words of its journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording
from qlvb.workflows.delivery.wording import WordingByKind


recall = Wording(_("journal_act_recall", default="đã đề nghị thu hồi văn bản, theo văn bản ${successor}"))
replace = Wording(_("journal_act_replace", default="đã đề nghị thay thế bằng văn bản ${successor}"))
update = Wording(_("journal_act_update", default="đã đề nghị cập nhật, đính chính theo ${successor}"))
withdraw_change = WordingByKind(
    _("journal_act_withdraw_change", default="đã rút đề nghị"),
    {
        "recall": _("journal_act_withdraw_recall", default="đã rút đề nghị thu hồi"),
        "replace": _("journal_act_withdraw_replace", default="đã rút đề nghị thay thế"),
        "update": _("journal_act_withdraw_update", default="đã rút đề nghị cập nhật, đính chính"),
    },
)
approve_change = WordingByKind(
    _("journal_act_approve_change", default="đã duyệt đề nghị, theo văn bản ${successor}"),
    {
        "recall": _("journal_act_approve_recall", default="đã duyệt thu hồi, theo văn bản ${successor}"),
        "replace": _("journal_act_approve_replace", default="đã duyệt thay thế bằng văn bản ${successor}"),
        "update": _("journal_act_approve_update", default="đã duyệt cập nhật, đính chính theo ${successor}"),
    },
)
reject_change = WordingByKind(
    _("journal_act_reject_change", default="không duyệt đề nghị"),
    {
        "recall": _("journal_act_reject_recall", default="không duyệt đề nghị thu hồi"),
        "replace": _("journal_act_reject_replace", default="không duyệt đề nghị thay thế"),
        "update": _("journal_act_reject_update", default="không duyệt đề nghị cập nhật, đính chính"),
    },
)
note_recall_answer = Wording(_("journal_act_note_recall_answer", default="đã ghi nhận trả lời của ${recipient}"))
