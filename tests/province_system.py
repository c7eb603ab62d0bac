"""A small server that stands for the province's system of tasks, as a thread of its own; it can be made to misbehave."""

import base64
import hashlib
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
from threading import Event
from threading import Thread


TOKEN = "ma-truy-cap-cua-tinh"


class ProvinceSystem:
    """``behaviour`` says how it answers; ``requests``: what came, list of dict method, path, headers, body, raw.

    ``files``: hash -> bytes that it keeps; ``filing`` says how it takes them: take, lose (it keeps them and hangs up),
    damage, refuse, stall (it keeps them and says nothing), unknown (it knows nothing of files); ``sent_files``: requests about files, list of (method, hash).
    """

    def __init__(self):
        self.behaviour = "confirm"
        self.requests = []
        self.released = Event()
        self.files, self.filing, self.sent_files = {}, "take", []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                owner.answer(self, None)

            def do_HEAD(self):
                owner.file(self, None)

            def do_PUT(self):
                owner.file(self, self.rfile.read(int(self.headers.get("Content-Length") or 0)))

            def do_POST(self):
                self.raw_body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                owner.answer(self, json.loads(self.raw_body))

            def log_message(self, *_arguments):
                """Tests stay quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}/api"

    def reset(self):
        """Well behaved again, with nothing heard."""
        self.behaviour, self.filing = "confirm", "take"
        self.requests.clear()
        self.released.clear()
        self.files.clear()
        self.sent_files.clear()

    def stop(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def reports(self):
        """Bodies of the reports that came, twice sent ones twice: list of dict."""
        return [one["body"] for one in self.requests if one["path"] == "/api/reports"]

    def answer(self, handler, body):
        self.requests.append(
            {
                "method": handler.command,
                "path": handler.path,
                "headers": dict(handler.headers),
                "body": body,
                "raw": getattr(handler, "raw_body", b""),
            }
        )
        if handler.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.send(handler, 401, {"message": "no token"})
        return getattr(self, f"do_{self.behaviour}")(handler, body)

    def file(self, handler, data):
        """HEAD (``data`` None) and PUT of ``/api/files/<hash>``."""
        sha256 = handler.path.rpartition("/")[2]
        self.sent_files.append((handler.command, sha256))
        if handler.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.send(handler, 401, {})
        if data is None or self.filing == "unknown":
            there = sha256 in self.files and self.filing != "unknown"
            return self.send(handler, 200 if there else 404, {})
        if self.filing == "refuse":
            return self.send(handler, 413, {"message": "too large"})
        kept = data[:-1] if self.filing == "damage" else data
        if self.filing != "damage":
            assert handler.headers["Content-Digest"] == f"sha-256=:{base64.b64encode(hashlib.sha256(kept).digest()).decode()}:"
            self.files[sha256] = kept
        if self.filing == "stall":
            self.released.wait(10)
        if self.filing in ("lose", "stall"):
            return handler.connection.close()
        return self.send(handler, 201, {"sha256": hashlib.sha256(kept).hexdigest()})

    def do_confirm(self, handler, body):
        self.send(handler, 200, {"id": (body or {}).get("id"), "number": (body or {}).get("number")})

    def do_pending(self, handler, body):
        self.send(handler, 202, {"id": body["id"], "number": body["number"]})

    def do_error(self, handler, body):
        self.send(handler, 500, {"message": "internal"})

    def do_busy(self, handler, body):
        self.send(handler, 429, {})

    def do_gone(self, handler, body):
        self.send(handler, 404, {})

    def do_slow(self, handler, body):
        """Says nothing until it is stopped."""
        self.released.wait(10)

    def do_hang_up(self, handler, body):
        handler.connection.close()

    def do_html(self, handler, body):
        self.raw(handler, 200, b"<html>Sign in</html>")

    def do_list(self, handler, body):
        self.raw(handler, 200, b"[1, 2]")

    def do_huge(self, handler, body):
        self.raw(handler, 200, b'{"id": "' + b"x" * 1_000_000 + b'"}')

    def do_other(self, handler, body):
        self.send(handler, 200, {"id": "of-another-report", "number": body["number"]})

    def do_refuse(self, handler, body):
        self.send(handler, 409, {"message": "Nhiệm vụ đã đóng ở hệ thống tỉnh"})

    def do_redirect(self, handler, body):
        handler.send_response(302)
        handler.send_header("Location", "http://127.0.0.1:9/elsewhere")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def send(self, handler, status, data):
        self.raw(handler, status, json.dumps(data).encode())

    def raw(self, handler, status, data):
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(data)
