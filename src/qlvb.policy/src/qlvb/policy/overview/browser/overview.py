"""``<agency>/@@overview``: how the work of a unit stands; every number leads to the list that it counted."""

from dataclasses import replace
from plone import api
from plone.memoize.view import memoize
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from qlvb.content import clock
from qlvb.content.files.serving import send
from qlvb.content.violations import Refused
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.figures.drawing import FigureDrawing
from qlvb.policy.finding.filter_values import unit_title
from qlvb.policy.overview.asked import read
from qlvb.policy.overview.spreadsheet import overview_sheet
from qlvb.policy.overview.tables import tables_of
from urllib.parse import urlencode
from zope.component import getMultiAdapter


class Overview(BrowserView):
    """The tables with what they are narrowed to."""

    shell_section = "overview"
    refused = None
    asked = None
    tables = ()

    def __call__(self):
        try:
            self.asked = read(self.context.getId(), self.request.form)
            self.tables = tables_of(self.asked, self.shell.scope)
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    @property
    @memoize
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@overview"

    @property
    def unit_title(self):
        return unit_title(self.asked.unit_id) if self.asked else self.context.Title()

    @property
    def units(self):
        """Units to choose from: list of dict id, title, chosen."""
        return [
            {"id": one.id, "title": one.title, "chosen": one.id == self.asked.unit} for one in self.asked.departments
        ]

    def drawn(self):
        """list of str: the tables as markup; a unit leads to its own overview."""
        drawing = FigureDrawing(self.context, self.request)
        return [drawing.draw(self.linked(table)) for table in self.tables]

    def linked(self, table):
        """The table with the addresses of its units."""
        return replace(table, rows=tuple(replace(row, url=self.unit_url(row)) for row in table.rows))

    def unit_url(self, row):
        """Address of the overview of the unit that a row stands for, "" for a person."""
        if not row.key.startswith("@") or "." not in row.key:
            return ""
        span = {"from": self.asked.first.isoformat(), "to": self.asked.last.isoformat()}
        return f"{self.address}?{urlencode({'unit': row.key.partition('.')[2], **span})}"

    @property
    def spans(self):
        """Spans of days to choose with one click: list of dict title, url, current."""
        today = clock.today()
        year = today.replace(month=1, day=1)
        quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        found = []
        for name, first in (("month", today.replace(day=1)), ("quarter", quarter), ("year", year)):
            query = {"unit": self.asked.unit, "from": first.isoformat(), "to": today.isoformat()}
            current = (self.asked.first, self.asked.last) == (first, today)
            found.append({"id": name, "url": f"{self.address}?{urlencode(query)}", "current": current})
        return found


class ExportOverview(Overview):
    """``@@export-overview``: the same as a spreadsheet."""

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.request.response.redirect(self.address)
        CheckAuthenticator(self.request)
        try:
            asked = read(self.context.getId(), self.request.form)
        except Refused as refused:
            words = " ".join(api.portal.translate(violation.message) for violation in refused.violations)
            api.portal.show_message(words, self.request, type="error")
            return self.request.response.redirect(self.address)
        sheet = overview_sheet(asked, tables_of(asked, self.shell.scope), self.shell.language)
        note_export(api.user.get_current().getId(), sheet.order, sheet.total)
        return send(self.request, sheet.written(), filename_of(sheet), FORMATS["xlsx"])
