"""Whom requests are told to: the system's administrators when one is sent, the agency when it is answered."""

from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


account_request = NoticeKind(_("notice_account_request", default="Yêu cầu tài khoản"), ("email",))
account_answer = NoticeKind(_("notice_account_answer", default="Trả lời yêu cầu tài khoản"), ("email",))
SENT = _("told_request_sent", default="${agency} gửi yêu cầu: ${title}. Hạn trả lời ${day}.")
DONE = _("told_request_done", default="Đã thực hiện yêu cầu: ${title}. ${answer}")
RETURNED = _("told_request_returned", default="Trả lại yêu cầu: ${title}. Lý do: ${answer}")


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


def _said(text, request, answer):
    agency = getUtility(IDirectory).agency_of(request)
    mapping = {"agency": agency.title, "title": request.title, "day": f"{request.due:%d/%m/%Y}", "answer": answer}
    return Message(text, mapping=mapping)
