"""The life of a task: accepted, bounced, reported, approved on two levels."""

import base64
from given_tasks import in_days
from given_tasks import listed
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from received import blank_pdf
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.tasks.execution import execution_of
from zope.component import getUtility
from zope.i18n import translate


def test_a_task_lies_with_whoever_gave_it_and_on_the_desk_of_the_unit(tasks, task, login_as):
    assert state_of(task) == "assigned"
    assert task.getPhysicalPath()[2:4] == ("skhcn", "tasks")
    with login_as("phamquochuy"):
        assert listed("tasks.to_accept", "phamquochuy") == [task.subject]
    with login_as("nguyenthithuha"):
        assert listed("tasks.assigned", "nguyenthithuha") == [task.subject]
        assert listed("tasks.to_accept", "nguyenthithuha") == []
    with login_as("leminhanh"):
        assert listed("tasks.all", "leminhanh") == []


def test_accept_report_complete_and_approve(tasks, task, login_as):
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", progress=40, text="Đã rà soát 4/10 đơn vị", difficulty="Thiếu số liệu cũ")
    assert (task.progress, execution_of(task).reports[-1].difficulty) == (40, "Thiếu số liệu cũ")
    with login_as("nguyenthithuha"):
        assert listed("tasks.reported", "nguyenthithuha") == [task.subject]
    result = tasks.do(task, "complete", "phamquochuy", text="Đã xong")
    # The head of the unit reports himself, so only the assigner is asked.
    assert (result["level"], result["state"]) == ("assigner", "to_approve")
    with login_as("nguyenthithuha"):
        assert listed("tasks.to_approve", "nguyenthithuha") == [task.subject]
    tasks.do(task, "approve_result", "nguyenthithuha", opinion="Tốt")
    assert (state_of(task), task.progress) == ("finished", 100)
    assert task.finished_on is not None
    with login_as("phamquochuy"):
        assert listed("tasks.done", "phamquochuy") == [task.subject]


def test_two_levels_and_the_state_changes_only_on_the_last(tasks, login_as):
    task = tasks.give(leads=["user:leminhanh"])
    tasks.do(task, "accept_task", "leminhanh")
    assert tasks.do(task, "complete", "leminhanh", text="Đã xong")["level"] == "unit"
    assert tasks.refused(task, "approve_result", "nguyenthithuha") == (403, {"forbidden"})
    with login_as("phamquochuy"):
        assert listed("tasks.to_approve", "phamquochuy") == [task.subject]
    assert tasks.do(task, "approve_result", "phamquochuy")["state"] == "to_approve"
    with login_as("phamquochuy"):
        assert listed("tasks.to_approve", "phamquochuy") == []
    assert tasks.do(task, "approve_result", "nguyenthithuha")["state"] == "finished"


def test_not_good_enough_goes_on(tasks, task):
    tasks.bring_to(task, "to_approve")
    tasks.do(task, "reject_result", "nguyenthithuha", reason="Chưa có số liệu của ba đơn vị")
    said = translate(IStanding(task).standing().sentence, target_language="vi")
    assert said.startswith("Nguyễn Thị Thu Hà yêu cầu làm tiếp; Phòng "), said
    assert state_of(task) == "in_progress"
    assert (execution_of(task).reason, task.progress) == ("Chưa có số liệu của ba đơn vị", 0)
    tasks.do(task, "report", "phamquochuy", text="Có số liệu của hai đơn vị", progress=70)
    assert execution_of(task).reason == "Chưa có số liệu của ba đơn vị"
    tasks.do(task, "ask_task_extension", "phamquochuy", until=str(in_days(15)), reason="Đơn vị thứ ba gửi chậm")
    assert IStanding(task).standing().request == "Đơn vị thứ ba gửi chậm"
    tasks.do(task, "refuse_task_extension", "nguyenthithuha", reason="Việc đã được báo trước")
    tasks.do(task, "complete", "phamquochuy", text="Đã bổ sung")
    assert (execution_of(task).reason, task.progress) == ("", 100)
    tasks.do(task, "take_back", "phamquochuy")
    assert task.progress == 70


def test_a_bounced_task_comes_back_and_goes_elsewhere(tasks, task, login_as):
    tasks.do(task, "bounce", "phamquochuy", reason="Thuộc Phòng Quản lý khoa học")
    with login_as("nguyenthithuha"):
        assert listed("tasks.returned", "nguyenthithuha") == [task.subject]
    tasks.do(task, "transfer", "nguyenthithuha", executor="skhcn.qlkh", reason="Chuyển đúng phòng phụ trách")
    assert (state_of(task), task.executor.token) == ("assigned", "skhcn.qlkh")
    with login_as("phamquochuy"):
        assert listed("tasks.to_accept", "phamquochuy") == []
        assert listed("tasks.all", "phamquochuy") == [task.subject]  # whoever had it goes on reading


def test_whoever_gave_a_task_may_insist_on_those_who_bounced_it(tasks, task, login_as):
    assert tasks.refused(task, "transfer", "nguyenthithuha", executor="skhcn.cntt", reason="Vẫn phòng này") == (
        400,
        {"same_executor"},
    )
    tasks.do(task, "bounce", "phamquochuy", reason="Không thuộc chức năng của phòng")
    with login_as("nguyenthithuha"):
        primary = [act.id for act, _wrong in IActs(task).possible() if act.emphasis == "primary"]
    assert primary == ["transfer"]
    tasks.do(task, "transfer", "nguyenthithuha", executor="skhcn.cntt", reason="Đúng chức năng theo Quyết định 12")
    assert (state_of(task), task.executor.token) == ("assigned", "skhcn.cntt")
    given = [one for one in getUtility(INotices).of("phamquochuy").newest() if one.event == "task_given"]
    assert len(given) == 2
    tasks.do(task, "accept_task", "phamquochuy")


def test_the_head_hands_it_on_within_the_unit(tasks, task, login_as):
    tasks.do(task, "hand_on", "phamquochuy", executor="user:leminhanh")
    assert (state_of(task), task.assignee) == ("in_progress", "leminhanh")
    with login_as("leminhanh"):
        assert listed("tasks.in_progress", "leminhanh") == [task.subject]
    assert "complete" in tasks.possible(task, "leminhanh")
    assert "complete" not in tasks.possible(task, "phamquochuy")


def test_acting_on_what_another_has_just_closed(tasks, task):
    tasks.bring_to(task, "in_progress")
    sequence = next(iter(IJournal(task).entries(newest_first=True))).seq
    tasks.do(task, "close_task", "nguyenthithuha", reason="Không còn cần thiết nữa")
    report = {"progress": 50, "text": "Đang làm", "expected_state": "in_progress", "expected_seq": sequence}
    assert tasks.refused(task, "report", "phamquochuy", **report) == (409, {"someone_was_faster"})
    assert tasks.refused(task, "report", "phamquochuy", progress=50, text="Đang làm") == (409, {"wrong_state"})
    assert execution_of(task).reports == []


def test_bad_assignments_are_refused_whole(tasks):
    assert tasks.faults(deadline=in_days(-1)) == (400, {("deadline", "deadline_past")})
    assert tasks.faults(leads=["skhcn.giaithe"]) == (400, {("leads", "executor_unknown")})
    assert tasks.faults(leads=[], subject=" ") == (400, {("subject", "field_missing"), ("leads", "lead_missing")})
    assert tasks.faults(leads=["snv"]) == (403, {("leads", "agency_not_below")})
    assert tasks.faults(by="leminhanh", leads=["skhcn.qlkh"]) == (403, {("leads", "not_superior")})
    assert tasks.faults(by="dangvanphuc", agency="ubnd-tinh", leads=["snv.ccvc"]) == (
        403,
        {("leads", "inside_other_agency")},
    )
    assert tasks.faults(coordinators=["skhcn.cntt"]) == (400, {("coordinators", "recipient_in_two_roles")})
    assert tasks.faults(deadline=in_days(3), working_days=2) == (400, {("working_days", "deadline_twice")})
    assert tasks.faults(page=0, colour="đỏ") == (400, {("page", "field_out_of_range"), ("colour", "field_unknown")})


def sent(name, data):
    return {"filename": name, "data": base64.b64encode(data).decode(), "encoding": "base64"}


@pytest.mark.parametrize("act, more", [("report", {"progress": 60}), ("complete", {})])
def test_a_report_carries_its_proofs(tasks, task, act, more):
    files = [sent("so-lieu.pdf", blank_pdf()), sent("bieu.pdf", blank_pdf())]
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, act, "phamquochuy", text="Có biểu số liệu", files=files, **more)
    report = execution_of(task).reports[-1]
    kept = IFileStore(task).files()
    assert report.files == tuple(one.id for one in kept)
    assert [(one.role, one.current.filename) for one in kept] == [("result", "so-lieu.pdf"), ("result", "bieu.pdf")]


def test_a_file_that_is_not_taken_keeps_nothing_of_the_report(tasks, task):
    tasks.do(task, "accept_task", "phamquochuy")
    files = [sent("so-lieu.pdf", blank_pdf()), sent("virus.exe", b"MZ\x00")]
    with pytest.raises(Refused) as refused:
        tasks.do(task, "report", "phamquochuy", text="Có biểu", progress=60, files=files)
    assert refused.value.status == 400
    assert {violation.field for violation in refused.value.violations} == {"files"}
    assert "virus.exe" in str(refused.value.violations[0].message.mapping)
    assert execution_of(task).reports == [] and IFileStore(task).files() == [] and not task.progress


def test_whoever_loses_a_task_is_told(tasks, task, login_as):
    def texts(userid):
        newest = getUtility(INotices).of(userid).newest()
        return [translate(one.text, target_language="vi") for one in newest if one.event == "task_decided"]

    tasks.do(task, "accept_task", "phamquochuy")
    part = tasks.give("phamquochuy", parent=task.UID(), leads=["user:leminhanh"], deadline=in_days(5))
    tasks.do(task, "transfer", "nguyenthithuha", executor="user:hoangvanluu", deadline=task.deadline, reason="Đúng việc của văn phòng")
    assert texts("phamquochuy") == ["Nhiệm vụ đã chuyển cho Hoàng Văn Lưu: Đúng việc của văn phòng"]
    tasks.do(task, "close_task", "nguyenthithuha", reason="Không còn cần thiết nữa")
    assert state_of(part) == "closed" and texts("leminhanh") == ["Đã đóng nhiệm vụ: Không còn cần thiết nữa"]
