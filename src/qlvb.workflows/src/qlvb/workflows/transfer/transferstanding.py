"""What a transfer says of itself: who has to take, check or complete it."""

from dataclasses import replace
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import ITransfer
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer.jobs.names import PACK
from qlvb.workflows.transfer.jobs.names import live
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


SENTENCES = {
    "draft": _("standing_transfer_draft", default="${who} đang lập, chưa nộp."),
    "proposed": _("standing_transfer_proposed", default="Chờ lưu trữ (${who}) kiểm tra từ ngày ${day}."),
    "checking": _("standing_transfer_checking", default="Lưu trữ (${who}) đang kiểm tra từ ngày ${day}."),
    "returned": _("standing_transfer_returned", default="Trả lại ngày ${day}; chờ ${who} bổ sung và nộp lại."),
    "partly": _(
        "standing_transfer_partly",
        default="Lưu trữ (${who}) đang kiểm tra từ ngày ${day}; đã trả lại ${count} hồ sơ, chờ ${depositor} bổ sung và"
        " nộp lại.",
    ),
    "left_over": _(
        "standing_transfer_left_over",
        default="Đã tiếp nhận ngày ${day}; ${count} hồ sơ không nhận được, còn ở ${who}: nộp trong đợt khác khi đã xử"
        " lý lý do nêu tại từng hồ sơ.",
    ),
    "packed": _(
        "standing_transfer_packed", default="Đã đóng xong ${count} gói SIP; chờ ${who} gửi lưu trữ lịch sử."
    ),
}


@implementer(IStanding)
@adapter(ITransfer)
class TransferStanding:
    """While it goes between the unit and the archive; later it says its state."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        """See IStanding."""
        record, state, found = self.record, state_of(self.record), StateStanding(self.record).standing()
        counts = ITransferItems(record).counts()
        if state == "packing" and not live(record, PACK) and not counts[FAILED]:
            state = "packed"
        elif state == "accepted" and counts[FAILED]:
            state = "left_over"
        if state not in SENTENCES:
            return found
        directory = getUtility(IDirectory)
        if state in ("proposed", "checking"):
            holders = directory.holders(directory.agency_of(record).id, "archivist")
        else:
            holders = [record.depositor] if record.depositor else []
        names = ", ".join(directory.person(userid).fullname for userid in holders) or "…"
        mapping, said = {"who": names, "day": show_date(found.since.date())}, state
        if state == "checking" and (count := counts[RETURNED]) and record.depositor:
            said, holders = "partly", [*holders, record.depositor]
            mapping |= {"count": str(count), "depositor": directory.person(record.depositor).fullname}
        if state in ("packed", "left_over"):
            mapping["count"] = str(counts[PASSED if state == "packed" else FAILED])
        if state == "left_over":  # nothing waits any more: what is left goes its own way
            holders = []
        said = Message(SENTENCES[said], mapping=mapping)
        return replace(found, sentence=said, kind=state_of(record), holders=list(holders))
