"""Adding a register by hand."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.registers.creation import create_register
from qlvb.content.registers.schema import DIRECTIONS
from qlvb.content.registers.schema import SERIES


class AddRegister(PostedForm):
    """``@@add-register``: GET shows the form, POST creates."""

    shell_section = "catalogues"

    def save(self):
        register = create_register(self.context, self.values(), api.user.get_current().getId())
        api.portal.show_message(_("register_added", default="Đã thêm sổ."), self.request)
        return register.absolute_url()

    def values(self):
        """dict of field values from the form."""
        year = self.typed("year")
        return {
            "title": " ".join(self.typed("title").split()) or None,
            "direction": self.typed("direction"),
            "year": int(year) if year.isdigit() else 0,
            "series": self.typed("series"),
            "document_types": self.chosen,
            "body_symbol": self.typed("body_symbol").strip(),
            "symbol_suffix": self.typed("symbol_suffix").strip(),
        }

    def typed(self, name, default=""):
        return str(self.request.form.get(name, default))

    @property
    def chosen(self):
        """Tokens of the types ticked: list."""
        chosen = self.request.form.get("document_types", [])
        return [chosen] if isinstance(chosen, str) else list(chosen)

    @property
    def year(self):
        return self.typed("year") or str(clock.today().year)

    def directions(self):
        return [
            {"value": term.value, "title": term.title, "checked": term.value == self.typed("direction", "outgoing")}
            for term in DIRECTIONS
        ]

    def series(self):
        return [
            {"value": term.value, "title": term.title, "checked": term.value == self.typed("series", "administrative")}
            for term in SERIES
        ]

    def types(self):
        return [
            {"value": kind.identifier, "title": kind.title, "checked": kind.identifier in self.chosen}
            for kind in document_types().values()
            if kind.group != "archival_only"
        ]
