"""Acts on requests for accounts: take up, complete, return, send again, withdraw."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.interfaces import ASK
from qlvb.content.requests.interfaces import DECIDE
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import OPEN
from qlvb.content.requests.interfaces import RULE
from qlvb.workflows.accounts.requests import telling
from qlvb.workflows.accounts.requests.creation import due_after
from qlvb.workflows.accounts.requests.creation import known_to
from qlvb.workflows.accounts.requests.executing import carry_out_rows
from qlvb.workflows.accounts.requests.executing import still_wrong
from qlvb.workflows.acts.base import Act
from zope import schema
from zope.component import getUtility
from zope.interface import Interface


class IAnswerInput(Interface):
    """Hoàn thành."""

    answer = schema.Text(
        title=_("request_answer", default="Nội dung trả lời"),
        description=_("request_answer_help", default="Gửi cho cơ quan cùng tên các tài khoản."),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )


class IReturnInput(Interface):
    """Trả lại."""

    reason = schema.Text(title=_("account_reason", default="Lý do"), min_length=10, max_length=2000)


class RequestAct(Act):
    """Base."""

    conflict_codes = Act.conflict_codes | {"request_outdated"}

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.record)

    def wrong_state(self):
        message = _(
            "violation_request_state",
            default="Không làm được “${act}” với yêu cầu ở trạng thái này.",
            mapping={"act": self.title},
        )
        return self.violation("wrong_state", message, rule=RULE)


class TakeRequest(RequestAct):
    """Somebody of the province works on it."""

    id = "take_request"
    title = _("act_request_take", default="Nhận xử lý")
    description = _("act_request_take_help", default="Cơ quan gửi thấy yêu cầu đang được xử lý.")
    permission = DECIDE
    states = ("submitted",)
    transition = "take"
    order = 10


class CompleteRequest(RequestAct):
    """Approve: the accounts are made, changed or withdrawn, and the agency gets its answer."""

    id = "complete_request"
    title = _("act_request_complete", default="Duyệt và thực hiện")
    description = _(
        "act_request_complete_help",
        default="Cấp, thay đổi hoặc thu hồi ngay các tài khoản trong yêu cầu và gửi trả lời cho cơ quan.",
    )
    schema = IAnswerInput
    permission = DECIDE
    states = OPEN
    transition = "complete"
    emphasis = "primary"
    order = 20

    def rules(self, data):
        for message in still_wrong(self.record, known_to(self.agency.id)):
            yield self.violation("request_outdated", message, rule=RULE)

    def execute(self, data):
        request = self.record
        request.outcome = carry_out_rows(request, self.actor.userid)
        request.answered_on = clock.today()
        accounts = ", ".join(dict.fromkeys(row["account"] for row in request.outcome if row["account"]))
        request.answer = data["answer"]
        said = " ".join(filter(None, (accounts, data["answer"])))
        telling.tell_answered(request, telling.DONE, said)
        if request.kind == NEW:
            message = _(
                "request_done_new",
                default="Đã cấp: ${accounts}. Quản trị đơn vị cấp mật khẩu lần đầu ở mục Người dùng.",
                mapping={"accounts": accounts},
            )
            return {"accounts": [row["account"] for row in request.outcome], "message": message}
        return {"accounts": [row["account"] for row in request.outcome]}

    def detail(self, data, result):
        return {"comment": data["answer"], "accounts": result["accounts"]}


class ReturnRequest(RequestAct):
    """It cannot be done as it is."""

    id = "return_request"
    title = _("act_request_return", default="Trả lại")
    description = _("act_request_return_help", default="Cơ quan sửa và gửi lại, hoặc rút yêu cầu.")
    schema = IReturnInput
    permission = DECIDE
    states = OPEN
    transition = "return"
    emphasis = "danger"
    order = 30

    def execute(self, data):
        self.record.answered_on, self.record.answer = clock.today(), data["reason"]
        telling.tell_answered(self.record, telling.RETURNED, data["reason"])
        return {}

    def detail(self, data, result):
        return {"comment": data["reason"]}


class ResubmitRequest(RequestAct):
    """The same request goes to the province again; its three days begin anew."""

    id = "resubmit_request"
    title = _("act_request_resubmit", default="Gửi lại")
    description = _("act_request_resubmit_help", default="Gửi lại như đang ghi; thời hạn tính lại từ hôm nay.")
    permission = ASK
    states = ("returned",)
    transition = "resubmit"
    emphasis = "primary"
    order = 10

    def rules(self, data):
        for message in still_wrong(self.record, known_to(self.agency.id)):
            yield self.violation("request_outdated", message, rule=RULE)

    def execute(self, data):
        request = self.record
        request.sent_on, request.answered_on, request.answer = clock.today(), None, ""
        request.due = due_after(request.sent_on, self.agency.id)
        telling.tell_sent(request, self.actor.userid)
        return {}


class WithdrawRequest(RequestAct):
    """The agency does not ask for it any more."""

    id = "withdraw_request"
    title = _("act_request_withdraw", default="Rút yêu cầu")
    description = _("act_request_withdraw_help", default="Yêu cầu kết thúc mà không được thực hiện.")
    permission = ASK
    states = ("submitted", "returned")
    transition = "withdraw"
    order = 40
