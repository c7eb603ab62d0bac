"""The clerks learn of what did not get through; they need not look for it."""

from qlvb.content import _
from qlvb.workflows.delivery.recall.telling import clerks
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


delivery_failed = NoticeKind(_("notice_delivery_failed", default="Văn bản gửi không đến hoặc bị trả lại"), ("email",))

TEXTS = {
    "failed": _("notice_text_delivery_failed", default="Không gửi được đến ${recipient}: ${reason}"),
    "refused": _("notice_text_delivery_refused", default="${recipient} trả lại: ${reason}"),
}


def tell_clerks(document, delivery):
    """``delivery`` (IDelivery) has failed or was refused; other states need nobody."""
    if delivery.state in TEXTS:
        mapping = {"recipient": delivery.recipient["name"], "reason": delivery.detail}
        text = Message(TEXTS[delivery.state], mapping=mapping)
        once = f"{delivery.id}-{delivery.state}"
        getUtility(INotices).tell([clerks(document)], "delivery_failed", document, text, once=once)
