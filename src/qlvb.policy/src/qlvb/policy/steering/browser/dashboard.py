"""``@@task-dashboard``: figures by unit and person; every number opens exactly its list. The same as a spreadsheet."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.figures.drawing import FigureDrawing
from qlvb.policy.figures.page import ExportFigures
from qlvb.policy.steering import charts
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.policy.steering.figures import BY_ID
from qlvb.policy.steering.figures import PARTS
from qlvb.policy.steering.figures import UNDATED
from qlvb.policy.steering.figures import Dashboard
from qlvb.policy.steering.figures import dashboard_sheet
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


#: Rows of a chart; the table has all.
CHARTED = 12
FILTERS = ("agency", "issue_from", "issue_to")


class TaskDashboard(SteeringAssets, BrowserView):
    """The page."""

    template = ViewPageTemplateFile("templates/dashboard.pt")
    shell_section = "tasks"
    shell_wide = True

    def __call__(self):
        try:
            self.tables = self.counted(self.filters)
        except Refused as refused:
            self.request.response.setStatus(refused.status)
            words = " ".join(translate(one.message, context=self.request) for one in refused.violations)
            api.portal.show_message(words, self.request, type="error")
            self.tables = self.counted({})
        return self.template()

    @cached_property
    def filters(self):
        form = self.request.form
        return {name: form[name] for name in FILTERS if isinstance(form.get(name), str) and form[name]}

    def counted(self, filters):
        """tuple of FigureTable. :raises Refused: 400 bad filters, 503."""
        return Dashboard(filters).tables()

    def drawn(self):
        """list of str: the tables as markup."""
        drawing = FigureDrawing(self.context, self.request)
        return [drawing.draw(table) for table in self.tables]

    @property
    def agencies(self):
        return [
            {"id": info.id, "title": info.title, "chosen": info.id == self.filters.get("agency")}
            for info in getUtility(IDirectory).agencies()
        ]

    @property
    def charts(self):
        """The tables as bars: list of dict id, title, rows (label, total, pieces)."""
        found = []
        for table in self.tables[1:]:
            rows = [row for row in table.rows if row.number("all")][:CHARTED]
            if not rows:
                continue
            most = max(row.number("all") for row in rows)
            bars = [
                {
                    "label": row.title,
                    "total": row.number("all"),
                    "url": row.counted["all"].page,
                    "pieces": charts.pieces(self.parts(row), most),
                }
                for row in rows
            ]
            found.append({"id": table.id, "title": table.title, "rows": bars})
        return found

    def parts(self, row):
        """Parts of a bar as ``charts.pieces`` takes them: together they are all that the row counts."""
        found = [self.part(row, name) for name in PARTS]
        undated = row.number("all") - sum(number for number, *_rest in found)
        return [*found, (undated, "undated", translate(UNDATED, context=self.request), None)]

    def part(self, row, name):
        figure, counted = BY_ID[name], row.counted[name]
        return counted.number, figure.tone or name, translate(figure.title, context=self.request), counted.page

    @property
    def legend(self):
        known = [(BY_ID[name].title, BY_ID[name].tone or name) for name in PARTS]
        return [{"title": title, "colour": charts.COLOURS[tone]} for title, tone in (*known, (UNDATED, "undated"))]


class ExportTaskDashboard(ExportFigures, TaskDashboard):
    """``@@export-task-dashboard``: the same as a spreadsheet."""

    @property
    def address(self):
        """See ExportFigures."""
        return f"{self.context.absolute_url()}/@@task-dashboard"

    def read(self):
        """See ExportFigures: the tables of what is asked for."""
        return self.counted(self.filters)

    def sheet(self, asked):
        """See ExportFigures."""
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        return dashboard_sheet(self.filters, asked, shell.language)
