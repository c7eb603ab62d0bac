"""Pages of docs/rest about tasks."""




INSTRUCTION = {
    "subject": "Báo cáo kết quả chuyển đổi số",
    "request": "Nêu số liệu, việc chưa làm được, nguyên nhân và kiến nghị.",
    "product": "Báo cáo",
    "leads": ["skhcn", "snv"],
    "working_days": 10,
}


def act(client, task, name, data=None):
    return client.post(f"{task['@id']}/@acts/{name}", json=data or {})


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
    show("Report progress", act(director, part, "report", report))
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
        "reminded and chased. Its standard jobs have steps with deadlines in working days.",
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
    show("The standard jobs", person.get("skhcn/@job-templates"))
    show("Start one", person.post("skhcn/@start-job", json={"template": made["id"]}), 201)
    show("There is none such", person.post("skhcn/@start-job", json={"template": "none"}), 404)
    show("Forget one", administrator.delete(f"skhcn/@job-templates/{made['id']}"), 204)
