"""Requests for accounts when it does not go one after the other: pressed twice, decided by two, cut off in the middle."""

from concurrent.futures import ThreadPoolExecutor
from lxml import html
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import is_taken
from qlvb.content.states import state_of
from qlvb.workflows.accounts.requests import executing
from qlvb.workflows.accounts.requests.creation import create_request
import transaction


RECEIVER = {"receiver": "Tạ Hồng Quân", "receiver_post": "Quản trị", "receiver_unit": "Sở KH&CN", "receiver_phone": "1"}
PEOPLE = [{"fullname": "Lê Minh Anh", "post": "Chuyên viên"}, {"fullname": "Đỗ Văn Mới", "post": "Kế toán"}]


@pytest.fixture
def asked(functional_province):
    """``asked()`` sends a request of Sở KH&CN for two people."""

    def asked():
        request = create_request("skhcn", {**RECEIVER, "kind": "new", "people": PEOPLE}, "skhcnqtdv")
        transaction.commit()
        return request

    return asked


def at_once(calls):
    """What the calls return that begin at the same moment: list."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return [one.result() for one in [pool.submit(call) for call in calls]]


def events(record):
    return [entry.event for entry in IJournal(record).entries()]


def test_a_form_that_is_sent_twice_is_one_request(functional_province, visitor):
    session, url = visitor("skhcnqtdv"), "skhcn/requests/@@ask-for-accounts"
    page = html.fromstring(session.get(url).text)
    sent = {name: page.xpath(f"string(//main//input[@name='{name}']/@value)") for name in ("_authenticator", "idempotency_key")}
    rows = {"people-lines": "1", "people-0-fullname": "Lê Minh Anh", "people-0-post": "Chuyên viên"}
    data = {**sent, **RECEIVER, **rows, "kind": "new"}
    others = [visitor("skhcnqtdv") for _press in range(2)]
    answers = at_once([lambda one=one: one.post(url, data=data, allow_redirects=False) for one in others])
    answers.append(session.post(url, data=data, allow_redirects=False))
    assert [answer.status_code for answer in answers] == [302] * 3
    assert len({answer.headers["Location"] for answer in answers}) == 1
    transaction.begin()
    assert len(functional_province["skhcn"]["requests"].objectIds()) == 1
    other = html.fromstring(session.get(url).text).xpath("string(//main//input[@name='idempotency_key']/@value)")
    session.post(url, data={**data, "idempotency_key": other}, allow_redirects=False)
    transaction.begin()
    assert len(functional_province["skhcn"]["requests"].objectIds()) == 2  # asked for again, on a form of its own


def test_two_who_approve_at_once_make_the_accounts_once(functional_province, client, asked):
    request = asked()
    url = f"{request.absolute_url()}/@acts/complete_request"
    sessions = [type(client("quantri"))(functional_province.absolute_url(), "quantri") for _person in range(3)]
    answers = at_once([lambda one=one: one.post(url, json={"answer": ""}) for one in sessions])
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    transaction.begin()
    assert [row["account"] for row in request.outcome] == ["leminhanh2", "dovanmoi"] and not is_taken("leminhanh3")
    assert events(functional_province["people"]["dovanmoi"]) == ["account.made"]
    assert events(request).count("act.complete_request") == 1


def test_two_requests_for_one_name_give_two_accounts(functional_province, client, asked):
    urls = [f"{asked().absolute_url()}/@acts/complete_request" for _request in range(2)]
    sessions = [type(client("quantri"))(functional_province.absolute_url(), "quantri") for _url in urls]
    pairs = zip(sessions, urls, strict=True)
    answers = at_once([lambda one=one, url=url: one.post(url, json={"answer": ""}) for one, url in pairs])
    assert [answer.status_code for answer in answers] == [200, 200], [answer.text for answer in answers]
    transaction.begin()
    assert all(is_taken(name) for name in ("leminhanh2", "leminhanh3", "dovanmoi", "dovanmoi2"))


def test_what_is_cut_off_in_the_middle_leaves_nothing_and_is_done_again(functional_province, client, asked, monkeypatch):
    request = asked()
    url, made = f"{request.absolute_url()}/@acts/complete_request", executing.create_person

    def cut_off(userid, *args, **values):
        if userid == "dovanmoi":
            raise SystemError("killed between the approval and the second account")
        return made(userid, *args, **values)

    with monkeypatch.context() as patched:
        patched.setattr(executing, "create_person", cut_off)
        assert client("quantri").post(url, json={"answer": ""}).status_code == 500
    transaction.begin()
    assert state_of(request) == "submitted" and request.outcome == () and not is_taken("leminhanh2")
    assert functional_province.acl_users.getUserById("leminhanh2") is None and events(request) == ["created"]
    told = client("skhcnqtdv").get(f"{functional_province.absolute_url()}/@notices").json()
    assert "account_answer" not in str(told)
    assert client("quantri").post(url, json={"answer": ""}).status_code == 200
    transaction.begin()
    assert [row["account"] for row in request.outcome] == ["leminhanh2", "dovanmoi"]
