"""The overview as a spreadsheet."""

from qlvb.content import _
from qlvb.policy.figures.sheet import FigureSheet
from qlvb.policy.figures.sheet import SheetOrder
from qlvb.policy.finding.filter_values import unit_title


def overview_sheet(asked, tables, language):
    """FigureSheet of all tables of an overview."""
    filters = {"unit": asked.unit_id, "from": asked.first.isoformat(), "to": asked.last.isoformat()}
    span = _(
        "overview_span_line",
        default="${unit}; xong từ ${first} đến ${last}",
        mapping={
            "unit": unit_title(asked.unit_id),
            "first": f"{asked.first:%d/%m/%Y}",
            "last": f"{asked.last:%d/%m/%Y}",
        },
    )
    return FigureSheet(
        SheetOrder("overview", filters, language=language),
        _("overview_title", default="Tình hình xử lý công việc"),
        tables,
        _("overview_who", default="Đơn vị, người"),
        _("overview_post", default="Chức vụ"),
        (span,),
    )
