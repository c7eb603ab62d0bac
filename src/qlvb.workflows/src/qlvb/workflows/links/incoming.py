"""Signed calls of another system: HMAC-SHA256 (RFC 2104) with one of its keys, good once and for a short while."""

from hmac import compare_digest
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.links.calls import first_time
from qlvb.workflows.links.signed import signature
import re
from urllib.parse import urlsplit
from zope.i18nmessageid import Message


KEY, TIME, NONCE, SIGNATURE = "X-Signature-Key", "X-Signature-Time", "X-Signature-Nonce", "X-Signature"
HEADERS = (KEY, TIME, NONCE, SIGNATURE)
#: Seconds by which the clocks may differ, and for which a nonce is remembered (twice: before and after).
TOLERANCE = 300
_NONCE = re.compile(r"[A-Za-z0-9._~-]{16,64}")
_TIME = re.compile(r"[0-9]{1,11}")
#: What is wrong -> what the other side is told; ``required``: the administrator takes no call without a signature.
FAULTS = {
    "required": _("violation_signature_required", default="Yêu cầu phải có chữ ký HMAC (X-Signature)."),
    "incomplete": _("violation_signature_incomplete", default="Thiếu hoặc sai dạng tiêu đề ${header}."),
    "late": _(
        "violation_signature_late",
        default="X-Signature-Time lệch quá 5 phút so với giờ của hệ thống (${now}).",
    ),
    "key": _("violation_signature_key", default="Không có khóa X-Signature-Key này, hoặc khóa đã hết hiệu lực."),
    "wrong": _("violation_signature_wrong", default="X-Signature không khớp với nội dung yêu cầu."),
    "repeated": _("violation_signature_repeated", default="X-Signature-Nonce này đã dùng; mỗi yêu cầu cần một số mới."),
}


def misshapen(headers):
    """str: the header that is missing or of the wrong form, "" for none. ``headers``: dict of HEADERS. Pure.

    >>> misshapen({KEY: "a1", TIME: "1767571200", NONCE: "0123456789abcdef", SIGNATURE: "0" * 64})
    ''
    >>> misshapen({KEY: "a1", TIME: "hôm nay", NONCE: "", SIGNATURE: ""})
    'X-Signature-Time'
    """
    forms = {KEY: re.compile(r"[0-9a-f]{1,64}"), TIME: _TIME, NONCE: _NONCE, SIGNATURE: re.compile(r"[0-9a-f]{64}")}
    return next((name for name in HEADERS if not forms[name].fullmatch(headers[name])), "")


def verify(request, keys, who, required):
    """Look at the signature of ``request``, if there is one or it is ``required``. ``keys``: those that work (list with
    ``id`` and ``secret``); ``who``: str, whose nonces they are.

    :raises Refused: 401 it is missing, not right, late, or came before; 503 nobody can tell.
    """
    headers = {name: request.getHeader(name, "") or "" for name in HEADERS}
    if not any(headers.values()):
        if required:
            raise _refused("required")
        return
    if name := misshapen(headers):
        raise _refused("incomplete", header=name)
    now = clock.now()
    moment = int(headers[TIME])
    if abs(now.timestamp() - moment) > TOLERANCE:
        raise _refused("late", now=str(int(now.timestamp())))
    key = next((one for one in keys if one.id == headers[KEY] and one.secret), None)
    if key is None:
        raise _refused("key")
    expected = signature(key.secret, request.method, target(request), headers[TIME], body(request), headers[NONCE])
    if not compare_digest(expected, headers[SIGNATURE]):
        raise _refused("wrong")
    if not first_time(who, headers[NONCE], moment + TOLERANCE + 1, now.timestamp() - TOLERANCE):
        raise _refused("repeated")


def target(request):
    """str: path and query as the other side has sent them, below the address at which it sees the site."""
    path = urlsplit(request["ACTUAL_URL"]).path
    query = request.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def body(request):
    """bytes of the request, which stays readable for whoever comes after."""
    stream = request.get("BODYFILE") or request.stdin
    stream.seek(0)
    data = stream.read()
    stream.seek(0)
    return data


def _refused(why, **mapping):
    return Refused(Violation("", f"signature_{why}", Message(FAULTS[why], mapping=mapping)), 401)
