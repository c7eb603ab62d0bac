"""Tables of figures as markup."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.text import show_number
from zope.i18n import translate


TOGETHER = _("figures_together", default="Tất cả")


class FigureDrawing(BrowserView):
    """Draws one table after the other: ``FigureDrawing(context, request).draw(table)``."""

    template = ViewPageTemplateFile("templates/table.pt")

    def draw(self, table):
        """str: the markup of a FigureTable; every number that is not 0 is a link with a name of its own."""
        return self.template(table=table)

    def cells(self, row, table):
        """list of dict for the numbers of a row."""
        title = self.word(row.title or TOGETHER)
        found = []
        for column in table.columns:
            counted, name = row.counted[column.id], self.word(column.title)
            shown = show_number(counted.number)
            found.append(
                {
                    "id": column.id,
                    "title": name,
                    "number": shown,
                    "url": counted.page if counted.number else "",
                    "tone": column.tone or None,
                    "label": f"{title}, {name}: {shown}",
                }
            )
        return found

    def word(self, message):
        return translate(message, context=self.request)
