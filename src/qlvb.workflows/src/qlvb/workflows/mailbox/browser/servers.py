"""``@@mail-servers``: the system's administrator says on which servers mailboxes of agencies may lie. Lists of other
servers are the same screen with words of their own.
"""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.mailbox.allowed import AllowedServers


class MailServers(PostedForm):
    """The list, and the agencies whose server is not in it yet, each with a button that puts it there."""

    list_of_servers = AllowedServers
    title = _("mail_servers_title", default="Máy chủ thư được phép")
    help = _(
        "mail_servers_help",
        default="Quản trị đơn vị chỉ đặt được hộp thư trên các máy chủ này: hệ thống không kết nối đến nơi nào khác.",
    )
    removing = _(
        "mail_servers_removing",
        default="Bỏ một dòng: hộp thư trên máy chủ đó thôi được đọc, cài đặt vẫn giữ.",
    )
    used = _("mail_servers_used", default="HỘP THƯ CỦA CÁC CƠ QUAN")
    none = _(
        "mail_servers_none",
        default="Chưa cơ quan nào đặt hộp thư. Quản trị đơn vị đặt tại Quản trị, Hộp thư và giờ gửi thông báo.",
    )
    column = _("mailbox_host", default="Máy chủ IMAP")

    @cached_property
    def servers(self):
        return self.list_of_servers()

    @property
    def lines(self):
        """str: what was typed, else what is kept."""
        return self.value("servers", "\n".join(self.servers.all))

    def rows(self):
        """list of dict agency, url, server, enabled, allowed."""
        portal_url = api.portal.get().absolute_url()
        return [
            {**one, "agency": one["agency"].title, "url": f"{portal_url}/{one['agency'].id}"}
            for one in self.servers.in_use()
        ]

    def save(self):
        one = self.value("allow")
        typed = [line for line in self.value("servers").splitlines() if line.strip()]
        self.servers.change([*self.servers.all, one] if one else typed)
        api.portal.show_message(_("settings_saved", default="Đã lưu."), self.request)
        return f"{self.context.absolute_url()}/@@{self.__name__}"
