"""The jobs ``recall`` (the sender's request goes to the recipient) and ``recall_answer`` (his answer comes back)."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.receipt import ask_for_receipt
from qlvb.workflows.delivery.recall.telling import tell_sender
from qlvb.workflows.delivery.states import NOT_THERE
from qlvb.workflows.delivery.status import ToldToSender
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


@implementer(IJobHandler)
class AskBack:
    """Repeatable: the same reference asks once. A recall overtaken by a newer one is not put any more."""

    max_attempts = 8
    timeout = 60

    def run(self, record, job):
        """See IJobHandler. :raises JobFailed: the document has not arrived yet, or the recipient's record is gone."""
        delivery = IDeliveries(record).get(job.params["delivery"])
        recall = delivery.recall
        if delivery.state in NOT_THERE or recall["reference"] != job.params["reference"] or recall["state"] != "asked":
            return
        if not delivery.incoming:
            raise JobFailed(_("job_not_delivered_yet", default="Văn bản chưa đến nơi nhận."))
        incoming = uuidToObject(delivery.incoming, unrestricted=True)
        if incoming is None:
            raise JobFailed(_("job_recipient_gone", default="Không tìm thấy văn bản của nơi nhận."), retry=False)
        IRecallRequests(incoming).ask(
            recall["kind"],
            recall["reason"],
            getUtility(IDirectory).agency_of(record).id,
            recall["successor"],
            recall["reference"],
        )
        incoming.reindexObject()
        ask_for_receipt(record, delivery.id, recall["reference"], "asked")

    def failed(self, record, job):
        """What cannot be asked by the system the clerk has to ask himself."""
        delivery = IDeliveries(record).get(job.params["delivery"])
        if delivery.recall["reference"] == job.params["reference"] and delivery.recall["state"] == "asked":
            delivery.recall.update(state="manual", detail=translate(job.error, target_language="vi"))
            record.reindexObject()


class AnswerRecall(ToldToSender):
    """An answer that has been noted is not noted again."""

    def tell(self, outgoing, delivery, params):
        noted = IRecalls(outgoing).answer(
            delivery.id, params["reference"], params["agreed"], params["by"], params["detail"]
        )
        if noted:
            tell_sender(outgoing, delivery)
            ask_for_receipt(outgoing, delivery.id, params["reference"], "answered")
