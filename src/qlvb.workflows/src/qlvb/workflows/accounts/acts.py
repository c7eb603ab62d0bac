"""Acts on a person's account: suspend it, let it be used again (provincial account regulation Điều 8)."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.interfaces import Suspension
from qlvb.content.accounts.rules import is_unused_soon
from qlvb.content.accounts.settings import account_rules
from qlvb.content.organisation.accounts import may_be_reset_by_agency
from qlvb.workflows.accounts.inputs import IResumeInput
from qlvb.workflows.accounts.inputs import ISuspendInput
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.interfaces import Actor
from zope.component import getUtility


RULE = "Quy chế tài khoản Điều 8"
#: Who is written down when nobody does it.
SYSTEM = "system"


class AccountAct(Act):
    """Base: what administrators of the agency that looks after the account do with it, and the worker by itself."""

    permission = "qlvb: Manage accounts"
    conflict_codes = Act.conflict_codes | {"person_left", "suspended_already", "not_suspended"}

    @property
    def userid(self):
        return self.record.getId()

    @property
    def suspension(self):
        return getUtility(IAccounts).suspension(self.userid)

    def status_of(self, violations):
        codes = {violation.code for violation in violations}
        return 403 if codes & {"own_account", "system_account"} else super().status_of(violations)


class SuspendAccount(AccountAct):
    """Nobody works with the account until it is resumed."""

    id = "suspend_account"
    title = _("account_suspend", default="Tạm dừng tài khoản")
    description = _(
        "account_suspend_help",
        default="Người dùng không làm được gì với tài khoản này cho đến khi cho dùng lại; phiên đang mở cũng dừng "
        "ngay. Chức vụ và việc đã giao vẫn còn.",
    )
    schema = ISuspendInput
    emphasis = "danger"
    order = 10

    def relevant(self):
        return self.record.active and self.suspension is None and self.allowed()

    def rules(self, data):
        if self.userid == getSecurityManager().getUser().getId():
            message = _("violation_account_own", default="Không ai tạm dừng tài khoản của chính mình.")
            yield self.violation("own_account", message)
        if not may_be_reset_by_agency(self.userid):
            message = _("violation_account_system", default="Không tạm dừng được tài khoản quản trị hệ thống ở đây.")
            yield self.violation("system_account", message)
        if not self.record.active:
            message = _("violation_account_left", default="Người này đã nghỉ, tài khoản không còn dùng được.")
            yield self.violation("person_left", message)
        elif self.suspension is not None:
            message = _("violation_account_twice", default="Tài khoản này đang tạm dừng rồi.")
            yield self.violation("suspended_already", message, rule=RULE)

    def execute(self, data):
        kept = Suspension(clock.now(), self.actor.userid, data["basis"], " ".join(data["reason"].split()))
        getUtility(IAccounts).set_suspension(self.userid, kept)
        message = _("account_suspended_now", default="Đã tạm dừng tài khoản; phiên đang mở không làm được gì nữa.")
        return {"userid": self.userid, "message": message}


class SuspendUnused(SuspendAccount):
    """The same act, done by the worker for want of use."""

    actor = Actor(SYSTEM)


class ResumeAccount(AccountAct):
    """The suspended account can be used again."""

    id = "resume_account"
    title = _("account_resume", default="Cho dùng lại tài khoản")
    description = _(
        "account_resume_help", default="Người dùng đăng nhập được ngay; thời gian không giao dịch tính lại từ hôm nay."
    )
    schema = IResumeInput
    emphasis = "primary"
    order = 10

    def relevant(self):
        return self.suspension is not None and self.allowed()

    def rules(self, data):
        if self.suspension is None:
            message = _("violation_account_not_suspended", default="Tài khoản này không tạm dừng.")
            yield self.violation("not_suspended", message)
        elif not self.record.active:
            message = _("violation_account_left", default="Người này đã nghỉ, tài khoản không còn dùng được.")
            yield self.violation("person_left", message)

    def execute(self, data):
        getUtility(IAccounts).set_suspension(self.userid, None)
        return {"userid": self.userid, "message": _("account_resumed", default="Tài khoản đã dùng lại được.")}


class ExplainDisuse(AccountAct):
    """The agency says why the account was not used: it is kept, and use counts from today (Điều 8.3b)."""

    id = "explain_disuse"
    title = _("account_explain", default="Ghi lý do không dùng")
    description = _(
        "account_explain_help",
        default="Tài khoản không bị tạm dừng; thời gian không giao dịch tính lại từ hôm nay.",
    )
    schema = IResumeInput
    order = 20
    conflict_codes = AccountAct.conflict_codes | {"not_disused"}

    @property
    def disused(self):
        account = getUtility(IAccounts).one(self.userid, "")
        return account.suspension is None and is_unused_soon(account, clock.today(), account_rules())

    def relevant(self):
        return self.record.active and self.allowed() and self.disused

    def rules(self, data):
        if not self.record.active or not self.disused:
            message = _("violation_account_in_use", default="Tài khoản này không thuộc diện sắp bị tạm dừng.")
            yield self.violation("not_disused", message, rule=RULE)

    def execute(self, data):
        getUtility(IAccounts).set_suspension(self.userid, None)
        return {"userid": self.userid}
