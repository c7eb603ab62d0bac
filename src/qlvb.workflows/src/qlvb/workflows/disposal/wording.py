"""Disposal in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


proposed = Wording(_("journal_disposal_proposed", default="đã đưa vào danh mục hết giá trị “${title}”"))
left = Wording(_("journal_disposal_left", default="đã đưa ra khỏi danh mục hết giá trị “${title}”: ${reason}"))
destroyed = Wording(_("journal_destroyed", default="đã tiêu hủy nội dung theo Quyết định số ${decision}"))
certified = Wording(_("journal_disposal_certified", default="đã lập giấy chứng nhận tiêu hủy"))
explain = Wording(_("journal_act_edit_explanation", default="đã sửa bản thuyết minh"))
add = Wording(_("journal_act_add_items", default="đã thêm vào danh mục hết giá trị"))
take_out = Wording(_("journal_act_take_out", default="đã đưa ra khỏi danh mục: ${comment}"))
convene = Wording(_("journal_act_convene", default="đã trình Hội đồng"))
vote = Wording(_("journal_act_vote", default="đã biểu quyết: ${comment}"))
tie = Wording(_("journal_act_settle_tie", default="đã quyết định khi số phiếu bằng nhau: ${comment}"))
absence = Wording(_("journal_act_record_absence", default="đã ghi nhận vắng mặt: ${comment}"))
conclude = Wording(_("journal_act_conclude", default="đã chốt biên bản họp Hội đồng"))
opinion = Wording(_("journal_act_record_opinion", default="đã ghi nhận ý kiến của cơ quan có thẩm quyền"))
decide = Wording(_("journal_act_decide", default="đã quyết định hủy, số ${number}"))
execute = Wording(_("journal_act_execute_disposal", default="đã giao thực hiện tiêu hủy"))
undo = Wording(_("journal_act_undo_execution", default="đã hoàn tác việc tiêu hủy: ${comment}"))
cancel = Wording(_("journal_act_cancel_disposal", default="đã hủy bỏ đợt xét hủy: ${comment}"))
retry = Wording(_("journal_act_retry_execution", default="đã cho tiếp tục tiêu hủy sau khi khắc phục lỗi"))
