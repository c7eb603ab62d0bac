"""The organisation's screens."""

from html import unescape
from lxml import html
import pytest
from qlvb.content.clock import today
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.accounts.watching import keep_unused
import transaction
from zope.component import getUtility


def read(answer):
    """The text of the page; Plone writes accented letters as character references."""
    return unescape(answer.text)


def is_refused(answer):
    return answer.status_code in (401, 403) or answer.url.endswith("/insufficient-privileges") or "/login" in answer.url


def token(session, url):
    page = html.fromstring(session.get(url).text)
    return page.xpath("//main//input[@name='_authenticator']/@value")[0]


def post(session, url, **data):
    return session.post(url, data={"_authenticator": token(session, url), **data}, allow_redirects=False)


def test_everybody_with_an_account_sees_the_tree(visitor):
    page = read(visitor("vuhaiyen").get("skhcn"))
    assert "Phòng Quản lý khoa học" in page and "Nguyễn Thị Thu Hà" in page and "KT. (ký thay)" in page
    assert "@@assign" not in page and "skhcn/outgoing" not in page
    own = read(visitor("leminhanh").get("skhcn"))
    assert "skhcn/outgoing" in own and "@@assign" not in own
    assert "@@assign" in read(visitor("skhcnqtdv").get("skhcn"))
    assert "Chuyên viên" in read(visitor("vuhaiyen").get("people/leminhanh"))


def test_only_administrators_reach_the_editing_screens(visitor):
    editing = ("skhcn/@@people", "skhcn/@@add-person", "skhcn/posts/van-thu/@@assign")
    for url in (*editing, "people/leminhanh/@@reset-password"):
        assert not is_refused(visitor("skhcnqtdv").get(url))
        assert is_refused(visitor("tranduclong").get(url))
    assert is_refused(visitor("skhcnqtdv").get("@@agencies"))
    page = read(visitor("quantri").get("@@agencies"))
    assert page.index("tỉnh Sơn Hải") < page.index("Sở Nội vụ") < page.index("H99.45")


def test_people_of_the_agency(visitor):
    session = visitor("skhcnqtdv")
    page = read(session.get("skhcn/@@people"))
    assert "Đỗ Thanh Mai" in page and "Vũ Hải Yến" not in page
    page = read(session.get("skhcn/@@people", params={"text": "do thanh"}))
    assert "Đỗ Thanh Mai" in page and "Lê Minh Anh" not in page
    page = read(session.get("skhcn/@@people", params={"department": "cntt"}))
    assert "Lê Minh Anh" in page and "Đỗ Thanh Mai" not in page
    for state, said in (("suspended", "Không có tài khoản nào đang tạm dừng"), ("inactive", "bỏ trống 6 tháng")):
        assert said in read(session.get("skhcn/@@people", params={"state": state}))
    assert "Không có ai sắp nghỉ" in read(session.get("skhcn/@@handover"))


def test_the_list_of_six_months_is_what_the_tile_counted(visitor):
    """The worker counts; the list has exactly those, with their state of today."""
    session = visitor("quantri")
    assert "chưa đếm lần nào" in read(session.get("@@account-figures?state=inactive"))
    keep_unused({"leminhanh": "skhcn", "vuhaiyen": "snv"})
    transaction.commit()
    page = html.fromstring(session.get("@@account-figures?state=inactive").text)
    assert [row.xpath("string(td[4])") for row in page.xpath("//table[@id='unused-accounts']/tbody/tr")] == ["leminhanh", "vuhaiyen"]
    assert "2 tài khoản không đăng nhập" in page.text_content()
    (tile,) = html.fromstring(session.get("").text).xpath("//a[contains(@href, '@@account-figures?state=inactive')]")
    assert tile.text_content().strip() == "Danh sách 6 tháng2"
    assert is_refused(visitor("skhcnqtdv").get("@@account-figures?state=inactive"))


def test_an_account_is_suspended_and_resumed(visitor):
    session, person = visitor("skhcnqtdv"), visitor("leminhanh")
    url = "people/leminhanh/@@act/suspend_account"
    answer = post(session, url, basis="", reason="ngắn")
    assert answer.status_code == 400 and "Căn cứ: chưa nhập" in read(answer)
    assert post(session, url, basis="breach", reason="Cho người khác mượn mật khẩu").status_code == 302
    answer = person.get("")
    assert answer.status_code == 403 and "đang tạm dừng" in read(answer) and "mượn mật khẩu" in read(answer)
    assert "CHỨC NĂNG" not in read(answer) and "/logout" in read(answer)
    page = read(session.get("skhcn/@@people?state=suspended"))
    assert "Lê Minh Anh" in page
    assert "đã tạm dừng tài khoản" in read(session.get("people/leminhanh/@@journal"))
    assert post(session, "people/leminhanh/@@act/resume_account", reason="Đã làm rõ, cho dùng lại").status_code == 302
    assert person.get("").status_code == 200
    assert is_refused(visitor("tranduclong").get(url))


def test_plone_forms_stand_in_the_shell(visitor):
    session = visitor("skhcnqtdv")
    forms = ("skhcn/departments/++add++Department", "skhcn/posts/++add++Post", "skhcn/edit", "skhcn/posts/van-thu/edit")
    for url in forms:
        answer = session.get(url)
        assert answer.status_code == 200 and "qlvb-top" in read(answer), url
    page = read(session.get("people/leminhanh/edit"))
    assert "form.widgets.phone" in page and "form.widgets.home_agency" not in page


def test_a_new_person_gets_a_post_and_a_password_shown_once(visitor, request_factory):
    session = visitor("skhcnqtdv")
    assert post(session, "skhcn/posts/van-thu/@@assign", holder="").status_code == 302
    email = "le.minh.anh2@sonhai.example"
    answer = post(session, "skhcn/@@add-person", fullname="Lê Minh Anh", email=email, post="van-thu")
    page = html.fromstring(answer.text)
    userid, password = page.xpath("string(//*[@id='new-userid'])"), page.xpath("string(//*[@id='new-password'])")
    assert userid == "leminhanh2"
    assert answer.headers["Cache-Control"] == "no-store"
    transaction.begin()
    assert getUtility(IDirectory).holders("skhcn", "clerk") == ["leminhanh2"]
    refused = request_factory(basic_auth=(userid, password)).get("@directory")
    assert refused.status_code == 403 and refused.json()["error"]["violations"][0]["code"] == "password_first"
    assert "Chưa đổi mật khẩu lần đầu" in read(session.get(f"people/{userid}"))
    newcomer = request_factory(basic_auth=(userid, password), api=False)
    home = newcomer.get("", headers={"Accept": "text/html"}, allow_redirects=False)
    assert home.status_code == 302 and home.headers["Location"].endswith("/@@change-password")
    deep = newcomer.get("skhcn/outgoing", headers={"Accept": "text/html"}, allow_redirects=False)
    assert deep.status_code == 302 and deep.headers["Location"].endswith("/@@change-password")
    assert "do người khác cấp" in read(newcomer.get("skhcn/outgoing", headers={"Accept": "text/html"}))
    new = "Mat-khau-rieng-2026!"
    body = {"old_password": password, "new_password": new}
    changed = request_factory(basic_auth=(userid, password)).post(f"@users/{userid}/reset-password", json=body)
    assert changed.status_code in (200, 204), changed.text
    assert request_factory(basic_auth=(userid, new)).get("@directory").status_code == 200


@pytest.mark.parametrize(
    "data, message",
    [
        ({"fullname": ""}, "Họ và tên là bắt buộc"),
        ({"fullname": "Lê Anh", "userid": "Lê Anh"}, "Tên tài khoản gồm"),
        ({"fullname": "Lê Anh", "userid": "leminhanh"}, "Tên tài khoản này đã có"),
        ({"fullname": "Lê Anh", "email": "x"}, "Địa chỉ thư không đúng"),
        ({"fullname": "Lê Anh", "post": "giam-doc"}, "đã có người giữ"),
    ],
)
def test_what_is_wrong_with_a_new_person_is_said(functional_province, visitor, data, message):
    before = sorted(functional_province["people"].objectIds())
    answer = post(visitor("skhcnqtdv"), "skhcn/@@add-person", **data)
    assert answer.status_code == 400 and message in read(answer)
    transaction.begin()
    assert sorted(functional_province["people"].objectIds()) == before


def test_assigning_keeps_the_former_holder(visitor):
    session = visitor("skhcnqtdv")
    answer = post(session, "skhcn/posts/van-thu/@@assign", holder="leminhanh", valid_from="2020-01-01", valid_to="")
    assert answer.status_code == 302 and answer.headers["Location"].endswith("/skhcn#van-thu")
    transaction.begin()
    assert getUtility(IDirectory).holders("skhcn", "clerk") == ["leminhanh"]
    assert [held.id for held in getUtility(IDirectory).person("leminhanh").posts] == ["chuyen-vien-cntt", "van-thu"]
    assert "Đỗ Thanh Mai" in read(session.get("skhcn"))
    backwards = {"valid_from": "2026-02-01", "valid_to": "2026-01-01"}
    answer = post(session, "skhcn/posts/van-thu/@@assign", holder="nobody", **backwards)
    assert answer.status_code == 400
    assert "Không có cán bộ nào" in read(answer) and "Ngày kết thúc" in read(answer)
    assert post(session, "skhcn/posts/van-thu/@@assign", holder="leminhanh", valid_from="hôm nay").status_code == 400


def test_a_form_from_elsewhere_does_nothing(visitor):
    answer = visitor("skhcnqtdv").post("skhcn/posts/van-thu/@@assign", data={"holder": ""}, allow_redirects=False)
    assert answer.status_code == 403
    transaction.begin()
    assert getUtility(IDirectory).holders("skhcn", "clerk") == ["vanthuskhcn"]


def test_resetting_a_password(functional_province, visitor, request_factory):
    session = visitor("skhcnqtdv")
    answer = post(session, "people/leminhanh/@@reset-password")
    password = html.fromstring(answer.text).xpath("string(//*[@id='new-password'])")
    assert request_factory(basic_auth=("leminhanh", password)).get("@directory").status_code == 403  # to be changed first
    assert request_factory(basic_auth=("leminhanh", PASSWORD)).get("@directory").status_code == 401
    person = functional_province["people"]["quantri"]
    person.home_agency = "skhcn"
    functional_province["people"]["hoangvanluu"].active = False
    transaction.commit()
    assert post(session, "people/quantri/@@reset-password").status_code == 403
    assert post(session, "people/hoangvanluu/@@reset-password").status_code == 409
    assert post(visitor("quantri"), "people/quantri/@@reset-password").status_code == 200


def test_accounts_are_asked_for_on_the_screen(visitor):
    session, system = visitor("skhcnqtdv"), visitor("quantri")
    assert "Không có yêu cầu nào" in read(session.get("skhcn/requests"))
    url = "skhcn/requests/@@ask-for-accounts"
    rows = {"people-lines": "1", "people-0-fullname": "Lê Minh Anh", "people-0-post": "Chuyên viên"}
    more = read(post(session, url, kind="new", more="people", **rows))
    assert 'name="people-1-fullname"' in more and "Lê Minh Anh" in more
    receiver = {"receiver": "Tạ Hồng Quân", "receiver_post": "Quản trị", "receiver_unit": "Sở KH&CN", "receiver_phone": "1"}
    wrong = post(session, url, kind="new", **{**receiver, "receiver_phone": ""}, **rows)
    assert wrong.status_code == 400 and "Điện thoại: chưa nhập" in read(wrong)
    sent = post(session, url, kind="new", **receiver, **rows)
    assert sent.status_code == 302
    request = sent.headers["Location"]
    assert "leminhanh2" in read(session.get(request)) and "còn 3/3 ngày" in read(session.get(request))
    assert session.get(f"{request}/@@request.docx").content.startswith(b"PK")
    assert "Sở Khoa học và Công nghệ" in read(system.get("@@account-requests"))
    assert is_refused(session.get("@@account-requests")) and is_refused(visitor("leminhanh").get("skhcn/requests"))
    assert post(system, f"{request}/@@act/return_request", reason="Chưa ghi số điện thoại.").status_code == 302
    amended = post(session, f"{request}/@@amend-request", **receiver, **rows, **{"people-0-phone": "0900 111 222"})
    assert amended.status_code == 302 and "0900 111 222" in read(session.get(request))
    assert post(system, f"{request}/@@act/complete_request", answer="").status_code == 302
    assert "Lê Minh Anh" in read(session.get("people/leminhanh2"))
    assert "Đã xong" in read(session.get(request))
    home = read(session.get(""))
    assert "YÊU CẦU TÀI KHOẢN (MẪU 01 · 02 · 03)" in home and "TÀI KHOẢN" in read(system.get(""))


def test_what_both_administrators_see(visitor):
    session, system, person = visitor("skhcnqtdv"), visitor("quantri"), visitor("leminhanh")
    url, year = "@@maintenance", today().year + 1
    soon = post(system, url, start="2020-01-01T08:00", end="2020-01-01T09:00", text="Nâng cấp")
    assert soon.status_code == 400 and "01 ngày làm việc" in read(soon)
    moments = {"start": f"{year}-12-06T18:00", "end": f"{year}-12-06T20:00"}
    assert post(system, url, **moments, text="Nâng cấp máy chủ").status_code == 302
    for page in ("", "skhcn/outgoing"):
        shown = html.fromstring(person.get(page).text).xpath("//*[@data-qlvb-maintenance]")
        assert len(shown) == 1 and "Nâng cấp máy chủ" in shown[0].text_content() and shown[0].get("aria-label")
    assert post(system, url, cancel="1").status_code == 302
    assert "data-qlvb-maintenance" not in person.get("").text
    page = read(system.get("@@roles?role=RecordsClerk"))
    assert "Tiếp nhận" in page and "Đỗ Thanh Mai" in page
    assert "Tổng số tài khoản được cấp" in read(session.get("skhcn/@@account-report"))
    assert session.get("skhcn/@@account-report.docx").content.startswith(b"PK")
    assert "Đổi mật khẩu sau" in read(system.get("@@account-rules"))
    assert is_refused(session.get("@@roles")) and is_refused(session.get(url)) and is_refused(session.get("@@account-rules"))
