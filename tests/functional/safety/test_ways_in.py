"""Attempts at signing in and files that are not taken, over HTTP: what refused requests leave in the log, and who reads it."""

from base64 import b64encode
import made_files
import pytest
from qlvb.content.accounts.memory import remembered
from qlvb.policy.testing import PASSWORD
import requests


WRONG = "Sai-mat-khau-2026"


@pytest.fixture
def log(client):
    """``log("file")`` -> items of the list as the system's administrator reads it."""
    return lambda kind: client("quantri").get(f"@safety-log?kind={kind}").json()["items"]


def by_page(url, name, password):
    form = {"__ac_name": name, "__ac_password": password, "buttons.login": "1"}
    return requests.post(f"{url}/login", data=form, headers={"User-Agent": "Firefox/140.0 (X11; Linux)"}, timeout=60)


def by_rest(url, name, password):
    headers = {"Accept": "application/json"}
    return requests.post(f"{url}/@login", json={"login": name, "password": password}, headers=headers, timeout=60)


def by_header(url, name, password):
    return requests.get(f"{url}/@worklist", auth=(name, password), headers={"Accept": "application/json"}, timeout=60)


@pytest.mark.parametrize("way", [by_page, by_rest, by_header])
def test_five_failures_in_a_row_are_logged_whichever_way_they_came(way, functional_province, log):
    url = functional_province.absolute_url()
    for _attempt in range(4):
        way(url, "leminhanh", WRONG)
    assert log("sign_in") == []
    way(url, "leminhanh", WRONG)
    (found,) = log("sign_in")
    assert (found["code"], found["userid"], found["address"]) == ("guessing", "leminhanh", "127.0.0.1")
    if way is by_page:
        assert found["what"] == "Firefox, Linux"


def test_signing_in_after_them_is_logged_too(functional_province, log):
    url = functional_province.absolute_url()
    for _attempt in range(5):
        assert by_rest(url, "leminhanh", WRONG).status_code == 401
    assert by_rest(url, "leminhanh", PASSWORD).status_code == 200
    assert [one["code"] for one in log("sign_in")] == ["guessed", "guessing"]


def test_names_that_nobody_has_and_good_passwords_leave_nothing(functional_province, log):
    url = functional_province.absolute_url()
    for _attempt in range(6):
        by_rest(url, "khongaica", WRONG)
        assert by_page(url, "leminhanh", PASSWORD).status_code == 200
    assert log("sign_in") == []
    assert remembered("khongaica") is None


def test_a_refused_upload_is_logged_though_nothing_is_stored(client, log):
    data = b64encode(b"MZ" + b"\0" * 500).decode()
    body = {
        "@type": "OutgoingDocument",
        "subject": "V/v chương trình",
        "files": [{"role": "main", "filename": "chuong-trinh.docx", "data": data}],
    }
    before = client("leminhanh").get("@records").json()["items_total"]
    answer = client("leminhanh").post("skhcn/@documents", json=body)
    assert answer.status_code == 400
    (found,) = log("file")
    assert (found["userid"], found["what"], found["address"]) == ("leminhanh", "chuong-trinh.docx", "127.0.0.1")
    assert found["reason"] and found["code"].startswith("file_")
    assert client("leminhanh").get("@records").json()["items_total"] == before


def test_a_good_upload_is_not_logged(client, log):
    files = [{"role": "main", "filename": "a.pdf", "data": b64encode(made_files.pdf(1)).decode()}]
    body = {"@type": "OutgoingDocument", "subject": "V/v chương trình", "files": files}
    assert client("leminhanh").post("skhcn/@documents", json=body).status_code == 201
    assert log("file") == []


@pytest.mark.parametrize("userid", ["leminhanh", "nguyenthithuha", "skhcnqtdv", "vanthuskhcn"])
def test_others_may_not_read_the_log(userid, client, visitor, functional_province):
    assert client(userid).get("@safety-log").status_code in (401, 403)
    page = visitor(userid).get(f"{functional_province.absolute_url()}/@@safety-log", allow_redirects=False)
    assert page.status_code in (302, 401, 403)


def test_both_lists_are_pages_of_the_administrator(visitor, read, client, functional_province):
    url = functional_province.absolute_url()
    for _attempt in range(5):
        by_rest(url, "leminhanh", WRONG)
    page = read(visitor("quantri").get(f"{url}/@@safety-log?kind=sign_in"))
    (row,) = page.xpath("//table[@id='safety-sign-ins']/tbody/tr")
    assert "Sai mật khẩu từ 5 lần liên tiếp" in row.text_content() and "127.0.0.1" in row.text_content()
    form = row.xpath(".//form")[0]
    admin, fields = visitor("quantri"), {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    assert visitor("skhcnqtdv").post(f"{url}/@@safety-log?kind=sign_in", data=fields).status_code in (401, 403)
    assert not read(admin.post(f"{url}/@@safety-log?kind=sign_in", data=fields)).xpath("//tbody/tr")
    whole = read(admin.get(f"{url}/@@safety-log?kind=sign_in&all=1")).xpath("//tbody/tr")
    assert len(whole) == 1 and not whole[0].xpath(".//form") and "Quản trị" in whole[0].text_content()
    found = client("quantri").get("@safety-log?kind=sign_in").json()["items"]
    assert [one["seen_by"] for one in found] == ["quantri"]
    assert client("quantri").get("@safety-log?kind=sign_in&unseen=1").json()["items"] == []
    assert client("skhcnqtdv").post("@safety-log", json={"kind": "sign_in", "ids": []}).status_code in (401, 403)
    assert not read(visitor("quantri").get(f"{url}/@@safety-log?kind=file&b_start=xyz")).xpath("//tbody/tr")
    home = read(visitor("quantri").get(url))
    assert home.xpath("//a[contains(@href, 'safety-log?kind=sign_in')]") and "AN TOÀN" in home.text_content()
    assert client("quantri").get("@safety-log?kind=nothing").status_code == 400
