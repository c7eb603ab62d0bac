"""Holds in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


placed = Wording(_("journal_hold_placed", default="đã đưa vào vụ việc tạm dừng hủy ${case}"))
lifted = Wording(_("journal_hold_lifted", default="đã đưa ra khỏi vụ việc tạm dừng hủy ${case}: ${reason}"))
place = Wording(_("journal_act_place_hold", default="đã tạm dừng hủy theo vụ việc ${case}"))
add = Wording(_("journal_act_add_to_hold", default="đã thêm hồ sơ, văn bản vào vụ việc"))
remove = Wording(_("journal_act_remove_from_hold", default="đã đưa hồ sơ, văn bản ra khỏi vụ việc"))
release = Wording(_("journal_act_release_hold", default="đã giải tỏa: ${comment}"))
