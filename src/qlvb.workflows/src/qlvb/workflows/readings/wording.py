"""What happens to requests to read, in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording
from qlvb.content.readings.interfaces import PAPER


CLOSED = _("journal_reading_closed", default="đã kết thúc khai thác. ${comment}")


class Return(Wording):
    """Of a copy nothing comes back."""

    def sentence(self, entry):
        """See IJournalWording."""
        ended = entry.detail.get("kind", PAPER) != PAPER
        return Wording(CLOSED).sentence(entry) if ended else super().sentence(entry)


lend = Wording(_("journal_reading_lend", default="đã duyệt cho khai thác đến hết ngày ${due}"))
refuse = Wording(_("journal_reading_refuse", default="đã từ chối: ${comment}"))
withdraw = Wording(_("journal_reading_withdraw", default="đã rút phiếu yêu cầu"))
give_back = Return(_("journal_reading_return", default="đã nhận trả. ${comment}"))
lend_box = Wording(_("journal_box_lent", default="đã cho mượn ${done} hồ sơ của hộp, ${refused} không cho mượn được"))
return_box = Wording(_("journal_box_returned", default="đã nhận trả ${done} hồ sơ của hộp"))
extend = Wording(_("journal_reading_extend", default="đã gia hạn đến ngày ${due}. ${comment}"))
chase = Wording(_("journal_reading_chase", default="đã đôn đốc trả. ${comment}"))
made = Wording(_("journal_reading_copies_made", default="hệ thống đã làm bản đọc, bản sao"))
deleted = Wording(_("journal_reading_copies_deleted", default="hệ thống đã xóa bản đọc, bản sao"))
ended = Wording(_("journal_reading_ended", default="hết hạn đọc ngày ${due}"))
viewed = Wording(_("journal_reading_viewed", default="đã xem bản đọc"))
