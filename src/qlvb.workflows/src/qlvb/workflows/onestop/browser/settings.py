"""``@@onestop-link``: the link with the one-stop system and its log (Nhật ký liên thông một cửa)."""

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.workflows.links.browser.settings import LinkSettings
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.keys import OVERLAP
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import CONTRACT
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
    "networks": (
        _("onestop_networks", default="Địa chỉ mạng được gọi"),
        _(
            "onestop_networks_help",
            default="Mỗi dòng một địa chỉ hoặc dải (ví dụ: 10.20.0.0/16) mà hệ thống một cửa gọi từ đó; "
            "để trống là mọi nơi.",
        ),
    ),
}
CHECKS = {
    "space": _("onestop_space", default="Có dấu cách trước mã hồ sơ trong trích yếu"),
    "inline": _("onestop_inline", default="Gửi tệp kèm trong thông điệp (nếu không, hệ thống một cửa tự tải)"),
    "signed": _("onestop_signed", default="Chỉ nhận yêu cầu có chữ ký HMAC bằng khóa còn hiệu lực"),
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

    card = ViewPageTemplateFile("templates/keys.pt")
    made = ""

    def more(self):
        return self.card()

    @property
    def token_address(self):
        return f"{api.portal.get().absolute_url()}/{CONTRACT}/token"

    @property
    def overlap(self):
        return self.value("overlap", str(OVERLAP))

    @property
    def key_rows(self):
        """list of dict id, name, created, used, ends: the keys that work."""
        return [
            {
                "id": key.id,
                "name": key.id[:8],
                "created": show_moment(key.created, seconds=True),
                "used": f"{key.used:%d/%m/%Y}" if key.used else "–",
                "ends": show_moment(key.ends, seconds=True) or "–",
            }
            for key in self.link.keys.working()
        ]

    def save(self):
        if self.value("new_key"):
            _key, self.made = self.link.make_key(whole(self.overlap))
            return None
        if self.value("end_key"):
            self.link.keys.end(self.value("end_key"))
            return self.address
        return super().save()

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
        label = _("onestop_limit", default="Số yêu cầu mỗi phút")
        text = _("onestop_limit_help", default="Hệ thống gửi nhiều hơn được trả lời 429 kèm thời gian phải chờ.")
        value = self.value("limit", str(settings["limit"]))
        yield {"name": "limit", "label": label, "help": text, "kind": "text", "value": value}
        for name, (label, text) in LISTS.items():
            value = self.value(name, "\n".join(settings[name]))
            yield {"name": name, "label": label, "help": text, "kind": "lines", "value": value}
        for name, label in CHECKS.items():
            value = bool(self.value(name)) if given else settings[name]
            yield {"name": name, "label": label, "help": "", "kind": "checkbox", "value": value}

    def own_values(self):
        lists = {name: [line.strip() for line in self.value(name).splitlines() if line.strip()] for name in LISTS}
        limit = self.value("limit", str(self.link.settings["limit"]))
        own = {"title": self.value("title").strip(), "limit": whole(limit)}
        return {**own, **lists, **{name: bool(self.value(name)) for name in CHECKS}}


def whole(text):
    """The number that was typed (int), or the text itself, which the rules refuse."""
    return int(text) if text.isascii() and text.isdigit() else text
