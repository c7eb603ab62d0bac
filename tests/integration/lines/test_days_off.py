"""Days off of an agency and of the site: who decides them, and what counts in them."""

from datetime import date
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.shell.menu import places_for
from qlvb.workflows.lines.interfaces import IDecidedDays
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from received import Actors
from received import open_registers
from received import received
from zope.component import getUtility


#: Tuesday the 24th is Ngày Văn hóa Việt Nam.
FRIDAY, SATURDAY, MONDAY, WEDNESDAY = (date(2026, 11, day) for day in (20, 21, 23, 25))


@pytest.fixture(autouse=True)
def today():
    with held(date(2026, 11, 19)):
        yield


def days_of(agency):
    return IDecidedDays(getUtility(IDirectory).agency_object(agency))


def test_an_agency_decides_for_itself_alone(province):
    calendar = getUtility(IWorkingCalendar)
    days_of("snv").decide(MONDAY, False, "Kỷ niệm ngày thành lập Sở", "quantri")
    days_of("snv").decide(SATURDAY, True, "Làm bù", "quantri")
    assert calendar.add(FRIDAY, 1, "snv") == SATURDAY
    assert calendar.add(FRIDAY, 1, "skhcn") == calendar.add(FRIDAY, 1) == MONDAY
    assert not calendar.is_working(MONDAY, "snv") and calendar.is_working(MONDAY, "skhcn")
    days_of("snv").forget(SATURDAY)
    assert calendar.add(FRIDAY, 1, "snv") == WEDNESDAY


def test_the_site_decides_for_all_and_an_agency_otherwise(province):
    calendar = getUtility(IWorkingCalendar)
    IDecidedDays(api.portal.get()).decide(MONDAY, False, "Toàn tỉnh nghỉ", "quantri")
    assert not calendar.is_working(MONDAY, "snv")
    days_of("snv").decide(MONDAY, True, "Trực ban", "quantri")
    assert calendar.is_working(MONDAY, "snv") and not calendar.is_working(MONDAY, "skhcn")


def test_refusals(province):
    days = days_of("snv")
    with pytest.raises(Refused) as refused:
        days.decide(SATURDAY, False, "", "quantri")
    assert [violation.code for violation in refused.value.violations] == ["day_as_it_is", "note_missing"]
    with pytest.raises(Refused) as refused:
        days.forget(MONDAY)
    assert refused.value.status == 404


def test_deadlines_count_the_days_of_the_agency(province, login_as):
    open_registers("snv")
    days_of("snv").decide(MONDAY, False, "Kỷ niệm ngày thành lập Sở", "quantri")
    actors = Actors(login_as)
    record = actors.bring_to(received(), "to_direct")
    actors.do(record, "direct", "tranduclong", text="Làm", lead=["vuhaiyen"], working_days=2)
    assert ILines(record).all()[0].deadline == WEDNESDAY


def test_only_administrators_see_the_page(province):
    paths = {
        functions: {place.path for _section, places in places_for(functions) for place in places}
        for functions in (frozenset({"agency_admin"}), frozenset({"clerk", "leader", "specialist", "archivist"}))
    }
    assert ["{agency}/@@working-days" in found for found in paths.values()] == [True, False]
    agency = getUtility(IDirectory).agency_object("snv")
    for userid, may in (("skhcnqtdv", False), ("vanthusnv", False), ("tranduclong", False), ("quantri", True)):
        assert bool(api.user.has_permission("qlvb: Manage organisation", username=userid, obj=agency)) is may


def test_the_page(province, login_as):
    agency = getUtility(IDirectory).agency_object("snv")
    request = province.REQUEST
    with login_as("quantri"):
        days_of("snv").decide(MONDAY, False, "Kỷ niệm <ngày> thành lập", "quantri")
        page = api.content.get_view("working-days", agency, request)()
    assert "23/11/2026" in page and "Kỷ niệm &lt;ngày&gt; thành lập" in page and "Ngày Văn hóa Việt Nam" in page
