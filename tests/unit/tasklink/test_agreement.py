"""Which word counts when both sides change a task at once: the whole table."""

from datetime import date
import pytest
from qlvb.workflows.tasklink.agreement import ANSWERS
from qlvb.workflows.tasklink.agreement import EVENTS
from qlvb.workflows.tasklink.agreement import ORDERS
from qlvb.workflows.tasklink.agreement import Situation
from qlvb.workflows.tasklink.agreement import answers_extension
from qlvb.workflows.tasklink.agreement import judge
from qlvb.workflows.tasklink.agreement import judge_revision
from qlvb.workflows.tasklink.incoming import act_for
from qlvb.workflows.tasklink.reporting import event_of
from qlvb.workflows.tasklink.words import EVENTS as TITLES
from qlvb.workflows.tasks.interfaces import OPEN_STATES


OLD, NEW = date(2026, 3, 1), date(2026, 3, 20)
#: event, seen, state, level, asked -> word. What each case is about stands behind it.
CASES = (
    ("recalled", 0, "assigned", "", 0, "apply"),
    ("recalled", 1, "to_approve", "assigner", 4, "apply"),  # the result crossed the recall: the recall counts
    ("recalled", 1, "to_extend", "", 4, "apply"),  # so does a question
    ("recalled", 0, "returned", "", 0, "apply"),  # bounced and recalled at once
    ("recalled", 0, "closed", "", 0, "same"),
    ("recalled", 0, "finished", "", 0, "impossible"),  # what was accepted is not recalled, it is reopened first
    ("closed", 0, "in_progress", "", 0, "apply"),
    ("closed", 0, "to_close", "", 2, "apply"),  # the agency proposed it
    ("closed", 0, "finished", "", 0, "same"),
    ("chased", 0, "in_progress", "", 0, "apply"),
    ("chased", 0, "paused", "", 0, "impossible"),
    ("chased", 0, "closed", "", 0, "impossible"),
    ("paused", 0, "in_progress", "", 0, "apply"),
    ("paused", 0, "paused", "", 0, "same"),
    ("paused", 0, "to_approve", "unit", 0, "impossible"),
    ("resumed", 0, "paused", "", 0, "apply"),
    ("resumed", 0, "in_progress", "", 0, "same"),
    ("resumed", 0, "closed", "", 0, "impossible"),
    ("reopened", 0, "finished", "", 0, "apply"),
    ("reopened", 0, "in_progress", "", 0, "same"),
    ("reopened", 0, "closed", "", 0, "impossible"),
    ("result_accepted", 3, "to_approve", "assigner", 3, "apply"),
    ("result_accepted", 0, "to_approve", "assigner", 3, "apply"),  # it does not say what it has seen
    ("result_accepted", 3, "to_approve", "assigner", 5, "overtaken"),  # withdrawn and given anew meanwhile
    ("result_accepted", 3, "to_approve", "unit", 0, "overtaken"),  # given anew, the agency's leaders have not approved
    ("result_accepted", 3, "in_progress", "", 0, "overtaken"),  # withdrawn meanwhile
    ("result_accepted", 3, "finished", "", 0, "same"),
    ("result_accepted", 3, "closed", "", 0, "impossible"),
    ("result_rejected", 3, "to_approve", "assigner", 3, "apply"),
    ("result_rejected", 3, "in_progress", "", 0, "overtaken"),
    ("result_rejected", 3, "finished", "", 0, "impossible"),
    ("extension_granted", 2, "to_extend", "", 2, "apply"),
    ("extension_granted", 2, "to_extend", "", 6, "overtaken"),  # another one was asked for after it
    ("extension_granted", 2, "in_progress", "", 0, "overtaken"),
    ("extension_granted", 2, "closed", "", 0, "impossible"),
    ("extension_refused", 2, "to_extend", "", 2, "apply"),
    ("extension_refused", 2, "to_approve", "assigner", 3, "overtaken"),
    ("close_refused", 2, "to_close", "", 2, "apply"),
    ("close_refused", 2, "in_progress", "", 0, "overtaken"),
)


@pytest.mark.parametrize(("event", "seen", "state", "level", "asked", "word"), CASES)
def test_decisions(event, seen, state, level, asked, word):
    assert judge(event, seen, Situation(state, level, asked)) == word


def test_every_event_has_cases_an_act_and_words():
    assert {case[0] for case in CASES} == set(EVENTS) == set(ORDERS) | set(ANSWERS)
    values = {"reason": "Lý do", "until": NEW, "level": ""}
    assert all(act_for({"event": event, **values})[0] for event in EVENTS)
    assert set(EVENTS) <= set(TITLES)


@pytest.mark.parametrize("event", EVENTS)
def test_every_state_has_an_answer(event):
    for state in (*OPEN_STATES, "finished", "closed"):
        assert judge(event, 0, Situation(state)) in ("apply", "same", "overtaken", "impossible")


@pytest.mark.parametrize(
    ("theirs", "kept", "changed", "state", "word"),
    [
        (1, 1, False, "in_progress", "same"),  # sent twice
        (1, 1, False, "closed", "same"),
        (1, 1, True, "in_progress", "overtaken"),  # one revision with two contents
        (1, 3, True, "in_progress", "overtaken"),  # an older one arrives late
        (1, 3, False, "in_progress", "overtaken"),
        (2, 1, True, "in_progress", "apply"),
        (2, 1, True, "to_approve", "apply"),  # crossed the result: the new content counts, the result is judged by it
        (2, 1, True, "returned", "apply"),  # given anew
        (2, 1, False, "closed", "same"),
        (2, 1, True, "closed", "impossible"),
        (2, 1, True, "finished", "impossible"),
    ],
)
def test_revisions(theirs, kept, changed, state, word):
    assert judge_revision(theirs, kept, changed, state) == word


@pytest.mark.parametrize(
    ("state", "deadline", "wanted", "answer"),
    [
        ("to_extend", OLD, NEW, True),
        ("to_extend", NEW, OLD, False),
        ("to_extend", OLD, None, True),
        ("to_extend", OLD, OLD, None),
        ("in_progress", OLD, NEW, None),
        ("to_extend", None, NEW, False),
    ],
)
def test_a_new_deadline_answers_what_was_asked(state, deadline, wanted, answer):
    assert answers_extension(state, deadline, wanted) is answer


@pytest.mark.parametrize(
    ("act", "state", "level", "by_province", "asked", "event"),
    [
        ("accept_task", "in_progress", "", False, 0, "accepted"),
        ("complete", "to_approve", "unit", False, 0, ""),
        ("complete", "to_approve", "assigner", False, 0, "result"),
        ("approve_result", "to_approve", "assigner", False, 0, "result"),
        ("approve_result", "finished", "", True, 3, "finished"),
        ("reject_result", "in_progress", "", False, 0, ""),
        ("reject_result", "in_progress", "", True, 3, "state"),
        ("take_back", "in_progress", "", False, 0, ""),
        ("take_back", "in_progress", "", False, 3, "withdrawn"),
        ("note_reports", "in_progress", "", False, 0, ""),
        ("chase_task", "in_progress", "", True, 0, ""),
    ],
)
def test_what_the_province_is_told(act, state, level, by_province, asked, event):
    assert event_of(act, state, level, by_province, asked) == event
    assert not event or event in TITLES
