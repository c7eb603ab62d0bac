"""What becomes of reports and their files while the province's system misbehaves."""

from datetime import timedelta
from io import BytesIO
from outgoing_story import pdf
from province_system import TOKEN
import pytest
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.versions import FileVersion
from qlvb.content.files.viruses import CLEAN
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import VirusCheck
from qlvb.workflows.links import client
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.link import TaskLink
from qlvb.workflows.tasklink.uploads import LARGEST
from qlvb.workflows.tasklink.uploads import may_leave


LEADER = "nguyenthithuha"
TROUBLES = ["error", "busy", "gone", "hang_up", "html", "list", "huge", "other", "redirect", "slow"]


@pytest.mark.parametrize("behaviour", TROUBLES)
def test_trouble_over_there_loses_nothing(said, system, monkeypatch, behaviour):
    monkeypatch.setattr(client, "TIMEOUT", (1, 0.3))
    task, _outcome = said.give()
    system.behaviour = behaviour
    said.tasks.do(task, "accept_task", LEADER)
    said.tasks.do(task, "report", LEADER, progress=10, text="Bắt đầu")
    said.work()
    job = REPORTS.sending_job(task)
    assert (job.state, job.attempts, bool(job.error)) == ("queued", 1, True)
    assert exchange_of(task).state() == "queued" and len(system.requests) == 1
    (waiting,) = REPORTS.waiting_rows(REPORTS.link)
    assert (waiting["reports"], waiting["attempts"]) == (2, 1)
    system.behaviour = "confirm"
    system.released.set()
    with clock.held(clock.now() + timedelta(seconds=6)):
        said.work()
    assert [one["seq"] for one in system.reports] == [1, 1, 2]  # tried again under the same id, in order
    assert system.reports[0]["id"] == system.reports[1]["id"]
    assert exchange_of(task).state() == "confirmed" and REPORTS.waiting_rows(REPORTS.link) == []


def report_with_files(said, *contents):
    task, _outcome = said.give()
    said.tasks.do(task, "accept_task", LEADER)
    said.work()
    files = [{"filename": f"so-lieu-{at}.pdf", "data": data} for at, data in enumerate(contents, 1)]
    said.tasks.do(task, "report", LEADER, progress=10, text="Số liệu kèm theo", files=files)
    return task


def reported_files(system):
    return system.reports[-1]["detail"]["files"]


@pytest.mark.parametrize("filing", ["lose", "damage"])
def test_files_of_reports_arrive_whole_and_once(said, system, filing):
    task = report_with_files(said, pdf(1), pdf(2))
    system.filing, system.behaviour = filing, "error"
    for minutes in (0, 1, 10):
        with clock.held(clock.now() + timedelta(minutes=minutes)):
            said.work()
        system.filing = "take"
        system.behaviour = "confirm" if minutes else "error"
    with clock.held(clock.now() + timedelta(hours=3)):
        said.work()
    assert exchange_of(task).state() == "confirmed"
    stored = [file.current for file in IFileStore(task).files()]
    assert system.files == {version.sha256: version.data() for version in stored}
    sent = reported_files(system)
    assert [(one["sha256"], one["size"], one["sent"]) for one in sent] == [(one.sha256, one.size, True) for one in stored]
    puts = [sha256 for method, sha256 in system.sent_files if method == "PUT"]
    expected = 2 if filing == "lose" else 3  # what was damaged under way went again, nothing else did
    assert len(puts) == expected


@pytest.mark.parametrize("filing", ["refuse", "unknown"])
def test_a_side_that_takes_no_files_is_told_of_them(said, system, filing):
    system.filing = filing
    task = report_with_files(said, pdf(1))
    said.work()
    [file] = reported_files(system)
    assert (file["sent"], file["filename"], exchange_of(task).state()) == (False, "so-lieu-1.pdf", "confirmed")


@pytest.mark.parametrize(
    ("size", "state", "leaves"),
    [(1, None, True), (LARGEST, CLEAN, True), (LARGEST + 1, CLEAN, False), (0, None, False), (9, INFECTED, False)],
)
def test_which_files_leave(portal, size, state, leaves):
    version = FileVersion(1, BytesIO(b"x"), "a.pdf", "application/pdf", clock.now(), "leminhanh")
    version.size, version.virus_check = size, VirusCheck(state, clock.now()) if state else None
    assert may_leave(version) is leaves


def test_a_server_that_is_down_for_days(said, system):
    task, _outcome = said.give()
    TaskLink().change({"address": "http://127.0.0.1:9/api", "token": TOKEN})  # nobody listens there
    said.tasks.do(task, "accept_task", LEADER)
    start = clock.now()
    for attempt in range(24):
        with clock.held(start + timedelta(hours=7 * attempt)):
            said.work()
    (report,) = exchange_of(task).reports
    assert report.state == "failed" and REPORTS.sending_job(task) is None
    assert TaskLink().log(1)[0]["outcome"] == "failed"
    TaskLink().change({"address": system.address, "token": TOKEN})
    said.tasks.do(task, "resend_reports", LEADER)
    said.work()
    assert report.state == "confirmed"
    assert said.tasks.refused(task, "resend_reports", LEADER) == (409, {"not_your_turn"})


def test_refused_by_the_other_side_and_taken_for_later(said, system):
    task, _outcome = said.give()
    system.behaviour = "refuse"
    said.tasks.do(task, "accept_task", LEADER)
    said.work()
    (report,) = exchange_of(task).reports
    assert report.state == "failed" and report.error.mapping["words"] == "Nhiệm vụ đã đóng ở hệ thống tỉnh"
    assert "resend_reports" in said.tasks.possible(task, LEADER)
    assert "resend_reports" not in said.tasks.possible(task, "dangvanphuc")
    system.behaviour = "pending"
    said.tasks.do(task, "resend_reports", LEADER)
    said.work()
    assert report.state == "sent"
    assert said.say("report_confirmed", report=report.id)[1] == "applied" and report.state == "confirmed"
    said.say("report_rejected", report=report.id, reason="Thiếu số liệu")
    assert (report.state, report.error) == ("failed", "Thiếu số liệu")
