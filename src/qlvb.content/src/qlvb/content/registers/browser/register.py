"""A register as a page and as a book."""

from AccessControl import getSecurityManager
from plone.base.batch import Batch
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.changes import MANAGE
from qlvb.content.registers.columns import RegisterRow
from qlvb.content.registers.columns import columns_of
from qlvb.content.registers.columns import shown_date
from qlvb.content.registers.inspection import inspect
from qlvb.content.registers.interfaces import INumberBook
from zope.component import getUtility


PAGE_SIZE = 50
TABS = (
    ("all", None, _("register_tab_all", default="Tất cả")),
    ("reserved", "reserved", _("register_tab_reserved", default="Số đang giữ")),
    ("voided", "voided", _("register_tab_voided", default="Số hủy")),
    ("check", None, _("register_tab_check", default="Kiểm tra sổ")),
)


class RegisterView(BrowserView):
    """The decree's columns, newest number first, with the states of numbers on tabs."""

    shell_section = "catalogues"

    def __call__(self):
        self.book = INumberBook(self.context)
        self.columns = columns_of(self.context)
        wanted = self.request.form.get("tab", "all")
        self.tab = wanted if wanted in {name for name, _status, _title in TABS} else "all"
        self.batch = self.cut()
        return self.index()

    def cut(self):
        """The page asked for."""
        status = next(status for name, status, _title in TABS if name == self.tab)
        start = str(self.request.form.get("b_start", "0"))
        return Batch(
            self.book.listing(status, newest_first=True), size=PAGE_SIZE, start=int(start) if start.isdigit() else 0
        )

    @property
    def may_manage(self):
        return bool(getSecurityManager().checkPermission(MANAGE, self.context)) and not self.context.closed

    def tabs(self):
        """list of dict: id, title, url, current, count (None where counting means reading the book)."""
        base = self.context.absolute_url()
        return [
            {
                "title": title,
                "url": f"{base}?tab={name}",
                "current": name == self.tab,
                "count": None if name == "check" else len(self.book.listing(status)),
            }
            for name, status, title in TABS
        ]

    def rows(self):
        """list of RegisterRow of the page."""
        return [RegisterRow(self.context, entry) for entry in self.batch]

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

    def expires(self, entry):
        return shown_date(entry.expires)

    def page_url(self, start):
        """Address of another page of this tab."""
        return f"{self.context.absolute_url()}?tab={self.tab}&b_start={start}"

    def newer(self):
        return self.page_url(max(self.batch.start - 1 - PAGE_SIZE, 0)) if self.batch.start > 1 else None

    def older(self):
        end = self.batch.start - 1 + PAGE_SIZE
        return self.page_url(end) if end < self.batch.sequence_length else None


class RegisterPrint(BrowserView):
    """``@@print``: the book with its cover (NĐ 30/2020 Phụ lục IV), to be printed, signed for and bound."""

    def __call__(self):
        self.columns = columns_of(self.context)
        self.entries = list(INumberBook(self.context).listing())
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
        return (shown_date(min(days)), shown_date(max(days))) if days else ("…/…/…", "…/…/…")

    @property
    def numbers(self):
        """(first, last) number as shown."""
        if not self.entries:
            return ("…", "…")
        return (f"{self.entries[0].number:02d}", f"{self.entries[-1].number:02d}")

    def rows(self):
        return [RegisterRow(self.context, entry) for entry in self.entries]

    def printed_on(self):
        return shown_date(clock.today())
