"""Tasks that wait for somebody's word are delegated when the delegation says so (workflows 3.6); the work itself is not."""

from datetime import timedelta
from given_tasks import in_days
from given_tasks import listed
import pytest
from qlvb.content.clock import today
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.report import done_under
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


GIVER, RECEIVER, DIRECTOR = "phamquochuy", "leminhanh", "nguyenthithuha"


def delegate(giver=GIVER, receiver=RECEIVER, agency="skhcn", **changes):
    values = {
        "giver": giver,
        "receiver": receiver,
        "valid_from": today(),
        "valid_to": today() + timedelta(days=3),
        "mode": "review",
        "basis": "09/GUQ-SKHCN",
        "tasks": True,
        **changes,
    }
    return create_delegation(agency, values, giver)


def last_act(task):
    """(actor, on behalf of whom) of the newest act in the journal."""
    entry = next(one for one in IJournal(task).entries(newest_first=True) if one.event.startswith("act."))
    return entry.actor, entry.on_behalf


@pytest.mark.parametrize("changes", [{"tasks": False}, {"tasks": None}, {"valid_from": today() + timedelta(days=1)}])
def test_without_tasks_they_are_not_passed_on(tasks, task, login_as, changes):
    delegate(**changes)
    assert getUtility(IDelegations).covering(RECEIVER, task) == []
    assert getUtility(IDelegations).standing_in(task, [GIVER]) == []
    with login_as(RECEIVER):
        assert listed("tasks.delegated", RECEIVER) == []
    assert tasks.refused(task, "accept_task", RECEIVER) == (403, {"forbidden"})


def test_accepting_in_the_place_of_the_head(tasks, task, login_as, portal):
    delegation = delegate()
    with login_as(RECEIVER):
        assert listed("tasks.delegated", RECEIVER) == [task.subject] and listed("tasks.to_accept", RECEIVER) == []
    with login_as(GIVER):
        assert listed("tasks.delegated_away", GIVER) == [task.subject]
    assert tasks.refused(task, "approve_result", RECEIVER)[0] == 409
    tasks.do(task, "accept_task", RECEIVER)
    assert state_of(task) == "in_progress" and last_act(task) == (RECEIVER, GIVER)
    with login_as(RECEIVER):
        assert listed("tasks.delegated", RECEIVER) == [] and listed("delegations.done", RECEIVER) == [task.subject]
        (done,) = done_under(delegation, portal.REQUEST)
    assert (done.act, done.subject) == ("accept_task", task.subject)
    # The work stays with whom it was given to; what was done for him goes on being readable.
    assert tasks.refused(task, "report", RECEIVER, progress=5, text="Bắt đầu") == (403, {"forbidden"})
    assert {grant.role for grant in IGrants(task).explain(RECEIVER)} == {"Participant"}
    assert last_act(task) == (RECEIVER, GIVER)


def test_handing_on_in_the_place_of_the_head(tasks, task):
    delegate()
    tasks.do(task, "hand_on", RECEIVER, executor=f"user:{RECEIVER}")
    assert task.assignee == RECEIVER and last_act(task) == (RECEIVER, GIVER)
    tasks.do(task, "report", RECEIVER, progress=5, text="Bắt đầu")
    assert last_act(task) == (RECEIVER, "")  # now it is his own


@pytest.mark.parametrize(
    ("state", "act", "data", "after"),
    [
        ("to_approve", "approve_result", {}, "finished"),
        ("to_approve", "reject_result", {"reason": "Chưa có số liệu cấp xã"}, "in_progress"),
        ("to_extend", "grant_task_extension", {"until": in_days(15)}, "in_progress"),
        ("to_extend", "refuse_task_extension", {"reason": "Việc gấp, giữ nguyên hạn"}, "in_progress"),
        ("to_close", "refuse_close", {"reason": "Vẫn phải làm cho xong"}, "in_progress"),
        ("returned", "transfer", {"executor": "skhcn.vp", "reason": "Văn phòng chủ trì"}, "assigned"),
    ],
)
def test_judging_in_the_place_of_who_gave_it(tasks, task, login_as, state, act, data, after):
    delegate(DIRECTOR, "buitrungkien", mode="sign")
    tasks.bring_to(task, state)
    with login_as("buitrungkien"):
        assert listed("tasks.delegated", "buitrungkien") == [task.subject]
    tasks.do(task, act, "buitrungkien", **data)
    assert state_of(task) == after and last_act(task) == ("buitrungkien", DIRECTOR)


def test_work_that_comes_from_another_agency(tasks, login_as):
    task = tasks.give("dangvanphuc", "ubnd-tinh", leads=["skhcn"])
    delegate(DIRECTOR, "buitrungkien")
    tasks.do(task, "accept_task", "buitrungkien")
    assert state_of(task) == "in_progress"


@pytest.mark.parametrize("case", ["secret", "assistant", "another unit", "later"])
def test_what_stays_with_the_giver(tasks, login_as, case):
    task = tasks.give(secrecy="secret" if case == "secret" else "none", leads=["skhcn.cntt"])
    delegation = delegate(mode="assist" if case == "assistant" else "review")
    if case == "another unit":
        tasks.do(task, "transfer", DIRECTOR, executor="skhcn.vp", reason="Văn phòng chủ trì")
    if case == "later":
        tasks.do(delegation, "end_delegation", GIVER)
    with pytest.raises(Refused) as refused:
        tasks.do(task, "accept_task", RECEIVER)
    assert refused.value.status == 403 and state_of(task) == "assigned"
    with login_as(RECEIVER):
        assert listed("tasks.delegated", RECEIVER) == ([task.subject] if case == "assistant" else [])


def test_who_stands_in_is_told(tasks, login_as):
    delegate()
    task = tasks.give()
    with login_as(RECEIVER):
        told = [notice for notice in getUtility(INotices).of(RECEIVER).newest() if notice.record == task.UID()]
    assert [notice.event for notice in told] == ["delegated_turn"]


def test_what_is_not_yes_or_no_is_refused(province):
    with pytest.raises(Refused) as refused:
        delegate(tasks="maybe")
    assert [violation.field for violation in refused.value.violations] == ["tasks"]
