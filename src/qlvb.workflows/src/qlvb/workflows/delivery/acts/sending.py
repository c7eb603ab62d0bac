"""Gửi lại, Gửi thêm, Đánh dấu đã gửi."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delivery.deliveries import RESENDABLE
from qlvb.workflows.delivery.inputs import IMarkSentInput
from qlvb.workflows.delivery.inputs import IResendInput
from qlvb.workflows.delivery.inputs import ISendMoreInput
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.vocabularies import manual
from qlvb.workflows.delivery.vocabularies import resendable
from zope.component import getUtility


class SendingAct(Act):
    """What the clerk does with the deliveries of an issued document."""

    permission = "qlvb: Issue"
    states = ("issued",)


class Resend(SendingAct):
    """Send again to somebody who refused it or whom it did not reach."""

    id = "resend"
    title = _("act_resend", default="Gửi lại")
    description = _("act_resend_help", default="Gửi lại đến nơi đã trả lại hoặc gửi lỗi.")
    schema = IResendInput
    emphasis = "primary"
    order = 20

    def relevant(self):
        return super().relevant() and bool(len(resendable(self.record)))

    def defaults(self):
        first = next(iter(resendable(self.record)), None)
        return {"delivery": first.value} if first else {}

    def rules(self, data):
        if not len(resendable(self.record)):
            message = _("violation_nothing_to_resend", default="Không có nơi nào trả lại hoặc gửi lỗi.")
            yield self.violation("too_late", message)

    def execute(self, data):
        deliveries = IDeliveries(self.record)
        delivery = deliveries.resend(data["delivery"], self.actor.userid)
        return {"delivery": delivery.id, "recipient": delivery.recipient["name"]}

    def detail(self, data, result):
        return {"recipient": result["recipient"], "delivery": result["delivery"], "previous": data["delivery"]}


class SendMore(SendingAct):
    """Send to further recipients."""

    id = "send_more"
    title = _("act_send_more", default="Gửi thêm")
    description = _("act_send_more_help", default="Gửi thêm đến nơi nhận khác.")
    schema = ISendMoreInput
    order = 30

    def rules(self, data):
        if data is None:
            return
        if not data["agencies"] and not data["outside_name"]:
            message = _("violation_recipients_missing", default="Chưa chọn người nhận.")
            yield self.violation("recipients_missing", message, "agencies")
        directory = getUtility(IDirectory)
        own = directory.agency_of(self.record).id
        live = {
            delivery.recipient["agency"]
            for delivery in IDeliveries(self.record).all()
            if delivery.state not in RESENDABLE
        }
        for agency_id in data["agencies"]:
            mapping = {"agency": directory.agency(agency_id).title}
            if agency_id == own:
                message = _("violation_send_to_self", default="${agency} là nơi gửi.", mapping=mapping)
                yield self.violation("send_to_self", message, "agencies")
            elif agency_id in live:
                message = _("violation_sent_already", default="Đã gửi đến ${agency}.", mapping=mapping)
                yield self.violation("sent_already", message, "agencies")

    def execute(self, data):
        directory = getUtility(IDirectory)
        rows = [agency_row(directory.agency(agency_id), data["purpose"]) for agency_id in data["agencies"]]
        if data["outside_name"]:
            rows.append(
                {
                    "name": data["outside_name"],
                    "identifier": "",
                    "agency": "",
                    "channel": "outside",
                    "purpose": data["purpose"],
                    "address": data["outside_address"],
                }
            )
        deliveries = IDeliveries(self.record).send(rows, self.actor.userid)
        return {"deliveries": [delivery.id for delivery in deliveries], "recipients": [row["name"] for row in rows]}

    def detail(self, data, result):
        return {"recipients": result["recipients"], "purpose": data["purpose"]}


class MarkSent(SendingAct):
    """The clerk has posted or mailed it."""

    id = "mark_sent"
    title = _("act_mark_sent", default="Đánh dấu đã gửi")
    description = _("act_mark_sent_help", default="Ghi nhận đã gửi bưu điện hoặc thư điện tử.")
    schema = IMarkSentInput
    order = 40

    def relevant(self):
        return super().relevant() and bool(len(manual(self.record)))

    def rules(self, data):
        if not len(manual(self.record)):
            message = _("violation_nothing_by_hand", default="Không có nơi nhận nào phải gửi ngoài hệ thống.")
            yield self.violation("too_late", message)

    def execute(self, data):
        deliveries = IDeliveries(self.record)
        deliveries.move(data["delivery"], "sent", detail=data["note"], by=self.actor.userid)
        return {"delivery": data["delivery"], "recipient": deliveries.get(data["delivery"]).recipient["name"]}

    def detail(self, data, result):
        return {**result, "note": data["note"]}


def agency_row(agency, purpose):
    """The recipients row of an agency of this site."""
    return {
        "name": agency.title,
        "identifier": agency.identifier,
        "agency": agency.id,
        "channel": "internal",
        "purpose": purpose,
        "address": agency.address,
    }
