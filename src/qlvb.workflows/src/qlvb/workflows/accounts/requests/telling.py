"""Whom requests are told to: the system's administrators when one is sent, the agency when it is answered."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.reorganisation.telling import whom_to_ask
from zope.component import getUtility
from zope.i18nmessageid import Message


account_request = NoticeKind(_("notice_account_request", default="Yêu cầu tài khoản"), ("email",))
account_answer = NoticeKind(_("notice_account_answer", default="Trả lời yêu cầu tài khoản"), ("email",))
SENT = _("told_request_sent", default="${agency} gửi yêu cầu: ${title}. Hạn trả lời ${day}.")
DONE = _("told_request_done", default="Đã thực hiện yêu cầu: ${title}. ${answer}")
RETURNED = _("told_request_returned", default="Trả lại yêu cầu: ${title}. Lý do: ${answer}")
NO_POST = _("told_request_no_post", default="chưa có chức vụ")
MOVED = _(
    "told_request_moved",
    default="Từ ${day}, chức vụ của anh/chị là ${new}, trước là ${old}, theo yêu cầu tài khoản của ${agency}. "
    "Cần hỏi: ${asked}.",
)


def system_administrators():
    """userids of those who administer the site: list."""
    roles = api.portal.get().acl_users.portal_role_manager
    return sorted(userid for userid, _login in roles.listAssignedPrincipals("Manager"))


def tell_sent(request, by):
    """Tell the system's administrators."""
    people = [userid for userid in system_administrators() if userid != by]
    getUtility(INotices).tell(people, "account_request", request, _said(SENT, request, ""), due=request.due)


def tell_answered(request, text, answer):
    """The written answer (Điều 12-14): to the agency's administrators and who sent it."""
    agency = getUtility(IDirectory).agency_of(request)
    people = [request.author, group_id(agency.id, "agency_admin")]
    getUtility(INotices).tell(people, "account_answer", request, _said(text, request, answer))


def tell_moved(userid, request, old, new):
    """Tell somebody whose post or department a request has changed; ``old`` and ``new``: what the posts are called."""
    agency = getUtility(IDirectory).agency_of(request)
    asked = whom_to_ask(agency.id, userid)
    mapping = {"day": f"{clock.today():%d/%m/%Y}", "new": new, "old": old, "agency": agency.title, "asked": asked}
    once = f"{request.UID()}-{new}"
    getUtility(INotices).tell([userid], "department_changed", None, Message(MOVED, mapping=mapping), once=once)


def _said(text, request, answer):
    agency = getUtility(IDirectory).agency_of(request)
    mapping = {"agency": agency.title, "title": request.title, "day": f"{request.due:%d/%m/%Y}", "answer": answer}
    return Message(text, mapping=mapping)
