"""``@@province-link``: the link with the province's system of tasks, for the system's administrator."""

from qlvb.content import _
from qlvb.workflows.links.browser.settings import LinkSettings
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.words import EVENTS
from qlvb.workflows.tasklink.words import OUTCOMES


class ProvinceLink(LinkSettings):
    """See LinkSettings."""

    line = REPORTS
    events = EVENTS
    outcomes = OUTCOMES
    words = {
        "title": _("tasklink_title", default="Liên thông nhiệm vụ với tỉnh"),
        "enabled": _(
            "tasklink_enabled",
            default="Bật liên thông: báo cáo của các cơ quan được gửi về hệ thống theo dõi nhiệm vụ của tỉnh",
        ),
        "address": _("tasklink_address", default="Địa chỉ dịch vụ của tỉnh"),
        "account": _("tasklink_account", default="Tài khoản của hệ thống tỉnh tại đây"),
        "account_help": _(
            "tasklink_account_help",
            default="Tên đăng nhập mà hệ thống của tỉnh dùng để giao việc qua REST; chỉ tài khoản này có quyền ấy.",
        ),
        "waiting": _("tasklink_waiting", default="Báo cáo chờ gửi"),
        "waiting_none": _("tasklink_waiting_none", default="Mọi báo cáo đã được gửi."),
        "number": _("task_province_number", default="Số nhiệm vụ của tỉnh"),
        "log": _("tasklink_log", default="Thông điệp gần nhất"),
        "log_none": _(
            "tasklink_log_none",
            default="Chưa có thông điệp nào. Khi hệ thống của tỉnh giao việc hoặc cơ quan báo cáo, "
            "từng lần hiện ở đây.",
        ),
    }

    def url_of(self, number):
        task = self.link.task(number)
        return task.absolute_url() if task is not None else ""
