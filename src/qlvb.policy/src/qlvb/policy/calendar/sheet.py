"""Lịch công tác tuần as a docx: the sheet that is signed, put up and sent round."""

from dataclasses import replace
from io import BytesIO
from plone import api
from qlvb.content import _
from qlvb.policy.exporting.document import write_document
from qlvb.policy.exporting.table import Columns
from qlvb.policy.exporting.table import FixedColumn
from qlvb.policy.exporting.table import Said
from qlvb.policy.exporting.table import heading_of


COLUMNS = (
    FixedColumn("day", _("schedule_day", default="Ngày")),
    FixedColumn("time", _("schedule_time", default="Giờ")),
    FixedColumn("subject", _("schedule_what", default="Nội dung")),
    FixedColumn("leaders", _("schedule_leaders", default="Lãnh đạo")),
    FixedColumn("place", _("schedule_place", default="Địa điểm")),
    FixedColumn("note", _("schedule_participants", default="Thành phần, chuẩn bị")),
)
TITLE = _("schedule_sheet", default="Lịch công tác: ${when}")


class WeekTable(Columns):
    """See :class:`~qlvb.policy.exporting.table.Table`, whose place it takes. ``days``: as the page of the week shows
    them, list of dict; what is not published yet is left out.
    """

    columns = COLUMNS

    def __init__(self, agency, title, days, language):
        self.agency = agency
        self.days = days
        self.said = Said(language)
        self._title = title

    def values(self):
        """(typed values, words) of each entry; a day without one has a row that says so."""
        nothing = self.said.translate(_("schedule_nothing", default="Không có lịch"))
        for day in self.days:
            name = f"{self.said.translate(day['title'])} {day['day']}"
            rows = [row for row in day["rows"] if not row["draft"]]
            for row in rows:
                beside = "; ".join(filter(None, [row["participants"], row["note"]]))
                words = [name, row["time"], row["title"], row["leaders"], row["place"], beside]
                yield words, words
            if not rows:
                off = _("schedule_off", default="Nghỉ: ${name}", mapping={"name": day["off"]})
                words = [name, "", self.said.translate(off) if day["off"] else nothing, "", "", ""]
                yield words, words

    @property
    def heading(self):
        mapping = {"when": self.said.translate(self._title)}
        title = self.said.translate(_(str(TITLE), default=TITLE.default, mapping=mapping))
        heading = heading_of(self.said, api.user.get_current().getId(), title, ())
        return replace(heading, agency=self.agency.upper())


def week_file(agency, title, days, language):
    """bytes of the docx. ``agency``: its name; ``title``: message with the week."""
    target = BytesIO()
    write_document(WeekTable(agency, title, days, language), target, lambda _rows: None)
    return target.getvalue()
