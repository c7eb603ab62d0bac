"""``@register`` and the pages of a register, over HTTP with the people of the story."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape
import pytest
from qlvb.content import clock
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.testing import PASSWORD
import re
import requests
import transaction
from zope.component import getUtility


YEAR = clock.today().year
EXPIRES = f"{YEAR}-12-31"


@pytest.fixture
def address(functional_province):
    finder = getUtility(IRegisterFinder)
    finder.open_year("skhcn", YEAR, "vanthuskhcn")
    transaction.commit()
    return finder.find("skhcn", "outgoing", "official_letter", "none", YEAR).absolute_url()


@pytest.fixture
def book(functional_province, address):
    def fresh():
        transaction.abort()
        return INumberBook(functional_province["skhcn"]["registers"][f"cong-van-di-{YEAR}"])

    return fresh


def client(userid):
    session = requests.Session()
    session.auth = (userid, PASSWORD)
    session.headers["Accept"] = "application/json"
    return session


@pytest.fixture
def clerk():
    return client("vanthuskhcn")


def reserve(session, address, reason="Giữ cho báo cáo quý", expires=EXPIRES, **headers):
    return session.post(f"{address}/@register", json={"reason": reason, "expires": expires}, headers=headers)


def error(answer):
    return answer.status_code, answer.json()["error"]["type"]


def test_reserve_read_and_void(clerk, address):
    answer = reserve(clerk, address)
    assert answer.status_code == 201
    assert answer.json()["number"] == 1
    assert answer.headers["Location"].endswith("/@register/1")
    assert answer.json()["status_title"] == "Đang giữ"
    voided = clerk.patch(f"{address}/@register/1", json={"status": "voided", "reason": "Không còn cần đến số"})
    assert (voided.status_code, voided.json()["status"]) == (200, "voided")
    assert [step["status"] for step in voided.json()["history"]] == ["reserved", "voided"]
    assert clerk.get(f"{address}/@register/1").json()["reason"] == "Không còn cần đến số"
    journal = clerk.get(f"{address}/@journal").json()
    assert [entry["event"] for entry in journal["items"]] == ["number.voided", "number.reserved", "created"]
    assert journal["verified"] is True


def test_listing_is_batched_and_filtered(clerk, address):
    for _ in range(3):
        reserve(clerk, address)
    clerk.patch(f"{address}/@register", json={"number": 2, "status": "voided", "reason": "Không còn cần đến số"})
    page = clerk.get(f"{address}/@register?b_size=2&sort_order=descending").json()
    assert (page["items_total"], [item["number"] for item in page["items"]]) == (3, [3, 2])
    assert "next" in page["batching"]
    assert [item["number"] for item in clerk.get(f"{address}/@register?status=reserved").json()["items"]] == [1, 3]
    assert page["register"]["next_number"] == 4
    assert len(page["register"]["columns"]) == 10
    checked = clerk.get(f"{address}/@register?check=1").json()
    assert [(finding["number"], finding["code"]) for finding in checked["findings"]] == [
        (1, "reserved"),
        (2, "voided"),
        (3, "reserved"),
    ]


@pytest.mark.parametrize(
    "body,expected",
    [
        ({"expires": EXPIRES}, (400, "reason_missing")),
        ({"reason": "x", "expires": "hôm nay"}, (400, "date_invalid")),
        ({"reason": "x", "expires": 5}, (400, "date_invalid")),
        ({"reason": "x"}, (400, "expiry_past")),
        ({"reason": "x", "expires": "2020-01-01"}, (400, "expiry_past")),
        ([], (400, "json_malformed")),
    ],
)
def test_bad_reservations(clerk, address, book, body, expected):
    assert error(clerk.post(f"{address}/@register", json=body)) == expected
    assert book().store is None


def test_bad_voids(clerk, address, book):
    reserve(clerk, address)
    url = f"{address}/@register"
    assert error(clerk.patch(f"{url}/1", json={"status": "voided", "reason": "ngắn"})) == (400, "reason_short")
    assert error(clerk.patch(f"{url}/9", json={"status": "voided", "reason": "Không còn cần đến số"})) == (
        404,
        "number_unknown",
    )
    assert error(clerk.patch(f"{url}/x", json={"status": "voided", "reason": "Không còn cần"})) == (
        400,
        "number_invalid",
    )
    assert error(clerk.patch(f"{url}/1", json={"status": "taken"})) == (400, "status_unknown")
    assert error(clerk.get(f"{url}?status=lost")) == (400, "status_unknown")
    assert error(clerk.get(f"{url}/9")) == (404, "number_unknown")
    assert book().entry(1).status == "reserved"


def test_closed_register_is_a_conflict(clerk, address, functional_province):
    register = getUtility(IRegisterFinder).find("skhcn", "outgoing", "official_letter", "none", YEAR)
    register.closed = True
    transaction.commit()
    assert error(reserve(clerk, address)) == (409, "register_closed")


@pytest.mark.parametrize(
    "userid,reading,reserving",
    [
        ("vanthuskhcn", 200, 201),
        ("nguyenthithuha", 200, 403),
        ("hoangvanluu", 200, 403),
        ("leminhanh", 403, 403),
        ("vanthusnv", 403, 403),
    ],
)
def test_rights(address, userid, reading, reserving):
    session = client(userid)
    assert session.get(f"{address}/@register").status_code == reading
    assert reserve(session, address).status_code == reserving


def test_nobody_signed_in(address):
    answer = requests.get(f"{address}/@register", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (401, "Unauthorized")


def test_idempotency_key(clerk, address, book):
    first = reserve(clerk, address, **{"Idempotency-Key": "k1"})
    again = reserve(clerk, address, **{"Idempotency-Key": "k1"})
    assert (first.json()["number"], again.json()["number"]) == (1, 1)
    assert error(reserve(clerk, address, reason="Giữ cho việc khác", **{"Idempotency-Key": "k1"})) == (409, "key_used")
    assert reserve(clerk, address, **{"Idempotency-Key": "k2"}).json()["number"] == 2
    assert book().next_number == 3


def page(session, url, **kwargs):
    answer = session.get(url, headers={"Accept": "text/html"}, **kwargs)
    return answer.status_code, unescape(answer.text)


def test_pages_of_the_register(clerk, address):
    reserve(clerk, address)
    status, text = page(clerk, address)
    assert status == 200
    for label in (
        "Số, ký hiệu văn bản",
        "Đơn vị, người nhận bản lưu",
        "Ký nhận",
        "Tất cả",
        "Số đang giữ",
        "Số hủy",
        "Kiểm tra sổ",
    ):
        assert label in text
    assert "Giữ cho báo cáo quý" in text
    assert "Số 01 đang giữ đến" in page(clerk, f"{address}?tab=check")[1]
    status, text = page(clerk, f"{address}/@@print")
    assert status == 200
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in text
    assert "Từ số 01 đến số 01" in re.sub(r"\s+", " ", text)
    assert page(clerk, f"{address}/@@journal")[0] == 200


def test_forms_reserve_void_and_lock(clerk, address, book):
    def submit(view, **fields):
        text = page(clerk, f"{address}/@@{view}")[1]
        fields["_authenticator"] = re.search(r'name="_authenticator" value="([^"]+)"', text).group(1)
        return clerk.post(f"{address}/@@{view}", data=fields, headers={"Accept": "text/html"})

    refused = submit("reserve-number", reason="", expires=EXPIRES)
    assert (refused.status_code, "Cần ghi lý do." in unescape(refused.text)) == (400, True)
    assert submit("reserve-number", reason="Giữ cho báo cáo quý", expires=EXPIRES).status_code == 200
    assert book().entry(1).reason == "Giữ cho báo cáo quý"
    refused = submit("lock-register")
    assert refused.status_code == 409
    assert submit("void-number", number="1", reason="Không còn cần đến số").status_code == 200
    assert book().entry(1).status == "voided"
    assert submit("lock-register").status_code == 200
    assert book().register.closed is True


def test_forms_need_the_token_and_the_right(clerk, address, book):
    clerk.post(f"{address}/@@reserve-number", data={"reason": "Giữ cho báo cáo", "expires": EXPIRES})
    assert book().store is None
    assert "Giữ số</button>" not in page(client("nguyenthithuha"), f"{address}/@@reserve-number")[1]


def test_registers_of_an_agency(clerk, address):
    section = address.rsplit("/", 1)[0]
    status, text = page(clerk, f"{section}/@@registers?year={YEAR}")
    assert status == 200
    assert f"Công văn đi {YEAR}" in text
    token = re.search(r'name="_authenticator" value="([^"]+)"', text).group(1)
    clerk.post(f"{section}/@@open-year", data={"year": str(YEAR + 1), "_authenticator": token})
    assert f"Công văn đi {YEAR + 1}" in page(clerk, f"{section}/@@registers?year={YEAR + 1}")[1]
    answer = clerk.post(
        f"{section}/@@open-year", data={"year": "1200", "_authenticator": token}, headers={"Accept": "text/html"}
    )
    assert "Năm mở sổ phải từ" in unescape(answer.text)


def test_twenty_at_once_get_twenty_numbers(address, book):
    def one(index):
        return reserve(client("vanthuskhcn"), address, reason=f"Giữ cho văn bản {index}")

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(one, range(20)))
    assert [answer.status_code for answer in answers] == [201] * 20
    assert sorted(answer.json()["number"] for answer in answers) == list(range(1, 21))
    assert book().gaps() == []


def test_the_year_turns_while_numbers_are_taken(clerk, address, book):
    """The next series begins under load: nobody waits for it, no number of this year or of the next is lost or doubled."""
    section = address.rsplit("/", 1)[0]
    following = address.replace(str(YEAR), str(YEAR + 1))
    token = re.search(r'name="_authenticator" value="([^"]+)"', page(clerk, f"{section}/@@registers?year={YEAR}")[1]).group(1)

    def one(index):
        if index == 6:
            return clerk.post(f"{section}/@@open-year", data={"year": str(YEAR + 1), "_authenticator": token})
        return reserve(client("vanthuskhcn"), address, reason=f"Giữ cho văn bản {index}")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(16)))
    opened = answers.pop(6)
    assert opened.ok and [answer.status_code for answer in answers] == [201] * 15
    assert sorted(answer.json()["number"] for answer in answers) == list(range(1, 16))
    later = reserve(clerk, following, expires=f"{YEAR + 1}-12-31")
    assert (later.status_code, later.json()["number"], reserve(clerk, address).json()["number"]) == (201, 1, 16)
    assert book().gaps() == []


def test_register_added_by_hand(clerk, address, functional_province):
    section = address.rsplit("/", 1)[0]
    text = page(clerk, f"{section}/@@add-register")[1]
    fields = {
        "title": f"Nghị quyết Hội đồng {YEAR}",
        "direction": "outgoing",
        "year": str(YEAR),
        "series": "administrative",
        "document_types:list": ["resolution"],
        "_authenticator": re.search(r'name="_authenticator" value="([^"]+)"', text).group(1),
    }

    def submit(**changes):
        return clerk.post(f"{section}/@@add-register", data={**fields, **changes}, headers={"Accept": "text/html"})

    made = submit()
    assert made.url == f"{section}/nghi-quyet-hoi-dong-{YEAR}"
    assert "đã nhận loại văn bản này" in unescape(submit(title="Nghị quyết khác").text)
    council = submit(series="council")
    assert (council.status_code, "cần chữ viết tắt của hội đồng" in unescape(council.text)) == (400, True)
    assert submit(series="council", body_symbol="HĐTD").url == f"{section}/nghi-quyet-hoi-dong-{YEAR}-2"
    assert submit(title="", year="x").status_code == 400
    assert submit(**{"document_types:list": ["khong-co"]}).status_code == 400
    finder = getUtility(IRegisterFinder)
    transaction.abort()
    assert finder.find("skhcn", "outgoing", "resolution", "none", YEAR).getId() == f"nghi-quyet-hoi-dong-{YEAR}"
