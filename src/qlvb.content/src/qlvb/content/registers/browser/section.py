"""The registers of an agency, year by year."""

from AccessControl import getSecurityManager
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.registers.changes import MANAGE
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.schema import DIRECTIONS
from qlvb.content.registers.schema import SERIES
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import transaction
from zope.component import getUtility


#: What the list of registers is opened for (``?do=``): heading, and the page of a register that does it.
_DOING = {
    "check": (_("register_tab_check", default="Kiểm tra sổ"), "?tab=check"),
    "print": (_("register_print", default="In sổ"), "/@@print"),
    "lock": (_("register_lock", default="Khóa sổ"), "/@@lock-register"),
}
RESERVED = _("register_tab_reserved", default="Số đang giữ")
GAPS = _("register_gaps", default="Số trống")
#: Numbers of all registers of a year in one list (``?numbers=``): what the clerk's tiles count -> heading.
_NUMBERS = {"reserved": RESERVED, "gaps": GAPS}
VOIDED = _("register_tab_voided", default="Số hủy")


class RegistersView(BrowserView):
    """``@@registers`` of an agency's folder of registers; ``?do=check``, ``print`` or ``lock`` leads from each register
    straight to that.
    """

    shell_section = "catalogues"
    page = "registers"

    @property
    def agency(self):
        """AgencyInfo."""
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def finder(self):
        return getUtility(IRegisterFinder)

    @property
    def years(self):
        """Years that have registers, this year among them, newest first."""
        return sorted({*self.finder.years(self.agency.id), clock.today().year}, reverse=True)

    @property
    def year(self):
        """The year shown."""
        chosen = str(self.request.form.get("year", ""))
        return int(chosen) if chosen.isdigit() else clock.today().year

    @property
    def doing(self):
        """What the list was opened for: name in ``_DOING``, or ""."""
        asked = self.request.form.get("do")
        return asked if isinstance(asked, str) and asked in _DOING else ""

    @property
    def heading(self):
        """Message."""
        if self.numbers:
            return _NUMBERS[self.numbers]
        return _DOING[self.doing][0] if self.doing else _("registers_title", default="Sổ văn bản")

    def year_url(self, year):
        doing = f"&do={self.doing}" if self.doing else f"&numbers={self.numbers}" if self.numbers else ""
        return f"{self.context.absolute_url()}/@@{self.page}?year={year}{doing}"

    @property
    def may_manage(self):
        return bool(getSecurityManager().checkPermission(MANAGE, self.context))

    @property
    def next_year(self):
        """The year proposed for opening: this one when it has no registers yet, else the next without."""
        with_registers = set(self.finder.years(self.agency.id))
        year = clock.today().year
        while year in with_registers:
            year += 1
        return year

    @property
    def numbers(self):
        """Which numbers are listed in place of the registers: name in ``_NUMBERS``, or ""."""
        asked = self.request.form.get("numbers")
        return asked if isinstance(asked, str) and asked in _NUMBERS else ""

    def listed(self):
        """The numbers that were asked for, by register: list of dict number, register, url, by, reason, expires."""
        return [one for register in self._registers() for one in self._listed(register)]

    def _listed(self, register):
        book, base = INumberBook(register), register.absolute_url()
        if self.numbers == "gaps":
            empty = {"register": register.title, "url": f"{base}?tab=check", "by": "", "reason": "", "expires": ""}
            return [{"number": number, **empty} for number in book.gaps()]
        return [
            {
                "number": entry.number,
                "register": register.title,
                "url": f"{base}?tab=reserved#number-{entry.number}",
                "by": name_of(entry.by),
                "reason": entry.reason,
                "expires": show_date(entry.expires),
            }
            for entry in book.listing("reserved")[:]
        ]

    def rows(self):
        """list of dict, outgoing registers first."""
        return [self.row(register) for register in self._registers()]

    def _registers(self):
        registers = self.finder.registers(self.agency.id, self.year)
        registers.sort(key=lambda register: (register.direction != "outgoing", register.series, register.getId()))
        return registers

    def row(self, register):
        book = INumberBook(register)
        shut = self.doing == "lock" and bool(register.closed)
        return {
            "url": register.absolute_url() + (_DOING[self.doing][1] if self.doing and not shut else ""),
            "title": register.title,
            "direction": DIRECTIONS.getTerm(register.direction).title,
            "series": SERIES.getTerm(register.series).title,
            "last": book.next_number - 1,
            "counts": [
                {"label": label, "count": count, "url": f"{register.absolute_url()}?tab={tab}" if count else None}
                for label, count, tab in (
                    (RESERVED, len(book.listing("reserved")), "reserved"),
                    (GAPS, len(book.gaps()), "check"),
                    (VOIDED, len(book.listing("voided")), "voided"),
                )
            ],
            "closed": bool(register.closed),
        }


class AgencyRegistersView(RegistersView):
    """``@@register-list`` of an agency: which books it keeps and how far they are, for its administrator.

    What was entered stays with clerks, leaders and the archive (*qlvb: View register*), so no row leads into a book.
    """

    shell_section = "administration"
    page = "register-list"
    doing = numbers = ""
    may_manage = False

    def row(self, register):
        row = super().row(register)
        return {**row, "url": None, "counts": [{**one, "url": None} for one in row["counts"]]}


class OpenYear(BrowserView):
    """``@@open-year``: POST opens the registers of a year that are missing."""

    def __call__(self):
        back = f"{self.context.absolute_url()}/@@registers"
        if self.request.method != "POST":
            return self.request.response.redirect(back)
        CheckAuthenticator(self.request)
        year = str(self.request.form.get("year", ""))
        try:
            created = self.open(year)
        except Refused as refused:
            transaction.doom()
            for violation in refused.violations:
                api.portal.show_message(violation.message, self.request, type="error")
            return self.request.response.redirect(back)
        message = _(
            "register_year_opened",
            default="Đã mở ${count} sổ cho năm ${year}.",
            mapping={"count": str(len(created)), "year": year},
        )
        api.portal.show_message(message, self.request)
        return self.request.response.redirect(f"{back}?year={year}")

    def open(self, year):
        """list of registers created. :raises Refused: 400 not a year within one year of the present one."""
        this_year = clock.today().year
        if not year.isdigit() or not this_year - 5 <= int(year) <= this_year + 1:
            message = _(
                "violation_year_invalid",
                default="Năm mở sổ phải từ ${first} đến ${last}.",
                mapping={"first": str(this_year - 5), "last": str(this_year + 1)},
            )
            raise Refused([Violation("year", "year_invalid", message)], 400)
        agency = getUtility(IDirectory).agency_of(self.context)
        return getUtility(IRegisterFinder).open_year(agency.id, int(year), api.user.get_current().getId())
