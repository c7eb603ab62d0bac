"""``@@qlvb-search?q=…``: one box over every field and the text of files, with what narrows it beside the results."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.filters import FILTERS
from qlvb.content.index.filters import given
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.text import show_number
from qlvb.policy.finding.browser.chips import Chips
from qlvb.policy.finding.browser.facetpanel import FacetPanel
from qlvb.policy.finding.browser.fieldsearch import FOUND_BY_NAME
from qlvb.policy.finding.browser.fieldsearch import PREFIX
from qlvb.policy.finding.browser.fieldsearch import FieldSearch
from qlvb.policy.finding.browser.hits import Hits
from qlvb.policy.finding.browser.people import people_named
from qlvb.policy.finding.tiles import tiles_of
from qlvb.policy.shell.browser.lists import ListPage
from zope.component import getUtility


#: Sorts to choose from; "" is the best first, or the newest where nothing was typed.
SORTS = (
    ("", _("search_sort_best", default="Phù hợp nhất")),
    ("-issue_date", _("search_sort_issued", default="Ban hành mới nhất")),
    ("-arrival_date", _("search_sort_arrived", default="Đến mới nhất")),
    ("-changed", _("search_sort_changed", default="Cập nhật mới nhất")),
    ("priority", _("search_sort_priority", default="Khẩn trước, hạn gần trước")),
    ("reference", _("search_sort_reference", default="Theo số ký hiệu")),
    ("subject", _("search_sort_subject", default="Theo trích yếu")),
)
VIEWS = ("brief", "table")


class Search(Chips, FieldSearch, FacetPanel, Hits, ListPage):
    """Results of the search box. ``list_id`` names the list where columns are chosen and searches are saved."""

    list_id = "search"
    tools_in_list = False
    default_columns = MIXED_COLUMNS
    default_sort = ""
    keep = ("q", "view", *(PREFIX + name for name in FOUND_BY_NAME))
    shell_section = "search"
    empty_icon = "search"

    @property
    def text(self):
        value = self.request.form.get("q", "")
        return value.strip() if isinstance(value, str) else ""

    @property
    def view_name(self):
        value = self.request.form.get("view")
        return value if value in VIEWS else VIEWS[0]

    @property
    @memoize
    def filters(self):
        """The filters asked for, text not: dict of str or list of str."""
        return given(self.request.form, [name for name in FILTERS if name != "text"])

    @property
    def question(self):
        """The Question that page, facets, saved search and export ask."""
        filters = {**self.resolved, **self.filters}
        if self.text:
            filters["text"] = self.text
        return Question(types=SEARCHED, filters=filters, sort=self.sort)

    @property
    def asks(self):
        """bool: there is something to search for."""
        return bool(self.text or self.filters or self.typed_names)

    def update(self):
        if self.asks:
            super().update()

    def fetch(self, filters, sort, start, size):
        return getUtility(IListing).page(self.question, start, size)

    @property
    def heading(self):
        if not self.text:
            return _("search_heading", default="Tìm kiếm")
        return _("search_heading_for", default="Kết quả tìm “${text}”", mapping={"text": self.text[:80]})

    @property
    def name_of_list(self):
        return " · ".join([*([self.text] if self.text else []), *(chip["value"] for chip in self.chips)])

    @property
    def found(self):
        count = show_number(self.page.total)
        if not self.page.is_exact:
            return _("search_found_more", default="Hơn ${count} kết quả", mapping={"count": count})
        return _("search_found", default="${count} kết quả", mapping={"count": count})

    @property
    def correction(self):
        """What was searched instead and the address of the exact search: dict, or None."""
        corrected = self.page.corrected if self.page is not None else ""
        if not corrected:
            return None
        exact = " ".join(f'"{word}"' for word in self.text.replace('"', " ").split())
        return {"text": corrected, "typed": self.text[:200], "url": self.url(q=exact)}

    @property
    def has_columns(self):
        return self.view_name == "table"

    @property
    def can_be_saved(self):
        return self.asks

    def _hidden(self, *left_out):
        now = {name: self.request.form.get(name) for name in (*self.keep, "sort_on")}
        pairs = []
        for name, value in {**now, **self.filters}.items():
            if value and name not in left_out:
                pairs += [(name, one) for one in (value if isinstance(value, list) else [value])]
        return pairs

    @property
    def hidden_of_box(self):
        """(name, value) that stay when something else is typed: how results are shown. Filters go."""
        return [pair for pair in self._hidden("q") if pair[0] in ("view", "sort_on")]

    @property
    def hidden_of_sort(self):
        """(name, value) that stay when the order is changed: everything else."""
        return self._hidden("sort_on")

    @property
    @memoize
    def saved(self):
        """The person's saved searches as tiles, while nothing is searched."""
        return tiles_of(self.shell, pinned_only=False) if not self.asks else []

    @property
    def sorts(self):
        """list of dict value, title, chosen."""
        return [{"value": value, "title": title, "chosen": value == (self.sort or "")} for value, title in SORTS]

    @property
    def views(self):
        """The two ways to see the results: list of dict id, title, icon, url, current."""
        titles = {
            "brief": (_("search_view_brief", default="Tóm tắt"), "card-list"),
            "table": (_("search_view_table", default="Bảng"), "table"),
        }
        return [
            {
                "id": name,
                "title": titles[name][0],
                "icon": titles[name][1],
                "url": self.url(view=name if name != VIEWS[0] else None),
                "current": name == self.view_name,
            }
            for name in VIEWS
        ]

    @property
    @memoize
    def people(self):
        """People whose name fits: list of dict name, post, agency, phone, email."""
        return people_named(self.text) if self._start == 0 else []

    @property
    def empty(self):
        return _("search_nothing", default="Không có văn bản nào chứa đủ các từ này mà anh/chị được xem.")

    @property
    def empty_ways(self):
        """What to do when nothing is found: list of dict title, url."""
        ways = []
        if self.filters and self.text:
            ways.append(
                {"title": _("search_way_filters", default="Bỏ mọi bộ lọc, giữ từ tìm"), "url": self.without_filters}
            )
        words = self.text.replace('"', " ").split()
        if len(words) > 1:
            fewer = " ".join(words[:-1])
            title = _("search_way_fewer", default="Tìm “${text}”", mapping={"text": fewer[:60]})
            ways.append({"title": title, "url": self.url(q=fewer)})
        ways.append({"title": _("search_way_new", default="Tìm mới"), "url": self.address})
        return ways

    @property
    def way_out(self):
        return self.address
