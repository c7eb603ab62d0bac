"""The screens of steering, fetched by people of the story."""

from given_tasks import in_days
from io import BytesIO
import json
from lxml import html
from openpyxl import load_workbook
from plone.namedfile.file import NamedFile
import pytest
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import create_person
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.tasklink.incoming import take_task
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of
from received import blank_pdf
from screens_reading import raw_ids
from served import Session
import transaction
from zope.component import getUtility


def words(markup):
    return " ".join(html.fromstring(markup).text_content().split())


def plain(node):
    return " ".join(node.text_content().split())


@pytest.fixture
def instruction(tasks):
    made = tasks.give(
        by="dangvanphuc", agency="ubnd-tinh", leads=["skhcn", "snv"], subject="Báo cáo chuyển đổi số quý IV"
    )
    part = children_of(made)[0]
    tasks.do(part, "accept_task", "nguyenthithuha")
    said = {"text": "=Đã xong 12 việc", "progress": 90, "difficulty": "Thiếu kinh phí"}
    proof = NamedFile(data=blank_pdf(), filename="so-lieu.pdf")
    tasks.do(part, "report_back", "nguyenthithuha", **said, files=[proof])
    transaction.commit()
    return made


def test_the_screen_of_a_task(page, task, tasks):
    markup = page("phamquochuy", task.absolute_url()).text
    text = words(markup)
    assert "Chờ Phòng Quản lý công nghệ thông tin và Chuyển đổi số tiếp nhận" in text
    for label in ("Tiếp nhận", "Trả lại", "Phân công trong đơn vị", "Hạn hoàn thành"):
        assert label in text
    assert not raw_ids(markup)
    assert 'data-act="chase_task"' not in markup
    assert 'data-act="chase_task"' in page("nguyenthithuha", task.absolute_url()).text


def test_opening_makes_reports_seen(page, rest, task, tasks):
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", progress=30, text="Đã làm một phần")
    transaction.commit()
    client = rest("nguyenthithuha")
    listed = lambda: client.get("@worklist", params={"box": "tasks.reported"}).json()["items_total"]  # noqa: E731
    assert listed() == 1
    assert "Đã làm một phần" in words(page("nguyenthithuha", task.absolute_url()).text)
    assert listed() == 0


def test_the_way_to_the_answers_leads_through_the_menu(page, instruction):
    markup = html.fromstring(page("dangvanphuc", f"{instruction.absolute_url()}/@@answers").text)
    way = [plain(one) for one in markup.xpath("//ol[contains(@class, 'doc-crumbs')]/li")]
    assert way == ["Chỉ đạo điều hành", "HỒI BÁO CỦA CƠ QUAN", instruction.subject, "Bảng hồi báo"]


def test_answers_of_all_units_on_one_page_and_as_files(page, instruction):
    address = f"{instruction.absolute_url()}/@@answers"
    markup = page("dangvanphuc", address).text
    assert "=Đã xong 12 việc" in words(markup) and "chưa hồi báo" in words(markup)
    (proof,) = html.fromstring(markup).xpath("//td/a[contains(@href, '@@file/')]")
    assert plain(proof) == "so-lieu.pdf" and page("dangvanphuc", proof.get("href")).content.startswith(b"%PDF")
    assert not raw_ids(markup)
    book = load_workbook(BytesIO(page("dangvanphuc", f"{address}?format=xlsx").content))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    row = next(row for row in cells if row[0] == 1)
    assert row[1:3] == ["Sở Khoa học và Công nghệ", "=Đã xong 12 việc"] and row[4] == 90
    assert page("dangvanphuc", f"{address}?format=docx").content.startswith(b"PK")


@pytest.mark.parametrize(
    "userid,address,expected",
    [
        ("nguyenthithuha", "skhcn/@@add-task", "Chọn nhiều nơi chủ trì"),
        ("leminhanh", "skhcn/@@job-templates", "Cơ quan chưa có mẫu công việc nào cho anh/chị"),
        ("skhcnqtdv", "skhcn/@@job-templates", "SOẠN MẪU CÔNG VIỆC"),
        ("phamquochuy", "skhcn/@@job-templates", "SOẠN MẪU CÔNG VIỆC"),
        ("skhcnqtdv", "skhcn/@@task-settings", "Số lần gia hạn tối đa"),
        ("nguyenthithuha", "@@task-dashboard", "THEO ĐƠN VỊ"),
        ("nguyenthithuha", "@@worklist?box=tasks.assigned", "Rà soát phần mềm dùng chung"),
        ("phamquochuy", "@@worklist?box=tasks.to_accept", "Rà soát phần mềm dùng chung"),
        ("nguyenthithuha", "", "CHỈ ĐẠO ĐIỀU HÀNH"),
        ("leminhanh", "", "VIỆC ĐƯỢC GIAO"),
        ("nguyenthithuha", "@@qlvb-search?q=rà+soát", "Rà soát phần mềm dùng chung"),
        ("nguyenthithuha", "skhcn/tasks", "Nhiệm vụ"),
    ],
)
def test_pages(page, task, userid, address, expected):
    markup = page(userid, address).text
    assert expected in words(markup)
    assert not raw_ids(markup)


def test_every_number_of_the_dashboard_opens_its_list(page, tasks, task, instruction):
    tasks.give(subject="Việc gấp", leads=["user:leminhanh"], deadline=in_days(0))
    transaction.commit()
    markup = html.fromstring(page("nguyenthithuha", "@@task-dashboard").text)
    links = markup.xpath("//table[@data-figures]//td/a")
    assert len(links) > 8
    for link in links:
        number = int(link.text_content())
        found = page("nguyenthithuha", link.get("href")).text
        rows = html.fromstring(found).xpath("//table//tbody/tr[@data-uid or @data-url or .//a]")
        assert len(rows) == number, link.get("aria-label")


def test_bars_of_the_dashboard_are_the_totals_of_its_tables(page, tasks, task):
    """What was closed and what has no deadline is part of a bar, too; the bar's number opens the list of all."""
    tasks.do(tasks.give(subject="Việc bị đóng"), "close_task", "nguyenthithuha", reason="Không còn cần làm nữa")
    tasks.give(subject="Việc không đặt hạn", deadline=None)
    transaction.commit()
    markup = html.fromstring(page("nguyenthithuha", "@@task-dashboard").text)
    for chart in markup.xpath("//*[@data-chart]"):
        for bar in chart.xpath("./div"):
            (number,) = bar.xpath(".//b/a")
            parts = [title.text.rpartition(": ")[::2] for title in bar.xpath(".//rect/title")]
            assert sum(int(count) for _title, count in parts) == int(number.text), parts
            assert f"Tìm thấy {number.text} kết quả" in words(page("nguyenthithuha", number.get("href")).text)
            assert {"Không đặt hạn", "Đã đóng, trả lại"} <= {title for title, _count in parts}


def test_the_dashboard_goes_out_as_a_spreadsheet_with_the_same_numbers(visitor, task, instruction):
    address = "@@export-task-dashboard"
    shown = visitor.get("@@task-dashboard?agency=skhcn").text
    total = html.fromstring(shown).xpath("//table[@id='table-total']//tbody//td[1]")[0].text_content()
    answer = send(visitor, address, shown, agency="skhcn")
    assert answer.status_code == 200, answer.text[:300]
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    said = [str(cell) for row in rows for cell in row if cell is not None]
    assert "Cơ quan giao: Sở Khoa học và Công nghệ" in said and "Giao từ ngày … đến ngày …" in said
    [together] = [row for row in rows if row[1] == "Tất cả"]
    assert together[3] == int(total) > 0
    refused = send(visitor, address, shown, issue_from="hôm qua")
    assert refused.url.endswith("@@task-dashboard") and "Traceback" not in refused.text
    transaction.begin()
    [export] = IJournal(getUtility(IDesks).get("nguyenthithuha")).entries(events=("list_exported",))
    assert export.detail["list"] == "task-dashboard" and export.detail["filters"] == {"agency": "skhcn"}


def test_deadlines_beside_a_date_do_not_repeat_it_and_the_block_of_reports_waits_for_one(page, instruction, task, tasks):
    head = words(page("dangvanphuc", instruction.absolute_url()).text)
    assert "ngày làm việc" in head.partition("HỒI BÁO CỦA CƠ QUAN, ĐƠN VỊ")[2] and "Cập nhật tiến độ”" not in head
    parts = html.fromstring(page("dangvanphuc", instruction.absolute_url()).text).xpath("//*[@class='doc-due']")
    assert parts and not any("(hạn" in one.text_content() for one in parts)
    assert "Cập nhật tiến độ”" in words(page("nguyenthithuha", task.absolute_url()).text)


def test_a_part_shows_its_newest_report_and_its_person_once(page, task, tasks):
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "split", "phamquochuy", subject="Phần một", leads=["user:leminhanh"], deadline=str(in_days(5)))
    [part] = children_of(task)
    tasks.do(part, "accept_task", "leminhanh")
    tasks.do(part, "report", "leminhanh", progress=40, text="Xong phòng máy chủ")
    transaction.commit()
    row = plain(html.fromstring(page("phamquochuy", task.absolute_url()).text).xpath("//section[@aria-labelledby='task-parts']//tbody/tr")[0])
    assert "Xong phòng máy chủ Lê Minh Anh, " in row and row.count("Lê Minh Anh") == 2


def test_who_asked_for_more_time_is_named(page, task, tasks):
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "ask_task_extension", "phamquochuy", until=str(in_days(14)), reason="Chờ thiết bị")
    transaction.commit()
    markup = html.fromstring(page("nguyenthithuha", task.absolute_url()).text)
    assert "Chờ thiết bị Phạm Quốc Huy, " in plain(markup.xpath("//section[@aria-labelledby='task-extensions']")[0])


PASTED = "1. Giao Phòng CNTT rà soát phần mềm trước ngày 15.\n2\n2. Giao Phòng Quản lý khoa học báo cáo kết quả đề tài."


@pytest.fixture
def visitor(functional_province):
    """A browser's session of the head of the department: sends forms with the token of the page before."""
    session = Session(functional_province.absolute_url(), "nguyenthithuha")
    session.headers["Accept"] = "text/html"
    yield session
    session.close()


@pytest.fixture
def minutes(functional_province, login_as):
    data = {"subject": "Thông báo kết luận họp giao ban", "issuing_body": "Văn phòng", "document_type": "notice"}
    with login_as("vanthuskhcn"):
        made = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    fire(made, "accept")
    fire(made, "present")
    transaction.commit()
    return made.absolute_url()


def send(visitor, address, page, /, **fields):
    token = html.fromstring(page).xpath("//input[@name='_authenticator']/@value")[0]
    return visitor.post(address, data={"_authenticator": token, **fields})


def test_sentences_of_minutes_become_tasks_on_one_page(visitor, minutes):
    address = f"{minutes}/@@give-tasks"
    page = visitor.post(address, data={"text": PASTED}).text
    form = html.fromstring(page)
    assert [one.get("value") for one in form.xpath("//input[starts-with(@name, 'page-')]")] == ["1", "2"]
    # Who and until when is read from the sentences: "Phòng Quản lý khoa học"; "trước ngày 15" is the next fifteenth.
    assert form.xpath("//select[starts-with(@name, 'lead-')]/option[@selected]/@value") == ["skhcn.qlkh"]
    proposed = form.xpath("//input[starts-with(@name, 'deadline-')]/@value")
    assert proposed[0].endswith("-15") and proposed[0] >= str(in_days(0)) and proposed[1] == ""
    sent = {one.get("name"): one.get("value") for one in form.xpath("//input[starts-with(@name, 'quotation-')]")}
    sent |= {"count": "2", "give": "1", "page-0": "1", "page-1": "2", "choose-0": "1", "choose-1": "1"}
    sent |= {"subject-0": "Rà soát phần mềm", "subject-1": "Báo cáo đề tài", "lead-0": "skhcn.cntt", "lead-1": ""}
    sent |= {"deadline-0": in_days(9).isoformat(), "deadline-1": in_days(9).isoformat()}
    refused = send(visitor, address, page, **sent)
    assert refused.status_code == 400 and "Chưa giao nhiệm vụ nào" in words(refused.text)
    assert visitor.get(f"{minutes}/@tasks", headers={"Accept": "application/json"}).json()["items"] == []
    given = send(visitor, address, refused.text, **{**sent, "lead-1": "skhcn.qlkh"})
    assert given.status_code == 200 and "Báo cáo đề tài" in words(given.text)
    items = visitor.get(f"{minutes}/@tasks", headers={"Accept": "application/json"}).json()["items"]
    assert [(item["quotation"], item["page"]) for item in items] == [(PASTED.split("\n")[0], 1), (PASTED.split("\n")[2], 2)]
    key = html.fromstring(refused.text).xpath("//input[@name='idempotency_key']/@value")[0]
    once = {**sent, "lead-1": "skhcn.qlkh", "idempotency_key": key}
    for _press in range(2):
        send(visitor, address, refused.text, **once)
    assert len(visitor.get(f"{minutes}/@tasks", headers={"Accept": "application/json"}).json()["items"]) == 4


def test_nothing_is_given_from_a_document_that_nobody_has_registered(visitor, functional_province):
    data = {"subject": "Văn bản chưa vào sổ", "issuing_body": "Văn phòng", "document_type": "notice"}
    made = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    transaction.commit()
    address = f"{made.absolute_url()}/@@give-tasks"
    page = visitor.post(address, data={"text": PASTED}).text
    assert "Giao nhiệm vụ" in words(page) and not html.fromstring(page).xpath("//input[@name='count']")
    sent = {"count": "1", "give": "1", "choose-0": "1", "subject-0": "Rà soát", "lead-0": "skhcn.cntt"}
    assert send(visitor, address, page, **sent, **{"deadline-0": in_days(9).isoformat()}).status_code in (403, 409)
    transaction.begin()
    assert children_of(made) == []


def picked(page, name):
    """dict id -> option of a picker."""
    [options] = html.fromstring(page).xpath(f"//*[@data-picker-name='{name}']/@data-picker-options")
    return {option["id"]: option for option in json.loads(options)}


def test_the_form_that_gives_a_task(visitor, functional_province):
    address = f"{functional_province.absolute_url()}/skhcn/@@add-task"
    page = visitor.get(address).text
    assert {"id": "skhcn.cntt", "detail": "CNTT&CĐS"}.items() <= picked(page, "leads")["skhcn.cntt"].items()
    fields = {"subject": "Chuẩn bị hội nghị", "leads": "skhcn.cntt", "deadline": in_days(-1).isoformat()}
    refused = send(visitor, address, page, **fields)
    assert refused.status_code == 400 and "Hạn hoàn thành đã qua" in words(refused.text)
    made = send(visitor, address, page, **{**fields, "deadline": in_days(5).isoformat()})
    assert made.status_code == 200 and "Chờ Phòng Quản lý công nghệ thông tin" in words(made.text)


def test_several_units_are_chased_at_once(visitor, instruction, tasks):
    chairman = Session(visitor.site_url, "dangvanphuc")
    chairman.headers["Accept"] = "text/html"
    address = f"{instruction.absolute_url()}/@@answers"
    page = chairman.get(address).text
    units = html.fromstring(page).xpath("//input[@name='units']/@value")
    assert len(units) == 2
    told = send(chairman, address, page, units=units, level="criticism", text="Khẩn trương")
    assert "Đã đôn đốc 2 đơn vị" in words(told.text)
    transaction.begin()
    parts = children_of(instruction)
    tasks.do(parts[1], "bounce", "tranduclong", reason="Không thuộc nhiệm vụ của Sở")
    transaction.commit()
    bulk = f"{visitor.site_url}/@@bulk?act=chase_task&uids={','.join(part.UID() for part in parts)}"
    page = chairman.get(bulk).text
    assert html.fromstring(page).xpath("//select[@name='data.level']/option/@value") == ["reminder", "criticism", "review"]
    assert "Không thực hiện được “Đôn đốc” khi nhiệm vụ đang ở trạng thái" in words(page)
    told = send(chairman, bulk, page, **{"data.level": "review", "data.text": "Quá chậm"})
    assert "Đã thực hiện: 1" in words(told.text) and "Không thực hiện được: 1" in words(told.text)
    transaction.begin()
    assert [(one.level, one.text) for one in execution_of(parts[0]).chases][-1] == ("review", "Quá chậm")
    first = html.fromstring(Session(visitor.site_url, "nguyenthithuha").get(parts[0].absolute_url(), headers={"Accept": "text/html"}).text)
    assert first.xpath("(//*[@data-act])[1]/@data-act") == ["answer_chase"]


@pytest.mark.parametrize("prefix", ["", "form.widgets."])
def test_a_report_with_several_files(functional_province, tasks, task, prefix):
    """The dialog posts plain names, the page of the act, without a script, those of its widgets."""
    tasks.do(task, "accept_task", "phamquochuy")
    transaction.commit()
    with Session(functional_province.absolute_url(), "phamquochuy") as head:
        head.headers["Accept"] = "text/html"
        page = head.get(f"{task.absolute_url()}/@@act/report").text
        (several,) = html.fromstring(page).xpath("//input[@type='file' and @multiple]/@name")
        assert several == "form.widgets.files"
        token = html.fromstring(page).xpath("//input[@name='_authenticator']/@value")[0]
        fields = {"_authenticator": token, f"{prefix}text": "Có biểu số liệu", f"{prefix}progress": "60"}
        files = [(f"{prefix}files", (name, blank_pdf(), "application/pdf")) for name in ("so-lieu.pdf", "bieu.pdf")]
        sent = head.post(f"{task.absolute_url()}/@@act/report", data=fields, files=files)
        assert sent.status_code == 200, words(sent.text)
        links = html.fromstring(head.get(task.absolute_url()).text).xpath("//ol//a[contains(@href, '@@file')]/text()")
        assert links == ["so-lieu.pdf", "bieu.pdf"]
        none = {**fields, f"{prefix}progress": "70"}
        empty = [(f"{prefix}files", ("", b"", "application/octet-stream"))]
        assert head.post(f"{task.absolute_url()}/@@act/report", data=none, files=empty).status_code == 200
    transaction.begin()
    assert [len(one.files) for one in execution_of(task).reports] == [2, 0]


def test_a_task_of_the_province_and_its_settings(page, visitor, functional_province, login_as):
    create_person("hethongtinh", "Hệ thống theo dõi nhiệm vụ của tỉnh")
    getUtility(ITaskLink).change({"address": "https://nhiemvu.sonhai.example", "account": "hethongtinh"})
    order = {"number": "9/NV", "agency": "skhcn", "subject": "Báo cáo máy chủ", "url": "https://nhiemvu.sonhai.example/9"}
    with login_as("hethongtinh"):
        made, _outcome = take_task(order, "hethongtinh", functional_province)
    transaction.commit()
    shown = html.fromstring(page("nguyenthithuha", made.absolute_url()).text)
    (pane,) = shown.xpath("//section[@aria-labelledby='task-link']")
    assert "9/NV" in plain(pane) and pane.xpath(".//a/@href") == ["https://nhiemvu.sonhai.example/9"]
    assert "Liên thông đang tắt" in plain(pane)
    assert "9/NV" in words(page("nguyenthithuha", "@@worklist?box=tasks.province").text)
    administrator = Session(functional_province.absolute_url(), "quantri")
    administrator.headers["Accept"] = "text/html"
    address = f"{functional_province.absolute_url()}/@@province-link"
    settings = administrator.get(address).text
    assert "9/NV" in words(settings) and "Giao nhiệm vụ" in words(settings)
    typed = {"address": "http://10.0.0.1", "account": "nobody", "enabled": "true"}
    refused = send(administrator, address, settings, **typed)
    faults = html.fromstring(refused.text).xpath("//div[@role='alert']//a/@href")
    assert refused.status_code == 400 and faults == ["#field-address", "#field-token", "#field-account"]
    typed = {"address": "https://nhiemvu.sonhai.example", "account": "hethongtinh", "token": "bi-mat-cua-tinh", "enabled": "true"}
    saved = send(administrator, address, settings, **typed)
    assert "Đã lưu" in words(saved.text) and "bi-mat-cua-tinh" not in saved.text
    tested = send(administrator, address, settings, test="1")
    assert "Đang thử kết nối" in words(tested.text)
    assert visitor.get(address).status_code in (401, 403)
    administrator.close()
