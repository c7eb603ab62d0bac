"""The acts of a consultation in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


consult = Wording(_("journal_consult", default="đã gửi dự thảo lấy ý kiến"))
extend_consultation = Wording(_("journal_extend_consultation", default="đã gia hạn lấy ý kiến"))
end_consultation = Wording(_("journal_end_consultation", default="đã kết thúc lấy ý kiến (${answered}/${all} trả lời)"))
settle_opinion = Wording(_("journal_settle_opinion", default="đã xử lý một ý kiến góp ý: ${decision}"))
give_opinion = Wording(_("journal_give_opinion", default="đã cho ý kiến (${for_name}): ${answer}"))
withdraw_consultation = Wording(_("journal_withdraw_consultation", default="đã rút dự thảo đang lấy ý kiến"))
chase_consultation = Wording(_("journal_chase_consultation", default="đã đôn đốc cho ý kiến"))
assign_opinion = Wording(_("journal_assign_opinion", default="đã giao ${receiver_name} chuẩn bị ý kiến"))
prepare_agency_opinion = Wording(_("journal_prepare_agency_opinion", default="đã chuẩn bị ý kiến: ${answer}"))
send_opinion = Wording(_("journal_send_opinion", default="đã gửi ý kiến của cơ quan: ${answer}"))
opinion_settled = Wording(
    _("journal_opinion_settled", default="đã tiếp thu ${accepted}/${all} ý kiến của cơ quan, giải trình phần còn lại")
)
