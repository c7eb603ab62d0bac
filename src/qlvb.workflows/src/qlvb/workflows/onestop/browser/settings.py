"""``@@onestop-link``: the link with the one-stop system and its log (Nhật ký liên thông một cửa)."""

from qlvb.content import _
from qlvb.workflows.links.browser.settings import LinkSettings
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.words import EVENTS as WORDS
from qlvb.workflows.onestop.words import OUTCOMES


LISTS = {
    "units": (
        _("onestop_units", default="Đơn vị kết nối"),
        _(
            "onestop_units_help",
            default="Mỗi dòng một mã cơ quan trong hệ thống (ví dụ: skhcn). Chỉ nhận hồ sơ của các đơn vị này.",
        ),
    ),
    "unit_clerks": (
        _("onestop_unit_clerks", default="Ký duyệt chuyển văn thư đơn vị"),
        _(
            "onestop_unit_clerks_help",
            default="Mỗi dòng một mã cơ quan mà văn bản đã ký chuyển văn thư của phòng soạn thảo; "
            "các cơ quan khác: văn thư cơ quan.",
        ),
    ),
    "signed_only": (
        _("onestop_signed_only", default="Chỉ ký, không ban hành"),
        _(
            "onestop_signed_only_help",
            default="Mỗi dòng một mã cơ quan trả văn bản về một cửa ngay khi lãnh đạo ký, không qua văn thư cấp số; "
            "các cơ quan khác: ban hành rồi chuyển.",
        ),
    ),
    "hosts": (
        _("onestop_hosts", default="Máy chủ của thành phần hồ sơ"),
        _(
            "onestop_hosts_help",
            default="Mỗi dòng một tên máy chủ, ngoài máy chủ của địa chỉ trên. Tệp ở nơi khác không được tải.",
        ),
    ),
}
CHECKS = {
    "space": _("onestop_space", default="Có dấu cách trước mã hồ sơ trong trích yếu"),
    "inline": _("onestop_inline", default="Gửi tệp kèm trong thông điệp (nếu không, hệ thống một cửa tự tải)"),
}


class OneStopSettings(LinkSettings):
    """See LinkSettings."""

    line = EVENTS
    events = WORDS
    outcomes = OUTCOMES
    again_act = "resend_onestop"
    words = {
        "title": _("onestop_title", default="Liên thông một cửa"),
        "enabled": _(
            "onestop_enabled", default="Bật liên thông: kết quả ký, ban hành được chuyển sang hệ thống một cửa"
        ),
        "address": _("onestop_address", default="Địa chỉ dịch vụ của hệ thống một cửa"),
        "account": _("onestop_account", default="Tài khoản của hệ thống một cửa tại đây"),
        "account_help": _(
            "onestop_account_help",
            default="Tên đăng nhập mà hệ thống một cửa dùng để gửi hồ sơ trình ký qua REST; "
            "chỉ tài khoản này có quyền ấy.",
        ),
        "waiting": _("onestop_waiting", default="Kết quả chờ chuyển"),
        "waiting_none": _("onestop_waiting_none", default="Mọi thông điệp đã được gửi."),
        "number": _("onestop_case_code", default="Mã hồ sơ"),
        "log": _("onestop_log", default="Nhật ký liên thông một cửa"),
        "log_none": _(
            "onestop_log_none",
            default="Chưa có thông điệp nào. Khi hệ thống một cửa gửi hồ sơ trình ký, từng lần hiện ở đây.",
        ),
    }

    def url_of(self, number):
        found = self.link.of_case(number)
        return found[-1].absolute_url() if found else ""

    def failed_records(self, number):
        return [document for document in self.link.of_case(number) if case_of(document).failed()]

    def own_fields(self):
        given = self.request.method == "POST" and not self.saved
        settings = self.link.settings
        label = _("onestop_system_title", default="Tên hệ thống một cửa")
        text = _("onestop_system_title_help", default="Hiện trên văn bản khi cơ quan nối với nhiều hệ thống một cửa.")
        value = self.value("title", settings["title"])
        yield {"name": "title", "label": label, "help": text, "kind": "text", "value": value}
        for name, (label, text) in LISTS.items():
            value = self.value(name, "\n".join(settings[name]))
            yield {"name": name, "label": label, "help": text, "kind": "lines", "value": value}
        for name, label in CHECKS.items():
            value = bool(self.value(name)) if given else settings[name]
            yield {"name": name, "label": label, "help": "", "kind": "checkbox", "value": value}

    def own_values(self):
        lists = {name: [line.strip() for line in self.value(name).splitlines() if line.strip()] for name in LISTS}
        return {"title": self.value("title").strip(), **lists, **{name: bool(self.value(name)) for name in CHECKS}}
