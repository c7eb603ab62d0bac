"""The official letters of the requests, Mẫu 01, 02, 03 of the account regulation, as docx."""

from plone import api
from qlvb.content.accounts.naming import is_agency_account
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Table
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import PEOPLE as PEOPLE_FOLDER
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.words import AGENCY_FIELDS
from qlvb.content.requests.words import FORMS
from qlvb.content.requests.words import KIND_TITLES
from qlvb.content.requests.words import PERSON_FIELDS
from qlvb.content.requests.words import REASONS
from qlvb.content.requests.words import RECEIVER_TITLES
from qlvb.content.requests.words import ROLE_TITLES
from qlvb.workflows.accounts.letters import write_letter
from qlvb.workflows.accounts.requests.moving import values_of
from zope.component import getUtility
from zope.i18n import translate


_HEADS = {
    (NEW, "agencies"): (
        *("STT", "Tên cơ quan, tổ chức", "Địa chỉ thư điện tử công vụ (nếu có)"),
        *("Loại tài khoản", "Ghi chú"),
    ),
    (NEW, "people"): (
        *("STT", "Họ và tên", "Chức vụ", "Bộ phận công tác"),
        *("Địa chỉ thư điện tử công vụ (nếu có)", "Số ĐT"),
    ),
    (CHANGE, "agencies"): (
        *("STT", "Tên cơ quan đơn vị", "Tài khoản phần mềm quản lý văn bản"),
        *("Thông tin cần thay đổi", "Thông tin mới"),
    ),
    (CHANGE, "people"): (
        *("STT", "Họ và tên", "Chức vụ", "Tài khoản phần mềm quản lý văn bản"),
        *("Địa chỉ thư điện tử công vụ", "Thông tin cần thay đổi", "Thông tin mới", "Số ĐT"),
    ),
}
_WITHDRAWN_AGENCIES = ("STT", "Tên tài khoản", "Loại tài khoản", "Lý do", "Ghi chú")
_WITHDRAWN_PEOPLE = (
    *("STT", "Tên tài khoản", "Địa chỉ thư điện tử công vụ", "Bộ phận công tác", "Chức vụ", "Lý do", "Ghi chú"),
)


def _said(message):
    return translate(message, target_language="vi") if message else ""


def write_form(request):
    """bytes of the docx."""
    body = [Block("heading", "I. Thông tin người tiếp nhận")]
    body += [f"{_said(title)}: {getattr(request, name)}" for name, title in RECEIVER_TITLES.items()]
    body.append(Block("heading", "II. Nội dung yêu cầu"))
    for number, (title, table) in enumerate(tables_of(request), 1):
        body += [f"{number}. {title}", table]
    subject = f"{_said(KIND_TITLES[request.kind]).lower()} ({FORMS[request.kind]})"
    agency = getUtility(IDirectory).agency_of(request)
    return write_letter(agency, "official_letter", subject, request.sent_on, body)


def tables_of(request):
    """The tables of the form that have rows: list of (title, Table), in the form's order."""
    if request.kind in (NEW, CHANGE):
        parts = (("agencies", "Tài khoản cơ quan"), ("people", "Tài khoản cá nhân"))
        found = [(title, _HEADS[request.kind, name], _rows(request, name)) for name, title in parts]
    else:
        own = [row for row in request.people if is_agency_account(row["account"])]
        others = [row for row in request.people if not is_agency_account(row["account"])]
        found = [
            ("Tài khoản cơ quan", _WITHDRAWN_AGENCIES, [_withdrawn_agency(row) for row in own]),
            ("Tài khoản cá nhân", _WITHDRAWN_PEOPLE, [_withdrawn_person(row) for row in others]),
        ]
    return [
        (title, Table(head, tuple((str(place), *row) for place, row in enumerate(rows, 1))))
        for title, head, rows in found
        if rows
    ]


def _rows(request, name):
    values = values_of(getUtility(IDirectory).agency_of(request).id)
    write = {
        (NEW, "agencies"): lambda row: (
            *(_agency_title(row), row["email"]),
            *(_said(ROLE_TITLES[row["role"]]), row["note"]),
        ),
        (NEW, "people"): lambda row: (row["fullname"], row["post"], row["unit"], row["email"], row["phone"]),
        (CHANGE, "agencies"): lambda row: (
            *(_agency_title(row), ", ".join(_accounts_of(row["agency"]))),
            *(_said(AGENCY_FIELDS[row["field"]]), row["value"]),
        ),
        (CHANGE, "people"): lambda row: _changed_person(row, values),
    }[request.kind, name]
    return [write(row) for row in getattr(request, name)]


def _agency_title(row):
    info = getUtility(IDirectory).agency(row["agency"])
    return info.title if info is not None else row["agency"]


def _accounts_of(agency_id):
    return [userid for userid in getUtility(IDirectory).accounts_of(agency_id) if is_agency_account(userid)]


def _person(userid):
    """dict fullname, post, unit, email, phone of an account."""
    directory, people = getUtility(IDirectory), api.portal.get()[PEOPLE_FOLDER]
    info, record = directory.person(userid), people.get(userid)
    post = next(iter(info.posts), None)
    unit = directory.department(post.agency, post.department) if post is not None and post.department else None
    return {
        "fullname": info.fullname,
        "post": post.title if post is not None else "",
        "unit": unit.title if unit is not None else "",
        "email": getattr(record, "email", "") or "",
        "phone": getattr(record, "phone", "") or "",
    }


def _changed_person(row, values):
    known = _person(row["account"])
    value = values.get(row["field"], {}).get(row["value"], row["value"])
    what = _said(PERSON_FIELDS[row["field"]])
    return known["fullname"], known["post"], row["account"], known["email"], what, value, known["phone"]


def _withdrawn_agency(row):
    kind = "clerk" if row["account"].startswith("vanthu") else "admin"
    return row["account"], _said(ROLE_TITLES[kind]), _said(REASONS[row["reason"]]), row["note"]


def _withdrawn_person(row):
    known = _person(row["account"])
    return row["account"], known["email"], known["unit"], known["post"], _said(REASONS[row["reason"]]), row["note"]
