"""Sáp nhập / chia tách in the browser and over REST: the same rules, the system's administrator alone."""

from datetime import timedelta
from html import unescape
from lxml import html
from qlvb.content.clock import today
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


def read(answer):
    """The text of the page; Plone writes accented letters as character references."""
    return unescape(answer.text)


def is_refused(answer):
    return answer.status_code in (401, 403) or answer.url.endswith("/insufficient-privileges") or "/login" in answer.url


def post(session, url, **data):
    page = html.fromstring(session.get(url).text)
    token = page.xpath("//main//input[@name='_authenticator']/@value")[0]
    action = url.partition("?")[0]
    return session.post(action, data={"_authenticator": token, **data}, allow_redirects=False)


PAGES = ("@@reorganisations", "@@reorganise?kind=merge_units&agency=skhcn", "@@reorganisation?plan=1")
OTHERS = ("skhcnqtdv", "nguyenthithuha", "vanthuskhcn", "leminhanh", "hoangvanluu")


def basis(**more):
    day = today()
    return {
        "decision": "45/QĐ-SKHCN",
        "decision_date": (day - timedelta(1)).isoformat(),
        "effective": day.isoformat(),
        **more,
    }


def merge(**more):
    return {
        "agency": "skhcn",
        "kind": "merge_units",
        "units": ["cntt", "qlkh"],
        "successors": [{"title": "Phòng Số", "symbol": "SO"}],
        **basis(**more),
    }


def run_jobs():
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.begin()


def test_the_wizard_from_the_menu_to_the_report(visitor):
    session = visitor("quantri")
    home = read(session.get(""))
    assert session.get("@@reorganisation").url.endswith("@@reorganisations")
    assert session.get("@@reorganisation?plan=9").status_code == 404
    assert "TỔ CHỨC" in home and "Kế hoạch sáp nhập đang chạy thử" in home and "Sáp nhập / chia tách" in home
    form = {"kind": "merge_units", "agency": "skhcn", "units": ["cntt", "qlkh"], "plan": "", "rows": "1"}
    new = {"successor-0-id": "", "successor-0-title": "Phòng Số", "successor-0-symbol": "SO"}
    url = "@@reorganise?kind=merge_units&agency=skhcn"
    wrong = post(session, url, **{**form, "units": ["cntt"]}, **new, **basis(decision=""))
    assert (
        wrong.status_code == 400 and "Số phòng ban được chọn" in read(wrong) and "Phải ghi số quyết định" in read(wrong)
    )
    assert 'value="Phòng Số"' in read(wrong)
    for _press in range(2):  # a double press makes one plan
        made = post(session, url, idempotency_key="k1", **form, **new, **basis())
        assert made.status_code == 302 and made.headers["Location"].endswith("plan=1")
    plan = "@@reorganisation?plan=1"
    assert "Chưa chạy thử" in read(session.get(plan)) and "Xác nhận thực hiện" not in read(session.get(plan))
    assert post(session, plan, plan="1", step="confirm").status_code == 409
    assert post(session, plan, plan="1", step="try").status_code == 302
    page = read(session.get(plan))
    assert "Kết quả chạy thử" in page and "Luồng" not in page and "Xác nhận thực hiện" in page
    assert "(còn" not in read(session.get("")) and "Đang chạy thử" in read(session.get("@@reorganisations?state=trial"))
    assert "Phòng Quản lý khoa học" in read(visitor("skhcnqtdv").get("skhcn"))  # nothing has happened yet
    assert post(session, plan, plan="1", step="confirm").status_code == 302
    run_jobs()
    page = read(session.get(plan))
    assert "Báo cáo thực hiện" in page and "Còn 15/15 ngày" in page
    tree = read(visitor("skhcnqtdv").get("skhcn"))
    assert "Phòng Số" in tree
    assert "còn 15/15 ngày" in read(session.get(""))
    codes = "@@reorganisations"
    assert post(session, codes, plan="1", identifier="", decision="").status_code == 400
    assert post(session, codes, plan="1", identifier="", decision="12/STTTT").status_code == 302
    assert "Không có mã định danh nào chờ cập nhật" in read(session.get(codes))


def test_a_split_asks_where_every_post_goes(visitor):
    session = visitor("quantri")
    url = "@@reorganise?kind=split_unit&agency=skhcn&units=cntt"
    assert "Lê Minh Anh" in read(session.get(url))
    form = {
        "kind": "split_unit", "agency": "skhcn", "units": "cntt", "plan": "", "rows": "2",
        "successor-0-id": "cntt", "successor-1-title": "Phòng Số", "post-chuyen-vien-cntt": "1",
    }  # fmt: skip
    more = post(session, url, more="1", **form, **basis())
    assert more.status_code == 200 and 'name="successor-2-title"' in read(more)
    made = post(session, url, **form, **basis())
    assert made.status_code == 302
    page = read(session.get(made.headers["Location"]))
    assert "Phòng Số" in page and "Lê Minh Anh" in page
    assert post(session, made.headers["Location"], plan="1", step="withdraw").status_code == 302
    assert "Đã rút" in read(session.get(made.headers["Location"]))


def test_rest_has_the_same_rules(client):
    system = client("quantri")
    refused = system.post("@reorganisations", json=merge(effective="2020-01-01", decision=""))
    assert refused.status_code == 400
    assert {one["code"] for one in refused.json()["error"]["violations"]} == {
        "date_past",
        "decision_missing",
        "decided_later",
    }
    made = system.post("@reorganisations", json=merge())
    assert made.status_code == 201 and made.json()["state"] == "draft"
    plan = f"@reorganisations/{made.json()['id']}"
    assert system.post(f"{plan}/confirm").status_code == 409
    tried = system.post(f"{plan}/try").json()
    assert tried["state"] == "trial" and tried["trial"]["violations"] == [] and tried["trial"]["findings"]["posts"] >= 2
    assert system.get(f"{plan}/outgoing_open").json()["items_total"] == tried["trial"]["findings"]["outgoing_open"]
    assert system.get(f"{plan}/secrets").status_code == 404 and system.post(f"{plan}/delete").status_code == 404
    assert system.get("@reorganisations/99").status_code == 404
    assert system.patch(plan, json={**merge(), "units": ["cntt"]}).status_code == 400
    assert system.patch(plan, json=merge(decision="46/QĐ")).json()["state"] == "draft"
    assert system.post(f"{plan}/try").status_code == 200 and system.post(f"{plan}/confirm").status_code == 200
    assert system.post(f"{plan}/confirm").status_code == 409
    run_jobs()
    done = system.get(plan).json()
    assert done["state"] == "done" and done["made"] == ["so"]
    assert getUtility(IDirectory).department("skhcn", "cntt").successors == ("so",)
    assert system.get("@reorganisations").json()["waiting_codes"] == [done["id"]]
    settled = system.post(f"{plan}/code", json={"identifier": "H99.77", "decision": "99/QĐ-UBND"})
    assert settled.status_code == 200 and settled.json()["code"]["identifier"] == "H99.77"
    assert system.post(f"{plan}/code", json={"decision": "x"}).status_code == 409


def test_nobody_else_sees_or_does_it(visitor, client):
    assert client("quantri").post("@reorganisations", json=merge()).status_code == 201
    for userid in OTHERS:
        session, rest = visitor(userid), client(userid)
        assert all(is_refused(session.get(page)) for page in PAGES)
        assert rest.get("@reorganisations").status_code in (401, 403)
        assert rest.post("@reorganisations", json=merge()).status_code in (401, 403)
        for step in ("try", "confirm", "withdraw", "retry", "code"):
            assert rest.post(f"@reorganisations/1/{step}", json={}).status_code in (401, 403)
        assert rest.patch("@reorganisations/1", json=merge()).status_code in (401, 403)
        assert "Sáp nhập / chia tách" not in read(session.get(""))
    assert client("quantri").get("@reorganisations/1").json()["state"] == "draft"
