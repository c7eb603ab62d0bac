"""``@@local-signing-settings``: whether, where and for what people may sign on their own machines."""

from functools import cached_property
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from zope.component import getUtility


TITLES = {
    "approve": _("local_purpose_approve", default="Lãnh đạo ký duyệt"),
    "issue": _("local_purpose_issue", default="Văn thư đóng dấu, phát hành"),
    "appendix": _("local_purpose_appendix", default="Phụ lục (tệp riêng)"),
    "copy": _("local_purpose_copy", default="Bản sao điện tử"),
    "income": _("local_purpose_income", default="Bản số hóa văn bản đến"),
    "version": _("local_purpose_version", default="Hỏi phiên bản (trang tự kiểm tra)"),
    "certificate": _("local_purpose_certificate", default="Hỏi chứng thư số (trang tự kiểm tra)"),
}


class LocalSigningPage(PostedForm):
    """For the administrator of the system."""

    saved = False

    @cached_property
    def kept(self):
        """LocalSigningSettings."""
        return LocalSigningSettings()

    @property
    def _posted(self):
        return self.request.method == "POST" and not self.saved

    @property
    def on(self):
        return bool(self.value("on")) if self._posted else self.kept.on

    @property
    def address(self):
        return self.value("address", self.kept.address)

    @property
    def agencies(self):
        """list of dict id, title, chosen."""
        chosen = self._chosen() if self._posted else self.kept.agencies
        found = getUtility(IDirectory).agencies()
        return [{"id": one.id, "title": one.title, "chosen": one.id in chosen} for one in found]

    @property
    def functions(self):
        """list of dict name, title, value."""
        kept = self.kept.functions
        return [
            {"name": name, "title": title, "value": self.value(f"function-{name}", kept[name])}
            for name, title in TITLES.items()
        ]

    def _chosen(self):
        given = self.request.form.get("agencies", [])
        return given if isinstance(given, list) else [given]

    def save(self):
        functions = {name: self.value(f"function-{name}") for name in TITLES}
        self.kept.change(
            {
                "on": bool(self.value("on")),
                "address": self.value("address"),
                "agencies": [str(one) for one in self._chosen()],
                "functions": functions,
            }
        )
        self.saved = True
