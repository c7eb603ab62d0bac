"""``<agency>/@@access-statistics`` and ``@@export-accesses``: how often dossiers and the system were accessed."""

from dataclasses import replace
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.policy.archive.accesses import departments
from qlvb.policy.archive.accesses import read
from qlvb.policy.archive.accesses import tables_of
from qlvb.policy.figures.page import DrawnFigures
from qlvb.policy.figures.page import ExportFigures
from qlvb.policy.figures.sheet import FigureSheet
from qlvb.policy.figures.sheet import SheetOrder
from urllib.parse import urlencode
from zope.component import getMultiAdapter


_SPANS = {
    "month": _("access_month", default="Tháng này"),
    "year": _("access_year", default="Năm nay"),
}


class Accesses(DrawnFigures):
    """The tables with the period and the unit that they are about; a unit or heading leads to the figures of itself."""

    shell_section = "archive"
    view_name = "access-statistics"

    def read(self):
        """See DrawnFigures."""
        return read(self.context.getId(), self.request.form)

    def counted(self, asked):
        """See DrawnFigures."""
        return tables_of(asked)

    @property
    def icon(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell").icon

    def linked(self, table):
        """See DrawnFigures."""
        name = {"units": "unit", "headings": "heading"}.get(table.id)
        if name is None or getattr(self.asked, name):
            return table
        rows = (replace(row, url=self.url(**{name: row.key}) if row.key else "") for row in table.rows)
        return replace(table, rows=tuple(rows))

    def url(self, **more):
        """See DrawnFigures."""
        return f"{self.address}?{urlencode({**self.asked.form, **more})}"

    @property
    def units(self):
        """Units to choose from: list of dict id, title, chosen."""
        return [
            {"id": one.id, "title": one.title, "chosen": self.asked is not None and one.id == self.asked.unit}
            for one in departments(self.context.getId())
        ]

    def value(self, name):
        """What stands in a field of the form."""
        return (self.asked.form if self.asked else self.request.form).get(name, "")

    @property
    def spans(self):
        """Periods to choose with one click: list of dict title, url, current."""
        today = clock.today()
        firsts = {"month": today.replace(day=1), "year": today.replace(month=1, day=1)}
        return [{**span, "title": _SPANS[span["id"]]} for span in self.spans_from(firsts, today)]


class ExportAccesses(ExportFigures, Accesses):
    """The same as a spreadsheet."""

    def sheet(self, asked):
        """See ExportFigures."""
        return sheet_of(asked, self.context.Title(), api.portal.get_current_language())


def sheet_of(asked, agency, language):
    """FigureSheet of all tables."""
    span = {"agency": agency, "first": f"{asked.first:%d/%m/%Y}", "last": f"{asked.last:%d/%m/%Y}"}
    return FigureSheet(
        SheetOrder("accesses", {"agency": asked.agency, **asked.form}, language=language),
        _("access_title", default="Thống kê lượt truy cập"),
        tables_of(asked),
        _("access_what", default="Đơn vị, hồ sơ, văn bản"),
        _("access_reference", default="Số, ký hiệu"),
        (_("access_span_line", default="${agency}; từ ${first} đến ${last}", mapping=span),),
    )
