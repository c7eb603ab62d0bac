"""A real IMAP server for tests (pymap, letters in memory)."""

from contextlib import contextmanager
import imaplib
from mail_servers import free_port
import subprocess
import sys
import time


ACCOUNT, PASSWORD = "vanthu", "Bi-mat-1"


class Imap:
    """The server as an administrator uses it."""

    def __init__(self, port):
        self.port = port

    @contextmanager
    def session(self):
        connection = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        connection.login(ACCOUNT, PASSWORD)
        try:
            yield connection
        finally:
            connection.logout()

    def create(self, folder):
        with self.session() as connection:
            assert connection.create(folder)[0] == "OK"

    def delete(self, folder):
        with self.session() as connection:
            assert connection.delete(folder)[0] == "OK"

    def put(self, folder, *letters):
        """Deliver letters (bytes)."""
        with self.session() as connection:
            for letter in letters:
                assert connection.append(folder, None, None, letter)[0] == "OK"

    def flags(self, folder):
        with self.session() as connection:
            connection.select(folder, readonly=True)
            return connection.uid("FETCH", "1:*", "(FLAGS)")[1]


@contextmanager
def imap_server():
    """An Imap that runs while the block does."""
    port = free_port()
    command = [sys.executable, "-c", "from pymap.main import main; main()", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--no-tls", "--no-service", "admin", "--no-service", "sieve"]
    command += ["dict", "--demo-data", "--demo-user", ACCOUNT, "--demo-password", PASSWORD]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while True:
            try:
                imaplib.IMAP4("127.0.0.1", port, timeout=5).logout()
                break
            except OSError:
                assert process.poll() is None and time.monotonic() < until, "the IMAP server does not answer"
                time.sleep(0.1)
        yield Imap(port)
    finally:
        process.terminate()
        process.wait(10)
