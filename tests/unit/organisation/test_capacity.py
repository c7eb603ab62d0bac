"""The lines above a signature (NĐ 30/2020 Điều 13; Phụ lục I)."""

from datetime import date
import pytest
from qlvb.content.organisation.capacity import Authorisation
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.capacity import check_capacity
from qlvb.content.organisation.capacity import full_title
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import AgencyInfo
from qlvb.content.organisation.interfaces import DepartmentInfo
from qlvb.content.organisation.interfaces import PostInfo
from qlvb.content.violations import Refused


DAY = date(2026, 7, 1)


def agency(head="Giám đốc", collective=False, body="Sở Nội vụ"):
    return AgencyInfo("a", "uid", body, "A", "H99.01", "", 2, collective, body, head, "Sơn Hải", "", "/a")


def post(title, capacity, functions=("leader",)):
    return PostInfo("p", "a", "", title, functions, capacity, "", None, None, 0)


DIRECTOR, COMMITTEE = agency(), agency("Chủ tịch", True, "Ủy ban nhân dân")
MINISTER = agency("Bộ trưởng", False, "Bộ Nội vụ")
OFFICE = DepartmentInfo("qlkh", "a", "Phòng Quản lý khoa học", "QLKH", "/a/departments/qlkh")


@pytest.mark.parametrize(
    "body, holder, options, lines",
    [
        (DIRECTOR, post("Giám đốc", "direct"), {}, ["GIÁM ĐỐC"]),
        (COMMITTEE, post("Chủ tịch", "on_behalf"), {}, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (COMMITTEE, post("Chủ tịch", "on_behalf"), {"capacity": "direct"}, ["CHỦ TỊCH"]),
        (DIRECTOR, post("Quyền Giám đốc", "acting"), {}, ["Q. GIÁM ĐỐC"]),
        (COMMITTEE, post("Quyền Chủ tịch", "acting"), {}, ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"]),
        (COMMITTEE, post("Quyền Chủ tịch", "acting"), {"collective": False}, ["Q. CHỦ TỊCH"]),
        (MINISTER, post("Thứ trưởng", "deputy"), {}, ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
        (DIRECTOR, post("Phó Giám đốc", "deputy"), {}, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (
            COMMITTEE,
            post("Phó Chủ tịch", "deputy"),
            {},
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (COMMITTEE, post("Phó Chủ tịch", "deputy"), {"collective": False}, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (MINISTER, post("Chánh Văn phòng", "by_order"), {}, ["TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"]),
        (
            MINISTER,
            post("Phó Chánh Văn phòng", "by_order"),
            {"head_of_unit": "Chánh Văn phòng"},
            ["TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (
            DIRECTOR,
            post("Trưởng phòng", "by_order"),
            {"capacity": "by_authorisation", "department": OFFICE},
            ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ KHOA HỌC"],
        ),
        (COMMITTEE, post("Chánh Văn phòng", "by_order"), {}, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    ],
)
def test_signature_block(body, holder, options, lines):
    assert signature_block(body, holder, **options) == lines


@pytest.mark.parametrize(
    "body, holder, capacity",
    [
        (DIRECTOR, post("Giám đốc", "direct"), "on_behalf"),
        (DIRECTOR, post("Giám đốc", "direct"), "deputy"),
        (DIRECTOR, post("Phó Giám đốc", "deputy"), "direct"),
        (DIRECTOR, post("Phó Giám đốc", "deputy"), "acting"),
        (COMMITTEE, post("Phó Chủ tịch", "deputy"), "on_behalf"),
        (DIRECTOR, post("Trưởng phòng", "by_order"), "deputy"),
        (DIRECTOR, post("Chuyên viên", "none"), None),
        (DIRECTOR, post("Chuyên viên", "none"), "direct"),
    ],
)
def test_combinations_the_decree_does_not_know_are_refused(body, holder, capacity):
    with pytest.raises(Refused) as caught:
        signature_block(body, holder, capacity)
    assert [violation.code for violation in caught.value.violations] == ["capacity_not_allowed"]


@pytest.mark.parametrize(
    "body, usual, allowed",
    [
        (DIRECTOR, "direct", ("direct",)),
        (COMMITTEE, "on_behalf", ("on_behalf", "direct")),
        (DIRECTOR, "on_behalf", ("direct",)),
        (DIRECTOR, "acting", ("acting",)),
        (DIRECTOR, "deputy", ("deputy",)),
        (DIRECTOR, "by_order", ("by_order", "by_authorisation")),
        (DIRECTOR, "by_authorisation", ("by_authorisation", "by_order")),
        (DIRECTOR, "none", ()),
    ],
)
def test_allowed_capacities(body, usual, allowed):
    assert allowed_capacities(body, post("x", usual)) == allowed


PAPER = "Quyết định số 01/QĐ-SNV"


@pytest.mark.parametrize(
    "authorisation, codes",
    [
        (Authorisation(PAPER, date(2026, 7, 1), date(2026, 7, 1)), []),
        (Authorisation(PAPER, date(2026, 7, 2), date(2026, 12, 31)), ["authorisation_expired"]),
        (Authorisation(PAPER, date(2026, 1, 1), date(2026, 6, 30)), ["authorisation_expired"]),
        (Authorisation(PAPER, date(2026, 1, 1), None), ["authorisation_expired"]),
        (Authorisation(PAPER, date(2026, 1, 1), date(2026, 12, 31), chained=True), ["authorisation_chained"]),
        (Authorisation("", date(2026, 1, 1), date(2026, 12, 31)), ["authorisation_missing"]),
        (None, ["authorisation_missing"]),
    ],
)
def test_authorisation_is_in_writing_for_a_time_and_goes_no_further(authorisation, codes):
    found = check_capacity(DIRECTOR, post("Trưởng phòng", "by_order"), "by_authorisation", DAY, authorisation)
    assert [violation.code for violation in found] == codes


def test_other_capacities_need_no_paper():
    assert check_capacity(DIRECTOR, post("Trưởng phòng", "by_order"), "by_order", DAY) == []
    found = check_capacity(DIRECTOR, post("Trưởng phòng", "by_order"), "direct", DAY)
    assert [violation.code for violation in found] == ["capacity_not_allowed"]


@pytest.mark.parametrize(
    "title, department, full",
    [
        ("Trưởng phòng", OFFICE, "Trưởng phòng Quản lý khoa học"),
        ("Phó Trưởng phòng", OFFICE, "Phó Trưởng phòng Quản lý khoa học"),
        ("Trưởng phòng", None, "Trưởng phòng"),
        ("Chánh Văn phòng", OFFICE, "Chánh Văn phòng"),
        ("Trưởng phòng", DepartmentInfo("tt", "a", "Trung tâm Tin học", "TT", "/"), "Trưởng phòng"),
    ],
)
def test_full_title(title, department, full):
    assert full_title(title, department) == full
