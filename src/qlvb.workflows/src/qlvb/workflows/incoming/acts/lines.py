"""Acts on assignment lines: Chuyển xử lý, Hoàn thành, Trả lại, Thu hồi. The line is the actor's own open one."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.assignment import assign
from qlvb.workflows.incoming.assignment import check_assignment
from qlvb.workflows.incoming.inputs import IDistributeInput
from qlvb.workflows.incoming.inputs import IFinishInput
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.inputs import IWithdrawLineInput
from qlvb.workflows.incoming.settling import settle
from qlvb.workflows.incoming.vocabularies import given_lines
from qlvb.workflows.lines.interfaces import ILines


class LineAct(Act):
    """An act of somebody who holds an open line. A person holds at most one open line of a record."""

    permission = "qlvb: Handle"
    states = ("in_progress",)

    def line(self):
        """The actor's open line that asks for work, or None."""
        for line in ILines(self.record).of(self.actor.userid):
            if line.role != "information":
                return line
        return None

    def rules(self, data):
        if self.line() is None:
            message = _("violation_no_line", default="Bạn không có phần việc nào đang mở ở văn bản này.")
            return [self.violation("not_your_turn", message)]
        return list(self.line_rules(self.line(), data))

    def line_rules(self, line, data):
        """Violations beyond having a line."""
        return []


class Forward(LineAct):
    """Give the work, or parts of it, to others; the line waits for those who lead there."""

    id = "forward"
    title = _("act_forward", default="Chuyển xử lý")
    description = _("act_forward_help", default="Giao tiếp cho người khác xử lý phần việc của bạn.")
    schema = IDistributeInput
    order = 20

    def defaults(self):
        line = self.line()
        return {"deadline": line.deadline, "request": line.request} if line is not None else {}

    def line_rules(self, line, data):
        if data is None:
            return []
        return check_assignment(self.record, data, lead_required=False, latest=line.deadline)

    def execute(self, data):
        line = self.line()
        return {"lines": assign(self.record, data, self.actor.userid, data["request"], parent=line.id)}


class Finish(LineAct):
    """My part is done; for a forwarded line: done in place of those it was given to."""

    id = "finish"
    title = _("act_finish", default="Hoàn thành")
    description = _("act_finish_help", default="Ghi kết quả và kết thúc phần việc của bạn.")
    schema = IFinishInput
    emphasis = "primary"
    order = 15

    def execute(self, data):
        line = self.line()
        ILines(self.record).finish(line, self.actor.userid, result=data["result"])
        settle(self.record)
        return {"line": line.id}


class ReturnLine(LineAct):
    """It is not for me; whoever gave it decides anew."""

    id = "return_line"
    title = _("act_return_line", default="Trả lại")
    description = _("act_return_line_help", default="Trả lại người giao, nêu rõ lý do.")
    schema = IReasonInput
    emphasis = "danger"
    order = 80

    def execute(self, data):
        line = self.line()
        ILines(self.record).return_back(line, self.actor.userid, data["reason"])
        settle(self.record, reason=data["reason"], by=self.actor.userid)
        return {"line": line.id}


class WithdrawLine(Act):
    """Whoever gave the work takes it back, until the recipient acts."""

    id = "withdraw_line"
    title = _("act_withdraw_line", default="Thu hồi")
    description = _("act_withdraw_line_help", default="Thu hồi phần việc đã giao khi người nhận chưa xử lý.")
    schema = IWithdrawLineInput
    permission = "View"
    states = ("in_progress",)
    order = 70

    def withdrawable(self):
        """ids of the lines that the actor gave and could take back: set."""
        lines = ILines(self.record)
        return {
            term.value for term in given_lines(self.record) if lines.get(term.value).assigned_by == self.actor.userid
        }

    def relevant(self):
        return super().relevant() and bool(self.withdrawable())

    def rules(self, data):
        if data is None:
            if not any(line.assigned_by == self.actor.userid for line in ILines(self.record).all()):
                message = _("violation_nothing_given", default="Bạn chưa giao phần việc nào ở văn bản này.")
                return [self.violation("forbidden", message)]
            if not self.withdrawable():
                message = _("violation_line_acted", default="Người nhận đã xử lý nên không thu hồi được nữa.")
                return [self.violation("too_late", message)]
        elif data["line"] not in self.withdrawable():
            message = _("violation_line_not_assigner", default="Chỉ người đã giao việc mới thu hồi được.")
            return [self.violation("forbidden", message, "line")]
        return []

    def execute(self, data):
        lines = ILines(self.record)
        lines.withdraw(lines.get(data["line"]), self.actor.userid, data["reason"])
        settle(self.record, reason=data["reason"], by=self.actor.userid)
        return {"line": data["line"]}


def is_leader_of(record):
    """bool: the current user has the role of a leader on the record."""
    return "AgencyLeader" in getSecurityManager().getUser().getRolesInContext(record)
