"""Requests for accounts, from sending to the account that exists, changes or is gone for ever."""

from AccessControl.PermissionRole import rolesForPermissionOn
from datetime import date
from datetime import timedelta
from docx import Document
from io import BytesIO
from matrices import read_matrix
from pathlib import Path
import pytest
from qlvb.content import clock
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import is_taken
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.violations import Refused
from qlvb.workflows.accounts.requests.creation import amend
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.accounts.requests.executing import proposed
from qlvb.workflows.accounts.requests.forms import write_form
from qlvb.workflows.accounts.requests.lists import clock_of
from qlvb.workflows.accounts.requests.lists import counts
from qlvb.workflows.accounts.requests.lists import requests_in
from qlvb.workflows.accounts.requests.moving import seats
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility
from zope.i18n import translate


MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")
RECEIVER = {
    "receiver": "Tạ Hồng Quân",
    "receiver_post": "Quản trị đơn vị",
    "receiver_unit": "Sở Khoa học và Công nghệ",
    "receiver_phone": "0203 000 111",
}
FRIDAY = date(2026, 10, 16)
NEW_PERSON = {"fullname": "Lê Minh Anh", "post": "Chuyên viên", "email": "anh2@sonhai.example"}


@pytest.fixture
def ask(province, login_as):
    """``ask(kind, people, agencies)`` sends a request of Sở KH&CN on a Friday."""

    def ask(kind, people=(), agencies=()):
        values = {**RECEIVER, "kind": kind, "people": list(people), "agencies": list(agencies)}
        with clock.held(FRIDAY), login_as("skhcnqtdv"):
            return create_request("skhcn", values, "skhcnqtdv")

    return ask


@pytest.fixture
def do(login_as):
    def do(request, act, by="quantri", **values):
        with login_as(by):
            return IActs(request).perform(act, values)

    return do


def told(userid):
    return [one.event for one in getUtility(INotices).of(userid).newest()]


def test_a_new_account_exists_when_it_is_approved(province, ask, do):
    rows = [{"agency": "skhcn", "role": "clerk", "email": "vanthu2@sonhai.example"}]
    request = ask("new", [NEW_PERSON], rows)
    assert request.due == date(2026, 10, 21)  # Friday and three working days
    assert proposed(request) == ["vanthuskhcn2", "leminhanh2"] and not is_taken("leminhanh2")
    assert "account_request" in told("quantri")
    do(request, "take_request")
    assert state_of(request) == "processing" and counts("skhcn")["processing"] == 1
    result = do(request, "complete_request", answer="Đã cấp đủ.")
    assert result["accounts"] == ["vanthuskhcn2", "leminhanh2"] and state_of(request) == "done"
    people, directory = province["people"], getUtility(IDirectory)
    assert people["leminhanh2"].home_agency == "skhcn" and people["leminhanh2"].email == "anh2@sonhai.example"
    assert "vanthuskhcn2" in directory.holders("skhcn", "clerk")
    assert {"vanthuskhcn2", "leminhanh2"} <= {one.userid for one in getUtility(IAccounts).of("skhcn")}
    assert [entry.event for entry in IJournal(people["leminhanh2"]).entries()] == ["account.made"]
    assert "account_answer" in told("skhcnqtdv")
    assert [entry.event for entry in IJournal(request).entries()] == ["created", "act.take_request", "act.complete_request"]


def test_changes_and_withdrawals_are_done_and_names_never_come_back(province, ask, do):
    rows = [
        {"account": "leminhanh", "field": "phone", "value": "0900 222 333"},
        {"account": "phamquochuy", "field": "home_agency", "value": "snv"},
    ]
    own = [{"agency": "skhcn", "field": "address", "value": "Số 3 đường Cảng, phường Hải An"}]
    do(ask("change", rows, own), "complete_request")
    assert province["people"]["leminhanh"].phone == "0900 222 333"
    assert getUtility(IDirectory).agency("skhcn").address == "Số 3 đường Cảng, phường Hải An"
    assert "phamquochuy" in getUtility(IDirectory).accounts_of("snv")
    request = ask("withdraw", [{"account": "leminhanh", "reason": "left"}])
    do(request, "complete_request")
    person = province["people"]["leminhanh"]
    assert person.active is False and is_taken("leminhanh")
    assert "leminhanh" in [one.userid for one in getUtility(IAccounts).listed("skhcn", "left")]
    again = ask("new", [NEW_PERSON])
    assert proposed(again) == ["leminhanh2"]
    assert [entry.event for entry in IJournal(person).entries()][1:] == ["account.changed", "account.withdrawn"]


def held_by(userid):
    """(post id, department, functions) of the posts that somebody holds today."""
    return [(post.id, post.department, post.functions) for post in getUtility(IDirectory).person(userid).posts]


def test_another_department_and_another_post(province, ask, do):
    """The seat that is left stays, with its former holder; what is asked for is a vacant one, or one more like it."""
    directory, posts = getUtility(IDirectory), province["skhcn"]["posts"]
    before = directory.main_post("leminhanh", "skhcn")
    other = next(unit for unit in directory.departments("skhcn") if unit.id != before.department)
    request = ask("change", [{"account": "leminhanh", "field": "department", "value": other.title.upper()}])
    assert request.people[0]["value"] == other.id
    do(request, "complete_request")
    ((made, department, functions),) = held_by("leminhanh")
    assert (department, functions, posts[made].title) == (other.id, before.functions, before.title)
    assert not posts[before.id].holder and posts[before.id].past_holders[-1]["holder"] == "leminhanh"
    home = directory.department("skhcn", before.department)
    (told,) = [one for one in getUtility(INotices).of("leminhanh").newest() if one.event == "department_changed"]
    said = translate(told.text, target_language="vi")
    assert f"{before.title}, {other.title}, trước là {before.title}, {home.title}" in said and "Cần hỏi: " in said
    back = ask("change", [{"account": "leminhanh", "field": "post", "value": f"{before.title}, {home.title}"}])
    do(back, "complete_request")
    assert held_by("leminhanh") == [(before.id, before.department, before.functions)]
    entries = [(entry.event, entry.detail.get("place")) for entry in IJournal(province["people"]["leminhanh"]).entries()][1:]
    agency = "Sở Khoa học và Công nghệ"
    there, here = f"{other.title}, {agency}", f"{home.title}, {agency}"
    assert entries == [
        *(("account.post_left", here), ("account.post_given", there), ("account.changed", None)),
        *(("account.post_left", there), ("account.post_given", here), ("account.changed", None)),
    ]
    cells = [cell.text for table in Document(BytesIO(write_form(request))).tables for row in table.rows for cell in row.cells]
    assert "Bộ phận công tác" in cells and other.title in cells


def test_nobody_becomes_a_second_head_by_a_request(province, ask, do):
    directory = getUtility(IDirectory)
    post = next(one for one in directory.posts("skhcn") if "leader" in one.functions)
    label = next(name for name, found in seats("skhcn").items() if post.id in [one.getId() for one in found])
    row = {"account": "leminhanh", "field": "post", "value": label}
    with pytest.raises(Refused) as refused:
        ask("change", [row])
    assert [(one.field, one.code) for one in refused.value.violations] == [("people.0.value", "no_seat")]
    with pytest.raises(Refused) as refused:
        ask("change", [{**row, "value": "Chủ tịch nước"}])
    assert [one.code for one in refused.value.violations] == ["choice_unknown"]
    assign(province["skhcn"]["posts"][post.id], "")
    request = ask("change", [row])
    assign(province["skhcn"]["posts"][post.id], post.holder)  # taken again before the province decides
    with pytest.raises(Refused) as refused:
        do(request, "complete_request")
    assert refused.value.status == 409 and state_of(request) == "submitted"
    assign(province["skhcn"]["posts"][post.id], "")
    do(request, "complete_request")
    assert "leminhanh" in directory.holders("skhcn", "leader")


def test_who_moves_to_another_agency_leaves_the_posts_of_the_old_one(province, ask, do):
    do(ask("change", [{"account": "leminhanh", "field": "home_agency", "value": "Sở Nội vụ"}]), "complete_request")
    directory = getUtility(IDirectory)
    assert "leminhanh" in directory.accounts_of("snv") and "leminhanh" not in directory.accounts_of("skhcn")
    with clock.held(clock.today() + timedelta(days=1)):
        assert directory.person("leminhanh").posts == ()


def test_three_working_days(province, ask, do):
    request = ask("new", [NEW_PERSON])
    days = {date(2026, 10, 16): 3, date(2026, 10, 18): 3, date(2026, 10, 19): 2, date(2026, 10, 21): 0, date(2026, 10, 23): -2}
    for day, left in days.items():
        with clock.held(day):
            assert clock_of(request).left == left
            assert (request in requests_in("late")) is (left < 0) and counts()["late"] == int(left < 0)
    with clock.held(date(2026, 10, 23)):
        do(request, "return_request", reason="Chưa có văn bản cử cán bộ.")
        assert counts("skhcn")["late"] == 0 and clock_of(request).left is None
        amend(request, {"people": [{**NEW_PERSON, "post": "Kế toán"}]}, "skhcnqtdv")
        do(request, "resubmit_request", by="skhcnqtdv")
        assert request.people[0]["post"] == "Kế toán" and clock_of(request).left == 3
    assert counts("snv")["submitted"] == 0


@pytest.mark.parametrize(
    "act, by, before, status",
    [
        ("take_request", "skhcnqtdv", (), 403),
        ("complete_request", "skhcnqtdv", (), 403),
        ("complete_request", "nguyenthithuha", (), 403),
        ("withdraw_request", "quantri", (), 403),
        ("resubmit_request", "skhcnqtdv", (), 409),
        ("take_request", "quantri", ("take_request",), 409),
        ("return_request", "quantri", ("complete_request",), 409),
    ],
)
def test_what_is_refused(province, ask, do, act, by, before, status):
    request = ask("new", [NEW_PERSON])
    for one in before:
        do(request, one)
    with pytest.raises(Refused) as refused:
        do(request, act, by=by, **({"reason": "Không đúng mẫu quy định."} if act == "return_request" else {}))
    assert refused.value.status == status
    assert is_taken("leminhanh2") is ("complete_request" in before)


def test_what_changed_meanwhile_is_not_carried_out_half(province, ask, do):
    first = ask("withdraw", [{"account": "leminhanh", "reason": "left"}, {"account": "phamquochuy", "reason": "moved"}])
    do(ask("withdraw", [{"account": "phamquochuy", "reason": "moved"}]), "complete_request")
    with pytest.raises(Refused) as refused:
        do(first, "complete_request")
    assert refused.value.status == 409 and "phamquochuy" in str(refused.value.violations[0].message.mapping)
    assert province["people"]["leminhanh"].active


def test_bad_requests_leave_nothing(province, ask):
    with pytest.raises(Refused) as refused:
        ask("new", [{"fullname": "Trần Văn A"}])
    assert refused.value.status == 400 and len(province["skhcn"]["requests"].objectIds()) == 0
    with pytest.raises(Refused) as refused:
        create_request("skhcn", {"kind": "new", "people": [NEW_PERSON]}, "skhcnqtdv")
    assert [one.field for one in refused.value.violations] == list(RECEIVER)
    with pytest.raises(Refused):
        ask("withdraw", [{"account": "quantri", "reason": "left"}])  # an administrator of the site


@pytest.mark.parametrize(
    "kind, people, agencies, words",
    [
        ("new", [NEW_PERSON], [{"agency": "skhcn", "role": "clerk"}], ["Mẫu 01", "Bộ phận công tác", "Tài khoản văn thư"]),
        ("change", [{"account": "leminhanh", "field": "phone", "value": "0900"}], [], ["Mẫu 02", "Thông tin mới", "0900", "Lê Minh Anh"]),
        (
            "withdraw",
            [{"account": "leminhanh", "reason": "left"}, {"account": "vanthuskhcn", "reason": "dissolved"}],
            [],
            ["Mẫu 03", "Loại tài khoản", "Nghỉ hưu, thôi việc", "vanthuskhcn"],
        ),
    ],
)
def test_the_form(province, ask, kind, people, agencies, words):
    document = Document(BytesIO(write_form(ask(kind, people, agencies))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for word in [*words, "I. Thông tin người tiếp nhận", "Tạ Hồng Quân", "Kính gửi", "Sở Khoa học và Công nghệ", "STT"]:
        assert word in text, word


STATES = {
    "submitted": (),
    "processing": ("take_request",),
    "returned": ("return_request",),
    "done": ("complete_request",),
    "withdrawn": ("withdraw_request",),
}


@pytest.mark.parametrize("state", STATES)
def test_permission_matrix(province, ask, do, state):
    request = ask("new", [NEW_PERSON])
    for act in STATES[state]:
        by = "skhcnqtdv" if act == "withdraw_request" else "quantri"
        do(request, act, by=by, **({"reason": "Không đúng mẫu quy định."} if act == "return_request" else {}))
    assert state_of(request) == state
    permissions = {permission for permission, _state in MATRIX}
    assert set(province.portal_workflow["qlvb_request"].permissions) == permissions
    found = {one: {r for r in rolesForPermissionOn(one, request) if not r.startswith("_")} for one in permissions}
    assert found == {one: MATRIX[one, state] for one in permissions}
