"""Extensions within the agency's limits, and the ladder of chasing."""

from datetime import datetime
from datetime import timedelta
from given_tasks import in_days
from given_tasks import listed
import pytest
from plone import api
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.lines.interfaces import IDecidedDays
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.tasks.chasing import ChaseTasks
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.interfaces import ITaskSettings
from zope.component import getUtility
from zope.i18n import translate


def told(userid):
    return [translate(one.text, target_language="vi") for one in getUtility(INotices).of(userid).newest()]


def test_an_extension_is_asked_for_granted_and_counted(tasks, task, login_as):
    tasks.bring_to(task, "to_extend")
    [asked] = execution_of(task).extensions
    with login_as("nguyenthithuha"):
        shown = [effect.values for effect in IActs(task).get("grant_task_extension").preview()]
        assert shown == [(clock.show_date(task.deadline),), (clock.show_date(asked.until),), (asked.reason,)]
        assert listed("tasks.to_approve", "nguyenthithuha") == [task.subject]
    tasks.do(task, "grant_task_extension", "nguyenthithuha", until=str(in_days(15)), opinion="Được thêm 5 ngày")
    assert (state_of(task), task.deadline, task.first_deadline) == ("in_progress", in_days(15), in_days(10))


def test_who_granted_an_extension_is_named_without_a_word_of_his_too(tasks, task, login_as):
    tasks.bring_to(task, "to_extend")
    with login_as("nguyenthithuha"):
        waiting = api.content.get_view("view", task, task.REQUEST)()
    tasks.do(task, "grant_task_extension", "nguyenthithuha", until=str(in_days(15)))
    with login_as("nguyenthithuha"):
        granted = api.content.get_view("view", task, task.REQUEST)()
    name = '<p class="mb-0 task-words"><b>Nguyễn Thị Thu Hà</b></p>'
    assert name not in waiting and name in granted


def test_a_refusal_carries_its_reason_and_leaves_the_deadline(tasks, task):
    tasks.bring_to(task, "to_extend")
    assert tasks.refused(task, "refuse_task_extension", "nguyenthithuha", reason="Không") == (400, {"too_short"})
    tasks.do(task, "refuse_task_extension", "nguyenthithuha", reason="Việc đã được báo trước hai tháng")
    assert task.deadline == in_days(10)
    assert execution_of(task).extensions[0].answer == "Việc đã được báo trước hai tháng"
    assert any("Không đồng ý gia hạn" in text for text in told("phamquochuy"))


def test_limits_are_settings_of_the_agency(tasks, task, province):
    ITaskSettings(province["skhcn"]).change({"most_extensions": 1, "longest_extension": 5})
    tasks.do(task, "accept_task", "phamquochuy")
    asked = {"until": str(in_days(30)), "reason": "Chờ ý kiến các đơn vị"}
    assert tasks.refused(task, "ask_task_extension", "phamquochuy", **asked) == (400, {"too_long_extension"})
    asked["until"] = str(in_days(12))
    tasks.do(task, "ask_task_extension", "phamquochuy", **asked)
    tasks.do(task, "grant_task_extension", "nguyenthithuha", until=asked["until"])
    asked["until"] = str(in_days(14))
    assert tasks.refused(task, "ask_task_extension", "phamquochuy", **asked) == (400, {"too_often"})


def test_settings_that_cannot_be_are_refused(province):
    settings = ITaskSettings(province["skhcn"])
    with pytest.raises(Refused) as caught:
        settings.change({"most_extensions": -1, "chase_after": ["x"], "colour": "đỏ"})
    assert {one.field for one in caught.value.violations} == {"most_extensions", "chase_after", "colour"}
    assert settings.most_extensions == 2


def test_chasing_by_hand_is_counted_and_answered(tasks, task, login_as):
    tasks.do(task, "accept_task", "phamquochuy")
    assert tasks.do(task, "chase_task", "nguyenthithuha", level="reminder", text="Báo cáo gấp")["number"] == 1
    assert tasks.do(task, "chase_task", "nguyenthithuha", level="criticism")["number"] == 2
    with login_as("phamquochuy"):
        assert listed("tasks.chased", "phamquochuy") == [task.subject]
    assert told("phamquochuy")[:2] == [
        f"Nguyễn Thị Thu Hà đôn đốc lần 2 (Phê bình): {task.subject}",
        "Nguyễn Thị Thu Hà đôn đốc lần 1 (Nhắc nhở): Báo cáo gấp",
    ]
    with login_as("phamquochuy"):  # who answers reads on the form what was said to him
        second, first = IActs(task).get("answer_chase").preview()
    assert (second.label.mapping["number"], first.values[-1]) == ("2", "Báo cáo gấp")
    assert second.values[1].startswith("Nguyễn Thị Thu Hà, ") and len(second.values) == 2
    assert tasks.do(task, "answer_chase", "phamquochuy", answer="Sẽ xong trong tuần")["answered"] == 2
    with login_as("phamquochuy"):
        assert listed("tasks.chased", "phamquochuy") == []
    assert tasks.refused(task, "answer_chase", "phamquochuy", answer="Nữa") == (409, {"not_your_turn"})


def test_the_ladder_reminds_before_and_chases_after_once_each(tasks, task):
    tasks.do(task, "accept_task", "phamquochuy")
    calendar = getUtility(IWorkingCalendar)
    work = ChaseTasks(Savepoints())

    def on(day):
        moment = datetime(day.year, day.month, day.day, 8, 0, tzinfo=clock.VIETNAM)
        with clock.held(moment):
            return work.run(moment)

    early = task.deadline - timedelta(days=9)
    assert on(early) == {"reminded": 0, "chased": 0}
    assert on(task.deadline) == {"reminded": 1, "chased": 0}
    assert on(task.deadline) == {"reminded": 0, "chased": 0}
    for number, days in enumerate((1, 3, 7), 1):
        day = calendar.add(task.deadline, days)
        assert on(day) == {"reminded": 0, "chased": 1}
        assert on(day) == {"reminded": 0, "chased": 0}
        assert len(execution_of(task).chases) == number
    assert [chase.level for chase in execution_of(task).chases] == ["reminder", "criticism", "review"]
    assert any("Kiểm điểm" in text for text in told("nguyenthithuha"))


def test_days_off_of_the_agency_that_gave_it_do_not_count(tasks, task, province, login_as):
    """The list, the record and the ladder count the same days."""
    tasks.do(task, "accept_task", "phamquochuy")
    calendar = getUtility(IWorkingCalendar)
    last = calendar.add(task.deadline, 1)
    IDecidedDays(province["skhcn"]).decide(last, False, "Ngày truyền thống của Sở", "skhcnqtdv")
    moment = datetime(last.year, last.month, last.day, 8, 0, tzinfo=clock.VIETNAM)
    with clock.held(moment):
        assert ChaseTasks(Savepoints()).run(moment) == {"reminded": 0, "chased": 0}
        assert "quá hạn 1 ngày làm việc" in translate(IStanding(task).standing().sentence, target_language="vi")
    following = calendar.add(last, 1)
    moment = datetime(following.year, following.month, following.day, 8, 0, tzinfo=clock.VIETNAM)
    with clock.held(moment):
        assert ChaseTasks(Savepoints()).run(moment) == {"reminded": 0, "chased": 1}


def test_whoever_waits_for_a_decision_is_not_chased(tasks, task):
    tasks.bring_to(task, "to_approve")
    late = getUtility(IWorkingCalendar).add(task.deadline, 5)
    moment = datetime(late.year, late.month, late.day, 8, 0, tzinfo=clock.VIETNAM)
    with clock.held(moment):
        assert ChaseTasks(Savepoints()).run(moment) == {"reminded": 0, "chased": 0}
