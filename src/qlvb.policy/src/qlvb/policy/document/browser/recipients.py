"""Nơi nhận: the recipients as a table, with the agencies of the site to choose from."""

from collections import namedtuple
from plone import api
from qlvb.policy.document.browser.inputs import Option
from z3c.form.interfaces import NO_VALUE
from zope.i18n import translate


#: One cell: name of the input, its value, and the choices of a select (list of Option).
Cell = namedtuple("Cell", "name value options nothing")
#: What a row has before anything is typed.
BLANK_ROW = {
    "name": "",
    "identifier": "",
    "agency": "",
    "channel": "outside",
    "purpose": "for_execution",
    "address": "",
}
CELLS = ("name", "identifier", "agency", "channel", "purpose", "address")


class RecipientsGrid:
    """The datagrid's widgets as rows of cells: stored rows, a blank one where there is no script, the template row."""

    def __init__(self, widget, request):
        self.widget = widget
        self.request = request

    def rows(self):
        """list of dict: cells by name; the last one is blank."""
        return [self.cells(row) for row in self.widget.widgets if not row.id.endswith(("AA", "TT"))]

    def template_row(self):
        """Cells of the row that a script copies; ``TT`` stands for the number."""
        row = next(row for row in self.widget.widgets if row.id.endswith("TT"))
        return self.cells(row)

    @property
    def counter_name(self):
        return self.widget.counterName

    def cells(self, row):
        found = {}
        for name in CELLS:
            cell = row.widgets[name]
            value = cell.value
            if isinstance(value, (list, tuple)):
                value = value[0] if value else ""
            nothing = getattr(cell, "noValueToken", "")
            options = (
                [Option(term.token, translate(term.title, context=self.request)) for term in cell.terms]
                if name in ("channel", "purpose")
                else []
            )
            found[name] = Cell(cell.name, "" if value in (None, NO_VALUE) else value, options, nothing)
        return found

    @property
    def source(self):
        """Where the agencies of the site are asked for."""
        return f"{api.portal.get().absolute_url()}/@agencies?text="
