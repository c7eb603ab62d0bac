"""Opinion of the competent body, decision of the head."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import DECIDE
from qlvb.content.disposals.rules import deadline
from qlvb.content.disposals.rules import duties_violations
from qlvb.content.organisation.capacity import HEADS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.disposal.acts.base import DisposalAct
from qlvb.workflows.disposal.acts.council import keep
from qlvb.workflows.disposal.filing import missing_components
from qlvb.workflows.disposal.filing import store_component
from qlvb.workflows.disposal.inputs import IDecideInput
from qlvb.workflows.disposal.inputs import IOpinionInput
from qlvb.workflows.disposal.passwords import password_violations
from qlvb.workflows.disposal.signed import decision_violations
from zope.component import getUtility


PROPOSAL = _("disposal_duty_proposal", default="Lập danh mục")
DECISION = _("disposal_duty_decision", default="Quyết định hủy")


class RecordOpinion(DisposalAct):
    """The competent archives body has said what it thinks; what it wants kept leaves the list."""

    id = "record_opinion"
    title = _("act_disposal_opinion", default="Ghi nhận ý kiến thẩm định")
    description = _(
        "act_disposal_opinion_help", default="Đính kèm văn bản thẩm định, cho ý kiến của cơ quan có thẩm quyền."
    )
    schema = IOpinionInput
    states = ("opinion",)
    transition = "conclude"
    emphasis = "primary"
    order = 60

    def rules(self, data):
        if data is None:
            return
        if data["date"] > clock.today():
            message = _("violation_disposal_future", default="Ngày không được sau hôm nay.")
            yield self.violation("in_future", message, field="date")
        if not data["file"].filename.lower().endswith(".pdf"):
            message = _("violation_disposal_opinion_pdf", default="Văn bản cho ý kiến phải là tệp PDF.")
            yield self.violation("not_pdf", message, field="file")
        for name in data["kept"]:
            item = self.sheet.named(name)
            if item is None or item.outcome != "destroy":
                message = _("violation_disposal_not_listed", default="Không có trong danh mục của đợt xét hủy này.")
                yield self.violation("not_listed", message, field="kept")

    def execute(self, data):
        self.sheet.write("opinion", {"number": data["number"], "date": data["date"].isoformat(), "body": data["body"]})
        for item in dict.fromkeys(self.sheet.named(name) for name in data["kept"]):
            item.outcome, item.why = "keep", f"{data['body']}: {data['number']}"
            keep(self.record, item, None, self.actor.userid)
        store_component(self.record, "opinion", data["file"].filename, data["file"].data, self.actor.userid)
        return {}


class Decide(DisposalAct):
    """The head of the agency decides; from this day fifteen days run (TT 06/2025)."""

    id = "decide"
    title = _("act_disposal_decide", default="Quyết định hủy")
    description = _("act_disposal_decide_help", default="Người đứng đầu cơ quan quyết định hủy; nhập lại mật khẩu.")
    schema = IDecideInput
    permission = DECIDE
    states = ("to_decide",)
    transition = "decide"
    emphasis = "primary"
    order = 70

    def rules(self, data):
        yield from duties_violations(self.actor.userid, {PROPOSAL: self.record.proposer})
        posts = getUtility(IDirectory).person(self.actor.userid).posts
        heads = [post for post in posts if post.agency == self.agency.id and "leader" in post.functions]
        if not any(post.capacity in HEADS for post in heads):
            message = _("violation_not_head", default="Chỉ người đứng đầu cơ quan quyết định hủy tài liệu.")
            yield self.violation("not_head", message, rule="Luật Lưu trữ 33/2024/QH15 Điều 16.3")
        if missing := missing_components(self.record, before="decision"):
            yield self.violation("incomplete", missing, rule="TT 06/2025/TT-BNV Điều 15.4")
        if data is not None:
            yield from password_violations(self.actor.userid, data["password"])
            yield from decision_violations(data["file"].data, self.actor.userid, data["paper"])

    def execute(self, data):
        today = clock.today()
        self.sheet.write(
            "decision",
            {
                "number": data["number"],
                "date": today.isoformat(),
                "by": self.actor.userid,
                "when": clock.now().isoformat(),
                "due": deadline(today).isoformat(),
                "form": "paper" if data["paper"] else "electronic",
            },
        )
        store_component(self.record, "decision", data["file"].filename, data["file"].data, self.actor.userid)
        return {"due": deadline(today).isoformat()}
