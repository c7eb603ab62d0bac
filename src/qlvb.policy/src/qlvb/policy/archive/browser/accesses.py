"""``<agency>/@@access-statistics`` and ``@@export-accesses``: how often dossiers and the system were accessed."""

from dataclasses import replace
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.serving import send
from qlvb.content.violations import Refused
from qlvb.policy.archive.accesses import departments
from qlvb.policy.archive.accesses import read
from qlvb.policy.archive.accesses import tables_of
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.figures.drawing import FigureDrawing
from qlvb.policy.figures.sheet import FigureSheet
from qlvb.policy.figures.sheet import SheetOrder
from urllib.parse import urlencode
from zope.component import getMultiAdapter


class Accesses(BrowserView):
    """The tables with the period and the unit that they are about."""

    shell_section = "archive"
    refused = None
    asked = None

    def __call__(self):
        try:
            self.asked = read(self.context.getId(), self.request.form)
            self.tables = tables_of(self.asked)
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@access-statistics"

    @property
    def icon(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell").icon

    def drawn(self):
        """list of str: the tables as markup; a unit, month or heading leads to the figures of itself."""
        drawing = FigureDrawing(self.context, self.request)
        return [drawing.draw(self._linked(table)) for table in self.tables]

    def _linked(self, table):
        name = {"units": "unit", "headings": "heading"}.get(table.id)
        if name is None or getattr(self.asked, name):
            return table
        rows = (replace(row, url=self._url(**{name: row.key}) if row.key else "") for row in table.rows)
        return replace(table, rows=tuple(rows))

    def _url(self, **more):
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
        firsts = (
            (_("access_month", default="Tháng này"), today.replace(day=1)),
            (_("access_year", default="Năm nay"), today.replace(month=1, day=1)),
        )
        return [
            {
                "title": title,
                "url": self._url(**{"from": first.isoformat(), "to": today.isoformat()}),
                "current": (self.asked.first, self.asked.last) == (first, today),
            }
            for title, first in firsts
        ]


class ExportAccesses(Accesses):
    """The same as a spreadsheet."""

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
        sheet = sheet_of(asked, self.context.Title(), api.portal.get_current_language())
        note_export(api.user.get_current().getId(), sheet.order, sheet.total)
        return send(self.request, sheet.written(), filename_of(sheet), FORMATS["xlsx"])


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
