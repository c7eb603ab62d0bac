"""What scanners find, in words."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.i18nmessageid import Message
from zope.interface import implementer


#: Why nothing can be said of a file.
REASONS = {
    "out_of_reach": _("virus_reason_out_of_reach", default="máy quét mã độc không trả lời"),
    "too_large": _("virus_reason_too_large", default="tệp lớn hơn giới hạn của máy quét"),
    "not_read": _("virus_reason_not_read", default="máy quét không đọc được tệp"),
}


@implementer(IJournalWording)
class VirusFound:
    """Which virus, in which file."""

    def sentence(self, entry):
        """See IJournalWording."""
        message = _("journal_virus_found", default="phát hiện mã độc ${virus} trong tệp ${filename}")
        return Message(message, mapping={name: entry.detail[name] for name in ("virus", "filename")})


found = VirusFound()
