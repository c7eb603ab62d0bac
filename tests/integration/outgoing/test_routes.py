"""Review routes of an agency: proposed, left with a reason, versioned."""

from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.routes.interfaces import IFollowedRoute
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.rules import ReviewRoute
from qlvb.workflows.routes.rules import Station


ADMINISTRATOR = "skhcnqtdv"
UNIT, OFFICE = Station("review", "unit_leader", "drafting"), Station("initials", DEPUTY)
SIGN = Station("sign", "signatory", signing=True)


@pytest.fixture
def routes(province, clock):
    return IReviewRoutes(province["skhcn"])


def save(routes, *stations, **more):
    return routes.save([ReviewRoute("r1", "Công văn", stations, ("official_letter",))], ADMINISTRATOR, **more)


@pytest.fixture
def draft(keys, registers, routes):
    save(routes, UNIT, OFFICE, SIGN)
    return make_draft(drafting_unit="cntt")


def proposed(document):
    found = IFollowedRoute(document).proposal()
    return (found.people[0], found.kind) if found is not None else None


def test_the_next_is_proposed_at_every_station(draft, cast):
    assert proposed(draft) == (REVIEWER, "review")
    cast.drafter.does(draft, "submit")
    assert IRoute(draft).current().person == REVIEWER and proposed(draft) == (DEPUTY, "review")
    cast.reviewer.does(draft, "approve")
    assert IRoute(draft).current().person == DEPUTY and proposed(draft) == (SIGNATORY, "sign")
    cast.deputy.does(draft, "approve")
    step = IRoute(draft).current()
    assert (step.person, step.kind) == (SIGNATORY, "sign") and proposed(draft) is None


def test_leaving_the_route_needs_a_reason_that_is_kept(draft, cast):
    assert cast.drafter.is_refused(draft, "submit", receiver=DEPUTY) == (400, {("request", "deviation_reason")})
    cast.drafter.does(draft, "submit", receiver=DEPUTY, request="Trưởng phòng đi công tác dài ngày")
    entry = next(IJournal(draft).entries(newest_first=True, events={"act.submit"}))
    assert entry.detail["proposed"] == REVIEWER and entry.detail["receiver"] == DEPUTY
    assert proposed(draft) == (SIGNATORY, "sign")


def test_passing_on_to_another_leader_leaves_the_route_too(draft, cast):
    cast.drafter.does(draft, "submit")
    assert cast.reviewer.is_refused(draft, "forward", receiver=SIGNATORY) == (400, {("request", "deviation_reason")})
    cast.reviewer.does(draft, "forward", receiver=SIGNATORY, request="Phó giám đốc phụ trách đang đi công tác")
    entry = next(IJournal(draft).entries(newest_first=True, events={"act.forward"}))
    assert (entry.detail["proposed"], entry.detail["receiver"]) == (DEPUTY, SIGNATORY)


def test_a_running_document_finishes_on_its_version(draft, cast, routes):
    cast.drafter.does(draft, "submit")
    assert routes.running() == 1
    assert save(routes, UNIT, SIGN).number == 2
    assert proposed(draft) == (DEPUTY, "review")
    other = make_draft(drafting_unit="cntt")
    cast.drafter.does(other, "submit")
    assert proposed(other) == (SIGNATORY, "sign")


def test_returned_documents_come_back_to_who_returned_them(draft, cast):
    cast.drafter.does(draft, "submit")
    cast.reviewer.does(draft, "approve")
    cast.deputy.does(draft, "return", reason="Sửa lại trích yếu cho đúng")
    cast.drafter.does(draft, "resubmit", explanation="Đã rà soát, giữ nguyên nội dung")
    assert IRoute(draft).current().person == DEPUTY


def test_without_a_route_nothing_changes(province, clock, keys, registers, cast):
    document = make_draft()
    assert proposed(document) is None
    cast.drafter.does(document, "submit", receiver=DEPUTY)


def test_two_administrators(routes):
    save(routes, UNIT, SIGN, expected=0)
    with pytest.raises(Refused) as caught:
        save(routes, SIGN, expected=0)
    assert caught.value.status == 409
    assert [one.number for one in routes.versions()] == [1]
