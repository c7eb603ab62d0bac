"""A suspended account does nothing, whatever it signs in with: a session from before, a password, a token."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.accounts.memory import remembered
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


SUSPENDED = "account_suspended"
#: Pages by which somebody signs out or in as another, and what they are drawn with.
_WAYS_OUT = ("login", "logout", "logged-out", "@@login", "@@logout", "@@logged-out", "qlvb.webmanifest")
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
