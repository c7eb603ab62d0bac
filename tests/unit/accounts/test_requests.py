"""What is right in the rows of requests for accounts, as tables of cases."""

import pytest
from qlvb.content.requests.rows import Known
from qlvb.content.requests.rows import cleaned
from qlvb.content.requests.rows import violations
from qlvb.content.requests.rows import with_values
from qlvb.workflows.accounts.requests.lists import clock_words


VALUES = {
    "home_agency": {"skhcn": "Sở Khoa học và Công nghệ", "snv": "Sở Nội vụ"},
    "department": {"cntt": "Phòng Công nghệ số", "vp": "Văn phòng"},
    "post": {"Văn thư, Văn phòng": "Văn thư, Văn phòng"},
}
KNOWN = Known(frozenset({"skhcn"}), frozenset({"leminhanh", "vanthuskhcn"}), VALUES)
PERSON = {"fullname": "Trần Văn A", "post": "Chuyên viên"}


@pytest.mark.parametrize(
    "kind, agencies, people, expected",
    [
        ("new", [], [PERSON], []),
        ("new", [{"agency": "skhcn", "role": "clerk"}], [], []),
        ("new", [], [], [("people", "rows_missing")]),
        ("new", [], [{}, {"fullname": " "}], [("people", "rows_missing")]),
        ("new", [], [{"fullname": "Trần Văn A"}], [("people.0.post", "required")]),
        ("new", [], [{}, {**PERSON, "email": "tranvana"}], [("people.0.email", "bad_email")]),
        ("new", [], [{**PERSON, "fullname": "A" * 151}], [("people.0.fullname", "too_long")]),
        ("new", [], [PERSON, PERSON], [("people.1.fullname", "row_twice")]),
        ("new", [], [PERSON, {**PERSON, "email": "a2@sonhai.example"}], []),  # two people of one name
        ("new", [{"agency": "snv", "role": "clerk"}], [], [("agencies.0.agency", "choice_unknown")]),
        ("new", [{"agency": "skhcn", "role": "king"}], [], [("agencies.0.role", "choice_unknown")]),
        ("new", [], [{**PERSON, "fullname": f"Trần Văn A{n}"} for n in range(51)], [("people", "too_many_rows")]),
        ("change", [], [{"account": "leminhanh", "field": "phone", "value": "0900"}], []),
        ("change", [], [{"account": "leminhanh", "field": "home_agency", "value": "snv"}], []),
        ("change", [], [{"account": "leminhanh", "field": "home_agency", "value": "x"}], [("people.0.value", "choice_unknown")]),
        ("change", [], [{"account": "leminhanh", "field": "home_agency", "value": "sở nội vụ"}], []),
        ("change", [], [{"account": "leminhanh", "field": "department", "value": "Van phong"}], []),
        ("change", [], [{"account": "leminhanh", "field": "department", "value": "Phòng X"}], [("people.0.value", "choice_unknown")]),
        ("change", [], [{"account": "leminhanh", "field": "post", "value": "van thu, van phong"}], []),
        ("change", [], [{"account": "leminhanh", "field": "post", "value": "Văn thư"}], [("people.0.value", "choice_unknown")]),
        ("change", [], [{"account": "leminhanh", "field": "phone", "value": "0" * 31}], [("people.0.value", "too_long")]),
        ("change", [], [{"account": "leminhanh", "field": "title", "value": "A" * 151}], [("people.0.value", "too_long")]),
        ("change", [{"agency": "skhcn", "field": "title", "value": "A" * 200}], [], []),
        ("change", [{"agency": "skhcn", "field": "title", "value": "A" * 201}], [], [("agencies.0.value", "too_long")]),
        ("change", [], [{"account": "leminhanh", "field": "email", "value": "x"}], [("people.0.value", "bad_email")]),
        ("change", [], [{"account": "vuhaiyen", "field": "phone", "value": "1"}], [("people.0.account", "choice_unknown")]),
        ("change", [{"agency": "skhcn", "field": "title", "value": "Sở KH&CN"}], [], []),
        ("withdraw", [], [{"account": "leminhanh", "reason": "left"}], []),
        ("withdraw", [], [{"account": "leminhanh"}], [("people.0.reason", "required")]),
        ("withdraw", [{"agency": "skhcn"}], [], [("people", "rows_missing")]),  # has no such table
        ("steal", [], [PERSON], [("kind", "kind_unknown")]),
    ],
)
def test_rows(kind, agencies, people, expected):
    known_kind = kind if kind in ("new", "change", "withdraw") else "new"
    tables = {"agencies": cleaned(known_kind, "agencies", agencies), "people": cleaned(known_kind, "people", people)}
    tables["people"] = with_values(known_kind, tables["people"], KNOWN)
    assert [(one.field, one.code) for one in violations(kind, tables, KNOWN)] == expected


@pytest.mark.parametrize("rows", [None, "x", 5, [None, 3], [{"fullname": 5}]])
def test_what_is_no_table_has_no_rows(rows):
    assert cleaned("new", "people", rows) == ()


def test_values_are_one_line_each():
    (row,) = cleaned("new", "people", [{**PERSON, "fullname": "  Trần\n Văn  A ", "role": "Manager"}])
    assert row == {"fullname": "Trần Văn A", "post": "Chuyên viên", "unit": "", "email": "", "phone": ""}


@pytest.mark.parametrize(
    "field, typed, value",
    [
        ("home_agency", "snv", "snv"),
        ("home_agency", "Sở Nội vụ", "snv"),
        ("department", "van phong", "vp"),
        ("post", "văn thư, văn phòng", "Văn thư, Văn phòng"),
        ("home_agency", "Sở nào đó", "Sở nào đó"),
        ("phone", "snv", "snv"),
    ],
)
def test_values_are_meant_by_titles(field, typed, value):
    (row,) = with_values("change", ({"account": "leminhanh", "field": field, "value": typed},), KNOWN)
    assert row["value"] == value


@pytest.mark.parametrize("left, said", [(3, "còn 3/3 ngày"), (1, "còn 1/3 ngày"), (0, "hết hạn hôm nay"), (-2, "quá 2 ngày")])
def test_the_clock(left, said):
    words = clock_words(left)
    assert words.default.replace("${days}", (words.mapping or {}).get("days", "")) == said
