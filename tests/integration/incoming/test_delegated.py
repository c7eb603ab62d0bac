"""Incoming documents under delegation: the direction of an absent leader, the work of an absent specialist."""

from datetime import timedelta
import pytest
from qlvb.content.clock import today
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility
from zope.i18n import translate


def delegate(giver, receiver, **changes):
    values = {
        "giver": giver,
        "receiver": receiver,
        "valid_from": today(),
        "valid_to": today() + timedelta(days=3),
        "mode": "review",
        "basis": "07/QĐ-SNV",
        **changes,
    }
    return create_delegation("snv", values, giver)


def count(login_as, who, box):
    with login_as(who):
        return getUtility(IListing).counts([box])[box]


def test_directing_in_the_leaders_place(actors, to_direct, login_as):
    assert actors.refused(to_direct, "direct", "phangiakhanh", text="Giao", lead=["vuhaiyen"], working_days=5)[0] == 403
    delegate("tranduclong", "phangiakhanh")
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 1
    assert count(login_as, "tranduclong", "incoming.delegated_away") == 1
    actors.do(to_direct, "direct", "phangiakhanh", text="Giao chị Yến", lead=["vuhaiyen"], working_days=5)
    assert state_of(to_direct) == "in_progress"
    (line,) = ILines(to_direct).all()
    assert (line.assigned_by, line.assigned_for, line.basis) == ("phangiakhanh", "tranduclong", "07/QĐ-SNV")
    entry = next(IJournal(to_direct).entries(newest_first=True, events={"act.direct"}))
    assert (entry.actor, entry.on_behalf) == ("phangiakhanh", "tranduclong")
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 0


def test_doing_the_work_of_who_is_away(actors, in_progress, login_as):
    delegate("vuhaiyen", "phangiakhanh", directions=["incoming"])
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 1
    actors.do(in_progress, "finish", "phangiakhanh", result="Đã xử lý thay")
    (line,) = ILines(in_progress).all()
    assert (line.state, line.closed_by, line.closed_for, line.basis) == (
        "finished", "phangiakhanh", "vuhaiyen", "07/QĐ-SNV"
    )
    assert state_of(in_progress) == "finished"


def test_outgoing_scope_gives_nothing_here(actors, to_direct):
    delegate("tranduclong", "phangiakhanh", directions=["outgoing"])
    assert actors.refused(to_direct, "direct", "phangiakhanh", text="Giao", lead=["vuhaiyen"], working_days=5)[0] == 403


REASON = "Chờ số liệu của các huyện gửi về"


@pytest.fixture
def asked(actors, in_progress):
    """The holder of the only line asks the director for more time."""
    (line,) = ILines(in_progress).all()
    later = line.deadline + timedelta(days=10)
    delegate("tranduclong", "phangiakhanh")
    actors.do(in_progress, "ask_extension", "vuhaiyen", deadline=later, reason=REASON)
    return in_progress


def told(userid, event):
    board = getUtility(INotices).of(userid)
    return [translate(notice.text, target_language="vi") for notice in board.newest() if notice.event == event]


def test_granting_time_in_the_givers_place(actors, asked, login_as):
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 1
    assert told("phangiakhanh", "delegated_turn")[0].startswith("Thay Trần Đức Long: Vũ Hải Yến xin gia hạn")
    assert "approve_extension" in actors.offered(asked, "phangiakhanh")
    actors.do(asked, "approve_extension", "phangiakhanh")
    (line,) = ILines(asked).all()
    assert (line.state, line.extensions[-1].granted, line.extensions[-1].decided_by) == (
        "in_progress", True, "phangiakhanh"
    )
    entry = next(IJournal(asked).entries(newest_first=True, events={"act.approve_extension"}))
    assert (entry.actor, entry.on_behalf, entry.detail["basis"]) == ("phangiakhanh", "tranduclong", "07/QĐ-SNV")
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 0
    assert count(login_as, "tranduclong", "delegations.done") == 1


def test_refusing_time_in_the_givers_place(actors, asked):
    actors.do(asked, "refuse_extension", "phangiakhanh", reason="Cấp trên đã ấn định hạn")
    (line,) = ILines(asked).all()
    assert line.extensions[-1].granted is False


def test_accepting_a_result_in_the_givers_place(actors, to_direct, login_as):
    delegate("tranduclong", "phangiakhanh")
    given = {"text": "Giao chị Yến", "lead": ["vuhaiyen"], "working_days": 5, "accept_result": True}
    actors.do(to_direct, "direct", "tranduclong", **given)
    actors.do(to_direct, "finish", "vuhaiyen", result="Đã gửi báo cáo")
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 1
    actors.do(to_direct, "redo", "phangiakhanh", reason="Thiếu phụ lục số liệu")
    actors.do(to_direct, "finish", "vuhaiyen", result="Đã bổ sung phụ lục")
    actors.do(to_direct, "confirm_result", "phangiakhanh")
    assert state_of(to_direct) == "finished"
    entry = next(IJournal(to_direct).entries(newest_first=True, events={"act.confirm_result"}))
    assert (entry.actor, entry.on_behalf) == ("phangiakhanh", "tranduclong")


def test_who_stands_in_gives_the_word_that_is_awaited_and_does_nothing_else(actors, asked):
    (line,) = ILines(asked).all()
    for act in ("withdraw_line", "finish_for"):
        assert actors.refused(asked, act, "phangiakhanh", line=line.id, reason=REASON)[0] == 403, act
    assert actors.refused(asked, "direct", "phangiakhanh", text="Giao", lead=["vuhaiyen"], working_days=5)[0] in (403, 409)


def test_an_assistant_sees_what_is_asked_and_does_not_answer(actors, in_progress, login_as):
    (line,) = ILines(in_progress).all()
    delegate("tranduclong", "phangiakhanh", mode="assist", basis="")
    actors.do(in_progress, "ask_extension", "vuhaiyen", deadline=line.deadline + timedelta(days=9), reason=REASON)
    assert count(login_as, "phangiakhanh", "incoming.delegated") == 1
    assert actors.refused(in_progress, "approve_extension", "phangiakhanh", line=line.id)[0] == 403
    assert "prepare_opinion" not in actors.offered(in_progress, "phangiakhanh")
    assert told("phangiakhanh", "delegated_turn")[0].startswith("Giúp Trần Đức Long chuẩn bị:")


def test_who_is_back_decides_about_what_was_given_for_him(actors, to_direct, login_as):
    delegation = delegate("tranduclong", "phangiakhanh")
    actors.do(to_direct, "direct", "phangiakhanh", text="Giao chị Yến", lead=["vuhaiyen"], working_days=5)
    actors.do(delegation, "end_delegation", "tranduclong")
    (line,) = ILines(to_direct).all()
    actors.do(to_direct, "ask_extension", "vuhaiyen", deadline=line.deadline + timedelta(days=9), reason=REASON)
    assert count(login_as, "tranduclong", "incoming.to_extend") == 1
    actors.do(to_direct, "approve_extension", "tranduclong")
    (line,) = ILines(to_direct).all()
    assert line.extensions[-1].decided_by == "tranduclong"
