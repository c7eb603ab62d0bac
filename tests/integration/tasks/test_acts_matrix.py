"""Who may do which act on a task in which situation: acts_matrix.txt, on the screen and over REST."""

from given_tasks import in_days
from matrices import acts_of
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from pathlib import Path
import pytest
from qlvb.content.clock import today
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
ASSIGNER, HEAD, SPECIALIST = "nguyenthithuha", "phamquochuy", "leminhanh"
#: Column of the file -> person.
PEOPLE = {
    "assigner": ASSIGNER,
    "leader": "buitrungkien",
    "head": HEAD,
    "specialist": SPECIALIST,
    "helper": "hoangvanluu",
    "clerk": "vanthuskhcn",
    "administrator": "skhcnqtdv",
    "outsider": "tranduclong",
    "manager": "quantri",
}
#: What is done to tasks of the province's system alone (``tests/integration/tasklink``).
OF_THE_PROVINCE = {"update_from_province", "resend_reports", "take_over_steering"}
HELPERS = {"coordinators": ["user:hoangvanluu"]}


def in_state(state):
    return lambda tasks: tasks.bring_to(tasks.give(**HELPERS), state)


def delegated(tasks):
    """The head is away; the specialist stands in for him."""
    values = {"giver": HEAD, "receiver": SPECIALIST, "valid_from": today(), "valid_to": in_days(3)}
    create_delegation("skhcn", {**values, "mode": "review", "basis": "09/GUQ-SKHCN", "tasks": True}, HEAD)
    return tasks.give(**HELPERS)


def handed_on(tasks):
    task = in_state("in_progress")(tasks)
    tasks.do(task, "hand_on", HEAD, executor=f"user:{SPECIALIST}")
    return task


def to_approve_unit(tasks):
    task = handed_on(tasks)
    tasks.do(task, "complete", SPECIALIST, text="Đã rà soát xong")
    return task


def chased(tasks):
    task = in_state("in_progress")(tasks)
    tasks.do(task, "chase_task", ASSIGNER, level="criticism", text="Khẩn trương")
    return task


def hindered(tasks):
    task = in_state("in_progress")(tasks)
    tasks.do(task, "report", HEAD, text="Đã làm một nửa", progress=50, difficulty="Thiếu kinh phí")
    return task


def hindrance(tasks):
    """The task of removing what hinders another."""
    task = hindered(tasks)
    (found,) = execution_of(task).difficulties
    tasks.do(task, "assign_difficulty", ASSIGNER, difficulty=found.id, executor="user:hoangvanluu", deadline=in_days(3))
    return children_of(task)[0]


def instruction(tasks):
    return tasks.give(leads=["skhcn.cntt", "user:hoangvanluu"])


def part(tasks):
    """The part of one unit, which has to report back."""
    found = children_of(instruction(tasks))[0]
    tasks.do(found, "accept_task", HEAD)
    return found


def all_rows_in(tasks):
    top = instruction(tasks)
    for part, who in zip(children_of(top), (HEAD, "hoangvanluu"), strict=True):
        tasks.do(part, "accept_task", who)
        tasks.do(part, "report_back", who, text="Đã rà soát xong")
    return top


SITUATIONS = {
    **{state: in_state(state) for state in (
        "assigned", "in_progress", "to_approve", "to_extend", "to_close", "paused", "returned", "finished", "closed",
    )},
    **{make.__name__: make for make in (
        delegated, handed_on, to_approve_unit, chased, hindered, hindrance, instruction, part, all_rows_in,
    )},
}  # fmt: skip


def test_every_act_is_in_the_file(task):
    assert acts_of(task) == {act for _situation, act in MATRIX} | OF_THE_PROVINCE
    assert {situation for situation, _act in MATRIX} == set(SITUATIONS) - {"closed"}  # nobody does anything then


@pytest.mark.parametrize("situation", SITUATIONS)
def test_who_may_do_what(tasks, login_as, situation):
    task = SITUATIONS[situation](tasks)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation}
    assert who_may(task, PEOPLE, login_as) == may
    refuse_the_others(task, may, PEOPLE, login_as)
    show_alike(task, may, PEOPLE, login_as, getRequest())
