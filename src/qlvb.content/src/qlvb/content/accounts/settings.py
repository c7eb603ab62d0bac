"""What the system's administrator sets about accounts, for all agencies; the regulation's numbers by default."""

from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from zope import schema
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import Interface


ANNOTATION = "qlvb.accounts.rules"
#: Under this key stands the day (date) from which passwords count that are older than this rule; None in new sites.
COUNTED_FROM = "counted_from"


class IAccountRules(Interface):
    """Quy định về tài khoản."""

    password_months = schema.Int(
        title=_("account_rule_password", default="Đổi mật khẩu sau (tháng)"),
        description=_("account_rule_password_help", default="Quy chế tài khoản Điều 16: định kỳ 3 tháng."),
        min=1,
        max=12,
        default=3,
    )
    password_length = schema.Int(
        title=_("account_rule_length", default="Độ dài mật khẩu tối thiểu (ký tự)"),
        description=_(
            "account_rule_length_help",
            default="Quy chế tài khoản Điều 16: từ 8, có chữ thường, chữ hoa, chữ số, ký tự đặc biệt. "
            "TCVN 14423: từ 14 khi không xác thực hai lớp.",
        ),
        min=8,
        max=64,
        default=8,
    )
    password_history = schema.Int(
        title=_("account_rule_history", default="Mật khẩu mới không được trùng (số mật khẩu gần nhất)"),
        description=_(
            "account_rule_history_help",
            default="TCVN 14423 mục 5.6.2.2: 10 mật khẩu gần nhất của quản trị. 0: không kiểm tra.",
        ),
        min=0,
        max=24,
        default=10,
    )
    automatic = schema.Bool(
        title=_("account_rule_automatic", default="Tự tạm dừng tài khoản không giao dịch"),
        description=_(
            "account_rule_automatic_help",
            default="Quy chế tài khoản Điều 8: báo trước, rồi tạm dừng. Không chọn: chỉ liệt kê.",
        ),
        required=False,
        default=True,
    )
    unused_months = schema.Int(
        title=_("account_rule_unused", default="Tạm dừng sau (tháng không giao dịch)"), min=1, max=24, default=6
    )
    warned_days = schema.Int(
        title=_("account_rule_warned", default="Báo trước khi tạm dừng (ngày)"), min=1, max=90, default=30
    )
    withdrawn_days = schema.Int(
        title=_("account_rule_withdrawn", default="Đến hạn thu hồi sau khi tạm dừng (ngày)"),
        min=1,
        max=180,
        default=15,
    )
    managing_body = schema.TextLine(
        title=_("account_rule_body", default="Cơ quan quản lý phần mềm (nơi nhận Mẫu 01–04)"),
        max_length=150,
        default="Sở Khoa học và Công nghệ",
    )


class AccountRules:
    """The rules in force, read as attributes: what was set, else the regulation's number."""

    def __init__(self, kept=None):
        self._kept = kept or {}

    def __getattr__(self, name):
        if name not in IAccountRules:
            raise AttributeError(name)
        return self._kept.get(name, IAccountRules[name].default)

    @property
    def counted_from(self):
        """date or None: older passwords count from here."""
        return self._kept.get(COUNTED_FROM)


def account_rules():
    """AccountRules of the site."""
    return AccountRules(IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION))
