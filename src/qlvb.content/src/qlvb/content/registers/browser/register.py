"""A register as a page and as a book."""

from AccessControl import getSecurityManager
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.changes import MANAGE
from qlvb.content.registers.columns import columns_of
from qlvb.content.registers.columns import register_rows
from qlvb.content.registers.inspection import inspect
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.numbers import Numbers
from qlvb.content.registers.numbers import counts
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from urllib.parse import urlencode
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


PAGE_SIZE = 50
TABS = (
    ("all", None, _("register_tab_all", default="Tất cả")),
    ("reserved", "reserved", _("register_tab_reserved", default="Số đang giữ")),
    ("voided", "voided", _("register_tab_voided", default="Số hủy")),
    ("check", None, _("register_tab_check", default="Kiểm tra sổ")),
)
#: Filters of the form above the list.
_FORM = ("text", "document_type", "date_from", "date_to")
#: Column of the decree -> sort that its heading gives.
_SORTS = {
    "outgoing": {"reference": "number", "date": "date"},
    "incoming": {"arrival_number": "number", "arrival_date": "date"},
}


class RegisterView(BrowserView):
    """The decree's columns, newest number first, with the states of numbers on tabs."""

    shell_section = "catalogues"
    refused = None
    page = None

    def __call__(self):
        self.book = INumberBook(self.context)
        self.columns = columns_of(self.context)
        wanted = self.request.form.get("tab", "all")
        self.tab = wanted if wanted in {name for name, _status, _title in TABS} else "all"
        try:
            self.counts = counts(IUUID(self.context))
            self.page = None if self.tab == "check" else self.cut()
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    def cut(self):
        """The NumberPage asked for."""
        status = next(status for name, status, _title in TABS if name == self.tab)
        filters = {**self.filters, **({"status": status} if status else {})}
        asked = self.request.form.get("b_start", 0)
        start = int(asked) if str(asked).isdecimal() and len(str(asked)) < 16 else -1
        question = Numbers(IUUID(self.context), filters, self.sort)
        return question.page(start, PAGE_SIZE, self.request.form.get("after"))

    @property
    def filters(self):
        """What the form above the list asks for: dict."""
        asked = {name: self.request.form.get(name) for name in _FORM}
        return {name: value for name, value in asked.items() if value not in (None, "", [])}

    @property
    def sort(self):
        return self.request.form.get("sort_on") or "-number"

    @property
    def document_types(self):
        """Choices of the filter: list of dict value, title, chosen."""
        vocabulary = getUtility(IVocabularyFactory, name="qlvb.document_types")(self.context)
        chosen = self.filters.get("document_type")
        wanted = self.context.document_types or ()
        return [
            {"value": term.value, "title": term.title, "chosen": term.value == chosen}
            for term in vocabulary
            if not wanted or term.value in wanted
        ]

    @property
    def may_manage(self):
        return bool(getSecurityManager().checkPermission(MANAGE, self.context)) and not self.context.closed

    def tabs(self):
        """list of dict: title, url, current, count (None where counting means reading the book)."""
        totals = {None: sum(self.counts.values()), **self.counts} if self.refused is None else {}
        base = self.context.absolute_url()
        return [
            {
                "title": title,
                "url": f"{base}?tab={name}",
                "current": name == self.tab,
                "count": None if name == "check" else totals.get(status),
            }
            for name, status, title in TABS
        ]

    def rows(self):
        """list of RegisterRow of the page."""
        entries = (self.book.entry(number) for number in self.page.numbers)
        return register_rows(self.context, [entry for entry in entries if entry is not None])

    def findings(self):
        """list of Finding."""
        return inspect(self.context)

    def cell_class(self, column):
        """CSS class of a column's cells, or None."""
        return {
            "reference": "qlvb-symbol is-tight",
            "date": "is-tight",
            "arrival_date": "is-tight",
            "handed_on": "is-tight",
            "arrival_number": "is-number",
            "subject": "is-lead",
        }.get(column)

    def heading(self, column):
        """dict url (to sort by the column, None where there is no such sort), direction (aria-sort) or None."""
        name = _SORTS[self.context.direction].get(column)
        if name is None:
            return {"url": None, "direction": None}
        direction = {name: "ascending", f"-{name}": "descending"}.get(self.sort)
        return {"url": self.url(sort_on=name if direction == "descending" else f"-{name}"), "direction": direction}

    def expires(self, entry):
        return show_date(entry.expires)

    def url(self, **changes):
        """Address of this list with some parameters changed, None taking one out."""
        now = {"tab": self.tab, **self.filters, "sort_on": self.request.form.get("sort_on")}
        pairs = {name: value for name, value in {**now, **changes}.items() if value not in (None, "", [])}
        return f"{self.context.absolute_url()}?{urlencode(pairs, doseq=True)}"

    @property
    def found(self):
        """Message: which of how many are shown."""
        page = self.page
        first, last = (page.start + 1 if page.numbers else 0), page.start + len(page.numbers)
        numbers = {
            name: show_number(value)
            for name, value in (("first", first), ("last", last), ("total", page.total))
        }
        return _("register_found", default="Dòng ${first} đến ${last} trong ${total}", mapping=numbers)

    def newer(self):
        if not self.page.start and not self.page.previous:
            return None
        return self.url(b_start=max(self.page.start - PAGE_SIZE, 0) or None, after=self.page.previous)

    def older(self):
        return self.url(b_start=self.page.start + PAGE_SIZE, after=self.page.next) if self.page.next else None


class RegisterPrint(BrowserView):
    """``@@print``: the book with its cover (NĐ 30/2020 Phụ lục IV), to be printed, signed for and bound."""

    def __call__(self):
        self.columns = columns_of(self.context)
        self.entries = list(INumberBook(self.context).entries())
        self.agency = getUtility(IDirectory).agency_of(self.context)
        return self.index()

    @property
    def parent_title(self):
        """Name of the superior agency, in capitals, or ""."""
        parent = getUtility(IDirectory).agency(self.agency.parent) if self.agency.parent else None
        return parent.title.upper() if parent is not None else ""

    @property
    def agency_title(self):
        return self.agency.title.upper()

    @property
    def heading(self):
        """Message id of the book's name."""
        if self.context.direction == "incoming":
            return _("register_book_incoming", default="SỔ ĐĂNG KÝ VĂN BẢN ĐẾN")
        return _("register_book_outgoing", default="SỔ ĐĂNG KÝ VĂN BẢN ĐI")

    @property
    def period(self):
        """(first date, last date) of the entries, as shown; dots to be filled by hand when there are none."""
        days = [entry.date for entry in self.entries if entry.date]
        return (show_date(min(days)), show_date(max(days))) if days else ("…/…/…", "…/…/…")

    @property
    def numbers(self):
        """(first, last) number as shown."""
        if not self.entries:
            return ("…", "…")
        return (f"{self.entries[0].number:02d}", f"{self.entries[-1].number:02d}")

    def rows(self):
        return register_rows(self.context, self.entries)

    def printed_on(self):
        return show_date(clock.today())
