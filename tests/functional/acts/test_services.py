"""Acts over REST and through the browser form, on a running server."""

from html import unescape
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import requests
import transaction
from urllib.parse import urlencode


class RelativeSession(requests.Session):
    """Addresses are given from the record's address on."""

    def __init__(self, base):
        super().__init__()
        self.base = base

    def request(self, method, url, **kwargs):
        return super().request(method, self.base + url, **kwargs)


@pytest.fixture
def served(functional, functional_portal, make_record):
    record = make_record(functional_portal)
    transaction.commit()
    return record


@pytest.fixture
def session(served):
    session = RelativeSession(served.absolute_url())
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    session.headers.update({"Accept": "application/json", "Accept-Language": "vi"})
    yield session
    session.close()


def test_listing_describes_the_input(session):
    body = session.get("/@acts").json()
    assert body["state"]["id"] == "private" and body["seq"] == 0
    act = next(item for item in body["items"] if item["id"] == "publish_it")
    assert act["possible"] is True and act["emphasis"] == "primary"
    assert act["schema"]["required"] == ["comment"]
    colours = act["schema"]["properties"]["colour"]["vocabulary"]
    assert colours == [{"token": "do", "title": "Màu đỏ"}, {"token": "xanh", "title": "Màu xanh"}]
    assert act["schema"]["properties"]["day"]["format"] == "date"
    assert session.get("/@acts/publish_it").json()["title"] == "Công bố"
    assert session.get("/@acts/nothing").status_code == 404


def test_post_performs_once_per_key(session, served):
    answers = [
        session.post("/@acts/publish_it", json={"comment": "Đồng ý"}, headers={"Idempotency-Key": "a"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["state"] == "published"
    late = session.post("/@acts/publish_it", json={"comment": "Đồng ý"})
    assert late.status_code == 409
    assert late.json()["error"]["type"] == "wrong_state"


@pytest.mark.parametrize(
    "address, data, status",
    [
        ("/@acts/publish_it", {"comment": ""}, 400),
        ("/@acts/publish_it", {"comment": "Đồng ý", "x": 1}, 400),
        ("/@acts/publish_it", ["comment"], 400),
        ("/@acts/nothing", {}, 404),
        ("/@acts", {}, 404),
        ("/@workflow/publish", {}, 404),
        ("/@acts/fail", {}, 503),
    ],
)
def test_refusals(session, served, address, data, status):
    answer = session.post(address, json=data)
    assert answer.status_code == status
    assert answer.json()["error"]["violations"]
    transaction.begin()
    assert served.title == "Nháp"


def test_workflow_address_runs_the_act(session):
    assert [item["title"] for item in session.get("/@workflow").json()["transitions"]] == ["Công bố", "Hỏng"]
    answer = session.post("/@workflow/publish_it", json={"comment": "Đồng ý"})
    assert answer.json()["state"] == "published"


def test_strangers_get_nothing(session):
    session.auth = None
    assert session.get("/@acts").status_code == 401
    assert session.post("/@acts/publish_it", json={"comment": "Đồng ý"}).status_code == 401


@pytest.fixture
def browser(served, functional):
    browser = Browser(functional["app"])
    browser.raiseHttpErrors = False
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.addHeader("Accept-Language", "vi")
    return browser


def test_form_shows_faults_at_their_fields_and_keeps_the_input(browser, served):
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    browser.getControl(name="form.widgets.comment").value = "nhầm"
    browser.getControl(name="form.buttons.perform").click()
    contents = unescape(browser.contents)
    assert "Ý kiến không hợp lệ" in contents
    assert "(Điều 1)" in contents
    assert browser.getControl(name="form.widgets.comment").value == "nhầm"


def test_form_keeps_what_a_form_of_a_few_fields_sent(browser, served):
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    token = browser.getControl(name="_authenticator", index=0).value
    data = urlencode({"comment": "nhầm", "ajax_load": "1", "_authenticator": token})
    browser.post(f"{served.absolute_url()}/@@act/publish_it", data)
    assert browser.getControl(name="form.widgets.comment").value == "nhầm"


def test_form_performs(browser, served):
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    browser.getControl(name="form.widgets.comment").value = "Đồng ý"
    browser.followRedirects = False
    browser.getControl(name="form.buttons.perform").click()
    transaction.begin()
    assert served.title == "Đồng ý"


def test_form_that_was_refused_asks_for_its_file_again(browser, served):
    """What was refused keeps nothing, so there is no file to keep: pressing on without choosing it was answered with 500."""
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    browser.getControl(name="form.widgets.comment").value = "nhầm"
    browser.getControl(name="form.widgets.paper").add_file(b"x", "application/pdf", "giay.pdf")
    browser.getControl(name="form.buttons.perform").click()
    assert "Hãy chọn lại tệp “giay.pdf”." in unescape(browser.contents)
    browser.getControl(name="form.widgets.comment").value = "Đồng ý"
    browser.followRedirects = False
    browser.getControl(name="form.buttons.perform").click()
    assert browser.headers["status"].startswith("302")
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    transaction.begin()
    assert served.title == "Đồng ý"


def test_form_takes_a_file(browser, served):
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    browser.getControl(name="form.widgets.comment").value = "Xong "
    browser.getControl(name="form.widgets.paper").add_file(b"x", "application/pdf", "giay.pdf")
    browser.followRedirects = False
    browser.getControl(name="form.buttons.perform").click()
    transaction.begin()
    assert served.title == "Xonggiay.pdf"


def test_form_answers_scripts_with_json(browser, served):
    browser.open(f"{served.absolute_url()}/@@act/publish_it?ajax_load=1")
    token = browser.getControl(name="_authenticator").value
    browser.raiseHttpErrors = False
    address = f"{served.absolute_url()}/@@act/publish_it"
    browser.post(address, f"_authenticator={token}&ajax=1&comment=x")
    assert '"too_short"' in browser.contents
    assert browser.headers["status"].startswith("400")
    browser.post(address, f"_authenticator={token}&ajax=1&comment=Tốt+lắm")
    assert '"ok": true' in browser.contents
