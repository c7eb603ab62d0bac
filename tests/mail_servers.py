"""Real servers for tests: SMTP (aiosmtpd), a push service that decrypts what comes."""

from aiosmtpd.controller import Controller
from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization import PublicFormat
from email import message_from_bytes
from email import policy
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
import http_ece
import json
import os
import socket
import threading


class Postbox:
    """What the SMTP server took; ``answers`` are given to the next messages instead of taking them."""

    def __init__(self):
        self.messages = []
        self.answers = []

    async def handle_DATA(self, server, session, envelope):
        if self.answers:
            return self.answers.pop(0)
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append((envelope.mail_from, envelope.rcpt_tos, message))
        return "250 taken"


@contextmanager
def smtp_server():
    """(Postbox, port) of a server on this machine."""
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield postbox, controller.port
    finally:
        controller.stop()


def free_port():
    """int: a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Browser:
    """A subscribed browser: its keys, and what reached it, decrypted. ``status`` is what the service answers."""

    def __init__(self, origin):
        self.origin = origin
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.auth = os.urandom(16)
        self.pushed = []
        self.headers = []
        self.status = 201

    @property
    def subscription(self):
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": f"{self.origin}/push/abc", "keys": {"p256dh": text(point), "auth": text(self.auth)}}

    def take(self, headers, body):
        """Decrypt by RFC 8291; check the signature of RFC 8292."""
        assert headers["Content-Encoding"] == "aes128gcm"
        verify_vapid(headers["Authorization"], self.origin)
        data = http_ece.decrypt(body, private_key=self.private, auth_secret=self.auth, version="aes128gcm")
        self.headers.append(headers)
        self.pushed.append(json.loads(data))


def verify_vapid(authorization, origin):
    """:raises InvalidSignature, AssertionError:"""
    scheme, _space, rest = authorization.partition(" ")
    assert scheme == "vapid"
    fields = dict(part.strip().split("=", 1) for part in rest.split(","))
    head, claims, signature = fields["t"].split(".")
    assert json.loads(raw(claims))["aud"] == origin
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(fields["k"]))
    numbers = raw(signature)
    r, s = int.from_bytes(numbers[:32], "big"), int.from_bytes(numbers[32:], "big")
    key.verify(encode_dss_signature(r, s), f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))


@contextmanager
def push_service():
    """A Browser whose push service runs on this machine."""
    faults = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if browser.status == 201:
                try:
                    browser.take(self.headers, body)
                except Exception as fault:  # told to the test, which would else see an answer only
                    faults.append(fault)
            self.send_response(browser.status)
            if browser.status == 302:
                self.send_header("Location", f"{browser.origin}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    browser = Browser(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield browser
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert faults == []


def text(data):
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def raw(value):
    return urlsafe_b64decode(value + "=" * (-len(value) % 4))
