"""Opinion of the competent body, decision of the head."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import DECIDE
from qlvb.content.disposals.rules import deadline
from qlvb.content.disposals.rules import duties_violations
from qlvb.content.organisation.capacity import HEADS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.disposal.acts.base import DisposalAct
from qlvb.workflows.disposal.acts.council import keep
from qlvb.workflows.disposal.acts.proposing import give_back
from qlvb.workflows.disposal.filing import missing_components
from qlvb.workflows.disposal.filing import store_component
from qlvb.workflows.disposal.inputs import IDecideInput
from qlvb.workflows.disposal.inputs import IOpinionInput
from qlvb.workflows.disposal.inputs import ITakeOutInput
from qlvb.workflows.disposal.inputs import IWhyInput
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
        if data["date"].isoformat() < self.sheet.council["decision_date"]:
            message = _(
                "violation_disposal_opinion_early",
                default="Văn bản cho ý kiến không thể có trước ngày thành lập Hội đồng.",
            )
            yield self.violation("before_council", message, field="date", rule="TT 06/2025/TT-BNV Điều 13")
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


class HeadAct(DisposalAct):
    """Base: what the head of the agency does with what the council laid before him."""

    permission = DECIDE
    states = ("to_decide",)

    def head_violations(self):
        """list of Violation: somebody else's word is no decision (Luật Lưu trữ 33/2024/QH15 Điều 16.3)."""
        posts = getUtility(IDirectory).person(self.actor.userid).posts
        heads = [post for post in posts if post.agency == self.agency.id and "leader" in post.functions]
        if any(post.capacity in HEADS for post in heads):
            return []
        message = _("violation_not_head", default="Chỉ người đứng đầu cơ quan quyết định hủy tài liệu.")
        return [self.violation("not_head", message, rule="Luật Lưu trữ 33/2024/QH15 Điều 16.3")]


class Decide(HeadAct):
    """The head of the agency decides; from this day fifteen days run (TT 06/2025)."""

    id = "decide"
    title = _("act_disposal_decide", default="Quyết định hủy")
    description = _("act_disposal_decide_help", default="Người đứng đầu cơ quan quyết định hủy; nhập lại mật khẩu.")
    schema = IDecideInput
    transition = "decide"
    emphasis = "primary"
    order = 70

    def rules(self, data):
        yield from duties_violations(self.actor.userid, {PROPOSAL: self.record.proposer})
        yield from self.head_violations()
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


class RefuseDisposal(HeadAct):
    """The head does not agree: nothing is destroyed, and every record is as it was before it was listed."""

    id = "refuse_disposal"
    title = _("act_disposal_refuse", default="Không đồng ý hủy")
    description = _(
        "act_disposal_refuse_help",
        default="Kết thúc đợt xét hủy, không hủy tài liệu nào; hồ sơ trở lại như trước. Ghi rõ lý do.",
    )
    schema = IWhyInput
    transition = "cancel"
    emphasis = "danger"
    order = 75

    def rules(self, data):
        return self.head_violations()

    def execute(self, data):
        give_back(self.record, self.actor.userid, data["why"])
        return {}


class SpareItems(HeadAct):
    """A record that was to be destroyed is kept after all, by who decides or by the archivist.

    Two duties in one hand do no harm here: whoever made the list may shorten it as he may end the disposal, and nothing
    is destroyed by it. But what the council has examined waits for the head; no deputy takes from it in his place.
    """

    id = "spare_items"
    title = _("act_disposal_spare", default="Giữ lại, không hủy")
    description = _(
        "act_disposal_spare_help",
        default="Đưa một số hồ sơ, văn bản ra trước khi bị hủy; ghi rõ lý do. Phần còn lại vẫn theo quyết định.",
    )
    schema = ITakeOutInput
    permission = DisposalAct.permission
    states = ("to_decide", "decided", "executing")
    order = 78
    beside = ("spare_items",)

    def allowed(self):
        """See Act."""
        return super().allowed() or bool(getSecurityManager().checkPermission(DECIDE, self.record))

    def left(self):
        """Items that are still to be destroyed: list."""
        return [item for item in self.sheet.items("destroy") if item.done is None and not item.skipped]

    def relevant(self):
        return super().relevant() and len(self.left()) > 1

    def rules(self, data):
        if not super().allowed():
            yield from self.head_violations()
        if data is None:
            return
        left, named = self.left(), [self.sheet.named(name) for name in data["items"]]
        if any(item not in left for item in named):
            message = _(
                "violation_disposal_not_left",
                default="Chỉ giữ lại được hồ sơ, văn bản trong danh mục hủy mà chưa bị hủy.",
            )
            yield self.violation("not_listed", message, field="items")
        elif len(set(named)) == len(left) and not any(item.done for item in self.sheet.items("destroy")):
            message = _(
                "violation_disposal_all_spared",
                default="Giữ lại tất cả thì không còn gì để hủy: hãy “Không đồng ý hủy” hoặc “Hủy bỏ đợt xét hủy”.",
            )
            yield self.violation("no_items", message, field="items")

    def execute(self, data):
        items = list(dict.fromkeys(self.sheet.named(name) for name in data["items"]))
        for item in items:
            item.outcome, item.why = "keep", data["why"]
            keep(self.record, item, None, self.actor.userid)
        codes = "; ".join(item.reference or item.title for item in items)
        return {"items": [item.uid for item in items], "codes": codes}

    def detail(self, data, result):
        return {**result, "comment": data["why"]}
