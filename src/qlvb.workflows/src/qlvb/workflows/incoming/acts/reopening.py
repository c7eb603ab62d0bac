"""Mở lại: a finished document goes on."""

from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.acts.lines import is_leader_of
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.settling import wait_for
from qlvb.workflows.lines.closing import deciding
from qlvb.workflows.lines.interfaces import ILines


class Reopen(Act):
    """By a leader (every line that led goes on) or by somebody who led (his line goes on)."""

    id = "reopen"
    title = _("act_reopen_incoming", default="Mở lại")
    description = _("act_reopen_incoming_help", default="Mở lại văn bản đã hoàn thành để xử lý tiếp.")
    schema = IReasonInput
    permission = "View"
    states = ("finished",)
    order = 60

    def reopenable(self):
        """Lines that would go on: list."""
        lines = [line for line in deciding(ILines(self.record).all()) if line.state == "finished"]
        if is_leader_of(self.record):
            parents = {line.parent for line in lines}
            return [line for line in lines if line.id not in parents]
        return [line for line in lines if line.recipient == self.actor.userid]

    def relevant(self):
        return super().relevant() and not self.check()

    def rules(self, data):
        if not self.reopenable() and not is_leader_of(self.record):
            yield self.missing_right()

    def transition_for(self, data, result):
        return "reopen" if result["lines"] else "reopen_direction"

    def execute(self, data):
        lines = ILines(self.record)
        reopened = self.reopenable()
        for line in reopened:
            lines.reopen(line, self.actor.userid, data["reason"])
        if not reopened:
            change_handling(self.record).ask(self.actor.userid, self.actor.userid)
            wait_for(self.record, self.actor.userid)
        return {"lines": [line.id for line in reopened]}
