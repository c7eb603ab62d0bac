"""Who is told of a recall, replacement or correction in the agency that sent; recipients tell their own people."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.i18nmessageid import Message


change_to_approve = NoticeKind(
    _("notice_change_to_approve", default="Đề nghị thu hồi, thay thế chờ anh/chị duyệt"), ("email", "push")
)
change_decided = NoticeKind(_("notice_change_decided", default="Đề nghị thu hồi, thay thế đã có kết quả"))
recall_answered = NoticeKind(_("notice_recall_answered", default="Nơi nhận trả lời yêu cầu thu hồi, thay thế"))

PROPOSED = {
    "recall": _("notice_text_recall_wished", default="Văn thư đề nghị thu hồi: ${reason}"),
    "replace": _("notice_text_replace_wished", default="Văn thư đề nghị thay thế: ${reason}"),
    "update": _("notice_text_update_wished", default="Văn thư đề nghị cập nhật, đính chính: ${reason}"),
}
REJECTED = _("notice_text_change_rejected", default="Người ký không duyệt: ${reason}")
DONE = {
    "recall": _("notice_text_recalled", default="Văn bản đã bị thu hồi: ${reason}"),
    "replace": _("notice_text_replaced", default="Văn bản đã được thay thế: ${reason}"),
    "update": _("notice_text_updated", default="Văn bản đã được cập nhật, đính chính: ${reason}"),
}
ANSWERED = {
    "agreed": _("notice_text_recall_agreed", default="${recipient} đồng ý. ${detail}"),
    "refused": _("notice_text_recall_refused", default="${recipient} từ chối. ${detail}"),
}


def readers(record):
    """Principals who have a part in the record or were given it to read: list, without the organisation's roles."""
    return sorted({grant.principal for grant in IGrants(record).all() if grant.cause != "organisation"})


def clerks(record):
    """Id of the function group of the clerks of the record's agency."""
    return group_id(getUtility(IDirectory).agency_of(record).id, "clerk")


def tell_signer(record, change):
    """A wish waits for the signer."""
    text = Message(PROPOSED[change.kind], mapping={"reason": change.reason})
    getUtility(INotices).tell([record.signatory], "change_to_approve", record, text, once=change.id)


def tell_rejected(record, change):
    """The clerk learns that nothing happens."""
    text = Message(REJECTED, mapping={"reason": change.comment})
    getUtility(INotices).tell([change.by], "change_decided", record, text, once=change.id)


def tell_own_agency(record, change):
    """Everybody in the own agency who has to do with the document, the clerk who asked among them."""
    text = Message(DONE[change.kind], mapping={"reason": change.reason})
    people = [change.by, record.drafter, *readers(record)]
    getUtility(INotices).tell(sorted(set(filter(None, people))), "recalled", record, text, once=change.id)


def tell_sender(outgoing, delivery):
    """The clerks of the sending agency learn of an answer."""
    recall = delivery.recall
    mapping = {"recipient": delivery.recipient["name"], "detail": recall["detail"]}
    text = Message(ANSWERED[recall["state"]], mapping=mapping)
    getUtility(INotices).tell([clerks(outgoing)], "recall_answered", outgoing, text, once=recall["reference"])
