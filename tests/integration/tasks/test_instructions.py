"""An instruction for several agencies, its table of reports back, subtasks and their progress."""

from given_tasks import in_days
from given_tasks import listed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.rows import rows_of
import pytest
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture
def instruction(tasks):
    """Of the province, for two departments of it that are agencies of their own."""
    return tasks.give(
        by="dangvanphuc", agency="ubnd-tinh", leads=["skhcn", "snv"], subject="Báo cáo chuyển đổi số quý IV"
    )


def sentence(task):
    return translate(IStanding(task).standing().sentence, target_language="vi")


def test_each_agency_gets_a_task_of_its_own(tasks, instruction, login_as):
    assert (instruction.kind, state_of(instruction)) == ("instruction", "in_progress")
    assert [child.executor.token for child in children_of(instruction)] == ["skhcn", "snv"]
    assert all(child.report_back for child in children_of(instruction))
    for userid in ("nguyenthithuha", "tranduclong"):
        with login_as(userid):
            assert listed("tasks.to_accept", userid) == [instruction.subject]
    with login_as("vuhaiyen"):
        assert listed("tasks.all", "vuhaiyen") == []
    assert "0/2" in sentence(instruction)


def test_all_rows_come_in_and_the_issuer_closes(tasks, instruction, login_as):
    first, second = children_of(instruction)
    with login_as("dangvanphuc"):
        assert listed("tasks.instructions", "dangvanphuc") == [instruction.subject]
        assert instruction.subject not in listed("tasks.to_approve", "dangvanphuc")
    for child, userid in ((first, "nguyenthithuha"), (second, "tranduclong")):
        assert tasks.refused(instruction, "close_task", "dangvanphuc", reason="Đã đủ báo cáo rồi") == (
            400,
            {"rows_missing"},
        )
        tasks.do(child, "accept_task", userid)
        tasks.do(child, "report_back", userid, text=f"Báo cáo của {userid}", progress=80)
    assert [row.answer for row in rows_of(instruction)] == ["Báo cáo của nguyenthithuha", "Báo cáo của tranduclong"]
    assert instruction.progress == 80
    assert "Đủ hồi báo của 2 đơn vị" in sentence(instruction)
    with login_as("dangvanphuc"):
        assert listed("tasks.to_approve", "dangvanphuc") == [instruction.subject]
        assert len(listed("tasks.reported", "dangvanphuc")) == 2
    texts = [translate(notice.text, target_language="vi") for notice in getUtility(INotices).of("dangvanphuc").newest()]
    assert any("Đã đủ hồi báo của 2 đơn vị" in text for text in texts)
    assert tasks.do(instruction, "close_task", "dangvanphuc", reason="Đã đủ báo cáo rồi")["closed_below"] == 2
    assert {state_of(task) for task in (instruction, first, second)} == {"closed"}


def test_an_agency_divides_its_part_and_progress_flows_up(tasks, instruction):
    part = children_of(instruction)[0]
    tasks.do(part, "accept_task", "nguyenthithuha")
    for unit in ("skhcn.cntt", "skhcn.qlkh"):
        tasks.do(part, "split", "nguyenthithuha", subject=f"Số liệu của {unit}", leads=[unit], deadline=str(in_days(5)))
    below = children_of(part)
    tasks.do(below[0], "accept_task", "phamquochuy")
    tasks.do(below[0], "report", "phamquochuy", progress=60, text="Đã có số liệu sơ bộ")
    assert (part.progress, instruction.progress) == (30, 15)
    assert tasks.refused(part, "complete", "nguyenthithuha", text="Xong") == (400, {"subtasks_open"})
    tasks.do(below[0], "complete", "phamquochuy", text="Xong")
    tasks.do(below[0], "approve_result", "nguyenthithuha")
    tasks.do(below[1], "close_task", "nguyenthithuha", reason="Phòng đã gộp số liệu")
    assert (part.progress, instruction.progress) == (100, 50)
    tasks.do(part, "complete", "nguyenthithuha", text="Đã tổng hợp")
    assert state_of(part) == "to_approve"


def test_a_deadline_below_is_not_later_than_the_one_above(tasks, instruction):
    part = children_of(instruction)[0]
    tasks.do(part, "accept_task", "nguyenthithuha")
    data = {"subject": "Số liệu", "leads": ["skhcn.cntt"], "deadline": str(in_days(30))}
    assert tasks.refused(part, "split", "nguyenthithuha", **data) == (400, {"deadline_beyond"})


def test_a_difficulty_is_assigned_and_settled_by_its_task(tasks):
    task = tasks.give()
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", progress=10, text="Mới bắt đầu", difficulty="Chưa có kinh phí")
    from qlvb.workflows.tasks.execution import execution_of

    difficulty = execution_of(task).unsettled()[0]
    from qlvb.workflows.acts.interfaces import IActs

    proposed = [IActs(task).get(act).defaults() for act in ("assign_difficulty", "settle_difficulty")]
    assert proposed == [{"difficulty": difficulty.id}] * 2
    data = {"difficulty": difficulty.id, "executor": "skhcn.vp", "deadline": str(in_days(4))}
    tasks.do(task, "assign_difficulty", "nguyenthithuha", **data)
    assert IActs(task).get("assign_difficulty").defaults() == {}
    solving = children_of(task)[0]
    assert (solving.kind, solving.request) == ("difficulty", "Chưa có kinh phí")
    assert tasks.refused(task, "assign_difficulty", "nguyenthithuha", **data) == (400, {"difficulty_assigned"})
    tasks.do(solving, "accept_task", "nguyenthithuha")
    tasks.do(solving, "complete", "nguyenthithuha", text="Đã bố trí kinh phí")
    tasks.do(solving, "approve_result", "nguyenthithuha")
    assert execution_of(task).unsettled() == []
    assert difficulty.answer == "Đã bố trí kinh phí"
