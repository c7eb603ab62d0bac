"""A unit keeps a dossier after its deadline, with written consent and for 02 years at most (NĐ 30/2020 Điều 31.3.d)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.transfers.deadlines import longest_kept_back
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.acts.base import Act
from qlvb.workflows.transfer.acts.base import RECEIVE
from qlvb.workflows.transfer.inputs import IKeepBackInput


RULE = "NĐ 30/2020 Điều 31.3.d"


class KeepBack(Act):
    """The archive writes down that the head has agreed."""

    id = "keep_back"
    title = _("act_keep_back", default="Cho giữ lại hồ sơ")
    description = _("act_keep_back_help", default="Ghi nhận văn bản đồng ý cho đơn vị giữ lại hồ sơ đến hạn nộp lưu.")
    schema = IKeepBackInput
    permission = RECEIVE
    states = ("closed",)
    order = 70

    def relevant(self):
        return super().relevant() and ITransferDeadlines(self.record).deadlines() is not None

    def rules(self, data):
        found = ITransferDeadlines(self.record).deadlines()
        if found is None:
            message = _("violation_keep_back_not_due", default="Hồ sơ này không thuộc diện nộp lưu.")
            yield self.violation("not_to_be_transferred", message, rule=RULE)
            return
        if IClaims(self.record).transfer:
            message = _("violation_keep_back_taken", default="Hồ sơ đang trong một đợt giao nộp.")
            yield self.violation("too_late", message)
        if data is not None:
            last = longest_kept_back(found.latest)
            if data["until"] <= clock.today():
                message = _("violation_keep_back_past", default="Ngày giữ lại phải sau hôm nay.")
                yield self.violation("until_past", message, "until")
            elif data["until"] > last:
                message = _(
                    "violation_keep_back_long",
                    default="Chỉ giữ lại được đến ${day}: không quá 02 năm kể từ hạn nộp lưu.",
                    mapping={"day": last.strftime("%d/%m/%Y")},
                )
                yield self.violation("until_long", message, "until", RULE)

    def execute(self, data):
        IKeptBack(self.record).keep(data["until"], data["consent"], data["reason"], self.actor.userid)
        return {"until": data["until"].isoformat()}

    def detail(self, data, result):
        return {
            "until": data["until"].strftime("%d/%m/%Y"),
            "consent": data["consent"],
            "comment": data["reason"],
        }
