"""Requests by which the other side knows that they are ours: HMAC-SHA256 (RFC 2104) with a key that both have."""

from hashlib import sha256
import hmac
from qlvb.content import clock
from qlvb.workflows.links.client import Bearer
from urllib.parse import urlsplit


def signature(secret, method, target, moment, body, nonce=""):
    """str (hex): of a request. ``target``: path and query as they are sent; ``moment``: seconds since 1970 as text;
    ``body``: bytes; ``nonce``: what makes it good once, the last line when there is one. Pure.

    >>> signature("khoa", "POST", "/events", "1767571200", b"{}")[:16]
    'fa71243f5d0e5d25'
    """
    lines = (method.upper(), target, moment, sha256(body).hexdigest(), *([nonce] if nonce else []))
    return hmac.new(secret.encode(), "\n".join(lines).encode(), sha256).hexdigest()


class Signed(Bearer):
    """The token, and the signature with a key: ``X-Signature-Key`` (its id), ``X-Signature-Time``, ``X-Signature``."""

    def __init__(self, token, key_id, secret):
        super().__init__(token)
        self.key_id = key_id
        self.secret = secret

    def __call__(self, request):
        parts = urlsplit(request.url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        body = request.body or b""
        moment = str(int(clock.now().timestamp()))
        data = body if isinstance(body, bytes) else body.encode()
        request.headers["X-Signature-Key"] = self.key_id
        request.headers["X-Signature-Time"] = moment
        request.headers["X-Signature"] = signature(self.secret, request.method, target, moment, data)
        return super().__call__(request)
