"""The screens of a one-stop dossier: the leader's and the clerk's, the component beside the draft, the link's page."""

from lxml import html
from onestop_story import ACCOUNT
from onestop_story import submission
from onestop_system import OneStopSystem
from outgoing_story import pdf
from province_system import TOKEN
import pytest
from qlvb.content import clock
from qlvb.content.organisation.accounts import create_person
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.onestop.incoming import take_submission
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.outbox.interfaces import IRunner
from screens_reading import raw_ids
import transaction
from zope.component import getUtility


LEADER, CLERK = "nguyenthithuha", "vanthuskhcn"


def words(markup):
    return " ".join(html.fromstring(markup).text_content().split())


@pytest.fixture
def system():
    found = OneStopSystem()
    found.files = {"/tep/1": pdf(), "/tep/2": 404}
    yield found
    found.stop()


@pytest.fixture
def document(functional_province, system, login_as):
    """A submission with two components, of which one is gone, and whose acceptance the other side refuses."""
    create_person(ACCOUNT, "Hệ thống một cửa điện tử")
    settings = {"enabled": True, "address": system.address, "account": ACCOUNT, "token": TOKEN, "units": ["skhcn"]}
    getUtility(IOneStopLink).change(settings)
    rows = [{"name": f"thanh-phan-{number}.pdf", "url": f"{system.host}/tep/{number}"} for number in (1, 2)]
    with login_as(ACCOUNT):
        made = take_submission(submission(components=rows), ACCOUNT, functional_province)
    transaction.commit()
    return made


def test_from_the_tile_to_the_components(visitor, document, functional_province):
    site, leader = functional_province.absolute_url(), visitor(LEADER)
    home = html.fromstring(leader.get(site).text)
    (tile,) = home.xpath("//main//a[contains(@href, 'box=outgoing.onestop_to_sign')]")
    assert "1" in tile.text_content()
    listed = words(leader.get(f"{site}/@@worklist?box=outgoing.onestop_to_sign").text)
    assert document.subject in listed
    markup = leader.get(document.absolute_url()).text
    (pane,) = html.fromstring(markup).xpath("//section[@aria-labelledby='doc-onestop']")
    shown = " ".join(pane.text_content().split())
    for word in ("Thành phần hồ sơ TTHC", "Chờ ký duyệt", "Công ty Ánh Dương", "Lê Minh Anh", "Hồ sơ đủ điều kiện"):
        assert word in shown
    assert "Ký duyệt chuyển văn thư cơ quan" in words(markup) and "Trả lại một cửa" in words(markup)
    assert not raw_ids(markup)
    first, second = pane.xpath(".//a[@data-file]/@href")
    answer = leader.get(first)
    assert (answer.content, answer.headers["Content-Type"]) == (pdf(), "application/pdf")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    failed = leader.get(second)
    assert failed.status_code == 502 and "liên kết có thể đã hết hạn" in words(failed.text)
    assert leader.get(f"{document.absolute_url()}/@@onestop-component/3").status_code == 404
    assert visitor("vanthusnv").get(first).status_code in (401, 403)


def test_the_clerk_amends_it_and_chooses_how_to_send_it(visitor, document, login_as, keys):
    transaction.begin()
    getUtility(IRegisterFinder).open_year("skhcn", clock.today().year, "quantri")
    transaction.commit()

    def does(person, act, **data):
        transaction.begin()
        with login_as(person):
            IActs(document).perform(act, data)
        transaction.commit()
        return html.fromstring(visitor(CLERK).get(document.absolute_url()).text)

    page = does(LEADER, "sign", capacity="direct")
    amend, *_again = page.xpath("//a[@data-act='amend_onestop']")
    assert amend.text == "Hiệu chỉnh" and amend.get("data-key") == "edit"  # F4
    assert page.xpath("//dialog[@id='dialog-amend_onestop']//textarea[@name='subject']")[0].text.strip() == document.subject
    assert page.xpath("//details[contains(@class, 'qlvb-act-menu')]") == []  # nothing to choose yet
    page = does(CLERK, "number_and_seal")
    menu, *_again = page.xpath("//details[contains(@class, 'qlvb-act-menu')]")
    assert menu.xpath("string(summary)").split()[:3] == ["Gửi", "văn", "bản"]
    assert menu.xpath(".//a/@data-act") == ["transfer_dvc", "issue"]
    assert len(page.xpath("//a[@data-act='transfer_dvc']")) == len(page.xpath("//details//a[@data-act='transfer_dvc']"))


def test_the_link_page_shows_what_failed_and_sends_it_again(visitor, document, system, functional_province, login_as):
    transaction.begin()
    with login_as(LEADER):
        IActs(document).perform("return", {"reason": "Chưa đủ thành phần hồ sơ"})
    transaction.commit()
    system.behaviour = "bad"
    system.do_bad = lambda handler, body: system.send(handler, 422, {"message": "Hồ sơ không còn"})
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    address, administrator = f"{functional_province.absolute_url()}/@@onestop-link", visitor("quantri")
    markup = administrator.get(address).text
    shown = words(markup)
    for word in ("Nhật ký liên thông một cửa", "Trả lại kèm ý kiến", "Hồ sơ không còn", "Đơn vị kết nối"):
        assert word in shown
    assert not raw_ids(markup)
    token = html.fromstring(markup).xpath("//input[@name='_authenticator']/@value")[0]
    (number, *_more) = html.fromstring(markup).xpath("//button[@name='again']/@value")
    system.behaviour = "confirm"
    assert administrator.post(address, data={"again": number, "_authenticator": token}).status_code == 200
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    assert system.events[-1]["type"] == "result.returned" and "name=\"again\"" not in administrator.get(address).text
    typed = {"address": system.address, "account": ACCOUNT, "enabled": "true", "units": "skhcn\nkhong-co", "_authenticator": token}
    refused = administrator.post(address, data=typed)
    assert refused.status_code == 400 and "Không có cơ quan “khong-co”." in words(refused.text)
    wrong = administrator.post(address, data={**typed, "units": "skhcn", "limit": "0", "networks": "10.0.0.300"})
    assert wrong.status_code == 400 and "Số yêu cầu mỗi phút phải từ 1 đến 6000." in words(wrong.text)
    assert "“10.0.0.300” không phải là địa chỉ" in words(wrong.text)
    saved = administrator.post(address, data={**typed, "units": "skhcn\r\nsnv", "inline": "true"})
    assert "Đã lưu" in words(saved.text)
    transaction.begin()
    assert getUtility(IOneStopLink).settings["units"] == ["skhcn", "snv"]
    unnamed = administrator.post(address, data={"add": "1", "new_title": " ", "_authenticator": token})
    assert unnamed.status_code == 400 and "Phải đặt tên cho hệ thống." in words(unnamed.text)
    added = administrator.post(address, data={"add": "1", "new_title": "Đất đai", "_authenticator": token})
    assert added.url.endswith("?system=2")
    assert html.fromstring(added.text).xpath("//nav[@aria-label='Hệ thống']//a[@aria-current='page']/text()") == ["Đất đai"]
    moved = {"title": "Một cửa đất đai", "units": "skhcn", "_authenticator": token}
    assert "Đã lưu" in words(administrator.post(added.url, data=moved).text)
    transaction.begin()
    assert [one.settings["title"] for one in getUtility(IOneStopLink).all()] == ["", "Một cửa đất đai"]
    assert administrator.get(f"{address}?system=9").status_code == 404
    gone = administrator.post(added.url, data={"remove": "1", "_authenticator": token})
    assert "Đã ngắt liên thông lúc" in words(gone.text) and "Nhật ký liên thông một cửa" in words(gone.text)
    assert not html.fromstring(gone.text).xpath("//input[@name='address']") and not raw_ids(gone.text)
    assert visitor(CLERK).get(address).status_code in (401, 403)
