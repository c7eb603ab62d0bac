"""The answer to a sender who recalls, replaces or updates what he has sent: Đồng ý thu hồi, Từ chối thu hồi (QĐ
28/2018; workflows.md 3.2).
"""

from AccessControl import getSecurityManager
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.inputs import IAgreeRecallInput
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.settling import stop_waiting
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines


ANSWERED_IN = ("waiting", "registered", "to_direct", "in_progress", "finished")
#: What the sender asks -> the transition that consent fires; an update leaves the document in force.
ENDS_BY = {"recall": "agree_recall", "replace": "agree_replace"}
AGREE_TITLES = {
    "recall": _("act_agree_recall", default="Đồng ý thu hồi"),
    "replace": _("act_agree_replace", default="Đồng ý thay thế"),
    "update": _("act_agree_update", default="Đồng ý cập nhật"),
}
REFUSE_TITLES = {
    "recall": _("act_refuse_recall", default="Từ chối thu hồi"),
    "replace": _("act_refuse_replace", default="Từ chối thay thế"),
    "update": _("act_refuse_update", default="Từ chối cập nhật"),
}
AGREE_HELP = _(
    "act_agree_recall_help",
    default="Văn bản hết hiệu lực tại cơ quan; mọi phần việc đóng lại, người đã nhận được báo, bản ghi vẫn lưu.",
)
AGREE_UPDATE_HELP = _(
    "act_agree_update_help",
    default="Văn bản vẫn còn hiệu lực, xử lý tiếp theo bản đính chính; nơi gửi được báo.",
)


class RecallAnswer(Act):
    """What both answers share: somebody has asked, and the actor may answer for the agency."""

    permission = "View"
    states = ANSWERED_IN
    conflict_codes = Act.conflict_codes | {"nothing_asked"}

    @property
    def roles(self):
        """The actor's roles on the record: set."""
        return set(getSecurityManager().getUser().getRolesInContext(self.record))

    def request(self):
        """The IRecallRequest that waits for an answer, or None."""
        return IRecallRequests(self.record).pending()

    def asked_kind(self):
        """str: what was asked last, answered or not, for the words; a recall where nothing was."""
        requests = IRecallRequests(self.record).all()
        return requests[-1].kind if requests else "recall"

    def allowed(self):
        return super().allowed() and bool(self.roles & {"RecordsClerk", "AgencyLeader"})

    def relevant(self):
        return super().relevant() and self.request() is not None

    def rules(self, data):
        if self.request() is None:
            message = _("violation_no_recall_asked", default="Nơi gửi không đề nghị thu hồi văn bản này.")
            yield self.violation("nothing_asked", message)

    def detail(self, data, result):
        return {**super().detail(data, result), "kind": result["kind"]}


class AgreeRecall(RecallAnswer):
    """The document is no longer in force: work on it ends, everybody who had it is told, the record is kept. While a
    case holds it, the request waits.
    """

    id = "agree_recall"
    schema = IAgreeRecallInput
    emphasis = "primary"
    order = 5

    @property
    def title(self):
        """See IAct."""
        return AGREE_TITLES[self.asked_kind()]

    @property
    def description(self):
        """See IAct: what consent brings about."""
        return AGREE_HELP if self.asked_kind() in ENDS_BY else AGREE_UPDATE_HELP

    @property
    def stopped_by_hold(self):
        """See Act."""
        request = self.request()
        return request is not None and request.kind in ENDS_BY

    def rules(self, data):
        yield from super().rules(data)
        request = self.request()
        if request is not None and request.kind in ENDS_BY and self.open_work() and "AgencyLeader" not in self.roles:
            message = _(
                "violation_recall_needs_leader",
                default="Còn ${count} phần việc đang xử lý: lãnh đạo cơ quan mới đồng ý được.",
                mapping={"count": str(len(self.open_work()))},
            )
            yield self.violation("forbidden", message)

    def open_work(self):
        """Open lines that ask for work: list."""
        return [line for line in ILines(self.record).all() if is_open(line) and line.role != "information"]

    def transition_for(self, data, result):
        return ENDS_BY.get(result["kind"])

    def execute(self, data):
        record, by = self.record, self.actor.userid
        requests = IRecallRequests(record)
        request = requests.answer(True, by, data["reason"])
        closed = []
        if request.kind in ENDS_BY:
            closed = ILines(record).close_all(by, "recalled")
            stop_waiting(record)
        successor = requests.successor()
        if successor is not None and IUUID(successor) not in record.related_documents:
            record.related_documents = [*record.related_documents, IUUID(successor)]
        return {
            "kind": request.kind,
            "lines": [line.id for line in closed],
            "successor": IUUID(successor) if successor is not None else "",
        }


class RefuseRecall(RecallAnswer):
    """The agency goes on with the document; the sender is told why."""

    id = "refuse_recall"
    description = _("act_refuse_recall_help", default="Tiếp tục xử lý văn bản; nơi gửi được báo lý do.")
    schema = IReasonInput
    emphasis = "danger"
    order = 6

    @property
    def title(self):
        """See IAct."""
        return REFUSE_TITLES[self.asked_kind()]

    def execute(self, data):
        request = IRecallRequests(self.record).answer(False, self.actor.userid, data["reason"])
        return {"kind": request.kind}
