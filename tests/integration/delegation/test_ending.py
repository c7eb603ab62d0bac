"""Delegations that end soon, and the row HÔM NAY of a leader's home (product/screens 2.2)."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from delegated import delegate
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from plone import api
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import held
from qlvb.content.index.interfaces import IListing
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides


def ending(login_as, userid, day=DAY):
    """Titles in the list of what ends soon, as it is on a day."""
    with held(datetime.combine(day, time(9), VIETNAM)), login_as(userid):
        return [row.subject for row in getUtility(IListing).query("delegations.ending").rows]


@pytest.mark.parametrize(("days", "on", "listed"), [(7, 0, 1), (8, 0, 0), (8, 1, 1), (8, 8, 1), (8, 9, 0)])
def test_both_sides_see_what_ends_within_a_week(province, clock, login_as, days, on, listed):
    delegate(days=days)
    for userid in (SIGNATORY, DEPUTY):
        assert len(ending(login_as, userid, DAY + timedelta(days=on))) == listed
    assert ending(login_as, REVIEWER, DAY + timedelta(days=on)) == []


def test_what_was_ended_leaves_the_list(province, clock, login_as):
    delegation = delegate(days=3)
    with login_as(SIGNATORY):
        IActs(delegation).perform("end_delegation", {})
    assert ending(login_as, SIGNATORY) == []


def test_today_row_counts_what_its_pages_list(province, clock, login_as, portal, http_request):
    alsoProvides(http_request, IQlvbLayer)
    delegate(days=2)
    schedule = ISchedule(getUtility(IDirectory).agency_object("skhcn"))
    for title, hour, days, published in (("Họp", 8, 0, True), ("Dự kiến", 9, 0, False), ("Tiếp dân", 8, 1, True)):
        moment = datetime.combine(DAY + timedelta(days=days), time(hour), VIETNAM)
        schedule.add({"title": title, "start": moment.isoformat(), "leaders": [SIGNATORY], "published": published}, "x")
    with login_as(SIGNATORY):  # who keeps the schedule sees drafts, too
        home = api.content.get_view("qlvb-home", portal, http_request)
        home()
        [today] = [group for group in home.tile_groups if group["id"] == "today"]
        shown = [(translate(tile["title"], target_language="vi"), tile["count"]) for tile in today["tiles"]]
        assert shown == [("Lịch công tác", 2), ("Văn bản Hỏa tốc", 0), ("Việc ủy quyền sắp hết hạn", 1)]
        assert today["tiles"][0]["url"].endswith(f"/skhcn/@@work-schedule?day={DAY.isoformat()}")
        http_request.form["day"] = DAY.isoformat()
        week = getUtility(IDirectory).agency_object("skhcn").restrictedTraverse("@@work-schedule")
        assert [[row["title"] for row in day["rows"]] for day in week.days] == [["Họp", "Dự kiến"]]
