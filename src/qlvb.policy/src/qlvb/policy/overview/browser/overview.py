"""``<agency>/@@overview``: how the work of a unit stands; every number leads to the list that it counted."""

from dataclasses import replace
from plone.memoize.view import memoize
from qlvb.content import clock
from qlvb.policy.figures.page import DrawnFigures
from qlvb.policy.figures.page import ExportFigures
from qlvb.policy.finding.filter_values import unit_title
from qlvb.policy.overview.asked import read
from qlvb.policy.overview.spreadsheet import overview_sheet
from qlvb.policy.overview.tables import tables_of
from urllib.parse import urlencode
from zope.component import getMultiAdapter


class Overview(DrawnFigures):
    """The tables with what they are narrowed to; a unit leads to its own overview."""

    shell_section = "overview"
    view_name = "overview"

    def read(self):
        """See DrawnFigures."""
        return read(self.context.getId(), self.request.form)

    def counted(self, asked):
        """See DrawnFigures."""
        return tables_of(asked, self.shell.scope)

    @property
    @memoize
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def unit_title(self):
        return unit_title(self.asked.unit_id) if self.asked else self.context.Title()

    @property
    def units(self):
        """Units to choose from: list of dict id, title, chosen."""
        return [
            {"id": one.id, "title": one.title, "chosen": one.id == self.asked.unit} for one in self.asked.departments
        ]

    def linked(self, table):
        """See DrawnFigures."""
        return replace(table, rows=tuple(replace(row, url=self.unit_url(row)) for row in table.rows))

    def unit_url(self, row):
        """Address of the overview of the unit that a row stands for, "" for a person."""
        if not row.key.startswith("@") or "." not in row.key:
            return ""
        return self.url(unit=row.key.partition(".")[2])

    def url(self, **more):
        """See DrawnFigures."""
        asked = self.asked
        query = {"unit": asked.unit, "from": asked.first.isoformat(), "to": asked.last.isoformat(), **more}
        return f"{self.address}?{urlencode(query)}"

    @property
    def spans(self):
        """See DrawnFigures."""
        today = clock.today()
        firsts = {
            "month": today.replace(day=1),
            "quarter": today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1),
            "year": today.replace(month=1, day=1),
        }
        return self.spans_from(firsts, today)


class ExportOverview(ExportFigures, Overview):
    """``@@export-overview``: the same as a spreadsheet."""

    def sheet(self, asked):
        """See ExportFigures."""
        return overview_sheet(asked, self.counted(asked), self.shell.language)
