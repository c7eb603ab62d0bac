"""Where a submission stands, what may be fetched, and how refusals are told: tables of cases."""

import pytest
from qlvb.workflows.onestop.boxes import places
from qlvb.workflows.onestop.incoming import flattened
from qlvb.workflows.onestop.rules import contract_code
from qlvb.workflows.onestop.rules import is_open
from qlvb.workflows.onestop.rules import may_fetch
from qlvb.workflows.onestop.rules import stage
from qlvb.workflows.onestop.rules import status_of
from qlvb.workflows.onestop.rules import subject_of


@pytest.mark.parametrize(
    ("state", "ended", "delivery", "expected", "waits"),
    [
        ("draft", "", "none", "waiting_sign", True),
        ("to_sign", "", "none", "waiting_sign", True),
        ("returned", "", "none", "waiting_sign", True),
        ("to_issue", "", "none", "waiting_issue", True),
        ("numbered", "", "none", "waiting_issue", True),
        ("issued", "", "none", "issued", True),
        ("issued", "issued", "queued", "result_pending", False),
        ("issued", "issued", "sent", "result_pending", False),
        ("issued", "issued", "failed", "delivery_failed", False),
        ("issued", "issued", "confirmed", "delivered", False),
        ("recalled", "issued", "confirmed", "delivered", False),
        ("cancelled", "returned", "queued", "result_pending", False),
        ("cancelled", "returned", "failed", "delivery_failed", False),
        ("cancelled", "returned", "confirmed", "returned", False),
        ("cancelled", "cancelled", "none", "cancelled", False),
        ("cancelled", "", "none", "cancelled", False),
        ("destroyed", "issued", "confirmed", "delivered", False),
    ],
)
def test_where_it_stands(state, ended, delivery, expected, waits):
    assert stage(state, ended, delivery) == expected
    assert is_open(state, ended) is waits


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://motcua.sonhai.example/tep/1?key=a", True),
        ("https://MOTCUA.sonhai.example/tep", True),
        ("https://tep.sonhai.example:8443/1", True),
        ("https://motcua.sonhai.example:9000/1", True),
        ("http://motcua.sonhai.example/tep", False),
        ("https://motcua.sonhai.example.evil.example/", False),
        ("https://motcua.sonhai.example@evil.example/", False),
        ("https://user:secret@motcua.sonhai.example/", False),
        ("https://169.254.169.254/latest", False),
        ("http://127.0.0.1/", False),
        ("file:///etc/passwd", False),
        ("https://[", False),
        ("https://motcua.sonhai.example/a b", False),
        ("", False),
    ],
)
def test_what_may_be_fetched(url, allowed):
    assert may_fetch(url, ["motcua.sonhai.example", "tep.sonhai.example:8443"]) is allowed


@pytest.mark.parametrize(
    ("codes", "status", "word"),
    [
        (["required"], 400, "MALFORMED"),
        (["checksum", "required"], 400, "MALFORMED"),
        (["checksum"], 422, "CHECKSUM"),
        (["user_not_signer"], 422, "USER_NOT_SIGNER"),
        (["file_too_large"], 413, "FILE_TOO_LARGE"),
        (["file_has_macros"], 415, "FILE_TYPE"),
        (["forbidden_unit"], 403, "FORBIDDEN_UNIT"),
        (["case_already_open"], 409, "CASE_ALREADY_OPEN"),
    ],
)
def test_refusals_in_the_words_of_the_contract(codes, status, word):
    assert status_of(codes) == status and contract_code(codes[0], status) == word


def test_what_has_no_word_of_its_own():
    assert (contract_code("wrong_state", 409), contract_code("not_found", 404)) == ("STATE_CONFLICT", "NOT_FOUND")


@pytest.mark.parametrize(
    ("state", "ended", "failed", "boxes"),
    [
        ("draft", "", False, []),
        ("to_sign", "", False, ["to_sign"]),
        ("in_review", "", False, ["to_sign"]),
        ("to_issue", "", False, ["to_issue"]),
        ("numbered", "", False, ["to_issue"]),
        ("issued", "", False, ["undelivered"]),
        ("issued", "issued", False, []),
        ("issued", "issued", True, ["undelivered"]),
        ("cancelled", "returned", True, ["undelivered"]),
        ("to_sign", "", True, ["to_sign", "undelivered"]),
    ],
)
def test_boxes(state, ended, failed, boxes):
    found = [box.removeprefix("outgoing.onestop_") for box, _who in places(state, "ha", "skhcn.clerk", ended, failed)]
    assert found == boxes


def test_nested_json_and_unknown_fields():
    values, wrong = flattened({"owner": {"name": "A", "colour": 1}, "unit": "H99", "draft": {"files": []}, "echo": 1})
    assert values == {"owner_name": "A"} and {one.field for one in wrong} == {"owner.colour", "unit"}


def test_subjects():
    assert subject_of("Trình", "H99-1", True) == "Trình (H99-1)"
