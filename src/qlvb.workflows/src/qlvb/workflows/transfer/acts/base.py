"""What the acts of transfers have in common."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.transfer.completing import said_anew
from zope.component import getUtility


PROPOSE, RECEIVE = "qlvb: Propose transfer", "qlvb: Receive transfer"
RULE = "NĐ 30/2020 Điều 30"


class TransferAct(Act):
    """Base: ``kind`` narrows an act to transfers to one of the archives, "" for both."""

    kind = ""

    @property
    def items(self):
        return ITransferItems(self.record)

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.record)

    def relevant(self):
        return self.kind in ("", self.record.kind) and super().relevant()

    def basic_violations(self):
        if self.kind not in ("", self.record.kind):
            return [self.wrong_kind()]
        return super().basic_violations()

    def wrong_kind(self):
        message = _(
            "violation_transfer_wrong_kind",
            default="“${act}” không dùng cho đợt giao nộp vào lưu trữ này.",
            mapping={"act": self.title},
        )
        return self.violation("wrong_state", message)

    def wrong_state(self):
        message = _(
            "violation_transfer_state",
            default="Không thực hiện được “${act}” khi đợt giao nộp đang ở trạng thái “${state}”.",
            mapping={"act": self.title, "state": title_of_state(self.record)},
        )
        return self.violation("wrong_state", message)

    def missing_right(self):
        by_archive = self.permission == RECEIVE
        if by_archive:
            message = _(
                "violation_transfer_archivist",
                default="Chỉ lưu trữ cơ quan thực hiện được “${act}”.",
                mapping={"act": self.title},
            )
        else:
            message = _(
                "violation_transfer_depositor",
                default="Chỉ người giao nộp thực hiện được “${act}”.",
                mapping={"act": self.title},
            )
        return self.violation("forbidden", message)

    def empty(self):
        message = _("violation_transfer_empty", default="Đợt giao nộp chưa có hồ sơ nào.")
        return self.violation("transfer_empty", message, "dossiers", RULE)

    def of_transfer(self, uids):
        """Violations of UIDs that the transfer does not have."""
        for uid in dict.fromkeys(uids):
            if self.items.get(uid) is None:
                message = _(
                    "violation_transfer_not_in",
                    default="Hồ sơ ${uid} không có trong đợt giao nộp này.",
                    mapping={"uid": str(uid)[:40]},
                )
                yield self.violation("dossier_not_in_transfer", message, "dossiers")

    def release(self, uids):
        """Let dossiers go; they are due again."""
        transfer_uid = IUUID(self.record)
        for uid in uids:
            dossier = find_record(uid)
            if dossier is not None:
                IClaims(dossier).release(transfer_uid)
        said_anew(self.record, uids, self.actor.userid)
