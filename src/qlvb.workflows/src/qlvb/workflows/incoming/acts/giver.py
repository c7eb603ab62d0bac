"""Acts of somebody who gave work to others: Thu hồi, Duyệt gia hạn, Không duyệt, Duyệt kết quả, Yêu cầu làm lại, Hoàn
thành thay, Đôn đốc.
"""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.acts.actors import actor_for
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming import inputs
from qlvb.workflows.incoming.acts.lines import check_new_deadline
from qlvb.workflows.incoming.acts.lines import is_leader_of
from qlvb.workflows.incoming.assignment import TIME_LIMITS
from qlvb.workflows.incoming.settling import settle
from qlvb.workflows.incoming.turns import AWAITING
from qlvb.workflows.incoming.turns import closed_how
from qlvb.workflows.incoming.turns import did
from qlvb.workflows.incoming.turns import gave
from qlvb.workflows.incoming.turns import givers
from qlvb.workflows.incoming.turns import withdrawable
from qlvb.workflows.lines.closing import has_work
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines


class GiverAct(Act):
    """An act on a line that the actor has given."""

    permission = "View"
    states = ("in_progress",)
    #: bool: also done by whoever stands in for who gave the line, while that person's word is awaited.
    in_place = False
    _chosen = ""

    def check(self, data=None):
        self._chosen = (data or {}).get("line") or ""
        return super().check(data)

    @property
    def actor(self):
        """In whose place depends on the line: the one chosen, else the first with which it could be done."""
        lines = ILines(self.record)
        chosen = lines.get(self._chosen) if self._chosen else None
        found = [chosen] if chosen is not None else [line for line in lines.all() if self.fits(line)]
        actors = [self.actor_of(line) for line in found]
        return next((actor for actor in actors if actor.on_behalf), super().actor)

    def actor_of(self, line):
        """The Actor who does it with ``line``: for himself where he gave it, else for the giver who delegated it."""
        own = super().actor
        if not self.in_place or line.state not in AWAITING or gave(self.record, line, own, is_leader_of(self.record)):
            return own
        found = [actor_for(self.record, own.userid, giver) for giver in givers(line)]
        return next((actor for actor in found if actor.on_behalf), own)

    def fits(self, line):
        """bool: the act can be done with this line now."""
        return is_open(line)

    def unfit(self, line):
        """Message id: why it cannot be done with this (open) line."""
        return _("violation_line_waits_no_longer", default="Phần việc này không còn chờ trả lời.")

    def mine(self):
        """Lines that the actor has given, closed ones too: list."""
        leads = is_leader_of(self.record)
        return [line for line in ILines(self.record).all() if gave(self.record, line, self.actor_of(line), leads)]

    def choices(self):
        """Lines with which the actor could do it now: list."""
        return [line for line in self.mine() if self.fits(line)]

    def relevant(self):
        return super().relevant() and bool(self.choices())

    def defaults(self):
        found = self.choices()
        return {"line": found[0].id} if len(found) == 1 else {}

    def rules(self, data):
        if data is None:
            return list(self.rules_of_none())
        line = ILines(self.record).get(data["line"])
        if line not in self.mine():
            message = _("violation_not_given_by_you", default="Chỉ người đã giao việc mới thực hiện được.")
            return [self.violation("forbidden", message, "line")]
        if not is_open(line):
            return [self.violation("too_late", closed_how(line), "line")]
        if not self.fits(line):
            return [self.violation("too_late", self.unfit(line), "line")]
        return list(self.line_rules(line, data))

    def rules_of_none(self):
        """Violations before a line is chosen."""
        if not self.mine():
            message = _("violation_nothing_given", default="Anh/chị chưa giao phần việc nào ở văn bản này.")
            yield self.violation("forbidden", message)
        elif not self.choices():
            open_ones = [line for line in self.mine() if is_open(line)]
            yield self.violation("too_late", self.unfit((open_ones or self.mine())[-1]))

    def line_rules(self, line, data):
        """Violations beyond the choice of a line."""
        return []

    def line(self, data):
        return ILines(self.record).get(data["line"])


class WithdrawLine(GiverAct):
    """Whoever gave the work takes it back, until the recipient acts."""

    id = "withdraw_line"
    title = _("act_withdraw_line", default="Thu hồi")
    description = _("act_withdraw_line_help", default="Thu hồi phần việc đã giao khi người nhận chưa xử lý.")
    schema = inputs.IWithdrawLineInput
    order = 70

    def fits(self, line):
        return withdrawable(line)

    def relevant(self):
        """Shown, greyed with the reason, as long as something given is open."""
        return Act.relevant(self) and any(is_open(line) for line in self.mine())

    def unfit(self, line):
        if not is_open(line):
            return closed_how(line)
        return _(
            "violation_line_acted_how", default="${what}, nên không thu hồi được nữa.", mapping={"what": did(line)}
        )

    def execute(self, data):
        line = self.line(data)
        ILines(self.record).withdraw(line, line.assigned_by, data["reason"])
        settle(self.record, reason=data["reason"], by=self.actor.userid)
        return {"line": line.id}


class ApproveExtension(GiverAct):
    """The later deadline is granted; the old one is kept."""

    id = "approve_extension"
    title = _("act_approve_extension", default="Duyệt gia hạn")
    description = _(
        "act_approve_extension_help", default="Đồng ý hạn mới; những người cùng được giao phần việc này có chung hạn."
    )
    schema = inputs.IApproveExtensionInput
    in_place = True
    emphasis = "primary"
    order = 8

    def fits(self, line):
        return line.state == "to_extend"

    def defaults(self):
        found = self.choices()
        return {**super().defaults(), "deadline": found[0].pending.wished} if len(found) == 1 else {}

    def line_rules(self, line, data):
        if data["deadline"] is not None:
            yield from check_new_deadline(self, data["deadline"], line.deadline)
        above, wished = ILines(self.record).get(line.parent), data["deadline"] or line.pending.wished
        if above is not None and is_open(above) and above.deadline is not None and wished > above.deadline:
            message = _(
                "violation_extension_beyond",
                default="Không được sau hạn phần việc của người giao (${date}): hãy xin gia hạn phần việc đó trước.",
                mapping={"date": above.deadline.strftime("%d/%m/%Y")},
            )
            yield self.violation("deadline_beyond", message, "deadline", TIME_LIMITS)

    def execute(self, data):
        line, record = self.line(data), self.record
        old, new = line.deadline, data["deadline"] or line.pending.wished
        moved = ILines(record).answer_extension(line, self.actor.userid, new, data["answer"])
        if not line.parent and record.due_date in (old, None):
            record.due_date = new
        return {"line": line.id, "deadline": new.isoformat(), "moved": [other.id for other in moved]}

    def detail(self, data, result):
        return {**super().detail(data, result), "deadline": result["deadline"]}


class RefuseExtension(GiverAct):
    """The deadline stays."""

    id = "refuse_extension"
    title = _("act_refuse_extension", default="Không duyệt gia hạn")
    description = _("act_refuse_extension_help", default="Giữ nguyên hạn, nêu rõ lý do.")
    schema = inputs.IRefuseExtensionInput
    in_place = True
    order = 9

    def fits(self, line):
        return line.state == "to_extend"

    def execute(self, data):
        ILines(self.record).answer_extension(self.line(data), self.actor.userid, None, data["reason"])
        return {"line": data["line"]}


class ConfirmResult(GiverAct):
    """The result is accepted; the line is finished."""

    id = "confirm_result"
    title = _("act_confirm_result", default="Duyệt kết quả")
    description = _("act_confirm_result_help", default="Chấp nhận kết quả đã báo; phần việc hoàn thành.")
    schema = inputs.IConfirmResultInput
    in_place = True
    emphasis = "primary"
    order = 8

    def fits(self, line):
        return line.state == "to_confirm"

    def execute(self, data):
        ILines(self.record).confirm(self.line(data), self.actor.userid)
        settle(self.record)
        return {"line": data["line"]}


class Redo(GiverAct):
    """The result is not accepted; its holder goes on."""

    id = "redo"
    title = _("act_redo", default="Yêu cầu làm lại")
    description = _("act_redo_help", default="Chưa chấp nhận kết quả; người xử lý làm tiếp theo yêu cầu.")
    schema = inputs.IRedoInput
    in_place = True
    order = 9

    def fits(self, line):
        return line.state == "to_confirm"

    def execute(self, data):
        ILines(self.record).redo(self.line(data), self.actor.userid, data["reason"])
        return {"line": data["line"]}


class FinishFor(GiverAct):
    """Finish in place of somebody to whom the work was given, saying why."""

    id = "finish_for"
    title = _("act_finish_for", default="Hoàn thành thay")
    description = _("act_finish_for_help", default="Kết thúc phần việc đã giao thay cho người nhận, nêu rõ lý do.")
    schema = inputs.IFinishForInput
    order = 75

    def fits(self, line):
        return is_open(line) and line.role != "information"

    def execute(self, data):
        ILines(self.record).finish(self.line(data), self.actor.userid, result=data["reason"], accepted=True)
        settle(self.record)
        return {"line": data["line"]}


class Chase(GiverAct):
    """Urge those who have not finished; counted on each line (NĐ 30/2020 Điều 24, Phụ lục VI Phần I khoản 1 l, m)."""

    id = "chase"
    title = _("act_chase", default="Đôn đốc")
    description = _("act_chase_help", default="Nhắc người đang giữ phần việc; số lần đôn đốc được ghi lại.")
    schema = inputs.IChaseInput
    order = 50

    def fits(self, line):
        return has_work(line)

    def mine(self):
        """Those of others: who gave the work urges, and so do leaders and clerks of the agency."""
        roles = set(getSecurityManager().getUser().getRolesInContext(self.record))
        lines = ILines(self.record).all() if roles & {"AgencyLeader", "RecordsClerk"} else super().mine()
        return [line for line in lines if not self.actor.stands_for(line.recipient)]

    def defaults(self):
        return {"lines": [line.id for line in self.choices()]}

    def unfit(self, line):
        return _("violation_nobody_to_urge", default="Không còn ai đang giữ phần việc để đôn đốc.")

    def rules(self, data):
        if data is None:
            yield from self.rules_of_none()
            return
        lines = ILines(self.record)
        for line in map(lines.get, data["lines"]):
            if line not in self.mine():
                message = _("violation_not_given_by_you", default="Chỉ người đã giao việc mới thực hiện được.")
                yield self.violation("forbidden", message, "lines")
            elif not is_open(line):
                yield self.violation("too_late", closed_how(line), "lines")
            elif not self.fits(line):
                yield self.violation("too_late", self.unfit(line), "lines")

    def execute(self, data):
        lines = ILines(self.record)
        for line_id in data["lines"]:
            lines.chase(lines.get(line_id), self.actor.userid, data["message"])
        return {"lines": data["lines"]}
