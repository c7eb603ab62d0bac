"""The acts of a consultation in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


consult = Wording(_("journal_consult", default="đã gửi dự thảo lấy ý kiến"))
extend_consultation = Wording(_("journal_extend_consultation", default="đã gia hạn lấy ý kiến"))
end_consultation = Wording(_("journal_end_consultation", default="đã kết thúc lấy ý kiến (${answered}/${all} trả lời)"))
settle_opinion = Wording(_("journal_settle_opinion", default="đã xử lý một ý kiến góp ý: ${decision}"))
give_opinion = Wording(_("journal_give_opinion", default="đã cho ý kiến (${for_name}): ${answer}"))
