"""Acts: make a record a precedent, end it. Both need a reason, which stays in the journal."""

from qlvb.content import _
from qlvb.content.disposals.interfaces import MANAGE
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.content.text import nfc
from qlvb.workflows.acts.base import Act
from qlvb.workflows.precedents.inputs import IEndInput
from qlvb.workflows.precedents.inputs import IMarkInput


class PrecedentAct(Act):
    """Base: who manages disposal decides what is kept from it."""

    permission = MANAGE
    order = 92
    #: Whether the act is for records that are precedents.
    of_precedents = False

    def relevant(self):
        return super().relevant() and self.state != "destroyed" and bool(self.known) == self.of_precedents

    @property
    def known(self):
        """dict of the mark, {} for none."""
        return IPrecedent(self.record).read()

    def detail(self, data, result):
        return {"comment": data["reason"], **result}


class MarkPrecedent(PrecedentAct):
    """The record is kept from destruction and stands in the list of precedents; done again it says the topic anew."""

    id = "mark_precedent"
    title = _("act_mark_precedent", default="Đánh dấu tiền lệ")
    description = _(
        "act_mark_precedent_help", default="Việc điển hình để tham chiếu về sau; không đưa vào danh mục hủy."
    )
    schema = IMarkInput

    def rules(self, data):
        if self.state == "destroyed":
            message = _("violation_precedent_destroyed", default="Đã tiêu hủy, không đánh dấu tiền lệ được nữa.")
            yield self.violation("wrong_state", message)
        if data is not None and not data["topic"].strip():
            message = _("violation_precedent_topic", default="Hãy ghi vấn đề được giải quyết.")
            yield self.violation("required", message, field="topic")

    def execute(self, data):
        topic, basis = (" ".join(nfc(data[name] or "").split()) for name in ("topic", "basis"))
        IPrecedent(self.record).mark(topic, basis, self.actor.userid)
        return {"topic": topic}


class EndPrecedent(PrecedentAct):
    """The record serves as a precedent no more; its period counts again."""

    id = "end_precedent"
    title = _("act_end_precedent", default="Thôi tiền lệ")
    description = _("act_end_precedent_help", default="Không còn dùng làm tiền lệ; thời hạn bảo quản lại có hiệu lực.")
    schema = IEndInput
    of_precedents = True

    def rules(self, data):
        if not self.known:
            message = _("violation_no_precedent", default="Hồ sơ, văn bản này không phải là tiền lệ.")
            yield self.violation("wrong_state", message)

    def execute(self, data):
        topic = self.known["topic"]
        IPrecedent(self.record).end()
        return {"topic": topic}
