"""The reports about a task, as messages of the link; nothing here decides what is reported."""

from qlvb.content import _
from qlvb.workflows.links.client import COMING
from qlvb.workflows.links.client import ask
from qlvb.workflows.links.line import Line
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.tasklink.exchange import change_exchange
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.uploads import send_files


class Reports(Line):
    """See Line."""

    kind, test_kind = "province_report", "province_test"
    name = "province-link"
    link_interface = ITaskLink

    def dispatches(self, record):
        return exchange_of(record)

    def change(self, record):
        return change_exchange(record)

    def number(self, record):
        return record.province_number

    def transmit(self, record, dispatch):
        address, token = self.link.settings["address"], self.link.token()
        dispatch.body = send_files(record, dispatch.body, address, token)
        return send_report(address, token, dispatch.payload())


def send_report(address, token, payload):
    """Post a report; returns ``confirmed``, or ``sent`` when the other side will answer later.

    :raises NotTaken: refused for good. :raises JobFailed: to be tried again.
    """
    status, answer = ask("POST", f"{address}/reports", token, payload)
    if answer.get("id") != payload["id"] or answer.get("number") != payload["number"]:
        raise JobFailed(
            _("tasklink_other_answer", default="Hệ thống của tỉnh trả lời về một báo cáo khác; sẽ gửi lại.")
        )
    return "sent" if status == COMING else "confirmed"


REPORTS = Reports()
