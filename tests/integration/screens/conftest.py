import json
from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import open_registers
from outgoing_story import person  # noqa: F401
from plone import api
from plone.protect.authenticator import createToken
import pytest
from qlvb.content.interfaces import IQlvbLayer
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


@pytest.fixture
def registers(province, clock):  # noqa: F811
    return open_registers()


@pytest.fixture
def draft(province, clock, keys, registers):  # noqa: F811
    return make_draft()


@pytest.fixture
def agency(province):
    return api.portal.get()["skhcn"]


@pytest.fixture
def made(agency):
    """``made(answer)``: the document that the form has made."""

    def find(answer):
        return api.portal.get().unrestrictedTraverse(answer["redirect"].split("/plone/")[1].split("?")[0])

    return find


@pytest.fixture
def page(login_as):
    """``page("leminhanh", document, "view", tab="process")``: what this person's browser gets."""

    def render(userid, context, name, method="GET", headers=None, **form):
        request = getRequest()
        if not IQlvbLayer.providedBy(request):
            alsoProvides(request, IQlvbLayer)
        request.method = request.environ["REQUEST_METHOD"] = method
        request.response.setStatus(200)
        request.form.clear()
        request.form.update(form)
        request.environ.pop("HTTP_ACCEPT", None)
        for header, value in (headers or {}).items():
            request.environ[f"HTTP_{header.upper().replace('-', '_')}"] = value
        with login_as(userid):
            if method == "POST":
                request.form["_authenticator"] = createToken()
            return context.restrictedTraverse(f"@@{name}")()

    return render


@pytest.fixture
def send(page):
    """``send("leminhanh", agency, "add-outgoing", subject="…")``: (status, answer) of the form sent by a script."""

    def post(userid, context, name, **form):
        form = {key if key in PLAIN or "." in key else f"form.widgets.{key}": value for key, value in form.items()}
        body = page(userid, context, name, "POST", {"Accept": "application/json"}, **form)
        return getRequest().response.getStatus(), json.loads(body)

    return post


#: Inputs that are no widgets.
PLAIN = {
    "file",
    "annexes",
    "file_note",
    "remove_files",
    "related_documents",
    "in_reply_to",
    "dossiers",
    "source",
    "scanned",
    "body",
    "revision",
    "copy",
    "save",
    "hand_over",
    "scan",
    "uids",
    "submit",
    "accept",
    "idempotency_key",
    "duplicate_reason",
    "register",
    "leader",
    "present",
    "attach",
}
