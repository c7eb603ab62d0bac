"""Whom an account's suspension is told to: its owner, and the administrators of the agency that looks after it."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility


account_warned = NoticeKind(_("notice_account_warned", default="Tài khoản sắp bị tạm dừng"), ("email",))
account_suspended = NoticeKind(_("notice_account_suspended", default="Tài khoản bị tạm dừng"), ("email",))


def tell_warned(account, agency_id, day):
    """Tell that the Account will be suspended on ``day`` (date) unless it is used."""
    text = _(
        "told_account_warned",
        default="Tài khoản ${account} (${name}) sẽ bị tạm dừng ngày ${day} nếu không có giao dịch gửi, nhận văn bản.",
        mapping={"account": account.userid, "name": account.fullname, "day": day.strftime("%d/%m/%Y")},
    )
    _tell(account, agency_id, "account_warned", text, day)


def tell_suspended(account, agency_id, day):
    """Tell that it was suspended on ``day`` (date), for want of use."""
    text = _(
        "told_account_suspended",
        default="Tài khoản ${account} (${name}) đã bị tạm dừng vì không có giao dịch gửi, nhận văn bản.",
        mapping={"account": account.userid, "name": account.fullname},
    )
    _tell(account, agency_id, "account_suspended", text, day)


def _tell(account, agency_id, event, text, day):
    people = [account.userid, group_id(agency_id, "agency_admin")]
    once = f"{account.userid}-{day.isoformat()}"
    getUtility(INotices).tell(people, event, None, text, due=day, once=once)
