"""Who may do which act in which situation: acts_matrix.txt, as forms, REST and bulk all ask it (IActs)."""

from datetime import timedelta
from matrices import read_acts
from matrices import who_may
from pathlib import Path
import pytest
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.lines.interfaces import ILines


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
#: Column of the file -> person: clerk, leader, who leads, who reads, an outsider, the manager of the site.
PEOPLE = {
    "clerk": "vanthusnv",
    "leader": "tranduclong",
    "lead": "vuhaiyen",
    "reader": "phangiakhanh",
    "outsider": "leminhanh",
    "manager": "quantri",
}

def later(record):
    return ILines(record).of("vuhaiyen")[0].deadline + timedelta(days=7)


def directed(actors, record, accept=False):
    actors.bring_to(record, "to_direct")
    actors.do(
        record,
        "direct",
        "tranduclong",
        text="Làm",
        lead=["vuhaiyen"],
        information=["phangiakhanh"],
        working_days=5,
        accept_result=accept,
    )


def waiting(actors, record):
    pass


def registered(actors, record):
    actors.bring_to(record, "registered")


def to_direct(actors, record):
    actors.bring_to(record, "to_direct")


def given(actors, record):
    directed(actors, record)


def read(actors, record):
    directed(actors, record)
    opened(record, "phangiakhanh")
    actors.do(record, "update_progress", "vuhaiyen", percent=10)


def to_extend(actors, record):
    directed(actors, record)
    actors.do(record, "ask_extension", "vuhaiyen", deadline=later(record), reason="Chờ số liệu của các xã")


def to_confirm(actors, record):
    directed(actors, record, accept=True)
    actors.do(record, "finish", "vuhaiyen", result="Xong")


def finished(actors, record):
    directed(actors, record)
    actors.do(record, "finish", "vuhaiyen", result="Xong")


def returned(actors, record):
    actors.do(record, "refuse", "vanthusnv", reason="Gửi nhầm địa chỉ nhận")


def recall_asked(actors, record):
    directed(actors, record)
    IRecallRequests(record).ask("recall", "Ban hành nhầm", "skhcn")


def recalled(actors, record):
    recall_asked(actors, record)
    actors.do(record, "agree_recall", "tranduclong")


SITUATIONS = (
    waiting, registered, to_direct, given, read, to_extend, to_confirm, finished, returned, recall_asked, recalled
)  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(actors, record, situation):
    situation(actors, record)
    expected = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(record, PEOPLE, actors.login_as) == expected


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_what_is_shown_can_be_done_or_says_why(actors, record, situation):
    """The clerk sees the consent to a recall that only a leader may give: it is he who has to go and ask."""
    situation(actors, record)
    for userid in PEOPLE.values():
        with actors.login_as(userid):
            for act, violations in IActs(record).possible():
                assert all(str(violation.message) for violation in violations), act.id
                forbidden = "forbidden" in {violation.code for violation in violations}
                assert not forbidden or (userid, act.id) == ("vanthusnv", "agree_recall"), (userid, act.id)
