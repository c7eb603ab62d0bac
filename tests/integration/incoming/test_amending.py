"""Sửa bút phê, and tasks that follow a direction."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility


def requests(record):
    return [line.request for line in ILines(record).all()]


def told(userid):
    return [notice for notice in getUtility(INotices).of(userid).newest() if notice.event == "line_answered"]


def test_unread_it_is_simply_changed(actors, in_progress):
    result = actors.do(in_progress, "amend_direction", "tranduclong", text="Chủ trì, trình trong tuần")
    assert not result["visible"]
    assert requests(in_progress) == ["Chủ trì, trình trong tuần"]
    assert handling_of(in_progress).directions[-1].former == ()
    assert not told("vuhaiyen")
    entry = list(IJournal(in_progress).entries(newest_first=True))[0]
    assert entry.detail["was"] == "Chủ trì tham mưu"


def test_read_it_keeps_what_it_said_and_people_are_told(actors, in_progress):
    opened(in_progress, "vuhaiyen")
    actors.do(in_progress, "amend_direction", "tranduclong", text="Chủ trì, phối hợp Văn phòng")
    (direction,) = handling_of(in_progress).directions
    assert direction.text == "Chủ trì, phối hợp Văn phòng"
    assert [text for text, _until, _drawing in direction.former] == ["Chủ trì tham mưu"]
    assert len(told("vuhaiyen")) == 1
    actors.do(in_progress, "amend_direction", "tranduclong", text="Lần nữa")
    assert len(handling_of(in_progress).directions[0].former) == 2


def test_only_ones_own(actors, in_progress):
    assert actors.refused(in_progress, "amend_direction", "vanthusnv", text="Khác") == (403, ["forbidden"])
    assert "amend_direction" not in actors.offered(in_progress, "vuhaiyen")
    same = actors.refused(in_progress, "amend_direction", "tranduclong", text="Chủ trì tham mưu")
    assert same == (400, ["direction_same"])


def test_a_second_direction_leaves_the_first(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Thêm đồng chí Khánh", coordinate=["phangiakhanh"])
    assert [one.text for one in handling_of(in_progress).directions] == ["Chủ trì tham mưu", "Thêm đồng chí Khánh"]
    actors.do(in_progress, "amend_direction", "tranduclong", text="Thêm đồng chí Khánh phối hợp")
    assert requests(in_progress) == ["Chủ trì tham mưu", "Thêm đồng chí Khánh phối hợp"]


def test_tasks_follow_in_the_same_act(actors, to_direct):
    result = actors.do(
        to_direct,
        "direct",
        "tranduclong",
        text="Tổ chức thực hiện",
        lead=["vuhaiyen"],
        coordinate=["phangiakhanh"],
        working_days=5,
        as_tasks=True,
    )
    task = uuidToObject(result["task"], unrestricted=True)
    line = ILines(to_direct).of("vuhaiyen")[0]
    assert (task.assignee, task.assigner, task.deadline) == ("vuhaiyen", "tranduclong", line.deadline)
    assert task.source == to_direct.UID()


def test_what_hinders_a_task_hinders_the_act(actors, in_progress):
    data = {"text": "Phối hợp", "coordinate": ["phangiakhanh"], "as_tasks": True}
    status, codes = actors.refused(in_progress, "direct", "tranduclong", **data)
    assert status == 400 and codes
    assert [line.recipient for line in ILines(in_progress).all()] == ["vuhaiyen"]
