"""Acts of the link: the province changes its task; a report is sent again; leaders decide themselves without a link."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.tasklink.agreement import answers_extension
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.inputs import IContentInput
from qlvb.workflows.tasklink.inputs import ITakeOverInput
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasks.acts.base import Steering
from qlvb.workflows.tasks.acts.base import TaskAct
from qlvb.workflows.tasks.given import check_deadline
from qlvb.workflows.tasks.interfaces import OPEN_STATES
from qlvb.workflows.tasks.rights import share_out
from zope.component import getUtility


#: Kept as the answer to an extension that was asked for.
NEW_DEADLINE = "Tỉnh đặt hạn mới."
#: Whoever has one of these sees to it that reports arrive.
SENDING = ("qlvb: Execute task", "qlvb: Lead execution", "qlvb: View jobs")
#: Field of the message -> field of the task.
FIELDS = {
    **{name: name for name in ("subject", "request", "product", "quotation", "page", "deadline", "urgency")},
    "document": "province_document",
    "url": "province_url",
}


def differs(task, values):
    """bool: the message says something else than the task."""
    return any((getattr(task, own) or None) != (values[name] or None) for name, own in FIELDS.items())


class UpdateFromProvince(Steering):
    """The province's system has changed its task; a returned one is given anew by that. Nobody else does it."""

    id = "update_from_province"
    title = _("act_update_from_province", default="Cập nhật từ hệ thống của tỉnh")
    description = _("act_update_from_province_help", default="Nội dung, hạn theo bản mới nhất của tỉnh.")
    schema = IContentInput
    states = OPEN_STATES

    def hidden(self):
        return not self.record.province_number

    def reserved(self):
        return not self.actor.stands_for(self.record.assigner)

    def relevant(self):
        """It comes over REST and has no button."""
        return False

    def nothing_to_do(self):
        return self.wrong_state()

    def rules(self, data):
        if data and data["deadline"] != self.record.deadline:
            yield from check_deadline({"deadline": data["deadline"]})

    def transition_for(self, data, result):
        if self.state == "returned":
            return "transfer"
        return "decide_extension" if result["extension"] else None

    def execute(self, data):
        task, execution = self.record, self.change()
        granted = answers_extension(self.state, task.deadline, data["deadline"])
        asked = execution.asked_extension()
        if granted is not None and asked is not None:
            asked.decide(self.actor.userid, (data["deadline"] or asked.until) if granted else None, NEW_DEADLINE)
        if self.state == "returned":
            execution.go_on()
            execution.accepted_at, execution.accepted_by = None, ""
        for name, own in FIELDS.items():
            setattr(task, own, data[name])
        return {"extension": granted is not None and asked is not None}


class ResendReports(TaskAct):
    """Reports that did not reach the province's system go again."""

    id = "resend_reports"
    title = _("act_resend_reports", default="Gửi lại")
    description = _("act_resend_reports_help", default="Gửi lại các báo cáo chưa đến được hệ thống của tỉnh.")
    permission = "View"
    order = 19

    def allowed(self):
        may = getSecurityManager().checkPermission
        return any(may(permission, self.record) for permission in SENDING)

    def hidden(self):
        return not exchange_of(self.record).failed()

    def nothing_to_do(self):
        message = _("violation_no_failed_report", default="Không có báo cáo nào gửi lỗi.")
        return self.violation("not_your_turn", message)

    def execute(self, data):
        return {"reports": REPORTS.again(self.record)}


class TakeOverSteering(TaskAct):
    """The link is off and the decision was heard another way: a leader of the agency decides in its stead from now on.

    As soon as the province's system speaks of the task again, it steers it again.
    """

    id = "take_over_steering"
    title = _("act_take_over_steering", default="Tự quyết định khi mất liên thông")
    description = _(
        "act_take_over_steering_help",
        default="Khi liên thông đã tắt: ghi ý kiến tỉnh cho bằng cách khác, lãnh đạo cơ quan duyệt, gia hạn, đóng.",
    )
    schema = ITakeOverInput
    permission = "qlvb: Lead execution"
    states = OPEN_STATES
    order = 75

    def hidden(self):
        task = self.record
        return not task.province_number or getUtility(ITaskLink).enabled or self.actor.stands_for(task.assigner)

    def nothing_to_do(self):
        message = _("violation_tasklink_works", default="Liên thông đang bật nên tỉnh quyết định.")
        return self.violation("not_your_turn", message)

    def execute(self, data):
        self.record.assigner = self.actor.userid
        share_out(self.record)
        return {}
