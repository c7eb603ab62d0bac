"""Attempts at signing in, seen at every way in: the sign-in page, ``@login``, the header of HTTP."""

from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from qlvb.content import clock
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.safety.addresses import note_at_address
from qlvb.content.safety.interfaces import SIGN_IN
from qlvb.content.safety.interfaces import ISafetyLog
from qlvb.content.safety.interfaces import SafetyEvent
from qlvb.content.safety.signins import SPREAD
from qlvb.content.safety.signins import SignIn
from qlvb.content.safety.signins import device_of
from qlvb.content.safety.signins import findings
from qlvb.content.safety.signins import remembered_with
from zope.component import adapter
from zope.component import getUtility
from zope.globalrequest import getRequest


#: Of a request: the userid whose password was typed wrongly where it is asked again.
REFUSED = "qlvb.password_refused"


@adapter(IUserLoggedInEvent)
def note_entry(event):
    """Somebody has signed in."""
    note_attempt(event.principal.getId(), True, getRequest())


def note_attempt(userid, succeeded, request):
    """Remember an attempt with the account, and log it when something about it is unusual."""
    kept = remembered(userid)
    before = kept.attempts if kept is not None else ()
    attempt = SignIn(clock.now(), succeeded, address_of(request), _device(request))
    to_remember(userid).attempts = remembered_with(before, attempt)
    codes = findings(before, attempt)
    if note_at_address(attempt.address, userid, succeeded, attempt.when):
        codes += (SPREAD,)
    for code in codes:
        event = SafetyEvent(SIGN_IN, attempt.when, code, userid, attempt.address, attempt.device)
        getUtility(ISafetyLog).note(event)


def address_of(request):
    """str: where a request comes from; behind a proxy what that says, if Zope trusts it (``trusted-proxy``)."""
    return (request.getClientAddr() or "")[:60] if hasattr(request, "getClientAddr") else ""


def _device(request):
    agent = request.get_header("User-Agent", "") if hasattr(request, "get_header") else ""
    return device_of(agent or "")


def refuse_password(userid):
    """Say of this request that somebody signed in as ``userid`` has typed a wrong password where it is asked again:
    it is written down as a sign-in that failed, when what the request did has been given up.
    """
    request = getRequest()
    if request is not None:
        request.other[REFUSED] = userid


def failed_account(request):
    """userid of the account with which signing in was tried in vain by this request, or whose password was typed
    wrongly where it is asked again; or "".

    What is tried with names that nobody has is not written down: there would be no end to it.
    """
    if userid := request.other.get(REFUSED):
        return userid
    name = _name_tried(request)
    if not name:
        return ""
    user = api.user.get(username=name)
    return user.getId() if user is not None else ""


def _name_tried(request):
    """The name that was sent with a password and not let in, or ""."""
    me = request.get("AUTHENTICATED_USER")
    if me is not None and me.getId() is not None:
        return ""
    if request.get("PATH_INFO", "").rstrip("/").endswith("/@login"):
        sent = _sent(request) if request.response.getStatus() == 401 else {}
        return _word(sent.get("login"))
    if request.get("REQUEST_METHOD") == "POST" and request.form.get("__ac_password"):
        return _word(request.form.get("__ac_name"))
    pair = request._authUserPW()
    return _word(pair[0]) if pair else ""


def _sent(request):
    """The body of ``@login``: dict."""
    try:
        return json_body(request)
    except DeserializationError:
        return {}


def _word(value):
    return value.strip()[:100] if isinstance(value, str) else ""
