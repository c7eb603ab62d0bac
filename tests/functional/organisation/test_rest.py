"""The organisation over REST."""

import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.testing import PASSWORD
import transaction
from zope.component import getUtility


@pytest.fixture
def caller(functional_province, request_factory):
    def make(userid):
        return request_factory(basic_auth=(userid, PASSWORD)) if userid else request_factory()

    return make


def agency_data(**changes):
    data = {
        "@type": "Agency",
        "id": "stc",
        "title": "Sở Tài chính",
        "symbol": "STC",
        "identifier": "H99.09",
        "parent": "ubnd-tinh",
        "level": 2,
        "head_title": "Giám đốc",
        "place": "Sơn Hải",
    }
    return {**data, **changes}


def test_directory_finds_without_accents(caller):
    found = caller("leminhanh").get("@directory", params={"text": "yen"}).json()
    assert [person["userid"] for person in found["people"]] == ["vuhaiyen"]
    assert found["people"][0]["posts"][0]["department_title"] == "Phòng Công chức viên chức"
    found = caller("leminhanh").get("@directory", params={"text": "khoa hoc"}).json()
    assert [item["id"] for item in found["agencies"]] == ["skhcn"]
    assert [item["id"] for item in found["departments"]] == ["qlkh"]
    found = caller("leminhanh").get("@directory", params={"agency": "snv", "function": "clerk"}).json()
    assert [person["userid"] for person in found["people"]] == ["vanthusnv"]
    found = caller("leminhanh").get("@directory", params={"size": "2"}).json()
    assert (len(found["people"]), found["people_total"]) == (2, 20)


@pytest.mark.parametrize(
    "params, code",
    [
        ({"size": "0"}, "bad_size"),
        ({"size": "101"}, "bad_size"),
        ({"size": "x"}, "bad_size"),
        ({"agency": "nowhere"}, "unknown_agency"),
        ({"function": "clerk"}, "unknown_function"),
        ({"agency": "snv", "function": "king"}, "unknown_function"),
        ({"text": "a" * 201}, "too_long"),
    ],
)
def test_directory_refuses_bad_questions(caller, params, code):
    answer = caller("leminhanh").get("@directory", params=params)
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == code


def test_pickers_find_people_and_agencies_as_they_are_typed(caller):
    session = caller("leminhanh")
    found = session.get("@people", params={"text": "yen"}).json()["items"]
    assert [(one["id"], bool(one["detail"])) for one in found] == [("vuhaiyen", True)]
    assert session.get("@people", params={"text": "yen", "agency": "skhcn"}).json()["items"] == []
    names = [one["title"] for one in session.get("@people", params={"agency": "skhcn"}).json()["items"]]
    assert len(names) == 7 and "Lê Minh Anh" in names
    [agency] = session.get("@agencies", params={"text": "khoa hoc"}).json()["items"]
    assert (agency["id"], agency["identifier"]) == ("skhcn", agency["detail"].split(" · ")[1])
    assert session.get("@agencies", params={"text": "' OR 1=1"}).json()["items"] == []


@pytest.mark.parametrize("service", ["@people", "@agencies"])
def test_pickers_refuse_bad_questions(caller, service):
    assert caller("leminhanh").get(service, params={"text": "x" * 201}).status_code == 400
    assert caller("leminhanh").get(service, params={"text": ["a", "b"]}).status_code == 400
    assert caller("").get(service).status_code == 401
    assert caller("leminhanh").get("@people", params={"agency": "nowhere"}).status_code == 400


def test_directory_is_closed_to_the_world(caller):
    assert caller(None).get("@directory").status_code == 401
    assert caller(None).get("skhcn").status_code == 401


def test_the_system_administrator_adds_an_agency(functional_province, caller):
    answer = caller("quantri").post("", json=agency_data())
    assert answer.status_code == 201, answer.text
    transaction.begin()
    assert answer.json()["id"] == "stc"
    assert sorted(functional_province["stc"].objectIds()) == [
        "delegations",
        "departments",
        "disposals",
        "dossiers",
        "holds",
        "incoming",
        "notes",
        "opinions",
        "outgoing",
        "posts",
        "readings",
        "registers",
        "requests",
        "stores",
        "tasks",
        "transfers",
    ]
    assert getUtility(IDirectory).agency_by_identifier("H99.09").title == "Sở Tài chính"


@pytest.mark.parametrize(
    "changes",
    [
        {"identifier": "H99.08"},
        {"identifier": "99.08"},
        {"identifier": "H99." + "1" * 32},
        {"title": ""},
        {"id": "a.b"},
    ],
)
def test_bad_agencies_are_refused(functional_province, caller, changes):
    before = sorted(functional_province.objectIds())
    answer = caller("quantri").post("", json=agency_data(**changes))
    assert answer.status_code == 400, answer.text
    transaction.begin()
    assert sorted(functional_province.objectIds()) == before


def test_an_agency_administrator_works_in_the_own_agency_only(functional_province, caller):
    session = caller("skhcnqtdv")
    assert session.post("", json=agency_data()).status_code == 403
    department = {"@type": "Department", "id": "kh", "title": "Phòng Kế hoạch", "symbol": "KH"}
    assert session.post("skhcn/departments", json=department).status_code == 201
    assert session.post("snv/departments", json=department).status_code == 403
    assert session.post("skhcn/outgoing", json=department).status_code in (400, 403)
    post = {
        "@type": "Post",
        "title": "Chuyên viên",
        "department": "kh",
        "functions": ["specialist"],
        "capacity": "none",
        "holder": "leminhanh",
    }
    assert session.post("skhcn/posts", json=post).status_code == 201
    post["id"] = "khac"
    assert session.post("skhcn/posts", json={**post, "holder": "nobody"}).status_code == 400
    assert session.post("skhcn/posts", json={**post, "department": "ccvc"}).status_code == 400
    backwards = {**post, "valid_from": "2026-02-01", "valid_to": "2026-01-01"}
    assert session.post("skhcn/posts", json=backwards).status_code == 400
    transaction.begin()
    assert "skhcn.kh.specialist" in getUtility(IDirectory).principals("leminhanh")
    assert session.patch("people/leminhanh", json={"phone": "0123"}).status_code == 204
    assert session.patch("people/vuhaiyen", json={"phone": "0123"}).status_code == 403
    assert session.patch("skhcn", json={"identifier": "H99.77", "address": "Số 13"}).status_code == 204
    transaction.begin()
    info = getUtility(IDirectory).agency("skhcn")
    assert (info.identifier, info.address) == ("H99.12", "Số 13")


def test_specialists_change_nothing(caller):
    session = caller("leminhanh")
    assert session.patch("skhcn", json={"title": "x"}).status_code == 403
    assert session.post("skhcn/departments", json={"@type": "Department", "title": "x"}).status_code == 403
    assert session.delete("skhcn/departments/cntt").status_code == 403
