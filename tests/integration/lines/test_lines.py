"""Lines of a record: rights, journal, who may do what with whose line."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


@pytest.fixture
def record(province):
    return getUtility(IDocumentFactory).create("IncomingDocument", "snv", {"subject": "V/v thử"}, by="vanthusnv")


@pytest.fixture
def lines(record):
    return ILines(record)


def roles(record, userid):
    return {(grant.role, grant.cause) for grant in IGrants(record).all() if grant.principal == userid}


def test_reading_writes_nothing(record, lines):
    assert lines.all() == [] and lines.of("vuhaiyen") == [] and lines.get("x") is None
    assert not lines.settled() and not lines.stranded()
    assert "qlvb.lines" not in IAnnotations(record)


def test_a_line_gives_its_right_and_takes_it_back(record, lines):
    line = lines.assign("lead", "vuhaiyen", "tranduclong", request="Tham mưu trả lời", deadline=date(2026, 1, 12))
    assert (line.state, line.role, line.assigned_by, line.deadline) == ("new", "lead", "tranduclong", date(2026, 1, 12))
    assert roles(record, "vuhaiyen") == {("Handler", "line")}
    lines.finish(line, "vuhaiyen", result="Đã trả lời")
    assert roles(record, "vuhaiyen") == {("Participant", "line")}
    assert line.closed_at is not None
    assert lines.settled()
    assert [entry.event for entry in IJournal(record).entries()] == ["created", "line.assigned", "line.finished"]


def test_reading_finishes_an_information_line_only(record, lines):
    told = lines.assign("information", "phangiakhanh", "tranduclong")
    leading = lines.assign("lead", "vuhaiyen", "tranduclong")
    assert roles(record, "phangiakhanh") == {("Participant", "line")}
    assert lines.open(told) and told.state == "finished" and told.opened_at
    assert lines.open(leading) and leading.state == "in_progress"
    assert not lines.open(told) and not lines.open(leading)


def test_the_rest_closes_with_the_lead(record, lines):
    leading = lines.assign("lead", "vuhaiyen", "tranduclong")
    helping = lines.assign("coordinate", "phangiakhanh", "tranduclong")
    lines.finish(leading, "vuhaiyen")
    assert helping.state == "finished"
    assert roles(record, "phangiakhanh") == {("Participant", "line")}
    assert IJournal(record).count("line.closed") == 1


def test_forwarding_waits_for_the_child(record, lines):
    parent = lines.assign("lead", "vuhaiyen", "tranduclong")
    child = lines.assign("lead", "phangiakhanh", "vuhaiyen", parent=parent.id)
    assert parent.state == "forwarded"
    lines.finish(child, "phangiakhanh")
    assert parent.state == "finished" and lines.settled()


def test_forwarding_for_information_keeps_the_line_with_its_holder(record, lines):
    parent = lines.assign("lead", "vuhaiyen", "tranduclong")
    lines.open(parent)
    lines.assign("information", "phangiakhanh", "vuhaiyen", parent=parent.id)
    assert parent.state == "in_progress"


def test_returning_recalls_the_branch(record, lines):
    parent = lines.assign("lead", "vuhaiyen", "tranduclong")
    child = lines.assign("lead", "phangiakhanh", "vuhaiyen", parent=parent.id)
    lines.return_back(parent, "vuhaiyen", "Không thuộc nhiệm vụ của phòng")
    assert (parent.state, child.state) == ("returned", "withdrawn")
    assert roles(record, "phangiakhanh") == set()
    assert roles(record, "vuhaiyen") == {("Participant", "line")}
    assert lines.stranded()


def test_a_returned_child_gives_the_work_back_to_its_parent(record, lines):
    parent = lines.assign("lead", "vuhaiyen", "tranduclong")
    child = lines.assign("lead", "phangiakhanh", "vuhaiyen", parent=parent.id)
    lines.return_back(child, "phangiakhanh", "Đang đi công tác dài ngày")
    assert parent.state == "in_progress" and not lines.stranded()
    assert roles(record, "vuhaiyen") == {("Handler", "line")}


def test_finishing_in_place_of_the_child(record, lines):
    parent = lines.assign("lead", "vuhaiyen", "tranduclong")
    child = lines.assign("lead", "phangiakhanh", "vuhaiyen", parent=parent.id)
    lines.finish(parent, "vuhaiyen", result="Tự làm")
    assert child.state == "withdrawn" and lines.settled()


def test_withdrawing_until_the_recipient_acts(record, lines):
    line = lines.assign("lead", "vuhaiyen", "tranduclong")
    lines.open(line)
    with pytest.raises(Refused) as refused:
        lines.withdraw(line, "vanthusnv")
    assert refused.value.status == 403
    lines.withdraw(line, "tranduclong", "Giao nhầm")
    assert line.state == "withdrawn" and roles(record, "vuhaiyen") == set()
    again = lines.assign("lead", "vuhaiyen", "tranduclong")
    again.reply = "a-draft"
    with pytest.raises(Refused) as refused:
        lines.withdraw(again, "tranduclong")
    assert [violation.code for violation in refused.value.violations] == ["line_acted"]


def test_refusals(record, lines):
    line = lines.assign("lead", "vuhaiyen", "tranduclong")
    told = lines.assign("information", "phangiakhanh", "tranduclong")
    cases = [
        (lambda: lines.assign("boss", "vanthusnv", "tranduclong"), 400, "line_role"),
        (lambda: lines.assign("coordinate", "vuhaiyen", "tranduclong"), 409, "line_exists"),
        (lambda: lines.return_back(told, "phangiakhanh", "không phải việc tôi"), 409, "line_information"),
        (lambda: lines.reopen(line, "vuhaiyen", "x"), 409, "line_not_finished"),
    ]
    for call, status, code in cases:
        with pytest.raises(Refused) as refused:
            call()
        assert (refused.value.status, refused.value.violations[0].code) == (status, code)
    lines.finish(line, "vuhaiyen")
    with pytest.raises(Refused) as refused:
        lines.finish(line, "vuhaiyen")
    assert refused.value.violations[0].code == "line_closed"


def test_reopening(record, lines):
    line = lines.assign("lead", "vuhaiyen", "tranduclong")
    lines.finish(line, "vuhaiyen")
    lines.reopen(line, "vuhaiyen", "Bổ sung số liệu")
    assert line.state == "in_progress" and line.closed_at is None
    assert roles(record, "vuhaiyen") == {("Handler", "line")}
