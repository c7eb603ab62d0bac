"""One task in two systems: what the province says, what it is told, and what happens when its system misbehaves."""

from given_tasks import in_days
from given_tasks import listed
from linked import codes
from plone import api
from province_system import TOKEN
import pytest
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.links.trying import ask_test
from qlvb.workflows.links.trying import last_test
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.link import ROLE
from qlvb.workflows.tasklink.link import TaskLink
from qlvb.workflows.tasklink.sending import ResumeReports
from qlvb.workflows.tasks.execution import execution_of


LEADER, HEAD, OTHER = "nguyenthithuha", "phamquochuy", "tranduclong"


def events(system):
    return [(one["seq"], one["event"]) for one in system.reports]


def test_a_task_of_the_province_waits_with_the_leaders_of_the_agency(said, login_as):
    task, outcome = said.give()
    assert outcome == "new" and state_of(task) == "assigned"
    assert (task.reference, task.executing_agency, task.quotation[:4]) == ("152/NV-UBND", "skhcn", "Giao")
    with login_as(LEADER):
        assert listed("tasks.to_accept", LEADER) == listed("tasks.province", LEADER) == [task.subject]
    with login_as(OTHER):
        assert listed("tasks.to_accept", OTHER) == listed("tasks.province", OTHER) == []
    again, outcome = said.give()
    assert outcome == "same" and again.UID() == task.UID()


def test_from_the_order_to_the_accepted_result(said, system):
    task, _outcome = said.give()
    do = said.tasks.do
    do(task, "hand_on", LEADER, executor="skhcn.cntt")
    do(task, "report", HEAD, progress=60, text="Đã có số liệu", difficulty="Thiếu số liệu cấp xã")
    do(task, "complete", HEAD, text="Đã có báo cáo")
    said.work()
    assert events(system) == [(1, "handed_on"), (2, "progress")]  # the result waits for the agency's own leaders
    assert system.reports[1]["progress"] == 60 and system.reports[1]["detail"]["difficulty"] == "Thiếu số liệu cấp xã"
    do(task, "approve_result", LEADER)
    assert state_of(task) == "to_approve"
    assert said.tasks.refused(task, "approve_result", LEADER) == (403, {"forbidden"})  # only the province finishes it
    said.work()
    assert events(system)[2:] == [(3, "result")] and system.reports[2]["detail"]["text"] == "Đã có báo cáo"
    assert {one.state for one in exchange_of(task).reports} == {"confirmed"}
    _task, outcome = said.say("result_accepted", seen=3)
    assert outcome == "applied" and state_of(task) == "finished"
    said.work()
    assert events(system)[3:] == [(4, "finished")] and system.reports[3]["state"] == "finished"
    first = system.requests[0]
    assert first["headers"]["Authorization"] == f"Bearer {TOKEN}"
    assert first["headers"]["Idempotency-Key"] == first["body"]["id"]


def test_extension_chase_pause_recall(said, system):
    task, _outcome = said.give()
    do = said.tasks.do
    do(task, "accept_task", LEADER)
    do(task, "ask_task_extension", LEADER, until=in_days(300), reason="Chờ số liệu của các xã")
    said.work()
    assert system.reports[-1]["detail"]["until"] == in_days(300).isoformat()
    assert said.tasks.refused(task, "grant_task_extension", LEADER, until=in_days(300)) == (403, {"forbidden"})
    said.say("extension_granted", seen=2, until=in_days(200).isoformat())  # beyond the limits of the agency
    assert task.deadline == in_days(200) and state_of(task) == "in_progress"
    said.say("chased", level="criticism", reason="Chậm so với yêu cầu")
    assert [chase.level for chase in execution_of(task).chases] == ["criticism"]
    said.say("paused")
    assert execution_of(task).reason == "Tỉnh cho tạm dừng"
    said.say("resumed")
    said.say("recalled", reason="Giao nơi khác")
    assert state_of(task) == "closed" and execution_of(task).reason == "Tỉnh thu hồi nhiệm vụ: Giao nơi khác"
    said.work()
    assert [event for _seq, event in events(system)][-3:] == ["state", "state", "closed"]


def test_what_came_twice_changes_nothing_and_what_crossed_is_refused(said):
    task, _outcome = said.give()
    do = said.tasks.do
    do(task, "accept_task", LEADER)
    do(task, "ask_task_extension", LEADER, until=in_days(30), reason="Chờ số liệu của các xã")
    said.say("extension_refused", seen=2, reason="Việc gấp")
    said.events -= 1  # the same message once more
    assert said.say("extension_refused", seen=2, reason="Việc gấp")[1] == "applied"
    assert len(execution_of(task).extensions) == 1
    do(task, "complete", LEADER, text="Đã xong")
    do(task, "take_back", LEADER)
    with pytest.raises(Refused) as caught:
        said.say("result_accepted", seen=4)
    assert codes(caught) == (409, {("event", "overtaken")}) and state_of(task) == "in_progress"


def test_the_province_changes_its_task(said, login_as):
    task, _outcome = said.give()
    said.tasks.do(task, "bounce", LEADER, reason="Không thuộc chức năng của Sở")
    assert said.give(revision=2, subject="Chủ trì báo cáo chuyển đổi số")[1] == "changed"
    assert (state_of(task), task.subject) == ("assigned", "Chủ trì báo cáo chuyển đổi số")  # given anew
    said.tasks.do(task, "accept_task", LEADER)
    said.tasks.do(task, "ask_task_extension", LEADER, until=in_days(60), reason="Chờ số liệu của các xã")
    assert said.give(revision=3, subject=task.subject, deadline=in_days(50).isoformat())[1] == "changed"
    assert state_of(task) == "in_progress" and execution_of(task).extensions[0].granted == in_days(50)
    for changes, field in (({"revision": 2}, "revision"), ({"revision": 3, "product": "Tờ trình"}, "revision")):
        with pytest.raises(Refused) as caught:
            said.give(**changes)
        assert codes(caught) == (409, {(field, "overtaken")})
    with pytest.raises(Refused) as caught:
        said.give(revision=4, agency="snv")
    assert codes(caught) == (409, {("agency", "number_taken")})
    assert said.tasks.refused(task, "update_from_province", LEADER, subject="Việc khác")[0] == 403


WRONG_ORDERS = [
    ({"number": ""}, {("number", "required")}),
    ({"number": "a b"}, {("number", "number_wrong")}),
    ({"number": 5}, {("number", "invalid")}),
    ({"agency": "khong-co"}, {("agency", "agency_unknown")}),
    ({"subject": ""}, {("subject", "required")}),
    ({"subject": "x" * 501}, {("subject", "too_long")}),
    ({"deadline": "hôm qua"}, {("deadline", "invalid")}),
    ({"deadline": "2020-01-01"}, {("deadline", "deadline_past")}),
    ({"revision": 0}, {("revision", "out_of_range")}),
    ({"urgency": "now"}, {("urgency", "invalid")}),
    ({"url": "javascript:alert(1)"}, {("url", "address_wrong")}),
    ({"url": "https://["}, {("url", "address_wrong")}),
    ({"colour": "red"}, {("colour", "unknown_field")}),
    ({"page": "mười", "subject": ""}, {("page", "invalid"), ("subject", "required")}),
]


@pytest.mark.parametrize(("changes", "faults"), WRONG_ORDERS)
def test_wrong_orders_make_nothing(said, portal, changes, faults):
    with pytest.raises(Refused) as caught:
        said.give(**changes)
    assert codes(caught) == (400, faults)
    assert TaskLink().task("152/NV-UBND") is None


@pytest.mark.parametrize(
    ("event", "more", "answer"),
    [
        ("promoted", {}, (400, {("event", "event_unknown")})),
        ("extension_granted", {}, (400, {("until", "required")})),
        ("chased", {"level": "loud"}, (400, {("level", "level_unknown")})),
        ("report_confirmed", {}, (400, {("report", "required")})),
        ("report_confirmed", {"report": "none"}, (404, {("report", "report_unknown")})),
        ("recalled", {"number": "9"}, (404, {("number", "number_unknown")})),
        ("recalled", {"id": ""}, (400, {("id", "required")})),
        ("paused", {}, (409, {("event", "wrong_state")})),
    ],
)
def test_wrong_events_change_nothing(said, event, more, answer):
    task, _outcome = said.give()
    with pytest.raises(Refused) as caught:
        said.say(event, **more)
    assert codes(caught) == answer and state_of(task) == "assigned"


def test_while_the_link_is_off_reports_wait(said, system, login_as):
    task, _outcome = said.give()
    assert "take_over_steering" not in said.tasks.possible(task, LEADER)
    TaskLink().change({"enabled": False})
    said.tasks.do(task, "accept_task", LEADER)
    said.work()
    assert system.requests == [] and exchange_of(task).state() == "queued"
    said.tasks.do(task, "take_over_steering", LEADER, reason="Tỉnh đồng ý qua điện thoại")
    said.tasks.do(task, "close_task", LEADER, reason="Tỉnh đồng ý qua điện thoại")
    TaskLink().change({"enabled": True})
    assert ResumeReports(Savepoints()).run(clock.now())["waiting"] == 1
    said.work()
    assert [event for _seq, event in events(system)] == ["accepted", "state", "closed"]
    assert TaskLink().waiting() == []


def test_the_progress_of_subtasks_is_reported(said, system):
    task, _outcome = said.give()
    do = said.tasks.do
    do(task, "accept_task", LEADER)
    part = do(task, "split", LEADER, subject="Tổng hợp số liệu", leads=["skhcn.cntt"], deadline=in_days(5))
    part = find_record(part["uid"])
    do(part, "accept_task", HEAD)
    said.work()
    before = len(system.reports)
    do(part, "report", HEAD, progress=40, text="Đã có 8/20 xã")
    said.work()
    assert [(one["event"], one["progress"]) for one in system.reports[before:]] == [("progress", 40)]
    assert "8/20" not in str(system.reports)  # what is written inside the agency stays there


def test_the_token_stays_with_its_server(said, system, login_as):
    link = TaskLink()
    with pytest.raises(Refused) as caught:
        link.change({"address": "https://elsewhere.example"})
    assert codes(caught) == (400, {("token", "field_missing")})
    link.change({"address": "https://elsewhere.example", "enabled": False})
    assert not link.has_token and link.token() == ""
    for account, code in (("quantri", "account_manages"), ("nobody", "account_unknown")):
        with pytest.raises(Refused) as caught:
            link.change({"account": account})
        assert codes(caught) == (400, {("account", code)})
    assert ROLE in api.user.get_roles(username="hethongtinh")
    link.change({"account": ""})
    assert ROLE not in api.user.get_roles(username="hethongtinh")


@pytest.mark.parametrize(("behaviour", "state"), [("confirm", "done"), ("error", "failed"), ("refuse", "failed")])
def test_trying_the_connection_out(said, system, behaviour, state):
    system.behaviour = behaviour
    ask_test(REPORTS.test_kind, "quantri")
    assert last_test(REPORTS.test_kind, "quantri").state == "queued" and ask_test(REPORTS.test_kind, "quantri").id == last_test(REPORTS.test_kind, "quantri").id
    said.work()
    assert last_test(REPORTS.test_kind, "quantri").state == state
    assert [(one["method"], one["path"]) for one in system.requests] == [("GET", "/api/status")]


def test_the_log_is_kept_short(said, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.links.link.MOST_LINES", 3)
    for number in range(5):
        TaskLink().note("in", str(number), "recalled", "applied")
    assert TaskLink().prune() == 2
    assert [line["number"] for line in TaskLink().log(10)] == ["4", "3", "2"]
