"""What happens to places and to what lies in them, in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.journal.wording import Wording
from zope.i18nmessageid import Message
from zope.interface import implementer


MOVED = _("journal_place_moved", default="đã chuyển hồ sơ từ ${before} đến ${place}")
LAID = _("journal_place_laid", default="đã xếp hồ sơ vào ${place}")


@implementer(IJournalWording)
class Placed:
    """Laid into a box, or moved from another one."""

    def sentence(self, entry):
        """See IJournalWording."""
        template = MOVED if entry.detail.get("before") else LAID
        return Message(template, mapping={name: entry.detail.get(name, "") for name in ("before", "place")})


placed = Placed()
unplaced = Wording(_("journal_place_taken", default="đã lấy hồ sơ khỏi ${place}"))
act_place = Wording(_("journal_act_place", default="đã ghi vị trí hồ sơ: ${place}"))
act_take = Wording(_("journal_act_take", default="đã lấy hồ sơ khỏi ${place}: ${comment}"))
described = Wording(_("journal_place_described", default="đã sửa thông tin"))
closed = Wording(_("journal_place_closed", default="đã ngừng sử dụng"))
reopened = Wording(_("journal_place_reopened", default="đã dùng lại"))
