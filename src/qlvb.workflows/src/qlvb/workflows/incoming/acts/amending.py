"""Sửa bút phê: a leader corrects what he wrote."""

from qlvb.content import _
from qlvb.content.text import nfc
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.drawing import drop_drawing
from qlvb.workflows.incoming.drawing import keep_drawing
from qlvb.workflows.incoming.drawing import with_words
from qlvb.workflows.incoming.drawing import words_or_drawing
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.inputs import IAmendDirectionInput
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines


class AmendDirection(Act):
    """Silently while nobody has read it, with a visible trail after that."""

    id = "amend_direction"
    title = _("act_amend_direction", default="Sửa bút phê")
    description = _(
        "act_amend_direction_help",
        default="Chưa ai đọc: sửa thẳng. Đã có người đọc: nội dung cũ vẫn hiện bên cạnh và mọi người được báo.",
    )
    schema = IAmendDirectionInput
    permission = "View"
    states = ("in_progress", "finished")
    order = 45

    def own(self):
        """The actor's newest Direction, or None."""
        own = [one for one in handling_of(self.record).directions if one.by == self.actor.userid]
        return own[-1] if own else None

    def relevant(self):
        return super().relevant() and self.own() is not None

    def defaults(self):
        own = self.own()
        return {"text": own.text} if own is not None else {}

    def rules(self, data):
        own = self.own()
        if own is None:
            message = _("violation_no_own_direction", default="Anh/chị chưa bút phê văn bản này.")
            yield self.violation("forbidden", message)
        elif data is not None:
            yield from words_or_drawing(data)
            if nfc(data["text"]) != own.text or data["drawing"] is not None or (data["drop_drawing"] and own.drawing):
                return
            message = _("violation_direction_same", default="Nội dung bút phê không thay đổi.")
            yield self.violation("direction_same", message, "text")

    def execute(self, data):
        own, number = self.own(), len(handling_of(self.record).directions)
        old, data = own.text, with_words(data, number)
        given = [
            line
            for line in ILines(self.record).all()
            if line.assigned_by == self.actor.userid and line.request == old
        ]
        visible = any(line.opened_at or line.has_acted() for line in given)
        kept = own.drawing if data["drawing"] is None and not data["drop_drawing"] else ""
        drawing = keep_drawing(self.record, data, number, self.actor.userid) or kept
        change_handling(self.record).amend(self.actor.userid, data["text"], visible, drawing)
        if not visible and own.drawing != drawing:
            drop_drawing(self.record, own.drawing, self.actor.userid)
        for line in given:
            line.request = nfc(data["text"])
        told = [line.id for line in given if is_open(line)] if visible else []
        return {"visible": visible, "lines": told, "was": old}

    def detail(self, data, result):
        return {**super().detail(data, result), "was": result["was"], "visible": result["visible"]}
