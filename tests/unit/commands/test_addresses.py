"""Paths that are no text are refused before Zope reads them."""

import pytest
from qlvb.policy.commands.addresses import ReadableAddresses
from webtest import TestApp
from webtest import TestRequest


def answer(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["PATH_INFO"].encode("latin-1")]


@pytest.mark.parametrize(
    "path, status, said",
    [
        ("/qlvb/ho-so", 200, "/qlvb/ho-so"),
        ("/qlvb/h%E1%BB%93-s%C6%A1", 200, "/qlvb/hồ-sơ"),
        ("/qlvb/%ff", 400, "UTF-8"),
        ("/%C3", 400, "UTF-8"),
    ],
)
def test_paths(path, status, said):
    got = TestApp(ReadableAddresses(answer)).do_request(TestRequest.blank(path), status=status)
    assert said in got.body.decode()
