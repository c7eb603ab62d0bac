"""What stands before every page and service: a suspended account does nothing, and a password that is to be changed is
changed first, whatever somebody signs in with (a session from before, a password, a token) and wherever he goes.
"""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.accounts.interfaces import FIRST
from qlvb.content.accounts.interfaces import RULE
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.settings import account_rules
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.component import getUtility
from ZPublisher.interfaces import IPubAfterTraversal


SUSPENDED = "account_suspended"
#: Pages by which somebody signs out or in as another, and what they are drawn with.
_WAYS_OUT = (
    *("login", "logout", "logged-out", "@@login", "@@logout", "@@logged-out", "qlvb.webmanifest"),
    *("@login", "@login-renew", "@logout"),
)
_CHANGES_PASSWORD = ("change-password", "@@change-password")
PASSWORD_FIRST, PASSWORD_EXPIRED = "password_first", "password_expired"
_DRAWN_WITH = ("++plone++", "++theme++", "++resource++")


def is_way_out(path):
    """bool: the path of a request (str) leads out. Pure.

    >>> is_way_out("/qlvb/logout"), is_way_out("/qlvb/++plone++qlvb.policy/qlvb.css"), is_way_out("/qlvb/skhcn")
    (True, True, False)
    """
    names = path.split("/")
    return names[-1] in _WAYS_OUT or any(name.startswith(_DRAWN_WITH) for name in names)


@adapter(IPubAfterTraversal)
def refuse_suspended(event):
    """:raises Refused: 403 for whoever works with a suspended account."""
    request = event.request
    if not IQlvbLayer.providedBy(request):
        return
    kept = remembered(getSecurityManager().getUser().getId())
    if kept is None or kept.suspension is None or is_way_out(request.get("PATH_INFO", "")):
        return
    message = _(
        "violation_account_suspended",
        default="Tài khoản này đang tạm dừng từ ${day}. Lý do: ${reason} Hãy liên hệ quản trị đơn vị.",
        mapping={"day": kept.suspension.since.strftime("%d/%m/%Y"), "reason": kept.suspension.reason},
    )
    raise Refused(Violation("", SUSPENDED, message), status=403)


def changes_password(path, userid):
    """bool: the path is where ``userid`` changes the password, on the screen or over REST. Pure.

    >>> changes_password("/qlvb/@@change-password", "a"), changes_password("/qlvb/@users/a/reset-password", "a")
    (True, True)
    >>> changes_password("/qlvb/@users/b/reset-password", "a")
    False
    """
    names = path.rstrip("/").split("/")
    return names[-1] in _CHANGES_PASSWORD or names[-3:] == ["@users", userid, "reset-password"]


def password_violation(due, months, userid):
    """The Violation that says what is due (FIRST, EXPIRED), by which rule, and where it is done."""
    if due == FIRST:
        message = _(
            "violation_password_first",
            default="Mật khẩu này do người khác cấp: hãy đổi mật khẩu trước khi làm việc khác (@@change-password;"
            " REST: POST @users/${userid}/reset-password).",
            mapping={"userid": userid},
        )
        return Violation("password", PASSWORD_FIRST, message, RULE)
    message = _(
        "violation_password_expired",
        default="Mật khẩu đã dùng quá ${months} tháng: hãy đổi mật khẩu trước khi làm việc khác "
        "(@@change-password; REST: POST @users/${userid}/reset-password).",
        mapping={"months": str(months), "userid": userid},
    )
    return Violation("password", PASSWORD_EXPIRED, message, RULE)


@adapter(IPubAfterTraversal)
def ask_for_password(event):
    """:raises Refused: 403 for whoever has to change the password first; pages lead there (``shell/browser/errors``).
    """
    request = event.request
    if not IQlvbLayer.providedBy(request):
        return
    userid, path = getSecurityManager().getUser().getId(), request.get("PATH_INFO", "")
    due = getUtility(IAccounts).password_due(userid)
    if due and not is_way_out(path) and not changes_password(path, userid):
        raise Refused(password_violation(due, account_rules().password_months, userid), status=403)
