"""Hoàn tất: a leader finishes his part of a draft (screens 2.2, 2.8)."""

from qlvb.content import _
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.boxes import decided
from qlvb.workflows.outgoing.inputs import IFinishInput


class FinishPart(OutgoingAct):
    """Who was asked by another leader gives it back to him with his opinion, and it is again where it was; who passed
    it on follows it no longer. Nothing is decided by it: a draft that waits for one's own decision has to be decided.
    """

    id = "finish_part"
    title = _("act_outgoing_finish_part", default="Hoàn tất")
    description = _(
        "act_outgoing_finish_part_help",
        default="Kết thúc phần việc của anh/chị: trả ý kiến cho lãnh đạo đã chuyển đến; "
        "đã chuyển đi thì thôi theo dõi.",
    )
    schema = IFinishInput
    permission = "View"
    states = ("in_review", "appraisal", "to_sign", "returned", "to_issue", "numbered")
    order = 34

    @property
    def step(self):
        """The open step if it is this person's to do, else None."""
        step = self.route.current()
        mine = step is not None and step.kind in ("review", "appraise", "sign") and self.actor.stands_for(step.person)
        return step if mine else None

    @property
    def asked_by(self):
        """The step of the leader who asked for an opinion by passing the draft on, or None."""
        last = self.route.last_closed()
        return last if last is not None and last.outcome == "forwarded" else None

    def follows(self):
        """bool: this person decided something about it earlier, and still has it in his lists."""
        return self.actor.userid in decided(self.route.steps()) - self.route.aside()

    def relevant(self):
        return super().relevant() and (self.step is not None or self.follows())

    def rules(self, data):
        if self.step is None and not self.follows():
            message = _(
                "violation_nothing_to_finish", default="Anh/chị không có phần việc nào để hoàn tất ở văn bản này."
            )
            yield self.violation("not_your_turn", message)
        elif self.step is not None and self.asked_by is None:
            message = _(
                "violation_finish_decides",
                default="Dự thảo đang chờ anh/chị quyết định: hãy duyệt, ký, chuyển lãnh đạo khác hoặc trả lại.",
            )
            yield self.violation("decision_awaited", message)

    def execute(self, data):
        if self.step is None:
            self.route.set_aside(self.actor.userid)
            return {}
        asked = self.asked_by
        return self.move("finished", asked.kind, asked.person, data["comment"], data["comment"])
