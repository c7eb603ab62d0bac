"""Carrying out an order: the person's own act, with the rights that he has when the worker comes to it."""

from plone import api
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.rights.caching import forget_roles
from qlvb.workflows.signqueue.causes import next_step
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


signing_failed = NoticeKind(_("notice_signing_failed", default="Ký số không thành công"), ("email", "push"))
FAILED = _("notice_text_signing_failed", default="Chưa ký được: ${cause} ${next}")
UNAVAILABLE = 503
#: Message id of what an act says while the rendition is not there.
PENDING = "violation_rendition_pending"


@implementer(IJobHandler)
class SignOrder:
    """Kind ``sign``. What cannot be had yet (the rendition) is waited for; any other refusal ends the order with its
    cause, from where its owner may order it again.
    """

    max_attempts = 6
    timeout = 120

    def run(self, record, job):
        """See IJobHandler."""
        order = ISigningOrders(record).get(job.params["order"])
        if order is None or order.state != "queued":
            return
        if api.user.get(userid=order.person) is None:
            self._fail(record, order, "", _("signqueue_no_account", default="Tài khoản của người ký không còn."))
            return
        try:
            with api.env.adopt_user(username=order.person):
                forget_roles()
                IActs(record).perform(order.act, dict(order.data))
        except Refused as refused:
            first = refused.violations[0]
            if refused.status == UNAVAILABLE:
                raise JobFailed(first.message) from refused
            self._fail(record, order, first.code, first.message)
        else:
            order.end("done")
            record.reindexObject()
        finally:
            forget_roles()

    def failed(self, record, job):
        """See IJobHandler."""
        order = ISigningOrders(record).get(job.params["order"]) if record is not None else None
        if order is not None and order.state == "queued":
            code = "rendition_pending" if job.error == PENDING else ""
            self._fail(record, order, code, job.error)

    def _fail(self, record, order, code, cause):
        order.end("failed", code, cause)
        record.reindexObject()
        if ISigningOrders(record).live() is order:
            text = Message(FAILED, mapping={"cause": cause, "next": next_step(code)})
            getUtility(INotices).tell([order.person], "signing_failed", record, text, urgent=True, once=order.id)
