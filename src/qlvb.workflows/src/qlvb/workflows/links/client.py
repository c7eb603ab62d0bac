"""Another system as a client sees it: an address under one that the system's administrator configured, and a token."""

import json
from qlvb.content import _
from qlvb.workflows.outbox.interfaces import JobFailed
import requests
from requests.auth import AuthBase


#: Seconds to connect, and for each piece of the answer.
TIMEOUT = (5, 20)
#: Bytes of an answer that are read.
LARGEST = 64 * 1024
TAKEN, COMING = (200, 201), 202
#: The other side has understood and does not want it: trying again changes nothing.
REFUSED = (400, 409, 410, 413, 422)
#: Characters of the other side's own words that are kept.
LONGEST = 300


class Bearer(AuthBase):
    """The token as header, no header for ""; given as ``auth`` so that no .netrc of the machine takes its place."""

    def __init__(self, token):
        self.token = token

    def __call__(self, request):
        if self.token:
            request.headers["Authorization"] = f"Bearer {self.token}"
        return request


class NotTaken(Exception):
    """The other side refused what was sent; ``message`` (message id) says why."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


def ask(method, url, token, payload=None, headers=None, already=()):
    """(status, dict) of an answer that takes it. ``payload`` is JSON with an ``id``, under which a second sending is
    known; ``already``: statuses of REFUSED by which the other side says that it has it, their dict is empty.

    :raises NotTaken: refused for good. :raises JobFailed: to be tried again.
    """
    known = {"Idempotency-Key": payload["id"]} if payload is not None else {}
    status, answer = exchange(method, url, token, {**(headers or {}), **known}, json=payload)
    if status in already:
        return status, {}
    if status in REFUSED:
        raise NotTaken(_refusal(status, answer))
    if status not in (*TAKEN, COMING):
        raise JobFailed(trouble(status))
    if answer is None:
        raise JobFailed(
            _("link_no_json", default="Hệ thống kia trả lời không đúng dạng (không phải JSON); sẽ gửi lại.")
        )
    return status, answer


def exchange(method, url, token, headers, read=None, **content):
    """(status, dict of the answer or None) of one request, whatever it says. ``token``: str, or an AuthBase that adds
    more; ``read``: what makes something else of the bytes of the answer; ``content``: ``json`` or ``data``.

    :raises JobFailed: the other side could not be reached.
    """
    try:
        with requests.request(
            method,
            url,
            auth=token if isinstance(token, AuthBase) else Bearer(token),
            headers={"Accept": "*/*" if read else "application/json", **headers},
            timeout=TIMEOUT,
            allow_redirects=False,
            stream=True,
            **content,
        ) as response:
            return response.status_code, (read or _json)(beginning(response))
    except requests.RequestException as fault:
        message = _(
            "link_unreachable",
            default="Không kết nối được tới hệ thống kia (${error}); sẽ gửi lại.",
            mapping={"error": type(fault).__name__},
        )
        raise JobFailed(message) from fault


def beginning(response, most=LARGEST):
    """bytes of the answer, at most ``most`` and a little."""
    body = b""
    for piece in response.iter_content(8192):
        body += piece
        if len(body) > most:
            break
    return body


def _json(body):
    """dict of the answer, or None."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _refusal(status, answer):
    words = (answer or {}).get("message")
    words = " ".join(words.split())[:LONGEST] if isinstance(words, str) else ""
    return _(
        "link_refused",
        default="Hệ thống kia không nhận (mã ${status}). ${words}",
        mapping={"status": str(status), "words": words},
    )


def trouble(status):
    """Message id: why an answer with this status is no answer."""
    if status in (401, 403):
        return _(
            "link_token",
            default="Hệ thống kia không chấp nhận mã truy cập (mã ${status}); quản trị cần kiểm tra.",
            mapping={"status": str(status)},
        )
    if status == 404 or 300 <= status < 400:
        return _(
            "link_wrong_address",
            default="Không có dịch vụ tại địa chỉ đã đặt (mã ${status}); quản trị cần kiểm tra.",
            mapping={"status": str(status)},
        )
    return _(
        "link_trouble",
        default="Hệ thống kia đang lỗi hoặc bận (mã ${status}); sẽ gửi lại.",
        mapping={"status": str(status)},
    )
