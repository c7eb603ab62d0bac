"""Acts on accounts in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delegation.wording import Wording


suspend = Wording(_("journal_account_suspended", default="đã tạm dừng tài khoản"))
resume = Wording(_("journal_account_resumed", default="đã cho dùng lại tài khoản"))
explain = Wording(_("journal_account_explained", default="đã ghi lý do không dùng tài khoản"))
