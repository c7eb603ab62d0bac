"""``<dossier>/@@dossier-packages``: the packages of a dossier, asked for and fetched."""

from datetime import date
from qlvb.content.packages.codes import FEE_TYPE
from qlvb.content.packages.codes import PURPOSE
from qlvb.content.packages.fields import fields_of
from qlvb.content.violations import Refused
from qlvb.workflows.filing.access import may
from qlvb.workflows.packages.access import PACKAGE
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answers import package_json
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.browser.entries import EntriesForm
from qlvb.workflows.packages.browser.entries import EntryFile
from qlvb.workflows.packages.certificate import FIELDS
from qlvb.workflows.packages.entries import RECEIVED
from qlvb.workflows.packages.interfaces import FORMATS
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.wording import KIND_TITLES
from zope.i18n import translate


CHOICES = {"purpose": PURPOSE, "feeObjectType": FEE_TYPE}


class DossierPackagesView(EntriesForm):
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

    def typed(self, field):
        """str: what was typed into a field; days, which browsers send as ISO dates, as packages write them."""
        value = self.value(field["name"])
        if not field["date"]:
            return value
        try:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        except ValueError:
            return value

    def row(self, entry):
        """See EntriesForm."""
        return {
            **package_json(self.context, entry, self.request),
            "removable": self.may_package and entry.kind != RECEIVED,
        }

    def save(self):
        if self.value("remove"):
            if not self.may_package:
                raise Refused([], 403)
            self.packages.remove(self.value("remove"), current())
        elif self.value("retry"):
            self.packages.retry(self.packages.get(self.value("retry")), current())
        else:
            fields = self.request_fields() if self.value("kind") == "DIP" else []
            options = {field["name"]: self.typed(field) for field in fields if self.value(field["name"])}
            self.packages.ask(self.value("kind"), current(), options)
        return self.page


class PackageFile(EntryFile):
    """Of a dossier."""

    def send(self, entry_id):
        return send_package(self.context, entry_id, self.request)
