"""A gateway for short messages: a real HTTP server that takes JSON."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
import threading
from urllib.parse import parse_qsl


class Gateway:
    """``taken``: what came, list of dict; ``headers`` of each; ``answers``: (status, dict or text) for the next requests, then
    ``good``. ``came``: all bodies; while it ``stalls`` it says nothing until ``release`` is set.
    """

    def __init__(self, port):
        self.server = f"127.0.0.1:{port}"
        self.address = f"http://{self.server}/api/gui-tin"
        self.taken = []
        self.headers = []
        self.answers = []
        self.good = {"CodeResult": 100}
        self.came, self.stalls, self.release = [], False, threading.Event()


def said(answer):
    """bytes of an answer: text as it is, what is none as JSON."""
    return answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()


@contextmanager
def sms_gateway():
    """A Gateway on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            body = dict(parse_qsl(sent)) if form else json.loads(sent)
            gateway.came.append(body)
            if gateway.stalls:
                gateway.release.wait(60)
                return
            status, answer = gateway.answers.pop(0) if gateway.answers else (200, gateway.good)
            if status == 200:
                gateway.taken.append(body)
                gateway.headers.append(self.headers)
            body = said(answer)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            """Tests stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    gateway = Gateway(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield gateway
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
