"""A list of which several are chosen: people, units, records.

Where scripts run it is the field of the other forms, some letters of a name, accents not needed (``data-people``, read
by the page's script); without them it is the list, which sends the same.
"""

from html import escape
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from z3c.form.browser.select import SelectWidget
from z3c.form.widget import FieldWidget
from zope.component import getUtility
from zope.i18n import translate


#: Choices that are in view at once.
LINES = 6
HINT = _("act_several_hint", default="Gõ vài chữ, không cần dấu")


class SeveralWidget(SelectWidget):
    """The list; of a person it says the post, too."""

    multiple = "multiple"
    size = LINES

    def render(self):
        """HTML of the list, with what tells the form that it was sent with nothing chosen."""
        hint = escape(translate(HINT, context=self.request))
        name = escape(self.name)
        options = "".join(map(self.option, self.items))
        used = ' disabled="disabled"' if self.disabled else f' data-people="{hint}"'
        return (
            f'<select id="{escape(self.id)}" name="{name}:list" class="form-select" multiple="multiple"'
            f' size="{self.size}"{used}>{options}</select>'
            f'<input type="hidden" name="{name}-empty-marker" value="1" />'
        )

    def option(self, item):
        """HTML of one choice (dict of the widget's ``items``)."""
        detail = self.detail(item["value"])
        said = f' data-detail="{escape(detail)}"' if detail else ""
        chosen = ' selected="selected"' if item["selected"] else ""
        return f'<option value="{escape(item["value"])}"{said}{chosen}>{escape(str(item["content"]))}</option>'

    def detail(self, token):
        """str: the post of a person, or what the vocabulary says beside the title."""
        term = self.terms.getTermByToken(token)
        if isinstance(term.value, str) and (posts := getUtility(IDirectory).person(term.value).posts):
            return posts[0].title
        return getattr(term, "detail", "")


def several_widget(field, request):
    """The widget of a collection of choices."""
    return FieldWidget(field, SeveralWidget(request))
