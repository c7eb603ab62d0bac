"""Pages of docs/rest about tasks."""

import base64
from given_tasks import in_days
from province_system import TOKEN
from province_system import ProvinceSystem
import pytest
from received import blank_pdf
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


INSTRUCTION = {
    "subject": "Báo cáo kết quả chuyển đổi số",
    "request": "Nêu số liệu, việc chưa làm được, nguyên nhân và kiến nghị.",
    "product": "Báo cáo",
    "leads": ["skhcn", "snv"],
    "working_days": 10,
}


def act(client, task, name, data=None):
    return client.post(f"{task['@id']}/@acts/{name}", json=data or {})


def proof(filename):
    """A file as JSON carries it."""
    return {"filename": filename, "data": base64.b64encode(blank_pdf()).decode()}


def test_tasks(client, write):
    show = write(
        "tasks",
        "Tasks",
        "``POST <agency>/@tasks`` gives a task. ``leads`` and ``coordinators`` name agencies (``snv``), departments (``snv.ccvc``) and people "
        "(``user:vuhaiyen``); with several leads an instruction is made that has a task for each below it. What happens to a task then are acts "
        "(``@acts``): ``accept_task``, ``bounce``, ``report``, ``report_back``, ``complete``, ``approve_result``, ``ask_task_extension`` and so on.",
    )
    chairman, director = client("dangvanphuc"), client("nguyenthithuha")
    made = show("Give an instruction to two agencies", chairman.post("ubnd-tinh/@tasks", json=INSTRUCTION), 201)
    wrong = {"subject": "", "leads": ["snv.giai-the"], "deadline": "2020-01-01"}
    show("A past deadline, a unit that is no more, no subject", chairman.post("ubnd-tinh/@tasks", json=wrong), 400)
    show("A unit inside another agency", chairman.post("ubnd-tinh/@tasks", json={**INSTRUCTION, "leads": ["snv.ccvc"]}), 403)
    parts = show("The tasks below it", chairman.get(f"{made['@id']}/@tasks"))["items"]
    part = parts[0]
    show("Accept", act(director, part, "accept_task"))
    report = {"progress": 40, "text": "Đã có số liệu của 8 đơn vị", "difficulty": "Thiếu số liệu cấp xã"}
    report["files"] = [proof("so-lieu.pdf"), proof("bieu-tong-hop.pdf")]
    show("Report progress, with files", act(director, part, "report", report))
    assert [len(one["files"]) for one in chairman.get(f"{part['@id']}/@task").json()["reports"]] == [2]
    show("Report back", act(director, part, "report_back", {"progress": 80, "text": "Đã hoàn thành 12/15 chỉ tiêu"}))
    show("The table of reports back", chairman.get(f"{made['@id']}/@answers"))
    closing = {"reason": "Đã đủ số liệu báo cáo"}
    show("It cannot be closed before all rows are in", act(chairman, made, "close_task", closing), 400)
    show("Chase", act(chairman, parts[1], "chase_task", {"level": "reminder", "text": "Khẩn trương báo cáo"}))
    show("A task in full", chairman.get(f"{part['@id']}/@task"))
    act(chairman, parts[1], "close_task", closing)
    show("Acting on what another has closed", act(client("tranduclong"), parts[1], "accept_task"), 409)
    show("Close the instruction", act(chairman, made, "close_task", closing))
    show("The figures", chairman.get("@task-dashboard"), text="Every number has the address of the list that it counts.")


def test_task_administration(client, write):
    show = write(
        "task-administration",
        "Limits and standard jobs",
        "An agency decides how often and how long deadlines are extended, and on which working days before and after a deadline people are "
        "reminded and chased. Its standard jobs have steps with deadlines in working days; the head of a unit keeps those of the unit.",
    )
    administrator, person = client("skhcnqtdv"), client("nguyenthithuha")
    show("The limits", administrator.get("skhcn/@task-settings"))
    show("Change some", administrator.patch("skhcn/@task-settings", json={"most_extensions": 1, "chase_after": [1, 5]}))
    show("Wrong values", administrator.patch("skhcn/@task-settings", json={"most_extensions": -1, "colour": "x"}), 400)
    steps = [
        {"subject": "Trình kế hoạch", "executor": "skhcn.cntt", "working_days": 3, "product": "Tờ trình"},
        {"subject": "Gửi giấy mời", "executor": "user:leminhanh", "working_days": 6},
    ]
    job = {"title": "Tổ chức hội nghị", "steps": steps}
    made = show("Keep a standard job", administrator.post("skhcn/@job-templates", json=job), 201)
    bad = {"title": "", "steps": [{"subject": "x", "executor": "skhcn.no", "working_days": 0}]}
    show("Every fault is told", administrator.post("skhcn/@job-templates", json=bad), 400)
    own = {"title": "Sao lưu dữ liệu tháng", "steps": steps, "unit": "cntt"}
    show("The head keeps one of his unit", client("phamquochuy").post("skhcn/@job-templates", json=own), 201)
    show("Not everybody may", client("leminhanh").post("skhcn/@job-templates", json=own), 403)
    show("The standard jobs", person.get("skhcn/@job-templates"))
    show("Start one", person.post("skhcn/@start-job", json={"template": made["id"]}), 201)
    show("There is none such", person.post("skhcn/@start-job", json={"template": "none"}), 404)
    show("Forget one", administrator.delete(f"skhcn/@job-templates/{made['id']}"), 204)


ORDER = {
    "number": "152/NV-UBND",
    "agency": "skhcn",
    "subject": "Báo cáo kết quả chuyển đổi số quý IV",
    "quotation": "Giao Sở Khoa học và Công nghệ báo cáo trước ngày 20.",
    "document": "45/KH-UBND",
    "url": "https://nhiemvu.sonhai.example/152",
}


@pytest.fixture
def province_system(site):
    """The province's system, a server of its own, and its account here."""
    system = ProvinceSystem()
    create_person("hethongtinh", "Hệ thống theo dõi nhiệm vụ của tỉnh", password=PASSWORD)
    transaction.commit()
    yield system
    system.stop()


def send_reports():
    """What the worker does."""
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


def test_province_link(client, write, province_system):
    show = write(
        "province-tasks",
        "Tasks of the province's system",
        "The province's system gives tasks with the account that the administrator has named (``@province-link``); no other account may. A task keeps "
        "its number on both sides. Everything may be sent twice: tasks by ``number`` and ``revision``, decisions by ``id``.\n\n"
        "What the agency does with a task is reported to ``<address>/reports`` by the worker (``POST``, ``Authorization: Bearer <token>``, "
        "``Idempotency-Key`` is the report's ``id``), in the order of ``seq``, one at a time; the body is what stands under ``reports`` below. It expects "
        "JSON with the ``id`` and ``number`` of the report: 200 or 201 confirms, 202 says that ``report_confirmed`` or ``report_rejected`` follows; 400, 409, "
        "410, 413 and 422 refuse for good (``message`` is shown to people); after anything else it tries again, for about three days. "
        "``GET <address>/status`` is asked by the try-out of the connection.\n\n"
        "The bytes of the files that a report names (``detail.files``) are sent before it, each once: ``HEAD <address>/files/<sha256>`` asks "
        "whether they are there (200, 204), ``PUT`` sends them with ``Content-Digest`` (RFC 9530) and expects 200, 201 or 204, with the "
        "``sha256`` of what arrived in its JSON. A file over 50 MB, one with a virus and one that the province does not take (400, 404, 405, "
        "409, 410, 413, 415, 422, 501) stays with name, hash and address, ``sent`` is false.\n\n"
        "When both sides change a task at once: orders (``recalled``, ``closed``, ``paused``, a new revision) count; answers (``result_accepted``, "
        "``result_rejected``, ``extension_granted``, ``extension_refused``, ``close_refused``) count only for the question that still stands, else they are "
        "refused with 409. ``seen`` is the ``seq`` of the last report that the province had when it decided.",
    )
    administrator, province, director = client("quantri"), client("hethongtinh"), client("nguyenthithuha")
    settings = {"enabled": True, "address": province_system.address, "account": "hethongtinh", "token": TOKEN}
    shown = show("Settings", administrator.patch("@province-link", json=settings))
    assert TOKEN not in str(shown)
    wrong = {"address": "http://10.0.0.1", "enabled": True}
    show("Only a safe address", administrator.patch("@province-link", json=wrong), 400)
    assert director.patch("@province-link", json=settings).status_code in (401, 403)
    order = {**ORDER, "deadline": in_days(20).isoformat()}
    assert director.post("@province-tasks", json=order).status_code in (401, 403)
    assert administrator.post("@province-tasks", json=order).status_code in (401, 403)
    made = show("Give a task", province.post("@province-tasks", json=order), 201)
    assert show("The same again", province.post("@province-tasks", json=order))["UID"] == made["UID"]
    faults = {**order, "number": "a b", "agency": "none", "subject": "", "deadline": "2020-13-01"}
    show("Every fault is told", province.post("@province-tasks", json=faults), 400)
    assert act(director, made, "accept_task").status_code == 200
    asking = {"until": in_days(30).isoformat(), "reason": "Chờ số liệu của các xã"}
    assert act(director, made, "ask_task_extension", asking).status_code == 200
    send_reports()
    assert [one["event"] for one in province_system.reports] == ["accepted", "extension_asked"]
    granting = {"id": "qd-1", "number": ORDER["number"], "event": "extension_granted", "seen": 2, "until": asking["until"]}
    show("Grant the extension", province.post("@province-events", json=granting))
    assert province.post("@province-events", json=granting).status_code == 200
    late = {"id": "qd-2", "number": ORDER["number"], "event": "extension_refused", "seen": 2}
    show("Too late: it was decided", province.post("@province-events", json=late), 409)
    newer = {**order, "revision": 2, "product": "Báo cáo có số liệu", "deadline": in_days(40).isoformat()}
    show("Change the task", province.post("@province-tasks", json=newer))
    show("An older revision", province.post("@province-tasks", json=order), 409)
    number = {"number": ORDER["number"]}
    show("How the task stands, and what was reported", province.get("@province-tasks", params=number))
    show("No such number", province.get("@province-tasks", params={"number": "9"}), 404)
    recall = {"id": "qd-3", "number": ORDER["number"], "event": "recalled", "reason": "Giao nơi khác"}
    show("Recall it", province.post("@province-events", json=recall))
    show("Try the connection", administrator.post("@province-link", json={}), 202)
    send_reports()
    log = show("What waits, and the latest messages", administrator.get("@province-link"))
    assert log["test"]["state"] == "done" and log["waiting"] == []
