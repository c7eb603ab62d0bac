"""``people/<account>/@@suspend-account``: Tạm dừng, and Cho dùng lại where it is suspended."""

from plone import api
from qlvb.content import _
from qlvb.content.accounts.interfaces import BASES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.words import BASIS_TITLES
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


class SuspendAccount(PostedForm):
    """One form for both ways: which one it is follows from the account."""

    @property
    def suspension(self):
        return getUtility(IAccounts).suspension(self.context.getId())

    @property
    def facts(self):
        """dict since, by, basis, reason of the suspension in force."""
        kept = self.suspension
        return {
            "since": kept.since.strftime("%H:%M %d/%m/%Y"),
            "by": getUtility(IDirectory).person(kept.by).fullname,
            "basis": BASIS_TITLES[kept.basis],
            "reason": kept.reason,
        }

    @property
    def bases(self):
        """list of dict value, title, chosen."""
        return [{"value": one, "title": BASIS_TITLES[one], "chosen": one == self.value("basis")} for one in BASES]

    def save(self):
        userid, by = self.context.getId(), api.user.get_current().getId()
        accounts = getUtility(IAccounts)
        if self.value("act") == "resume":
            accounts.resume(userid, self.value("reason"), by)
            message = _("account_resumed", default="Tài khoản đã dùng lại được.")
        else:
            accounts.suspend(userid, self.value("basis"), self.value("reason"), by)
            message = _("account_suspended_now", default="Đã tạm dừng tài khoản; phiên đang mở không làm được gì nữa.")
        api.portal.show_message(message, self.request)
        return self.context.absolute_url()
