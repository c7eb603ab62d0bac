"""Acts of somebody who holds a line: Chuyển xử lý, Hoàn thành, Trả lại, Xin gia hạn, Cập nhật tiến độ. The line is the
actor's own open one.
"""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.assignment import TIME_LIMITS
from qlvb.workflows.incoming.assignment import assign
from qlvb.workflows.incoming.assignment import check_assignment
from qlvb.workflows.incoming.inputs import IAskExtensionInput
from qlvb.workflows.incoming.inputs import IFinishInput
from qlvb.workflows.incoming.inputs import IForwardInput
from qlvb.workflows.incoming.inputs import IProgressInput
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.settling import settle
from qlvb.workflows.incoming.turns import closed_how
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines


class LineAct(Act):
    """An act of somebody who holds an open line. A person holds at most one open line of a record."""

    permission = "qlvb: Handle"
    states = ("in_progress",)
    #: States of the line in which the act makes no sense, because somebody else has to answer first.
    waiting_states = ("to_confirm",)

    def line(self):
        """The actor's open line that asks for work, or None."""
        return next((line for line in self.own_lines() if is_open(line)), None)

    def own_lines(self):
        """Lines of the actor, closed ones too, that asked for work: list."""
        actor = self.actor
        return [
            line
            for line in ILines(self.record).all()
            if line.role != "information" and actor.stands_for(line.recipient)
        ]

    def basic_violations(self):
        """Who held a line until somebody else closed it is told by whom, not that he has no right."""
        found = super().basic_violations()
        if found and (line := self.taken_away()) is not None:
            return [self.violation("too_late", closed_how(line))]
        return found

    def taken_away(self):
        """The actor's line that somebody else has closed and after which he got no other, or None."""
        own = self.own_lines()
        if not own or is_open(own[-1]) or own[-1].closed_by in ("", self.actor.userid):
            return None
        return own[-1]

    def relevant(self):
        line = self.line()
        return super().relevant() and (line is None or line.state not in self.waiting_states)

    def rules(self, data):
        line = self.line()
        if line is None:
            message = _("violation_no_line", default="Anh/chị không có phần việc nào đang mở ở văn bản này.")
            return [self.violation("not_your_turn", message)]
        if line.state in self.waiting_states:
            message = _("violation_line_waits", default="Phần việc này đang chờ người giao trả lời.")
            return [self.violation("too_late", message)]
        return list(self.line_rules(line, data))

    def line_rules(self, line, data):
        """Violations beyond having a line."""
        return []


class Forward(LineAct):
    """Give the work, or parts of it, to others; the line waits for those who lead there."""

    id = "forward"
    title = _("act_forward", default="Chuyển xử lý")
    description = _("act_forward_help", default="Giao tiếp cho người khác xử lý phần việc của anh/chị.")
    schema = IForwardInput
    order = 10

    def defaults(self):
        line = self.line()
        return {"deadline": line.deadline, "request": line.request} if line is not None else {}

    def line_rules(self, line, data):
        if data is None:
            return
        yield from check_assignment(self.record, data, lead_required=False, latest=line.deadline)
        if data["finished"] and (data["lead"] or data["coordinate"]):
            message = _(
                "violation_forward_finished",
                default="Đã giao người chủ trì hoặc phối hợp thì phần việc của anh/chị chưa xong.",
            )
            yield self.violation("forward_finished", message, "finished")

    def execute(self, data):
        line = self.line()
        made = assign(self.record, data, self.actor.userid, data["request"], parent=line.id, latest=line.deadline)
        if data["finished"]:
            ILines(self.record).finish(line, self.actor.userid, result=data["request"])
            settle(self.record)
        return {"lines": made}


class Finish(LineAct):
    """My part is done; for a forwarded line: done in place of those it was given to."""

    id = "finish"
    title = _("act_finish", default="Hoàn thành")
    description = _(
        "act_finish_help",
        default="Ghi kết quả (câu trả lời, tệp hoặc văn bản trả lời) và kết thúc phần việc của anh/chị.",
    )
    schema = IFinishInput
    emphasis = "primary"
    order = 85

    def line_rules(self, line, data):
        if data is not None and not (data["result"] or data["file"] or data["reply"]):
            message = _(
                "violation_result_missing", default="Hãy ghi kết quả, chọn tệp kết quả hoặc văn bản trả lời."
            )
            yield self.violation("result_missing", message, "result")

    def execute(self, data):
        line, files = self.line(), []
        if data["file"] is not None:
            stored = IFileStore(self.record).add("result", data["file"].filename, data["file"].data, self.actor.userid)
            files.append(stored.id)
        ILines(self.record).finish(
            line, self.actor.userid, result=data["result"], reply=data["reply"] or "", files=files
        )
        settle(self.record)
        return {"line": line.id, "line_state": line.state}


class ReturnLine(LineAct):
    """It is not for me; whoever gave it decides anew."""

    id = "return_line"
    title = _("act_return_line", default="Trả lại")
    description = _("act_return_line_help", default="Trả lại người giao, nêu rõ lý do.")
    schema = IReasonInput
    emphasis = "danger"
    order = 78

    def execute(self, data):
        line = self.line()
        ILines(self.record).return_back(line, self.actor.userid, data["reason"])
        settle(self.record, reason=data["reason"], by=self.actor.userid)
        return {"line": line.id}


class UpdateProgress(LineAct):
    """Tell how far it is and what stands in the way."""

    id = "update_progress"
    title = _("act_update_progress", default="Cập nhật tiến độ")
    description = _("act_update_progress_help", default="Báo mức độ hoàn thành và khó khăn, vướng mắc nếu có.")
    schema = IProgressInput
    order = 30

    def defaults(self):
        line = self.line()
        return {"percent": line.progress} if line is not None and line.progress is not None else {}

    def execute(self, data):
        line = self.line()
        ILines(self.record).report(line, self.actor.userid, data["percent"], data["text"])
        return {"line": line.id}


class AskExtension(LineAct):
    """Ask whoever gave the work for a later deadline."""

    id = "ask_extension"
    title = _("act_ask_extension", default="Xin gia hạn")
    description = _("act_ask_extension_help", default="Đề nghị người giao cho lùi hạn xử lý, nêu rõ lý do.")
    schema = IAskExtensionInput
    order = 40
    waiting_states = ("to_confirm", "to_extend")

    def line_rules(self, line, data):
        if line.deadline is None:
            message = _("violation_no_deadline", default="Phần việc này không đặt hạn nên không cần gia hạn.")
            yield self.violation("no_deadline", message)
        elif data is not None:
            yield from check_new_deadline(self, data["deadline"], line.deadline)

    def execute(self, data):
        line = self.line()
        ILines(self.record).ask_extension(line, self.actor.userid, data["reason"], data["deadline"])
        return {"line": line.id}


def check_new_deadline(act, deadline, old):
    """Violations of a new deadline: it must not be past, and after the old one."""
    if deadline < clock.today():
        message = _("violation_deadline_past", default="Hạn xử lý đã qua.")
        yield act.violation("deadline_past", message, "deadline", TIME_LIMITS)
    elif old is not None and deadline <= old:
        message = _(
            "violation_deadline_not_later",
            default="Hạn mới phải sau hạn hiện nay (${date}).",
            mapping={"date": old.strftime("%d/%m/%Y")},
        )
        yield act.violation("deadline_not_later", message, "deadline", TIME_LIMITS)


def is_leader_of(record):
    """bool: the current user has the role of a leader on the record."""
    return "AgencyLeader" in getSecurityManager().getUser().getRolesInContext(record)
