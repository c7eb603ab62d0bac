"""``<dossier>/@@dossier-packages``: the packages of a dossier, asked for and fetched."""

from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.packages.codes import FEE_TYPE
from qlvb.content.packages.codes import PURPOSE
from qlvb.content.packages.fields import fields_of
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from qlvb.workflows.filing.access import may
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages.access import PACKAGE
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answers import package_json
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.certificate import FIELDS
from qlvb.workflows.packages.interfaces import FORMATS
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.wording import KIND_TITLES
from zope.i18n import translate
from zope.interface import alsoProvides


CHOICES = {"purpose": PURPOSE, "feeObjectType": FEE_TYPE}
STATES = {
    "queued": (_("package_state_queued", default="Đang chờ"), "info"),
    "running": (_("package_state_running", default="Đang tạo"), "info"),
    "done": (_("package_state_done", default="Hợp lệ"), "good"),
    "failed": (_("package_state_failed", default="Không tạo được"), "bad"),
}


class DossierPackagesView(PostedForm):
    """Buttons for what the person may have made, and the list with hashes and reports."""

    shell_section = "dossiers"

    @property
    def packages(self):
        return IDossierPackages(self.context)

    @property
    def page(self):
        return f"{self.context.absolute_url()}/@@dossier-packages"

    @property
    def may_package(self):
        """bool: all kinds, not the export alone."""
        return may(PACKAGE, self.context)

    def buttons(self):
        """(kind, title) of what takes no further word: list."""
        kinds = [kind for kind in FORMATS if kind != "DIP" and (kind == "export" or self.may_package)]
        return [(kind, KIND_TITLES[kind]) for kind in kinds]

    def request_fields(self):
        """The fields of a DIP's request and of its certificate: list of dict."""
        return [
            {
                "name": field.name,
                "label": field.label,
                "required": field.required,
                "length": field.length,
                "value": self.value(field.name),
                "choices": list(CHOICES.get(field.name, {}).items()),
                "date": field.type == "Date",
            }
            for field in fields_of("DIP.EAD")
        ] + [
            {
                "name": name,
                "label": translate(label, context=self.request),
                "required": False,
                "length": longest,
                "value": self.value(name),
                "choices": [],
                "date": name == "validUntil",
            }
            for name, (label, longest) in FIELDS.items()
        ]

    def rows(self):
        """The packages, the newest first: list of dict."""
        return [self._row(entry) for entry in self.packages.all()]

    def _row(self, entry):
        state, tone = STATES[self.packages.state(entry)]
        kilobytes = f"{max(1, entry.size // 1024):,}".replace(",", ".")
        return {
            **package_json(self.context, entry, self.request),
            "title": KIND_TITLES[entry.kind],
            "state_title": state,
            "tone": tone,
            "kilobytes": kilobytes,
            "when": entry.asked.strftime("%H:%M %d/%m/%Y"),
            "removable": self.may_package and entry.kind != "received",
        }

    @property
    def under_way(self):
        return any(self.packages.state(entry) in ("queued", "running") for entry in self.packages.all())

    def save(self):
        if self.value("remove"):
            if not self.may_package:
                raise Refused([], 403)
            self.packages.remove(self.value("remove"), current())
        elif self.value("retry"):
            IJobs(self.context).retry(self.packages.get(self.value("retry")).job, by=current())
        else:
            names = [field["name"] for field in self.request_fields()] if self.value("kind") == "DIP" else []
            options = {name: self.value(name) for name in names if self.value(name)}
            self.packages.ask(self.value("kind"), current(), options)
        return self.page


class PackageFile(BrowserView):
    """``@@package-file?id=…``: the bytes of a package."""

    def __call__(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # the journal says who took it
        try:
            return send_package(self.context, self.request.form.get("id"), self.request)
        except Refused as refused:
            refused_response(self.request, refused)
            return " ".join(translate(one.message, context=self.request) for one in refused.violations)
