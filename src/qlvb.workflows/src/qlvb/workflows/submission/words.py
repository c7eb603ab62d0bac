"""How the outcomes of decisions on notes are called."""

from qlvb.content import _


OUTCOME_TITLES = {
    "agreed": _("note_outcome_agreed", default="Đồng ý"),
    "returned": _("note_outcome_returned", default="Trả lại"),
    "withdrawn": _("note_outcome_withdrawn", default="Người trình rút"),
}
WAITING = _("note_outcome_waiting", default="Chưa quyết định")
SIGNED = _("note_signed", default="Đã ký số")
TO_SIGN = _("note_to_sign", default="Đang ký số")
