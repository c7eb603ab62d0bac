"""Tables of figures as a spreadsheet, one below the other, by the writer of the exporting room."""

from dataclasses import dataclass
from io import BytesIO
from plone import api
from qlvb.content import _
from qlvb.content.index.columns import Column
from qlvb.policy.exporting.spreadsheet import write_spreadsheet
from qlvb.policy.exporting.table import Columns
from qlvb.policy.exporting.table import Said
from qlvb.policy.exporting.table import heading_of
from qlvb.policy.figures.drawing import TOGETHER


@dataclass(frozen=True)
class SheetOrder:
    """What the journal says of the export."""

    where: str
    filters: dict
    format: str = "xlsx"
    language: str = "vi"


_TABLE = _("figures_table", default="Bảng")


class FigureSheet(Columns):
    """``tables`` (FigureTable) of a SheetOrder; ``title``: message; ``who``, ``detail``: heads of the columns of titles
    and details; ``lines``: messages below the heading.
    """

    def __init__(self, order, title, tables, who, detail, lines=()):
        self.order = order
        self.tables = tables
        self.said = Said(order.language)
        self.title = self.said.translate(title)
        self._lines = tuple(self.said.translate(line) for line in lines)
        measures = {column.id: column.title for table in tables for column in table.columns}
        words = {"table": _TABLE, "subject": who, "detail": detail}
        self.columns = [Column(name, head, None, "text") for name, head in words.items()]
        self.columns += [Column(name, head, None, "number") for name, head in measures.items()]
        self._measures = list(measures)
        self.total = sum(1 for _row in self._rows())

    @property
    def heading(self):
        return heading_of(self.said, api.user.get_current().getId(), self.title, self._lines)

    def _rows(self):
        for table in self.tables:
            for row in (*table.rows, table.total):
                if row is not None:
                    yield table, row

    def values(self):
        """Row after row: (list of typed values, list of words)."""
        for table, row in self._rows():
            words = [self.said.translate(one) for one in (table.title, row.title or TOGETHER, row.detail)]
            counts = [row.number(name) if name in row.counted else None for name in self._measures]
            yield [*words, *counts], [*words, *("" if count is None else str(count) for count in counts)]

    def written(self):
        """bytes of the xlsx file."""
        target = BytesIO()
        write_spreadsheet(self, target, lambda _rows: None)
        return target.getvalue()
