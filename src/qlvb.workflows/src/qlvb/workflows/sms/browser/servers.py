"""``@@sms-servers``: the system's administrator says on which servers gateways of agencies may lie."""

from qlvb.content import _
from qlvb.workflows.mailbox.browser.servers import MailServers
from qlvb.workflows.sms.allowed import AllowedGateways


class SmsServers(MailServers):
    """The list, and the agencies whose gateway waits for permission."""

    list_of_servers = AllowedGateways
    title = _("sms_servers_title", default="Cổng tin nhắn được phép")
    help = _(
        "sms_servers_help",
        default="Quản trị đơn vị chỉ đặt được cổng tin nhắn trên các máy chủ này: hệ thống không kết nối đến nơi khác.",
    )
    removing = _(
        "sms_servers_removing", default="Bỏ một dòng: cổng trên máy chủ đó thôi gửi tin nhắn, cài đặt vẫn giữ."
    )
    used = _("sms_servers_used", default="CỔNG TIN NHẮN CỦA CÁC CƠ QUAN")
    none = _(
        "sms_servers_none",
        default="Chưa cơ quan nào đặt cổng tin nhắn. Quản trị đơn vị đặt tại Quản trị, Cổng tin nhắn (SMS).",
    )
    column = _("sms_server", default="Máy chủ")
