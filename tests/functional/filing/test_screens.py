"""Screens of the retention schedule, of catalogues and of keeping dossiers, as people press them."""

from dataclasses import replace
from html import unescape
from io import BytesIO
from lxml import html
from openpyxl import Workbook
from openpyxl import load_workbook
import pytest
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.period import Period
from qlvb.workflows.filing.sharing import shared_with
from qlvb.workflows.outbox.interfaces import IRunner
import re
import transaction
from zope.component import getUtility


@pytest.fixture
def page(client):
    def text(userid, url, status=200):
        answer = client(userid, "text/html").get(url)
        assert answer.status_code == status, answer.text[-2000:]
        return re.sub(r"\s+", " ", unescape(answer.text))

    return text


@pytest.fixture
def post(client):
    def send(userid, url, form=None, files=None, status=200):
        session = client(userid, "text/html")
        shown = html.fromstring(session.get(url).text)
        token = shown.xpath("//main//input[@name='_authenticator']/@value")[0]
        answer = session.post(url.partition("?")[0], data={"_authenticator": token, **(form or {})}, files=files)
        assert answer.status_code == status, answer.text[-2000:]
        return re.sub(r"\s+", " ", unescape(answer.text))

    return send


@pytest.fixture
def agency(functional_province):
    return functional_province["skhcn"].absolute_url()


ROW = {
    "seen": "1",
    "token": "CQ1",
    "title": "Hồ sơ đề tài khoa học",
    "kind": "years",
    "years": "20",
    "schedule": "QĐ 12/QĐ-SKHCN",
    "in_force": "1",
    "reason": "Theo danh mục của cơ quan",
}


def test_the_schedule_is_searched_and_changed(page, post, agency):
    url = f"{agency}/@@retention-schedule"
    found = page("leminhanh", f"{url}?text=phieu tin nhiem")
    assert "Phiếu tín nhiệm quy hoạch" in found and "1 dòng" in found
    assert "Thêm dòng" not in found
    assert "Không có dòng nào" in page("leminhanh", f"{url}?text=khong co gi")
    wrong = post("hoangvanluu", f"{url}?edit=", {**ROW, "years": "99"}, status=400)
    assert "Thời hạn không hợp lệ" in wrong and 'value="CQ1"' in wrong
    assert "Hãy ghi lý do" in post("hoangvanluu", f"{url}?edit=", {**ROW, "reason": ""}, status=400)
    saved = post("hoangvanluu", f"{url}?edit=", ROW)
    assert "phiên bản 2" in saved
    assert "Hồ sơ đề tài khoa học" in page("leminhanh", f"{url}?text=cq1")
    assert "296 dòng" in page("leminhanh", f"{url}?version=1")
    assert "vừa được người khác sửa" in post("hoangvanluu", f"{url}?edit=CQ1", ROW, status=409)
    assert "Bỏ dòng này" in page("hoangvanluu", f"{url}?edit=CQ1")
    form = page("hoangvanluu", f"{url}?edit=N1")
    assert "Tối thiểu: 05 năm" in form and "Bỏ dòng này" not in form
    short = {**ROW, "seen": "2", "token": "N1", "years": "2"}
    assert "Thời hạn ngắn hơn quy định" in post("hoangvanluu", f"{url}?edit=N1", short, status=400)


def test_the_schedule_that_all_share_is_the_system_administrators_to_keep(page, post, agency, functional_province):
    url = f"{functional_province.absolute_url()}/@@retention-schedule"
    for userid in ("leminhanh", "hoangvanluu", "skhcnqtdv"):
        assert "296 dòng" in page(userid, url) and "Thêm dòng" not in page(userid, f"{url}?edit=")
    post("hoangvanluu", url, {**ROW, "token": "T1"})
    assert "Hồ sơ đề tài khoa học" not in page("leminhanh", url)
    assert "phiên bản 2" in post("quantri", url, {**ROW, "token": "T1"})
    assert "Hồ sơ đề tài khoa học" in page("leminhanh", f"{agency}/@@retention-schedule?text=t1")


def test_dossiers_that_differ_from_the_schedule(page, post, agency, dossier, functional_province):
    url = f"{agency}/@@retention-changes"
    assert "Mọi hồ sơ mà anh/chị được xem đều đúng với bảng thời hạn." in page("hoangvanluu", url)
    dossier.retention_years, dossier.retention_row = 5, "N1"
    dossier.reindexObject()
    schedule = IRetentionSchedule(functional_province["skhcn"])
    longer = replace(schedule.current().row("N1"), period=Period("years", 20))
    schedule.change([longer], [], "hoangvanluu", ROW["reason"])
    transaction.commit()
    shown = page("hoangvanluu", url)
    assert "SẼ ĐỔI NHƯ THẾ NÀO (1 HỒ SƠ)" in shown and "05 năm" in shown and "20 năm" in shown and "dài hơn" in shown
    assert "Lý do" in post("hoangvanluu", url, {"do": "follow", "reason": "ngắn"}, status=400)
    assert "0/1 hồ sơ" in post("hoangvanluu", url, {"do": "try", "reason": ROW["reason"]})
    run_jobs()
    assert "1 hồ sơ đổi được, 0 không đổi được" in page("hoangvanluu", url)
    post("hoangvanluu", url, {"do": "follow", "reason": ROW["reason"], "rows:list": "N1"})
    run_jobs()
    shown = page("hoangvanluu", url)
    assert "1 hồ sơ đã đổi, 0 không đổi được" in shown and "Mọi hồ sơ mà anh/chị được xem đều đúng với bảng thời hạn." in shown
    run = html.fromstring(shown).xpath("//button[@name='remove']/@value")[0]
    assert "1 hồ sơ đã đổi" not in post("hoangvanluu", url, {"remove": run})


def run_jobs():
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.begin()


def test_import_is_tried_first(page, post, catalogue):
    url = f"{catalogue.absolute_url()}/@@import-catalogue"
    assert "Hãy chọn tệp" in post("hoangvanluu", url, {"try": "1"}, status=400)
    book = Workbook()
    book.active.append(["", "I. Công nghệ thông tin"])
    book.active.append(["01.CNTT", "Hồ sơ hạ tầng", "lâu dài", "Người lạ"])
    data = BytesIO()
    book.save(data)
    tried = post("hoangvanluu", url, {"try": "1"}, {"file": ("danh-muc.xlsx", data.getvalue())})
    assert "Có 2 lỗi; chưa ghi gì." in tried
    assert "Thời hạn “lâu dài” không hợp lệ." in tried and "Không tìm thấy đúng một người “Người lạ”." in tried
    text = "\tI. Công nghệ thông tin\n01.CNTT\tHồ sơ hạ tầng\tVĩnh viễn\n02.CNTT\tHồ sơ nâng cấp\t10 năm\tLê Minh Anh"
    good = post("hoangvanluu", url, {"try": "1", "pasted": text})
    assert "Đọc được 2 hồ sơ; 2 thay đổi so với danh mục hiện có." in good
    assert "ghi lý do điều chỉnh" in post("hoangvanluu", url, {"apply": "1"}, status=400)
    done = post("hoangvanluu", url, {"apply": "1", "reason": "Rút gọn tiêu đề hồ sơ"})
    assert "Đã ghi 2 thay đổi." in done and "Rút gọn tiêu đề hồ sơ" in done and "Phiên bản 2" in done


def test_export(client, catalogue):
    session = client("leminhanh", "*/*")
    answer = session.get(f"{catalogue.absolute_url()}/@@export-catalogue?format=xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[3]][:2] == ["01.CNTT", "Hồ sơ hạ tầng"]
    assert session.get(f"{catalogue.absolute_url()}/@@export-catalogue?format=docx").content[:2] == b"PK"
    assert session.get(f"{catalogue.absolute_url()}/@@export-catalogue?format=exe").status_code == 400


def test_an_approved_catalogue_is_edited_with_a_reason(page, catalogue):
    assert "form.widgets.reason" in page("hoangvanluu", f"{catalogue.absolute_url()}/edit")


def test_every_cell_of_the_tables_has_a_name(client, catalogue):
    shown = html.fromstring(client("hoangvanluu", "text/html").get(f"{catalogue.absolute_url()}/edit").text)
    assert shown.xpath("//script[contains(@src, 'rowgrid.mjs')]") and not shown.xpath("//*[@id='qlvb-side']")
    assert shown.xpath("//table[@id = //*[@data-row-keys]/@data-row-keys]")  # the keys are told above the table of rows
    cells = shown.xpath("//td//*[self::input[@type='text'] or self::select]")
    assert len(cells) > 10 and [cell.get("name") for cell in cells if not cell.get("aria-label")] == []
    lists = {one.get("id") for one in shown.xpath("//datalist[option]")}
    assert {cell.get("list") for cell in cells if cell.get("list")} == lists == {"catalogue-heading", "catalogue-holder", "catalogue-row"}


def test_templates_and_gathering(page, post, agency):
    url = f"{agency}/@@dossier-templates"
    lines = "Công văn đề nghị | Công văn | đến\nQuyết định phê duyệt | Quyết định | đi\nẢnh | | | không bắt buộc"
    form = {"templates": "1", "id-0": "", "title-0": "Đề tài", "text-0": lines, "mode": "propose"}
    wrong = post("hoangvanluu", url, {**form, "text-0": "Ảnh | Bức tranh"}, status=400)
    assert "không hiểu “Ảnh | Bức tranh”" in wrong
    saved = post("hoangvanluu", url, form)
    assert "Đã lưu mẫu hồ sơ." in saved and "Quyết định phê duyệt | Quyết định | đi" in saved
    assert html.fromstring(saved).xpath("//select[@name='mode']/option[@selected]/@value") == ["propose"]


@pytest.mark.parametrize(
    "tab", ["list", "notes", "drafts", "outgoing", "incoming", "tasks", "related", "files", "check", "history"]
)
def test_tabs_of_a_dossier(page, dossier, tab):
    text = page("leminhanh", f"{dossier.absolute_url()}?tab={tab}")
    assert 'aria-current="page"' in text
    assert ("đã tạo" in text) == (tab == "history")
    assert "theo danh mục hồ sơ" in text


def test_faults_are_links(page, client, dossier, document):
    client("leminhanh").post(f"{dossier.absolute_url()}/@contents", json={"document": document.UID()})
    text = page("leminhanh", f"{dossier.absolute_url()}?tab=check")
    assert f'<a href="{document.absolute_url()}">' in text


def test_who_has_built_dossiers(page, agency, dossier):
    text = page("hoangvanluu", f"{agency}/@@filing-state?year=2026")
    assert "Lê Minh Anh" in text and "Hồ sơ đang lập" in text
    (address,) = [link.get("href") for link in html.fromstring(text).cssselect("#filing-state a[href*='state=open']")]
    assert dossier.title in page("hoangvanluu", address)
    assert dossier.title not in page("hoangvanluu", address.replace("state=open", "state=closed"))


@pytest.mark.parametrize(
    "box", ["dossiers.mine", "dossiers.shared", "dossiers.handed_over", "dossiers.incomplete", "dossiers.unfiled"]
)
def test_boxes(page, functional_province, dossier, box):
    text = page("leminhanh", f"{functional_province.absolute_url()}/@@worklist?box={box}")
    assert ("Hồ sơ nâng cấp phần mềm QLVB" in text) == (box == "dossiers.mine")


def test_nobody_is_chosen_by_being_the_first_of_a_list(client, dossier):
    def select(act, name):
        shown = html.fromstring(client("leminhanh", "text/html").get(f"{dossier.absolute_url()}/@@act/{act}").text)
        assert shown.xpath("//button[@name='form.buttons.perform']/@class") == ["btn btn-primary"]
        return shown.xpath(f"//select[@id='form-widgets-{name}']")[0]

    receiver = select("hand_over_dossier", "receiver")
    assert receiver.xpath("option[@selected]/@value") == ["--NOVALUE--"] and len(receiver) > 3
    people = select("share_dossier", "people")
    assert people.get("multiple") and people.xpath("option[@selected]") == [] and len(people) > 3


def test_people_and_units_are_found_by_typing(client, dossier):
    """The page's script makes pickers of the lists; they say posts, and are sent without a script, too."""
    session, url = client("leminhanh", "text/html"), f"{dossier.absolute_url()}/@@act/share_dossier"
    shown = html.fromstring(session.get(url).text)
    people, units = (shown.xpath(f"//select[@id='form-widgets-{name}']")[0] for name in ("people", "units"))
    assert people.get("data-people") and units.get("data-people")
    assert people.xpath("option[@value='phamquochuy']/@data-detail") == ["Trưởng phòng"]
    assert shown.xpath("//script[@type='module' and contains(@src, '/people.mjs')]")
    assert shown.xpath("//link[contains(@href, '/document.css')]")
    assert not html.fromstring(session.get(f"{dossier.absolute_url()}/@@act/print_contents").text).xpath("//script[contains(@src, '/people.mjs')]")
    [form] = [one for one in shown.forms if "share_dossier" in one.action]
    sent = [*form.form_values(), ("form.widgets.people:list", "phamquochuy"), ("form.widgets.people:list", "vanthuskhcn"), ("form.widgets.units:list", "cntt")]
    assert session.post(form.action, data=[*sent, ("form.buttons.perform", "1")]).ok
    transaction.begin()
    assert {"phamquochuy", "vanthuskhcn"} < set(shared_with(dossier))
