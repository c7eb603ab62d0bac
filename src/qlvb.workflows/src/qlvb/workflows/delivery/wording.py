"""Recalls in the words of the journals on both sides."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IJournalWording)
class Wording:
    """The sentence of one event, to be read after the actor's name."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """Message id with the texts of the entry's detail filled in."""
        return Message(self.message, mapping={key: val for key, val in entry.detail.items() if isinstance(val, str)})


class WordingByKind(Wording):
    """As above, by the kind of what was asked; ``message`` for events that do not say it."""

    def __init__(self, message, by_kind):
        super().__init__(message)
        self.by_kind = by_kind

    def sentence(self, entry):
        """See Wording."""
        return Wording(self.by_kind.get(entry.detail.get("kind"), self.message)).sentence(entry)


asked = WordingByKind(
    _("journal_recall_asked", default="đã gửi yêu cầu đến ${recipient}"),
    {
        "recall": _("journal_recall_asked_recall", default="đã gửi yêu cầu thu hồi đến ${recipient}"),
        "replace": _("journal_recall_asked_replace", default="đã gửi yêu cầu thay thế đến ${recipient}"),
        "update": _("journal_recall_asked_update", default="đã gửi bản cập nhật, đính chính đến ${recipient}"),
    },
)
manual = WordingByKind(
    _("journal_recall_manual", default="phải báo trực tiếp cho ${recipient} (ngoài hệ thống)"),
    {
        "recall": _(
            "journal_recall_manual_recall", default="phải báo thu hồi trực tiếp cho ${recipient} (ngoài hệ thống)"
        ),
        "replace": _(
            "journal_recall_manual_replace", default="phải báo thay thế trực tiếp cho ${recipient} (ngoài hệ thống)"
        ),
        "update": _(
            "journal_recall_manual_update",
            default="phải báo cập nhật, đính chính trực tiếp cho ${recipient} (ngoài hệ thống)",
        ),
    },
)
agreed = WordingByKind(
    _("journal_recall_agreed", default="ghi nhận: ${recipient} đồng ý"),
    {
        "recall": _("journal_recall_agreed_recall", default="ghi nhận: ${recipient} đồng ý thu hồi"),
        "replace": _("journal_recall_agreed_replace", default="ghi nhận: ${recipient} đồng ý thay thế"),
        "update": _("journal_recall_agreed_update", default="ghi nhận: ${recipient} đồng ý cập nhật"),
    },
)
refused = WordingByKind(
    _("journal_recall_refused", default="ghi nhận: ${recipient} từ chối"),
    {
        "recall": _("journal_recall_refused_recall", default="ghi nhận: ${recipient} từ chối thu hồi"),
        "replace": _("journal_recall_refused_replace", default="ghi nhận: ${recipient} từ chối thay thế"),
        "update": _("journal_recall_refused_update", default="ghi nhận: ${recipient} từ chối cập nhật"),
    },
)
recall = Wording(_("journal_recall_recall", default="nhận yêu cầu thu hồi của ${sender}"))
replace = Wording(_("journal_recall_replace", default="nhận yêu cầu thay thế của ${sender}"))
update = Wording(_("journal_recall_update", default="nhận yêu cầu cập nhật của ${sender}"))
superseded = Wording(_("journal_recall_superseded", default="yêu cầu trước được thay bằng yêu cầu mới của nơi gửi"))
unsigned = Wording(
    _("journal_recall_unsigned", default="chưa ký được phiếu thu hồi: ${agency} chưa có chứng thư số còn hiệu lực")
)
