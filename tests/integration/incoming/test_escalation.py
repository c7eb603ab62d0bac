"""A document of the highest urgency that nobody opens, and what the agency decides about it."""

from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.incoming.escalation import EscalateUnread
from qlvb.workflows.incoming.escalation import level_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.incoming.settings import IIncomingSettings
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from received import Actors
from received import open_registers
from received import received
from zope.component import getUtility


def settings(agency="skhcn"):
    return IIncomingSettings(getUtility(IDirectory).agency_object(agency))


def run(minutes):
    with held(now() + timedelta(minutes=minutes)):
        return EscalateUnread(Savepoints()).run(now())["told"]


def told(userid):
    return [notice for notice in getUtility(INotices).of(userid).newest() if notice.event == "escalated"]


@pytest.fixture
def actors(province, login_as):
    open_registers("skhcn")
    return Actors(login_as)


@pytest.fixture
def express(actors):
    return received("skhcn", by="system", urgency="express", document_number=77)


def test_it_goes_up_level_by_level_and_tells_each_once(actors, express):
    actors.do(express, "accept", "vanthuskhcn")
    actors.do(express, "present", "vanthuskhcn", leader="nguyenthithuha", proposal="Kính trình")
    assert run(29) == 0
    assert run(31) == 1 and len(told("vanthuskhcn")) == 1
    assert run(45) == 0
    assert run(61) == 2 and [len(told(leader)) for leader in ("nguyenthithuha", "buitrungkien")] == [1, 1]
    assert run(600) == 0
    assert told("vanthuskhcn")[0].urgent
    assert IJournal(express).count("escalated") == 2


def test_what_was_registered_and_not_passed_on_goes_up_too(actors, express):
    actors.do(express, "accept", "vanthuskhcn")
    assert run(29) == 0
    assert run(31) == 1 and [notice.text for notice in told("vanthuskhcn")] == ["told_not_passed_on"]
    assert run(61) == 2 and len(told("nguyenthithuha")) == 1
    actors.do(express, "present", "vanthuskhcn", leader="nguyenthithuha", proposal="Kính trình")
    assert run(29) == 0


def test_what_was_opened_goes_up_no_further(actors, express):
    actors.do(express, "accept", "vanthuskhcn")
    actors.do(express, "present", "vanthuskhcn", leader="nguyenthithuha", proposal="Kính trình")
    opened(express, "leminhanh")
    assert run(31) == 1
    opened(express, "nguyenthithuha")
    assert run(61) == 0
    actors.do(express, "pass_leader", "nguyenthithuha", leader="buitrungkien")
    assert run(31) > 0


def test_nobody_has_looked_at_what_arrived(express):
    assert run(61) >= 2 and len(told("nguyenthithuha")) == 1


def test_the_clerk_has_looked(express):
    opened(express, "vanthuskhcn")
    assert run(61) == 0


def test_lines_that_nobody_opens(actors, express):
    actors.do(express, "accept", "vanthuskhcn")
    actors.do(express, "hand_over", "vanthuskhcn", lead=["leminhanh"], information=["phamquochuy"])
    assert run(31) == 2 and [len(told(userid)) for userid in ("vanthuskhcn", "phamquochuy")] == [1, 1]
    opened(express, "leminhanh")
    assert run(90) == 0


@pytest.mark.parametrize("urgency,told_at_all", [("express_timed", True), ("very_urgent", False), ("normal", False)])
def test_which_urgency(actors, urgency, told_at_all):
    received("skhcn", by="system", urgency=urgency, document_number=78)
    assert bool(run(61)) is told_at_all


def test_the_agency_decides_how_long(actors, express):
    settings().change({"unread_minutes": 5})
    assert run(6) > 0
    settings().change({"unread_minutes": 0})
    assert run(600) == 0
    assert settings("snv").unread_minutes == 30
    for wrong in ({"unread_minutes": -1}, {"unread_minutes": "viel"}, {"unread_minutes": 1441}, {"else": 1}):
        with pytest.raises(Refused):
            settings().change(wrong)


def test_the_agency_decides_whether_the_clerk_distributes(actors, express):
    actors.do(express, "accept", "vanthuskhcn")
    settings().change({"direct_distribution": False})
    refused = actors.refused(express, "hand_over", "vanthuskhcn", lead=["leminhanh"])
    assert refused == (400, ["leader_first"])
    settings().change({"direct_distribution": True})
    actors.do(express, "hand_over", "vanthuskhcn", lead=["leminhanh"])


@pytest.mark.parametrize("passed,level", [(0, 0), (29, 0), (30, 1), (59, 1), (60, 2), (600, 2), (-5, 0)])
def test_levels(passed, level):
    assert level_of(now() - timedelta(minutes=passed, seconds=1 if passed >= 0 else 0), now(), 30, 2) == level
