"""Precedents in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


mark = Wording(_("journal_act_mark_precedent", default="đã đánh dấu tiền lệ về “${topic}”: ${comment}"))
end = Wording(_("journal_act_end_precedent", default="đã thôi tiền lệ về “${topic}”: ${comment}"))
