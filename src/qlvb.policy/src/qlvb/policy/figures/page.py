"""Pages of figures, and their spreadsheets: what is asked for is read, tables answer, what is wrong is said."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content.files.serving import send
from qlvb.content.violations import Refused
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.figures.drawing import FigureDrawing


class FigurePage(BrowserView):
    """Base. A subclass has ``view_name`` (its name in addresses) and ``count()``, which reads what is asked for and
    counts it, or raises Refused.
    """

    view_name = ""
    #: The Refused that the template tells of, or None.
    refused = None
    tables = ()

    def __call__(self):
        try:
            self.count()
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    @property
    def address(self):
        """str: the page without what it is narrowed to."""
        return f"{self.context.absolute_url()}/@@{self.view_name}"


class DrawnFigures(FigurePage):
    """Base of pages whose ``tables`` are FigureTable. A subclass has ``read()`` (what is asked for, with the days
    ``first`` and ``last``; raises Refused), ``counted(asked)`` (the tables) and ``url(**more)`` (address of the page
    narrowed as it is, with ``more`` instead).
    """

    asked = None

    def count(self):
        """See FigurePage."""
        self.asked = self.read()
        self.tables = self.counted(self.asked)

    def drawn(self):
        """list of str: the tables as markup."""
        drawing = FigureDrawing(self.context, self.request)
        return [drawing.draw(self.linked(table)) for table in self.tables]

    def linked(self, table):
        """The table with the addresses to which its titles lead: FigureTable."""
        return table

    def spans_from(self, firsts, today):
        """Periods up to ``today`` to choose with one click: list of dict id, url, current. ``firsts``: id -> the day
        with which it begins.
        """
        return [
            {
                "id": name,
                "url": self.url(**{"from": first.isoformat(), "to": today.isoformat()}),
                "current": (self.asked.first, self.asked.last) == (first, today),
            }
            for name, first in firsts.items()
        ]


class ExportFigures:
    """Mixed into a page of DrawnFigures: sends the same as a spreadsheet. It gives ``sheet(asked)``, a FigureSheet."""

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.request.response.redirect(self.address)
        CheckAuthenticator(self.request)
        try:
            asked = self.read()
        except Refused as refused:
            words = " ".join(api.portal.translate(violation.message) for violation in refused.violations)
            api.portal.show_message(words, self.request, type="error")
            return self.request.response.redirect(self.address)
        sheet = self.sheet(asked)
        note_export(api.user.get_current().getId(), sheet.order, sheet.total)
        return send(self.request, sheet.written(), filename_of(sheet), FORMATS["xlsx"])
