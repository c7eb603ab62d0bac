"""Which overview a person asks for, and whether it is his to see."""

from dataclasses import dataclass
from datetime import date
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


RULE = "VI-Đ3.1, Đ9.9"


@dataclass(frozen=True)
class Asked:
    """``agency``: its id; ``departments``: DepartmentInfos of which the person sees the overview; ``whole``: the agency
    as a whole is his to see; ``unit``: id of the department shown, "" for the agency; ``first``, ``last``: dates.
    """

    agency: str
    departments: tuple
    whole: bool
    unit: str
    first: date
    last: date

    @property
    def unit_id(self):
        """skhcn, skhcn.cntt."""
        return f"{self.agency}.{self.unit}" if self.unit else self.agency


def read(agency_id, form):
    """Asked of ``form`` (dict ``unit``, ``from``, ``to``): this month without days, the widest unit without one.

    :raises Refused: 400 with every mistake; 403 the unit is not led by the person.
    """
    whole, departments = _led(agency_id)
    if not whole and not departments:
        text = _("violation_overview_leaders", default="Chỉ lãnh đạo cơ quan, đơn vị xem được thông tin tổng hợp.")
        raise Refused(Violation("", "not_a_leader", text, RULE), status=403)
    violations = []
    first, last = read_span(form, violations)
    unit = form.get("unit") or ("" if whole else departments[0].id)
    known = [department.id for department in getUtility(IDirectory).departments(agency_id)]
    if not isinstance(unit, str) or (unit and unit not in known):
        text = _("violation_overview_unit", default="Không có đơn vị này.")
        violations.append(Violation("unit", "unknown_unit", text, RULE))
    if violations:
        raise Refused(violations)
    if not whole and unit not in [department.id for department in departments]:
        text = _("violation_overview_other", default="Anh/chị không phụ trách đơn vị này.")
        raise Refused(Violation("unit", "not_led", text, RULE), status=403)
    return Asked(agency_id, tuple(departments), whole, unit, first, last)


def read_span(form, violations, rule=RULE):
    """(first, last): dates that ``from`` and ``to`` of a form say, this month without; adds to ``violations``."""
    today = clock.today()
    first, last = (
        _day(form, name, default, violations, rule) for name, default in (("from", today.replace(day=1)), ("to", today))
    )
    if first and last and first > last:
        text = _("violation_overview_span", default="Ngày đầu phải trước ngày cuối.")
        violations.append(Violation("from", "span_wrong", text, rule))
    return first, last


def _led(agency_id):
    """(bool: the person leads the agency, DepartmentInfos of which he sees the overview)."""
    user = api.user.get_current()
    groups = set(user.getGroups())
    departments = getUtility(IDirectory).departments(agency_id)
    if group_id(agency_id, "leader") in groups or user.has_role("Manager"):
        return True, departments
    return False, [one for one in departments if group_id(agency_id, "unit_leader", one.id) in groups]


def _day(form, name, default, violations, rule):
    value = form.get(name)
    if not value:
        return default
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        text = _("violation_overview_day", default="Ngày phải viết dạng 2026-03-31.")
        violations.append(Violation(name, "day_wrong", text, rule))
        return None
