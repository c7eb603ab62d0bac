"""Where reports may go, and what settings must be like."""

import pytest
from qlvb.workflows.links.addresses import is_safe
from qlvb.workflows.links.addresses import origin
from qlvb.workflows.links.settings import DEFAULTS
from qlvb.workflows.links.settings import mistakes


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://nhiemvu.sonhai.example/api", True),
        ("https://10.1.2.3:8443", True),
        ("http://127.0.0.1:8090/api", True),
        ("http://[::1]:8090", True),
        ("http://localhost", True),
        ("http://nhiemvu.sonhai.example", False),
        ("http://169.254.169.254/latest", False),
        ("ftp://nhiemvu.sonhai.example", False),
        ("https://user:secret@nhiemvu.sonhai.example", False),
        ("https://nhiemvu.sonhai.example?to=http://10.0.0.1", False),
        ("https://nhiemvu.sonhai.example#x", False),
        ("https://", False),
        ("https://host:port", False),
        ("https://[", False),
        ("/api", False),
        ("https://a b", False),
    ],
)
def test_addresses(address, safe):
    assert is_safe(address) is safe


GOOD = {"enabled": True, "address": "https://nhiemvu.sonhai.example", "account": "tinh"}


@pytest.mark.parametrize(
    ("values", "keeps", "fields"),
    [
        ({**GOOD, "token": "abc"}, False, []),
        (GOOD, True, []),
        (GOOD, False, ["token"]),
        ({"enabled": True}, False, ["address", "account", "token"]),
        ({"enabled": False}, False, []),
        ({"enabled": "yes"}, False, ["enabled"]),
        ({"address": "http://10.0.0.1"}, False, ["address"]),
        ({"address": 5}, False, ["address"]),
        ({"token": "mã"}, False, ["token"]),
        ({"token": "a\r\nX-Other: 1"}, False, ["token"]),
        ({"account": "x" * 65}, False, ["account"]),
        ({"colour": "red"}, False, ["colour"]),
    ],
)
def test_settings(values, keeps, fields):
    merged = {**DEFAULTS, **{name: value for name, value in values.items() if name != "token"}}
    assert [violation.field for violation in mistakes(merged, values, keeps)] == fields


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/v1", "https://a.example/v2", True),
        ("https://a.example", "https://b.example", False),
        ("https://a.example", "http://a.example", False),
        ("https://a.example", "https://a.example:8443", False),
        ("", "", True),
    ],
)
def test_a_token_belongs_to_one_server(one, other, same):
    assert (origin(one) == origin(other)) is same
