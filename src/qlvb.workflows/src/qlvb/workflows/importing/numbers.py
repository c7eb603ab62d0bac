"""The registers of past years: found or opened, and asked whether a number can be kept."""

from qlvb.content import _
from qlvb.content.documents.factory import DIRECTION
from qlvb.content.registers.defaults import YEARLY
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.symbols import parse_reference
from qlvb.content.violations import Violation
from qlvb.workflows.importing.columns import plain
from qlvb.workflows.importing.rules import NUMBER
from zope.component import getUtility


class Registers:
    """The registers of one transaction, each with its book; those of a year that is not open yet are planned."""

    def __init__(self):
        self._by_agency = {}
        self._by_year = {}
        self._books = {}

    def of(self, checked):
        """(register, violations): register is a Register or, of a year to be opened, a YearlyRegister."""
        direction = DIRECTION[checked.portal_type]
        fitting = self._year(checked.agency, direction, checked.day.year)
        if checked.register:
            wanted = plain(checked.register)
            named = [one for one in fitting if wanted in (plain(one.title), plain(_id(one, checked.day.year)))]
            if not named:
                message = _(
                    "violation_import_register",
                    default="Năm ${year} cơ quan không có sổ “${name}”.",
                    mapping={"year": str(checked.day.year), "name": checked.register[:80]},
                )
                return None, [Violation("register", "register_unknown", message)]
            return named[0], []
        return self._by_rule(fitting, checked)

    def _by_rule(self, fitting, checked):
        series = "administrative" if checked.values.get("secrecy") in (None, "", "none") else "secret"
        kind = checked.values.get("document_type")
        open_to = [one for one in fitting if one.series == series]
        named = [one for one in open_to if kind in (one.document_types or ())]
        general = sorted(
            (one for one in open_to if not one.document_types), key=lambda one: not getattr(one, "is_default", True)
        )
        found = next(iter(named + general), None)
        if found is None:
            message = _(
                "violation_import_no_register",
                default="Năm ${year} cơ quan chưa có sổ cho văn bản này.",
                mapping={"year": str(checked.day.year)},
            )
            return None, [Violation("register", "no_register", message)]
        return found, []

    def refusals(self, register, checked):
        """Why the number cannot be kept: list of Violation on the columns of the file."""
        if not hasattr(register, "getId"):
            return []
        book = self.book(register)
        found = book.refusals_of_given(checked.number, checked.day, checked.reference)
        renamed = {"number": NUMBER[checked.portal_type]}
        return [Violation(renamed.get(v.field, v.field), v.code, v.message, v.rule) for v in found]

    def book(self, register):
        """The INumberBook of a register."""
        key = register.getPhysicalPath()
        if key not in self._books:
            self._books[key] = INumberBook(register)
        return self._books[key]

    def _year(self, agency, direction, year):
        key = agency, direction, year
        if key not in self._by_year:
            found = [register for register in self._all(agency) if register.year == year] or YEARLY
            self._by_year[key] = [register for register in found if register.direction == direction]
        return self._by_year[key]

    def _all(self, agency):
        if agency not in self._by_agency:
            self._by_agency[agency] = getUtility(IRegisterFinder).registers(agency)
        return self._by_agency[agency]


def _id(register, year):
    return register.getId() if hasattr(register, "getId") else register.id_for(year)


class Claims:
    """What the rows of this run claim, so that a dry run finds two rows with one number."""

    def __init__(self):
        self._numbers = {}
        self._references = {}
        self._keys = {}

    def key(self, row, key):
        """list of Violation: another row of the file has this key."""
        first = self._keys.setdefault(key, row)
        return [] if first is row else [_twice("key", "key_twice", first)]

    def number(self, register, checked):
        """list of Violation: another row of the file has this number or reference."""
        place = checked.agency, checked.day.year
        number = (*place, _id(register, checked.day.year), checked.number)
        first = self._numbers.setdefault(number, checked.row)
        if first is not checked.row:
            return [_twice(NUMBER[checked.portal_type], "number_twice", first)]
        if checked.reference:
            first = self._references.setdefault((*place, parse_reference(checked.reference).key), checked.row)
            if first is not checked.row:
                del self._numbers[number]
                return [_twice("document_symbol", "reference_twice", first)]
        return []


def _twice(field, code, first):
    message = _("violation_import_twice", default="Trùng với dòng ${line}.", mapping={"line": str(first.line)})
    return Violation(field, code, message, "NĐ 30/2020 Điều 15" if code != "key_twice" else "")
