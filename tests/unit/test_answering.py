"""The bases of REST services."""

import pytest
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import FileService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import transaction
from zope.publisher import browser
from zope.publisher.interfaces import IPublishTraverse


class Echo(PathService):
    def answer(self):
        if not self.path:
            raise Refused(Violation("name", "name_missing", "Thiếu tên."), status=404)
        return {"only": self.only_name, "key": self.key, "body": self.body()}


def service(body="{}", **headers):
    one = Echo()
    one.context, one.request = None, browser.TestRequest(BODY=body, **headers)
    one.request.getHeader = lambda name, default=None: headers.get(name.replace("-", "_"), default)
    return one


@pytest.fixture(autouse=True)
def clean():
    transaction.begin()
    yield
    transaction.abort()


@pytest.mark.parametrize(("path", "only"), [(["a"], "a"), (["a", "b"], "")])
def test_names_in_the_address_are_the_path(path, only):
    one = service(Idempotency_Key=" k ")
    for name in path:
        assert one.publishTraverse(one.request, name) is one
    assert one.path == tuple(path)
    assert one.reply() == {"only": only, "key": "k", "body": {}}
    assert not transaction.get().isDoomed()


@pytest.mark.parametrize(
    ("body", "headers", "path", "status", "code"),
    [
        ("{}", {}, [], 404, "name_missing"),
        ("[]", {}, ["a"], 400, "json_malformed"),
        ("{", {}, ["a"], 400, "json_malformed"),
        ("{}", {"Idempotency_Key": "k" * 201}, ["a"], 400, "key_too_long"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_stored(body, headers, path, status, code):
    one = service(body, **headers)
    for name in path:
        one.publishTraverse(one.request, name)
    answer = one.reply()
    assert (one.request.response.getStatus(), answer["error"]["type"]) == (status, code)
    assert transaction.get().isDoomed()


class Sending(FileService):
    def check_permission(self):
        pass

    def answer(self):
        if self.path != ("file",):
            raise Refused(Violation("", "file_unknown", "Không có tệp."), status=404)
        self.request.response.setStatus(206)
        self.request.response.setHeader("Content-Type", "application/zip")
        return self.send(b"PK")


@pytest.mark.parametrize(
    ("path", "status", "kind", "body"),
    [
        (("file",), 206, "application/zip", b"PK"),
        ((), 404, "application/json", '"type": "file_unknown"'),
    ],
)
def test_a_file_goes_out_as_it_is_and_refusals_as_json(path, status, kind, body):
    one = Sending()
    one.context, one.request, one.path = None, browser.TestRequest(), path
    sent = one.render()
    assert body in sent
    assert (one.request.response.getStatus(), one.request.response.getHeader("Content-Type")) == (status, kind)


def test_services_without_a_path_take_no_names():
    assert not IPublishTraverse.implementedBy(AnsweringService)
