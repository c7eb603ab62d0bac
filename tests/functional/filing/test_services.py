"""``@dossiers`` and ``@contents`` over HTTP."""

import pytest


@pytest.fixture
def agency(functional_province):
    return functional_province["skhcn"].absolute_url()


def error(answer):
    return answer.status_code, answer.json()["error"]["type"]


def test_file_list_and_take_out(client, dossier, document):
    session, url = client("leminhanh"), dossier.absolute_url()
    uid = document.UID()
    filed = session.post(f"{url}/@contents", json={"document": uid})
    assert (filed.status_code, filed.json()["order"]) == (201, 1)
    assert session.post(f"{url}/@contents", json={"document": uid}).status_code == 200
    listed = session.get(f"{url}/@contents").json()
    assert listed["items_total"] == 1
    assert (listed["items"][0]["subject"], listed["items"][0]["pages"]) == ("V/v triển khai phần mềm", "1–3")
    assert listed["dossier"]["retention"]["label"] == "10 năm"
    assert listed["dossier"]["retention"]["reason"] == "work_open"
    assert session.delete(f"{url}/@contents/{uid}", json={"reason": "ngắn"}).status_code == 400
    assert session.delete(f"{url}/@contents/{uid}", json={"reason": "Lưu nhầm hồ sơ khác"}).status_code == 204
    assert session.get(f"{url}/@contents").json()["items_total"] == 0
    assert error(session.delete(f"{url}/@contents/{uid}", json={"reason": "Lưu nhầm hồ sơ khác"})) == (
        404,
        "not_in_dossier",
    )


def test_bad_filing(client, dossier, document):
    url = f"{dossier.absolute_url()}/@contents"
    session = client("leminhanh")
    assert error(session.post(url, json={"document": "khong-co"})) == (400, "document_unknown")
    assert error(session.post(url, json={})) == (400, "document_unknown")
    assert error(session.post(url, json=[])) == (400, "json_malformed")
    assert client("vuhaiyen").get(url).status_code in (401, 403)
    assert error(client("hoangvanluu").post(url, json={"document": document.UID()})) == (400, "document_unknown")


def test_what_a_reader_may_not_see_shows_only_its_place(client, dossier, document):
    client("leminhanh").post(f"{dossier.absolute_url()}/@contents", json={"document": document.UID()})
    item = client("hoangvanluu").get(f"{dossier.absolute_url()}/@contents").json()["items"][0]
    assert (item["order"], item["visible"], item["subject"], item["@id"]) == (1, False, "", None)


def test_open_dossiers_over_rest(client, catalogue, agency):
    session = client("phamquochuy")
    opened = session.post(f"{agency}/@dossiers", json={"year": 2026, "entry": "01.CNTT"})
    assert (opened.status_code, opened.json()["code"], opened.json()["holder"]) == (201, "01.CNTT", "phamquochuy")
    assert opened.headers["Location"] == opened.json()["@id"]
    assert session.post(f"{agency}/@dossiers", json={"year": 2026, "entry": "01.CNTT"}).status_code == 400
    assert error(session.post(f"{agency}/@dossiers", json={"year": 1999, "entry": "01.CNTT"})) == (
        404,
        "catalogue_unknown",
    )
    assert error(session.post(f"{agency}/@dossiers", json={"year": 2026})) == (400, "entry_missing")
    unplanned = {
        "year": 2026,
        "heading": "cntt",
        "title": "Hồ sơ đột xuất",
        "retention_kind": "years",
        "retention_years": 5,
    }
    assert session.post(f"{agency}/@dossiers", json=unplanned).json()["code"] == "03.CNTT"
    assert session.post(f"{agency}/@dossiers", json={**unplanned, "retention_years": 99}).status_code == 400


def test_idempotency_key_opens_once(client, catalogue, agency):
    session = client("leminhanh")
    body = {"year": 2026, "heading": "cntt", "title": "Hồ sơ đột xuất", "retention_kind": "permanent"}
    codes = [
        session.post(f"{agency}/@dossiers", json=body, headers={"Idempotency-Key": "k"}).json()["code"]
        for _ in range(2)
    ]
    assert codes == ["03.CNTT", "03.CNTT"]


def test_list_and_filters(client, dossier, agency):
    session = client("leminhanh")
    assert [item["code"] for item in session.get(f"{agency}/@dossiers").json()["items"]] == ["02.CNTT"]
    assert (
        session.get(f"{agency}/@dossiers?text=nang cap&state=open&year=2026&holder=leminhanh").json()["items_total"]
        == 1
    )
    assert session.get(f"{agency}/@dossiers?state=closed").json()["items_total"] == 0
    assert error(session.get(f"{agency}/@dossiers?state=lost")) == (400, "state_unknown")
    assert error(session.get(f"{agency}/@dossiers?year=x")) == (400, "invalid_filter")
    assert client("vuhaiyen").get(f"{agency}/@dossiers").json()["items_total"] == 0


def test_closed_dossier_is_a_conflict(client, dossier, document):
    session, url = client("leminhanh"), dossier.absolute_url()
    session.post(f"{url}/@contents", json={"document": document.UID()})
    refused = session.post(f"{url}/@acts/close", json={})
    assert error(refused) == (400, "document_draft")
    assert [violation["rule"] for violation in refused.json()["error"]["violations"]] == ["NĐ 30/2020 Điều 29.4"]


@pytest.mark.parametrize(
    "asked, codes",
    [
        ("", ["01.CNTT", "02.CNTT"]),
        ("heading=CNTT", ["01.CNTT", "02.CNTT"]),
        ("heading=VP", []),
        ("year=2026&year=2025&state=open&state=closed", ["01.CNTT", "02.CNTT"]),
        ("retention=years&retention_years=10", ["02.CNTT"]),
        ("retention=permanent&retention=years", ["01.CNTT", "02.CNTT"]),
        ("holder=phamquochuy", ["01.CNTT"]),
        ("unit=cntt", ["01.CNTT", "02.CNTT"]),
        ("unit=skhcn.cntt&holder=phamquochuy", ["01.CNTT"]),
        ("unit=vp", []),
        ("text=nang+cap", ["02.CNTT"]),
        ("text=nang%00+cap", ["02.CNTT"]),  # what no text has is left out of addresses (content/forms.py)
    ],
)
def test_dossiers_are_filtered(client, dossier, agency, asked, codes):
    client("phamquochuy").post(f"{agency}/@dossiers", json={"year": 2026, "entry": "01.CNTT"})
    found = client("hoangvanluu").get(f"{agency}/@dossiers?{asked}")
    assert found.status_code == 200, found.text
    assert [item["code"] for item in found.json()["items"]] == codes


def test_a_listed_dossier_says_what_it_says_itself(client, dossier, agency):
    [listed] = client("leminhanh").get(f"{agency}/@dossiers").json()["items"]
    assert listed == client("leminhanh").get(f"{dossier.absolute_url()}/@contents").json()["dossier"]


@pytest.mark.parametrize("asked", ["year=26", "state=lost", "retention_years=x", "unit=.", "b_size=0"])
def test_dossiers_asked_for_in_ways_that_make_no_sense(client, dossier, agency, asked):
    assert client("leminhanh").get(f"{agency}/@dossiers?{asked}").status_code == 400
