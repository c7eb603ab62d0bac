"""Journal entries as sentences."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import queryUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: Event word -> sentence after the actor's name. Rooms add theirs with a named utility IJournalWording.
SENTENCES = {
    "created": _("journal_created", default="đã tạo"),
    "changed": _("journal_changed", default="đã sửa thông tin"),
    "file_added": _("journal_file_added", default="đã thêm tệp ${filename}"),
    "file_replaced": _("journal_file_replaced", default="đã thay tệp ${filename}"),
    "file_removed": _("journal_file_removed", default="đã gỡ tệp ${filename}"),
    "file_viewed": _("journal_file_viewed", default="đã xem tệp ${filename}"),
    "opened": _("journal_opened", default="đã mở xem"),
    "file_downloaded": _("journal_file_downloaded", default="đã tải tệp ${filename}"),
    "file_converted": _("journal_file_converted", default="đã chuyển tệp ${filename} sang PDF"),
    "conversion_failed": _("journal_conversion_failed", default="không chuyển được tệp ${filename} sang PDF"),
    "file_damaged": _("journal_file_damaged", default="phát hiện tệp ${filename} không còn nguyên vẹn"),
    "file_restored": _("journal_file_restored", default="đã khôi phục tệp ${filename} đúng nội dung đã lưu"),
    "journal_restored": _("journal_restored", default="đã khôi phục dòng nhật ký bị thay đổi từ bản xuất"),
    "numbered": _("journal_numbered", default="đã cấp số ${reference}"),
    "delivered": _("journal_delivered", default="đã gửi đến ${recipient}"),
    "delivery.sent": _("journal_delivery_sent", default="đã gửi đến ${recipient}"),
    "delivery.arrived": _("journal_delivery_arrived", default="ghi nhận văn bản đã đến ${recipient}"),
    "delivery.refused": _("journal_delivery_refused", default="ghi nhận ${recipient} từ chối nhận"),
    "delivery.accepted": _("journal_delivery_accepted", default="ghi nhận ${recipient} đã tiếp nhận"),
    "delivery.assigned": _("journal_delivery_assigned", default="ghi nhận ${recipient} đã phân công"),
    "delivery.in_progress": _("journal_delivery_in_progress", default="ghi nhận ${recipient} đang xử lý"),
    "delivery.finished": _("journal_delivery_finished", default="ghi nhận ${recipient} đã hoàn thành"),
    "delivery.failed": _("journal_delivery_failed", default="không gửi được đến ${recipient}"),
    "line.assigned": _("journal_line_assigned", default="đã giao việc cho ${recipient}"),
    "line.opened": _("journal_line_opened", default="đã mở văn bản được giao"),
    "line.finished": _("journal_line_finished", default="đã hoàn thành phần việc"),
    "line.returned": _("journal_line_returned", default="đã trả lại phần việc"),
    "line.withdrawn": _("journal_line_withdrawn", default="đã thu hồi phần việc giao ${recipient}"),
    "line.replaced": _(
        "journal_line_replaced", default="đã giao việc cho ${recipient} thay cho phần nhận để biết"
    ),
    "line.forwarded": _("journal_line_forwarded", default="đã chuyển việc cho ${recipient}"),
    "dossier.deleted": _("journal_dossier_deleted", default="hồ sơ ${dossier} “${title}” đã bị xóa"),
    "document.deleted": _("journal_document_deleted", default="văn bản thứ ${order} “${title}” đã bị xóa"),
    "dossier.added": _("journal_dossier_added", default="đã đưa văn bản vào hồ sơ ${dossier}, số thứ tự ${order}"),
    "dossier.removed": _("journal_dossier_removed", default="đã đưa văn bản thứ ${order} ra khỏi hồ sơ ${dossier}"),
    "register.closed": _("journal_register_closed", default="đã khóa sổ"),
    "number.reserved": _("journal_number_reserved", default="đã giữ số ${number}"),
    "number.voided": _("journal_number_voided", default="đã hủy số ${number}"),
    "act.submit": _("journal_act_submit", default="đã trình duyệt"),
    "act.approve": _("journal_act_approve", default="đã duyệt"),
    "act.return": _("journal_act_return", default="đã trả lại"),
    "act.withdraw": _("journal_act_withdraw", default="đã rút lại"),
    "act.cancel": _("journal_act_cancel", default="đã hủy"),
    "act.sign": _("journal_act_sign", default="đã ký số"),
    "act.number": _("journal_act_number", default="đã cấp số"),
    "act.seal": _("journal_act_seal", default="đã đóng dấu (ký số của cơ quan)"),
    "act.issue": _("journal_act_issue", default="đã ban hành"),
    "act.resend": _("journal_act_resend", default="đã gửi lại"),
    "act.accept": _("journal_act_accept", default="đã tiếp nhận và vào sổ"),
    "act.refuse": _("journal_act_refuse", default="đã từ chối nhận"),
    "act.present": _("journal_act_present", default="đã trình lãnh đạo"),
    "act.direct": _("journal_act_direct", default="đã bút phê và phân công"),
    "act.forward": _("journal_act_forward", default="đã chuyển xử lý"),
    "act.finish": _("journal_act_finish", default="đã hoàn thành"),
    "act.reply": _("journal_act_reply", default="đã soạn văn bản trả lời"),
    "act.file": _("journal_act_file", default="đã lưu vào hồ sơ"),
    "act.unfile": _("journal_act_unfile", default="đã đưa ra khỏi hồ sơ"),
    "act.approve_catalogue": _("journal_act_approve_catalogue", default="đã duyệt danh mục hồ sơ"),
    "act.open_dossier": _("journal_act_open_dossier", default="đã mở hồ sơ"),
    "act.close": _("journal_act_close", default="đã kết thúc hồ sơ"),
    "act.reopen": _("journal_act_reopen", default="đã mở lại"),
}
UNKNOWN = _("journal_unknown_event", default="đã thực hiện: ${event}")
SYSTEM = _("journal_actor_system", default="Hệ thống")
BY_ORDER = _("journal_on_behalf", default="${actor} (thay mặt ${principal})")


@implementer(IJournalWording)
class Wording:
    """The sentence of one event of a room, to be read after the actor's name."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """See IJournalWording."""
        mapping = {key: value for key, value in entry.detail.items() if isinstance(value, str)}
        return Message(self.message, mapping=mapping)


def person_name(userid):
    """The name shown for ``userid``: message id or str."""
    if userid == "system":
        return SYSTEM
    directory = queryUtility(IDirectory)
    return directory.person(userid).fullname if directory is not None else userid


def actor_name(entry):
    """Who did it, and for whom: message id or str."""
    name = person_name(entry.actor)
    if not entry.on_behalf or entry.on_behalf == entry.actor:
        return name
    return _(
        str(BY_ORDER), default=BY_ORDER.default, mapping={"actor": name, "principal": person_name(entry.on_behalf)}
    )


def _mapping(entry):
    """Values for the sentence: the detail's strings and numbers, people and missing places made readable."""
    values = {key: value for key, value in entry.detail.items() if isinstance(value, (str, int))}
    for key in ("recipient", "holder"):
        if values.get(key):
            values[key] = person_name(values[key])
    return values


def sentence(entry):
    """Message id: what was done, to be read after the actor's name."""
    wording = queryUtility(IJournalWording, name=entry.event)
    if wording is not None:
        return wording.sentence(entry)
    known = SENTENCES.get(entry.event)
    if known is None:
        return _(str(UNKNOWN), default=UNKNOWN.default, mapping={"event": entry.event})
    values = _mapping(entry)
    needed = {
        name
        for name in ("filename", "reference", "recipient", "dossier", "number", "order", "title")
        if f"${{{name}}}" in known.default
    }
    values.update({name: "…" for name in needed if name not in values})
    return _(str(known), default=known.default, mapping=values)


def remark(entry):
    """str: reason or opinion given with the act, or ''."""
    detail = entry.detail
    for key in ("reason", "opinion", "comment", "note", "result"):
        value = detail.get(key)
        if isinstance(value, str) and value:
            return value
    return ""
