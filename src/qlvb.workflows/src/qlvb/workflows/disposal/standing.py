"""What a disposal says of itself: who has to do what next, since when, until when."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.rules import whose_turn
from qlvb.content.organisation.capacity import HEADS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.workflows.disposal.jobs import failed_job
from qlvb.workflows.disposal.window import window_of
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


SENTENCES = {
    "drafted": _("standing_disposal_drafted", default="${who} đang lập danh mục (${count}) từ ngày ${day}."),
    "voting": _("standing_disposal_voting", default="Hội đồng họp từ ngày ${day}; chờ ${who} biểu quyết."),
    "tied": _(
        "standing_disposal_tied",
        default="Hội đồng họp từ ngày ${day}; phiếu bằng nhau, chờ Chủ tịch ${who} quyết định.",
    ),
    "minutes": _("standing_disposal_minutes", default="Đã biểu quyết xong; chờ Thư ký ${who} chốt biên bản họp."),
    "opinion": _(
        "standing_disposal_opinion",
        default="Chờ ý kiến của cơ quan có thẩm quyền từ ngày ${day}; ${who} (lưu trữ) gửi hồ sơ và ghi nhận ý kiến.",
    ),
    "to_decide": _("standing_disposal_to_decide", default="Chờ ${who} (người đứng đầu) quyết định từ ngày ${day}."),
    "decided": _(
        "standing_disposal_decided",
        default="Đã quyết định hủy ngày ${day}; chờ ${who} thực hiện, chậm nhất ngày ${due}.",
    ),
    "late": _(
        "standing_disposal_late",
        default="Quyết định hủy ngày ${day} phải thực hiện trước hết ngày ${due}, đã quá ${late} ngày; chờ ${who}.",
    ),
    "waiting": _(
        "standing_disposal_waiting",
        default="Chưa hủy gì; đến ${until} hệ thống tự hủy. ${who} hoàn tác được trước lúc đó.",
    ),
    "destroying": _("standing_disposal_destroying", default="Hệ thống đang hủy: đã xong ${done}/${count} từ ${until}."),
    "stopped": _("standing_disposal_stopped", default="Việc tiêu hủy dừng vì lỗi, còn ${left}/${count}; chờ ${who}."),
    "executed": _("standing_disposal_executed", default="Đã tiêu hủy xong ngày ${day}: hủy ${done}/${count}."),
    "partly": _(
        "standing_disposal_partly",
        default="Đã tiêu hủy xong ngày ${day}: hủy ${done}/${count}; phần còn lại chưa hủy, lý do nêu ở từng dòng.",
    ),
    "cancelled": _("standing_disposal_cancelled", default="Đã hủy bỏ ngày ${day}, không hủy tài liệu nào."),
}


@implementer(IStanding)
@adapter(IDisposal)
class DisposalStanding:
    """One sentence for each thing that somebody has to do; ``kind`` says which."""

    def __init__(self, record):
        self.record = record
        self.sheet = ISheet(record)

    def standing(self):
        """See IStanding."""
        found = StateStanding(self.record).standing()
        kind, holders, said = getattr(self, f"_{state_of(self.record)}")()
        names = ", ".join(name_of(userid) for userid in holders) or "…"
        mapping = {"who": names, "day": show_date(found.since.date()), **said}
        return replace(found, sentence=Message(SENTENCES[kind], mapping=mapping), kind=kind, holders=list(holders))

    def _drafted(self):
        return "drafted", [self.record.proposer], {"count": str(len(self.sheet.items()))}

    def _council(self):
        sheet = self.sheet
        uids = [item.uid for item in sheet.items()]
        turn = whose_turn(sheet.members, sheet.votes, sheet.absent, sheet.ties, uids)
        voted = all(userid in sheet.votes.get(uid, {}) for uid in uids for userid in turn)
        roles = {sheet.members[userid] for userid in turn}
        kind = "voting" if not voted else "tied" if roles == {"chair"} else "minutes"
        return kind, sorted(turn, key=list(sheet.members).index), {}

    def _opinion(self):
        return "opinion", self._people("archivist"), {}

    def _to_decide(self):
        directory, agency = getUtility(IDirectory), self._agency
        heads = [
            post.holder
            for post in directory.posts(agency.id, "leader")
            if post.holder and post.capacity in HEADS and post.holder != self.record.proposer
        ]
        return "to_decide", list(dict.fromkeys(heads)), {}

    def _decided(self):
        decision = self.sheet.decision
        due, day = date.fromisoformat(decision["due"]), date.fromisoformat(decision["date"])
        late = (clock.today() - due).days
        said = {"due": show_date(due), "day": show_date(day), "late": str(late)}
        return "late" if late > 0 else "decided", self._executors(), said

    def _executing(self):
        items, window = self.sheet.items("destroy"), window_of(self.record)
        done = sum(bool(item.done or item.skipped) for item in items)
        final = datetime.fromisoformat(self.sheet.execution["final"])
        counts = {"done": str(done), "count": str(len(items)), "left": str(len(items) - done)}
        said = {**counts, "until": show_moment(final)}
        if failed_job(self.record) is not None:
            return "stopped", self._executors(), said
        return ("waiting" if window is not None and window.open else "destroying"), self._executors(), said

    def _executed(self):
        items = self.sheet.items("destroy")
        done = [item.done for item in items if item.done]
        said = {"done": str(len(done)), "count": str(len(items))}
        kind = "executed" if len(done) == len(items) else "partly"
        return kind, [], {**said, "day": show_date(max(done))} if done else said

    def _cancelled(self):
        return "cancelled", [], {}

    @property
    def _agency(self):
        return getUtility(IDirectory).agency_of(self.record)

    def _people(self, function):
        return list(getUtility(IDirectory).holders(self._agency.id, function))

    def _executors(self):
        """Archivists and administrators of the agency but for those who proposed and decided: nobody has two duties."""
        others = {self.record.proposer, self.sheet.decision.get("by")}
        people = dict.fromkeys([*self._people("archivist"), *self._people("agency_admin")])
        return [userid for userid in people if userid not in others]
