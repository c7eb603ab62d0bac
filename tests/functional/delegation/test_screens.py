"""The screens of delegation and absence, as a browser gets them."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from lxml import html
from openpyxl import load_workbook
from qlvb.content import clock
from sent import numbered
import transaction


TODAY = clock.today()
SOON = (TODAY + timedelta(days=7)).isoformat()
PLACE = "skhcn/delegations"


def read(answer):
    return unescape(answer.text)


def post(session, url, form=None, **data):
    page = html.fromstring(session.get(form or url).text)
    token = page.xpath("//main//input[@name='_authenticator']/@value")[0]
    return session.post(url, data={"_authenticator": token, **data})


def delegate(session, **data):
    given = {"receiver": "buitrungkien", "valid_from": TODAY.isoformat(), "valid_to": SOON, "mode": "sign"}
    return post(session, f"{PLACE}/@@add-delegation", **{**given, "basis": "12/GUQ-SKHCN", **data})


def test_delegating_and_revoking(visitor):
    giver = visitor("nguyenthithuha")
    assert "Chưa có ủy quyền nào" in read(giver.get(PLACE))
    page = delegate(giver)
    assert "Đã lập ủy quyền" in read(page) and "Đang có hiệu lực" in read(page) and "Thu hồi ủy quyền" in read(page)
    assert "Bùi Trung Kiên thay Nguyễn Thị Thu Hà đến hết ngày" in read(page)
    listed = read(visitor("leminhanh").get(PLACE))
    assert "Bùi Trung Kiên" in listed and "12/GUQ-SKHCN" in listed
    assert "Từ chối nhận ủy quyền" in read(visitor("buitrungkien").get(page.url))
    assert "Thu hồi ủy quyền" not in read(visitor("leminhanh").get(page.url))
    book = load_workbook(BytesIO(giver.get(f"{page.url}/@@report.xlsx").content))
    assert [cell.value for cell in book.active[2]][:3] == ["Thời điểm", "Người thực hiện", "Thay mặt"]


def test_mistakes_stand_at_the_field_and_on_top(visitor):
    page = delegate(visitor("nguyenthithuha"), receiver="nguyenthithuha", basis="", valid_to="")
    assert page.status_code == 400
    found = html.fromstring(page.text)
    links = found.xpath("//div[@role='alert']//a/@href")
    assert set(links) == {"#field-receiver", "#field-basis", "#field-valid_to"}
    assert all(found.xpath(f"//*[@id='{link[1:]}']") for link in links)


def test_the_address_of_the_authorising_document_is_pasted(visitor, functional_province):
    paper = numbered("skhcn", "nguyenthithuha", 8, "GUQ-SKHCN", subject="V/v ủy quyền ký văn bản")
    transaction.commit()
    giver = visitor("nguyenthithuha")
    wrong = delegate(giver, basis="", basis_document=f"{functional_province.absolute_url()}/skhcn/outgoing/khong-co")
    assert wrong.status_code == 400 and html.fromstring(wrong.text).xpath("//div[@role='alert']//a[@href='#field-basis_document']")
    made = delegate(giver, basis="", basis_document=f"{paper.absolute_url()}/view")
    assert "Đã lập ủy quyền" in read(made) and "V/v ủy quyền ký văn bản" in read(made)


def test_only_administrators_choose_the_giver(visitor):
    assert html.fromstring(visitor("leminhanh").get(f"{PLACE}/@@add-delegation").text).xpath("//select[@name='giver']") == []
    assert delegate(visitor("leminhanh"), giver="nguyenthithuha").status_code == 403
    page = delegate(visitor("skhcnqtdv"), giver="nguyenthithuha")
    assert "Nguyễn Thị Thu Hà → Bùi Trung Kiên" in read(page)


def test_other_agencies_are_kept_out(visitor):
    answer = visitor("vanthusnv").get(PLACE)
    assert "insufficient-privileges" in answer.url or answer.status_code in (401, 403)


def test_being_away_and_back(visitor):
    person = visitor("phamquochuy")
    page = post(person, f"{PLACE}/@@add-absence", first=TODAY.isoformat(), last=SOON, deputy="leminhanh", note="Công tác")
    assert "Đã ghi vắng mặt" in read(page) and "Công tác" in read(page)
    assert "Đã có mặt" not in read(visitor("leminhanh").get(PLACE))
    absence = html.fromstring(page.text).xpath("//form[contains(@action, 'remove-absence')]//input[@name='id']/@value")[0]
    back = post(person, f"{PLACE}/@@remove-absence", form=PLACE, person="phamquochuy", id=absence)
    assert "Không ai báo vắng mặt" in read(back)


def test_the_menu_leads_there(visitor):
    page = html.fromstring(visitor("skhcnqtdv").get(PLACE).text)
    assert any(link.endswith("/skhcn/delegations") for link in page.xpath("//nav//a/@href | //aside//a/@href"))


def test_over_rest_an_unknown_field_is_refused_and_a_missing_one_named(client):
    days = {"valid_from": "2026-01-01", "valid_to": "2026-01-02"}
    refused = client("nguyenthithuha").post("skhcn/@delegations", json={"receiver": "buitrungkien", "level": "sign", **days})
    assert refused.status_code == 400 and "“level”" in refused.json()["error"]["message"]
    refused = client("nguyenthithuha").post("skhcn/@delegations", json={"receiver": "buitrungkien", **days})
    [mode] = [one for one in refused.json()["error"]["violations"] if one["field"] == "mode"]
    assert (mode["code"], mode["message"]) == ("field_missing", "Mức ủy quyền: chưa chọn.")


def test_the_home_of_who_stands_in_counts_what_waits_there(visitor):
    """Nothing of it is among what waits for himself: without the tiles he would meet it by chance."""
    deputy = visitor("buitrungkien")
    assert "ĐƯỢC ỦY QUYỀN" not in read(deputy.get(""))
    delegate(visitor("nguyenthithuha"))
    home = html.fromstring(deputy.get("").text)
    [group] = [one for one in home.xpath("//section") if "ĐƯỢC ỦY QUYỀN" in one.text_content()]
    links = group.xpath(".//a/@href")
    assert len(links) == 5 and all("box=" in link and ".delegated" in link for link in links)
