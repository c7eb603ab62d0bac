"""The overview as a spreadsheet, by the writer of the exporting room."""

from dataclasses import dataclass
from io import BytesIO
from plone import api
from qlvb.content import _
from qlvb.content.index.columns import Column
from qlvb.content.index.work import MEASURES
from qlvb.policy.exporting.spreadsheet import write_spreadsheet
from qlvb.policy.exporting.table import Columns
from qlvb.policy.exporting.table import Said
from qlvb.policy.exporting.table import heading_of
from qlvb.policy.figures.drawing import TOGETHER
from qlvb.policy.finding.filter_values import unit_title
from qlvb.policy.finding.words import MEASURE_TITLES


@dataclass(frozen=True)
class OverviewOrder:
    """What the journal says of the export."""

    where: str
    filters: dict
    format: str = "xlsx"
    language: str = "vi"


_KINDS = {"table": "text", "who": "text", "post": "text", **dict.fromkeys(MEASURES, "number")}
_TITLES = {
    "table": _("overview_table", default="Bảng"),
    "who": _("overview_who", default="Đơn vị, người"),
    "post": _("overview_post", default="Chức vụ"),
    **MEASURE_TITLES,
}


class OverviewSheet(Columns):
    """All tables of an overview one below the other, as the writer of lists takes them."""

    def __init__(self, asked, tables, language):
        self.asked = asked
        self.tables = tables
        self.said = Said(language)
        filters = {"unit": asked.unit_id, "from": asked.first.isoformat(), "to": asked.last.isoformat()}
        self.order = OverviewOrder("overview", filters, language=language)
        self.columns = [Column(name, _TITLES[name], None, kind) for name, kind in _KINDS.items()]
        self.total = sum(len(table.rows) + 1 for table in tables)

    @property
    def title(self):
        return self.said.translate(_("overview_title", default="Tình hình xử lý công việc"))

    @property
    def heading(self):
        span = _(
            "overview_span_line",
            default="${unit}; xong từ ${first} đến ${last}",
            mapping={
                "unit": unit_title(self.asked.unit_id),
                "first": f"{self.asked.first:%d/%m/%Y}",
                "last": f"{self.asked.last:%d/%m/%Y}",
            },
        )
        return heading_of(self.said, api.user.get_current().getId(), self.title, (self.said.translate(span),))

    def values(self):
        """Row after row: (list of typed values, list of words)."""
        together = self.said.translate(TOGETHER)
        for table in self.tables:
            for row in (*table.rows, table.total):
                words = [self.said.translate(table.title), row.title or together, row.detail]
                counts = [row.number(measure) for measure in MEASURES]
                yield [*words, *counts], [*words, *map(str, counts)]


def write(sheet):
    """bytes of the xlsx file."""
    target = BytesIO()
    write_spreadsheet(sheet, target, lambda _rows: None)
    return target.getvalue()
