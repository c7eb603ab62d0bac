"""What the journal of an account says."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.interface import implementer


@implementer(IJournalWording)
class Said:
    """See IJournalWording: one sentence for each event."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        return self.message


issued = Said(_("journal_password_issued", default="đã cấp mật khẩu mới"))
changed = Said(_("journal_password_changed", default="đã đổi mật khẩu"))
suspended = Said(_("journal_account_suspended", default="đã tạm dừng tài khoản"))
resumed = Said(_("journal_account_resumed", default="đã cho dùng lại tài khoản"))
