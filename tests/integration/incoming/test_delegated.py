"""Incoming documents under delegation: the direction of an absent leader, the work of an absent specialist."""

from datetime import timedelta
from qlvb.content.clock import today
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility


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
