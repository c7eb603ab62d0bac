"""Tasks from documents and minutes, standard jobs, the figures."""

from given_tasks import in_days
from given_tasks import listed
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.violations import Refused
from qlvb.policy.steering.figures import FIGURES
from qlvb.policy.steering.figures import Dashboard
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.tasks.batch import give_all
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.interfaces import IJobTemplates
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.component import getUtility


@pytest.fixture
def minutes(province, login_as):
    """A document of the department, that its leaders see."""
    data = {"subject": "Thông báo kết luận cuộc họp giao ban", "document_type": "notice"}
    with login_as("phamquochuy"):
        return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by="phamquochuy")


def test_a_task_keeps_the_sentence_and_page_of_its_document(tasks, minutes, login_as):
    task = tasks.give(source=minutes, quotation="1. Giao Phòng CNTT rà soát phần mềm.", page=2)
    assert (task.source, task.page) == (minutes.UID(), 2)
    assert children_of(minutes) == [task]
    reasons = IGrants(minutes).explain("phamquochuy")
    assert f"task:{task.UID()}" in {grant.reference for grant in reasons}
    with login_as("phamquochuy"):  # a draft is not seen by the leaders of the agency
        assert listed("tasks.documents", "phamquochuy") == [minutes.subject]


def test_a_task_is_as_urgent_and_secret_as_its_document(tasks, minutes):
    minutes.urgency, minutes.secrecy = "urgent", "confidential"
    task = tasks.give(source=minutes, quotation="1. Giao Phòng CNTT rà soát phần mềm.")
    assert (task.urgency, task.secrecy) == ("urgent", "confidential")
    told = tasks.give(source=minutes, urgency="express", secrecy="secret", leads=["skhcn.cntt", "skhcn.qlkh"])
    assert [(one.urgency, one.secrecy) for one in (told, *children_of(told))] == [("express", "secret")] * 3


def test_rows_of_minutes_are_given_all_or_none(tasks, minutes, login_as):
    good = {"subject": "Rà soát", "leads": ["skhcn.cntt"], "deadline": in_days(5), "quotation": "1. Rà soát."}
    bad = {"subject": "Báo cáo", "leads": ["skhcn.giaithe"], "deadline": in_days(-5)}
    with login_as("nguyenthithuha"):
        outcomes = give_all("skhcn", [(0, good), (3, bad)], "nguyenthithuha", minutes)
        assert {one.row: {fault.code for fault in one.violations} for one in outcomes} == {
            0: set(),
            3: {"executor_unknown", "deadline_past"},
        }
        assert children_of(minutes) == []
        outcomes = give_all("skhcn", [(0, good), (3, {**good, "subject": "Báo cáo"})], "nguyenthithuha", minutes)
    assert [one.task.subject for one in outcomes] == ["Rà soát", "Báo cáo"]


STEPS = [
    {"subject": "Trình kế hoạch", "executor": "skhcn.cntt", "working_days": 3, "product": "Tờ trình"},
    {"subject": "Gửi giấy mời", "executor": "user:leminhanh", "working_days": 6},
]


def test_a_standard_job_starts_with_one_call(tasks, province, login_as):
    templates = IJobTemplates(province["skhcn"])
    made = templates.put("Tổ chức hội nghị", STEPS)
    with login_as("nguyenthithuha"):
        top = templates.start(made.id, "nguyenthithuha")
    calendar = getUtility(IWorkingCalendar)
    parts = children_of(top)
    assert [part.executor.token for part in parts] == ["skhcn.cntt", "user:leminhanh"]
    assert [state_of(one) for one in (top, *parts)] == ["in_progress", "assigned", "assigned"]
    assert [part.deadline for part in parts] == [calendar.add(top.assigned_on, 3), calendar.add(top.assigned_on, 6)]
    assert (top.subject, top.deadline) == ("Tổ chức hội nghị", calendar.add(top.assigned_on, 6))


def test_the_head_of_a_unit_keeps_its_jobs_and_its_people_start_them(tasks, province, login_as):
    templates = IJobTemplates(province["skhcn"])
    head, member, other = "phamquochuy", "leminhanh", "vanthuskhcn"
    assert templates.writable(head) == ["cntt"] and templates.writable(member) == []
    assert templates.writable("skhcnqtdv")[0] == "" and "cntt" in templates.writable("nguyenthithuha")
    made = templates.put("Sao lưu dữ liệu tháng", STEPS, unit="cntt", by=head)
    assert [[one.id for one in templates.of(userid)] for userid in (head, member, "nguyenthithuha", other)] == [
        [made.id], [made.id], [made.id], [],
    ]  # fmt: skip

    def refused(call, *args, **more):
        with pytest.raises(Refused) as caught:
            call(*args, **more)
        return caught.value.status, {one.code for one in caught.value.violations}

    outside = [{**STEPS[0], "executor": "skhcn.vp"}, {**STEPS[1], "executor": "user:vanthuskhcn"}]
    assert refused(templates.put, "Việc", outside, unit="cntt", by=head) == (400, {"executor_outside"})
    for call, args in ((templates.put, ("Việc", STEPS)), (templates.put, ("Việc", STEPS, made.id, "cntt"))):
        assert refused(call, *args, by=member) == (403, {"forbidden"})
    assert refused(templates.put, "Việc", STEPS, made.id, by=head) == (403, {"forbidden"})  # nor make it the agency's
    assert refused(templates.remove, made.id, by=member) == (403, {"forbidden"})
    assert refused(templates.start, made.id, other) == (404, {"template_unknown"})
    with login_as(member):
        top = templates.start(made.id, member)
    assert [part.executor.token for part in children_of(top)] == ["skhcn.cntt", "user:leminhanh"]
    templates.remove(made.id, by=head)
    assert templates.all() == []


def test_a_job_with_a_dissolved_unit_is_refused(province):
    bad = [{"subject": "", "executor": "skhcn.giaithe", "working_days": 0}]
    with pytest.raises(Refused) as caught:
        IJobTemplates(province["skhcn"]).put(" ", bad)
    assert {one.field for one in caught.value.violations} == {
        "title",
        "steps[0].subject",
        "steps[0].working_days",
        "steps[0].executor",
    }
    with pytest.raises(Refused) as caught:
        IJobTemplates(province["skhcn"]).put("Việc", [{"subject": "Trình", "executor": "", "working_days": 3}])
    assert [one.code for one in caught.value.violations] == ["field_missing"]


def test_every_figure_counts_its_list(tasks, login_as):
    for state in ("assigned", "in_progress", "to_approve", "finished", "closed", "returned"):
        tasks.bring_to(tasks.give(subject=f"Việc {state}"), state)
    tasks.give(subject="Của một người", leads=["user:leminhanh"], deadline=in_days(1))
    put_off = tasks.bring_to(tasks.give(subject="Việc gia hạn"), "to_extend")
    tasks.do(put_off, "grant_task_extension", "nguyenthithuha", until=in_days(20))
    tasks.bring_to(tasks.give(subject="Việc chờ gia hạn"), "to_extend")
    tasks.bring_to(tasks.give(subject="Việc chờ đóng"), "to_close")
    with login_as("nguyenthithuha"):
        board = Dashboard({})
        rows = [board.total(), *board.units(), *board.people()]
        assert board.total().number("all") == 10
        assert [board.total().number(name) for name in ("extended", "to_extend", "to_close")] == [1, 1, 1]
        for row in rows:
            for figure in FIGURES:
                filters = parse_qs(urlsplit(row.counted[figure.id].page).query)
                filters.pop("box")
                found = getUtility(IListing).count(Question(types=("Task",), filters=filters))
                assert found == row.number(figure.id), (row.title, figure.id)


def test_the_state_of_a_task_of_another_agency_is_seen_by_its_leaders(tasks, login_as):
    task = tasks.give(by="dangvanphuc", agency="ubnd-tinh", leads=["snv"])
    with login_as("tranduclong"):
        assert listed("tasks.to_accept", "tranduclong") == [task.subject]
    assert state_of(task) == "assigned"
