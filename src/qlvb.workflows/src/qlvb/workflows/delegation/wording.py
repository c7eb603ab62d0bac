"""Acts on and under delegations, in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


end = Wording(_("journal_delegation_end", default="đã kết thúc ủy quyền"))
revoke = Wording(_("journal_delegation_revoke", default="đã thu hồi ủy quyền: ${comment}"))
decline = Wording(_("journal_delegation_decline", default="đã từ chối nhận ủy quyền: ${comment}"))
used = Wording(_("journal_delegation_used", default="đã xử lý thay văn bản “${subject}”"))
prepared = Wording(_("journal_delegation_prepared", default="đã chuẩn bị ý kiến cho lãnh đạo: ${comment}"))
