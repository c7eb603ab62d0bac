"""The figures of the dashboard. Each is a set of filters: it counts exactly the list that these filters open."""

from dataclasses import dataclass
from datetime import date
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.index.task_figures import count_tasks
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import title_of
from qlvb.policy.figures.sheet import FigureSheet
from qlvb.policy.figures.sheet import SheetOrder
from qlvb.policy.figures.tables import Counted
from qlvb.policy.figures.tables import FigureColumn
from qlvb.policy.figures.tables import FigureRow
from qlvb.policy.figures.tables import FigureTable
from zope.component import getUtility


#: States of a task that somebody is at.
RUNNING = ("in_progress", "to_approve", "to_extend", "to_close", "paused")
OPEN = ("assigned", *RUNNING)


@dataclass(frozen=True)
class Figure:
    """``states`` () for all; ``timeliness`` "" for either; ``extended``: those whose deadline was put off."""

    id: str
    title: str
    states: tuple = ()
    timeliness: str = ""
    tone: str = ""
    extended: bool = False

    @property
    def filters(self):
        """dict: names of the list's filters."""
        found = {"state": list(self.states)} if self.states else {}
        if self.extended:
            found["extended"] = "1"
        return {**found, "timeliness": self.timeliness} if self.timeliness else found

    def number(self, counts):
        """int: of ``counts``, dict (state, timeliness, extended) -> int."""
        return sum(
            count
            for (state, timeliness, extended), count in counts.items()
            if (not self.states or state in self.states)
            and self.timeliness in ("", timeliness)
            and (extended or not self.extended)
        )


FIGURES = (
    Figure("all", _("figure_all", default="Tổng số")),
    Figure("assigned", _("figure_assigned", default="Mới giao"), ("assigned",)),
    Figure("running", _("figure_running", default="Đang thực hiện"), RUNNING),
    Figure("open_in_time", _("figure_open_in_time", default="Chưa xong, trong hạn"), OPEN, "in_time", "info"),
    Figure("open_late", _("figure_open_late", default="Chưa xong, quá hạn"), OPEN, "late", "bad"),
    Figure("done_in_time", _("figure_done_in_time", default="Hoàn thành đúng hạn"), ("finished",), "in_time", "good"),
    Figure("done_late", _("figure_done_late", default="Hoàn thành quá hạn"), ("finished",), "late", "warn"),
    Figure("finished", _("figure_finished", default="Hoàn thành"), ("finished",)),
    Figure("to_extend", _("figure_to_extend", default="Chờ gia hạn"), ("to_extend",), tone="warn"),
    Figure("extended", _("figure_extended", default="Đã gia hạn"), extended=True),
    Figure("to_close", _("figure_to_close", default="Chờ đóng"), ("to_close",), tone="warn"),
    Figure("ended", _("figure_ended", default="Đã đóng, trả lại"), ("closed", "returned")),
)
BY_ID = {figure.id: figure for figure in FIGURES}
#: What a chart is made of: parts that do not overlap. What has no deadline is the rest of all.
PARTS = ("done_in_time", "done_late", "open_in_time", "open_late", "ended")
UNDATED = _("figure_undated", default="Không đặt hạn")


COLUMNS = tuple(FigureColumn(figure.id, figure.title, figure.tone) for figure in FIGURES)


class Dashboard:
    """What the current user may see, narrowed by ``filters`` (``agency``, ``issue_from``, ``issue_to``)."""

    def __init__(self, filters):
        self.filters = {name: value for name, value in filters.items() if value}

    def row(self, key, title, counts, **more):
        """FigureRow of ``counts``; ``more``: filters that narrow its lists to it."""
        asked = {"box": "tasks.all", **self.filters, **more}
        counted = {figure.id: Counted(figure.number(counts), {**asked, **figure.filters}) for figure in FIGURES}
        return FigureRow(key, title, counted)

    def total(self):
        """FigureRow of everything."""
        counts = count_tasks("all", self.filters).get("", {})
        return self.row("", _("figure_everything", default="Tất cả"), counts)

    def units(self):
        """By place, the latest first: list of FigureRow."""
        found = count_tasks("executor", self.filters)
        rows = [self.row(key, _place(key), counts, executor=key) for key, counts in found.items()]
        return sorted(rows, key=_worst)

    def people(self):
        """By person, the latest first: list of FigureRow."""
        directory = getUtility(IDirectory)
        found = count_tasks("holder", self.filters)
        rows = [self.row(key, directory.person(key).fullname, counts, holder=key) for key, counts in found.items()]
        return sorted(rows, key=_worst)

    def tables(self):
        """tuple of FigureTable: everything, by unit, by person."""
        return (
            FigureTable("total", _("dashboard_total", default="TỔNG HỢP"), COLUMNS, (self.total(),)),
            FigureTable("units", _("dashboard_units", default="THEO ĐƠN VỊ"), COLUMNS, tuple(self.units())),
            FigureTable("people", _("dashboard_people", default="THEO NGƯỜI THỰC HIỆN"), COLUMNS, tuple(self.people())),
        )


def dashboard_sheet(filters, tables, language):
    """FigureSheet of the tables of a Dashboard with these filters."""
    agency = getUtility(IDirectory).agency(filters.get("agency", ""))
    mapping = {
        "agency": agency.title if agency is not None else _("dashboard_all_agencies", default="Tất cả"),
        "first": _day(filters.get("issue_from")),
        "last": _day(filters.get("issue_to")),
    }
    lines = (
        _("dashboard_sheet_agency", default="Cơ quan giao: ${agency}", mapping=mapping),
        _("dashboard_sheet_span", default="Giao từ ngày ${first} đến ngày ${last}", mapping=mapping),
    )
    return FigureSheet(
        SheetOrder("task-dashboard", dict(filters), language=language),
        _("dashboard_page", default="Bảng điều hành nhiệm vụ"),
        tables,
        _("dashboard_who", default="Đơn vị, người thực hiện"),
        _("dashboard_detail", default="Ghi chú"),
        lines,
    )


def _day(value):
    return show_date(date.fromisoformat(value)) if value else "…"


def _place(token):
    """A department with its agency."""
    agency, _dot, unit = token.partition(".")
    return f"{title_of(token)} ({title_of(agency)})" if unit else title_of(agency)


def _worst(row):
    return -row.number("open_late"), -row.number("all"), row.title
