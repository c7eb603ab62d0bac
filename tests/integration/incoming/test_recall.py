"""Đồng ý thu hồi, Từ chối thu hồi: what the sender asks back."""

from holding import place
import pytest
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.index.interfaces import IListing
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.standing import standing
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IJobs
from received import received
from zope.component import getUtility
from zope.i18n import translate


WHY = "Ban hành nhầm thẩm quyền"


def ask(record, kind="recall"):
    request = IRecallRequests(record).ask(kind, WHY, "skhcn")
    record.reindexObject()
    return request


def count(actors, userid):
    with actors.login_as(userid):
        return getUtility(IListing).counts(["incoming.to_recall"])["incoming.to_recall"]


def told(userid, event):
    return [notice for notice in getUtility(INotices).of(userid).newest() if notice.event == event]


def texts(userid):
    return [translate(notice.text, target_language="vi") for notice in told(userid, "recalled")]


def answers(record):
    return [job.params for job in IJobs(record).all() if job.kind == "recall_answer"]


@pytest.mark.parametrize("state", ["waiting", "registered", "to_direct", "finished"])
def test_the_clerk_agrees_where_nobody_works_on_it(actors, record, state):
    actors.bring_to(record, state)
    number = record.arrival_number
    ask(record)
    assert told("vanthusnv", "recall_asked")
    assert count(actors, "vanthusnv") == 1
    assert "đề nghị thu hồi" in translate(standing(record), target_language="vi")
    actors.do(record, "agree_recall", "vanthusnv", reason="Đồng ý")
    assert (state_of(record), record.arrival_number) == ("recalled", number)
    assert count(actors, "vanthusnv") == 0
    assert [(answer["agreed"], answer["by"]) for answer in answers(record)] == [(True, "vanthusnv")]
    assert WHY in translate(standing(record), target_language="vi")


def test_what_a_case_holds_stays_and_the_request_waits(actors, record):
    actors.bring_to(record, "registered")
    ask(record)
    place(record)
    assert actors.refused(record, "agree_recall", "vanthusnv") == (409, ["locked"])
    with pytest.raises(RecordHeld):
        fire(record, "agree_recall")
    actors.do(record, "refuse_recall", "vanthusnv", reason="Đang phong tỏa theo yêu cầu thanh tra")
    assert state_of(record) == "registered"


def test_open_work_needs_a_leader_and_everybody_is_told(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    ask(in_progress, "replace")
    assert count(actors, "tranduclong") == 1
    with actors.login_as("vanthusnv"):  # a replacement is not called a recall
        assert [translate(one.message, target_language="vi") for one in IActs(in_progress).get("agree_recall").check({})] == [
            "Còn 1 phần việc đang xử lý: lãnh đạo cơ quan mới đồng ý được."
        ]
    assert actors.refused(in_progress, "agree_recall", "vanthusnv") == (403, ["forbidden"])
    assert actors.refused(in_progress, "agree_recall", "vuhaiyen") == (403, ["forbidden"])
    assert "agree_recall" not in actors.offered(in_progress, "vuhaiyen")
    actors.do(in_progress, "agree_recall", "tranduclong")
    assert state_of(in_progress) == "replaced"
    assert {line.state for line in ILines(in_progress).all()} == {"withdrawn"}
    for userid in ("vuhaiyen", "phangiakhanh"):
        assert texts(userid) == ["Văn bản đã được thay thế."]
        with actors.login_as(userid):
            assert getUtility(IListing).search("trien khai").total == 1
    with actors.login_as("vuhaiyen"):
        assert getUtility(IListing).counts(["incoming.in_progress", "incoming.unread"]) == {
            "incoming.in_progress": 0,
            "incoming.unread": 0,
        }


def test_refusing_goes_on(actors, in_progress):
    ask(in_progress)
    assert actors.refused(in_progress, "refuse_recall", "vanthusnv", reason="không") == (400, ["too_short"])
    actors.do(in_progress, "refuse_recall", "vanthusnv", reason="Đã thực hiện xong phần lớn")
    assert state_of(in_progress) == "in_progress"
    assert [(answer["agreed"], answer["detail"]) for answer in answers(in_progress)] == [
        (False, "Đã thực hiện xong phần lớn")
    ]
    assert actors.refused(in_progress, "agree_recall", "tranduclong") == (409, ["nothing_asked"])


def test_an_update_leaves_it_in_force(actors, in_progress):
    ask(in_progress, "update")
    actors.do(in_progress, "agree_recall", "vanthusnv")
    assert state_of(in_progress) == "in_progress"
    assert [line.state for line in ILines(in_progress).all()] == ["new"]
    for userid in ("tranduclong", "vuhaiyen"):  # who works on it goes on with the correction
        assert texts(userid) == [f"Nơi gửi đã đính chính văn bản, xử lý tiếp theo bản đính chính: {WHY}"]


def test_nobody_asked(actors, registered):
    assert "agree_recall" not in actors.offered(registered, "vanthusnv")
    for act, data in (("agree_recall", {}), ("refuse_recall", {"reason": "Không có ai đề nghị"})):
        assert actors.refused(registered, act, "vanthusnv", **data) == (409, ["nothing_asked"])


def test_what_was_recalled_is_no_duplicate(actors, registered):
    ask(registered)
    actors.do(registered, "agree_recall", "vanthusnv")
    again = received(document_number=15)
    actors.do(again, "accept", "vanthusnv")
    assert state_of(again) == "registered"
