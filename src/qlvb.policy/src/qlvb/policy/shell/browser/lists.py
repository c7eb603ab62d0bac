"""What every page with a list of documents shares: columns, cells, filters, pages, all kept in the address."""

from plone import api
from plone.memoize.view import memoize
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.desks.choices import chosen_columns
from qlvb.content.index.boxes import titles_in
from qlvb.content.index.columns import COLUMNS
from qlvb.content.index.columns import DUE_COLUMNS
from qlvb.content.index.filters import FILTERS
from qlvb.content.index.filters import given
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.policy.finding.filter_values import value_in_words
from qlvb.policy.finding.words import FILTER_TITLES
from qlvb.policy.finding.words import VOCABULARIES
from qlvb.policy.shell.browser.cells import Cells
from qlvb.policy.shell.columns import LEADING
from qlvb.policy.shell.columns import URGENCY_LOOK
from qlvb.policy.shell.columns import look_of
from qlvb.policy.shell.columns import page_numbers
from qlvb.policy.shell.icons import icon
from urllib.parse import urlencode
from zope.component import getMultiAdapter


PAGE_SIZE = 25
#: Filters that stay when another page, order or filter is asked for: all but the agency, which the person chooses once.
_LINKED = tuple(name for name in FILTERS if name != "agency")


class ListPage(Cells, BrowserView):
    """Base of the pages with a list. Subclasses say :meth:`fetch` and :attr:`default_columns`.

    ``list_id`` names the list for which people choose columns; ``question`` is what save and export ask, None for
    a list that can neither be saved nor exported.
    """

    _lists = ViewPageTemplateFile("templates/lists.pt")
    default_columns = ()
    shell_keys = "list"
    list_id = ""
    question = None
    has_columns = True
    can_be_saved = True
    tools_in_list = True  # drawn above the table, not elsewhere on the page
    default_sort = ""
    keep = ("box",)  # parameters of the address, besides filters and sort, that belong to the page
    refused = None
    page = None

    def fetch(self, filters, sort, start, size):
        """The Page to show. :raises Refused: 400 for an address that makes no sense."""
        raise Refused([], status=404)

    def update(self):
        """Ask for the page; an address that makes no sense becomes a message with status 400."""
        try:
            self.page = self.fetch({**self.shell.scope, **self.filters}, self.sort, self._start, PAGE_SIZE)
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)

    def __call__(self):
        self.update()
        return self.index()

    @property
    @memoize
    def column_ids(self):
        """Ids of the columns that the person has chosen, or the list's own."""
        return chosen_columns(self.shell.userid, self.list_id, tuple(self.default_columns))

    @property
    def tools(self):
        """Markup of what can be done with the whole list: save it, choose its columns, export it."""
        if self.question is None or self.page is None:
            return ""
        return getMultiAdapter((api.portal.get(), self.request), name="qlvb-list-tools")(self)

    @property
    def name_of_list(self):
        """str: a name for the list as it is filtered."""
        return " · ".join([self.translate(self.heading), *(chip["value"] for chip in self.chips)])

    @property
    def print_mark(self):
        """Who printed the page, and when (NĐ 30/2020 Phụ lục VI mục 6k)."""
        mapping = {"name": self.shell.fullname, "when": show_moment(clock.now())}
        return _("list_printed_by", default="In từ hệ thống QLVB: ${name}, ${when}", mapping=mapping)

    @property
    def lists(self):
        return self._lists.macros

    @property
    @memoize
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    def icon(self, name):
        return icon(name)

    # The address

    @property
    def address(self):
        """Address of the page without its parameters."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    @memoize
    def filters(self):
        """The filters asked for: dict of str or list of str."""
        return given(self.request.form, _LINKED)

    @property
    def sort(self):
        return self.request.form.get("sort_on") or None

    @property
    def _start(self):
        value = self.request.form.get("b_start", 0)
        return int(value) if str(value).isdecimal() and len(str(value)) < 16 else -1

    @property
    def after(self):
        """The cursor that leads to the page asked for, or None where its position does."""
        return self.request.form.get("after") or None

    def url(self, **changes):
        """The address of this page with some parameters changed, None taking one out."""
        now = {name: self.request.form.get(name) for name in (*self.keep, "sort_on")}
        pairs = {**now, **self.filters, **changes}
        pairs = {name: value for name, value in pairs.items() if value not in (None, "", [])}
        return f"{self.address}?{urlencode(pairs, doseq=True)}" if pairs else self.address

    # Columns and pages

    @property
    def columns(self):
        """list of dict id, title, look, url (to sort by it), direction (ascending, descending or None)."""
        result = []
        asked = self.sort or self.default_sort
        titles = titles_in(self.default_columns)
        for column_id in self.column_ids:
            column = COLUMNS[column_id]
            shown = look_of(column)
            mine = column.sort and asked.lstrip("-") == column.sort
            direction = ("descending" if asked.startswith("-") else "ascending") if mine else None
            turned = f"-{column.sort}" if direction == "ascending" else column.sort
            url = self.url(sort_on=turned) if column.sort else None
            result.append(
                {
                    "id": column.id,
                    "leads": column.id in LEADING,
                    "is_due": column.id in DUE_COLUMNS,
                    "title": titles.get(column.id, column.title),
                    "look": f"{shown.look} fold-{shown.fold}" if shown.fold else shown.look,
                    "fold": shown.fold,
                    "url": url,
                    "direction": direction,
                }
            )
        return result

    @property
    def found(self):
        mapping = {"count": show_number(self.page.total), "pages": self.page.pages}
        return _("list_found", default="Tìm thấy ${count} kết quả trên ${pages} trang", mapping=mapping)

    @property
    def batches(self):
        """Links to the pages: list of dict number, url, current; an item without number is a gap."""
        if self.page.pages == 1:
            return []
        return [
            {
                "number": number,
                "url": number and self.url(b_start=(number - 1) * PAGE_SIZE or None),
                "current": number == self.page.number,
            }
            for number in page_numbers(self.page.number, self.page.pages)
        ]

    @property
    def bulk_all_url(self):
        """Where an act is done to all that the list shows, "" where this page is all of it or the list has no name."""
        question = getattr(self, "question", None)
        if question is None or not question.box or self.page.pages == 1:
            return ""
        pairs = {"box": question.box, **question.filters, "sort_on": question.sort or ""}
        return f"{self.shell.portal_url}/@@bulk?{urlencode(pairs, doseq=True)}"

    def step(self, by):
        """Address of the page before (-1) or after (1), or None; with the cursor that finds it at once."""
        cursor = self.page.next if by > 0 else self.page.previous
        number = self.page.number + by
        if cursor is None and not 1 <= number <= self.page.pages:
            return None
        return self.url(b_start=max(number - 1, 0) * PAGE_SIZE or None, after=cursor)

    # Filters

    def terms(self, name):
        """The choices of a filter: list of dict value, title, chosen."""
        chosen = self.chosen(name)
        return [
            {"value": term.value, "title": term.title, "chosen": [term.value] == chosen}
            for term in self._vocabulary(VOCABULARIES[name])
        ]

    def chosen(self, name):
        """The values of a filter in force: list of str."""
        value = self.filters.get(name, [])
        return [str(one) for one in (value if isinstance(value, list) else [value])]

    def kept_values(self, name):
        """Several values of one filter, which a form carries along where a field can say but one: list of str."""
        chosen = self.chosen(name)
        return chosen if len(chosen) > 1 else []

    def filter_title(self, name):
        return FILTER_TITLES.get(name, name)

    @property
    def years(self):
        this = clock.today().year
        return [str(year) for year in range(this, this - 10, -1)]

    @property
    def chips(self):
        """The filters in force: list of dict title, value, url (the list without it)."""
        result = []
        for name in self.filters:
            values = self.chosen(name)
            for one in values:
                others = [item for item in values if item != one]
                url = self.url(**{name: others})
                result.append({"title": self.filter_title(name), "value": self.value_title(name, one), "url": url})
        return result

    def value_title(self, name, value):
        """The value of a filter in words: str."""
        return value_in_words(name, value, self._titles, self.translate)

    @property
    def without_filters(self):
        return self.url(**dict.fromkeys(self.filters))

    @property
    def legend(self):
        """Levels of urgency with their looks; what has none is called as today's products call it.

        Empty where the list does not say how urgent its rows are: dossiers, readings, transfers.
        """
        if "urgency" not in self.column_ids:
            return []
        levels = [self._urgency(level) for level in URGENCY_LOOK]
        plain = self.translate(_("list_level_normal", default="Bình thường"))
        return [{**level, "title": plain} if level["level"] == "normal" else level for level in levels]
