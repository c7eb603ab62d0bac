"""The mailbox on its server, read and never changed: letters are fetched without marking them as read."""

from contextlib import contextmanager
import imaplib
import re
import ssl


TIMEOUT = 20  # seconds for each answer
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxUnreachable(Exception):
    """The server is away, refuses the account, or has no such folder; the text is for people."""


class Server:
    """An open folder: ``uidvalidity`` (int) and its letters by their UIDs."""

    def __init__(self, connection, uidvalidity):
        self._connection = connection
        self.uidvalidity = uidvalidity

    def uids_after(self, uid):
        """UIDs of the letters that came after ``uid``, in order: list of int."""
        (found,) = self._ask("SEARCH", None, f"UID {uid + 1}:*")
        return sorted(number for number in map(int, (found or b"").split()) if number > uid)

    def size(self, uid):
        """int: bytes, or None when the letter is gone."""
        found = _SIZE.search(b" ".join(_flat(self._ask("FETCH", str(uid), "(RFC822.SIZE)"))))
        return int(found[1]) if found else None

    def letter(self, uid, whole=True):
        """bytes of the letter, or of its head; None when it is gone."""
        part = "BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]"
        for item in self._ask("FETCH", str(uid), f"({part})"):
            if isinstance(item, tuple):
                return item[1]
        return None

    def _ask(self, command, *arguments):
        try:
            answer, data = self._connection.uid(command, *arguments)
        except (imaplib.IMAP4.error, OSError) as fault:
            raise MailboxUnreachable(str(fault)[:200]) from fault
        if answer != "OK":
            raise MailboxUnreachable(f"{command}: {answer}")
        return [item for item in data if item is not None] or [b""]


@contextmanager
def opened(settings, password):
    """``with opened(settings, password) as server``. :raises MailboxUnreachable:"""
    connection = None
    try:
        connection = _connected(settings)
        connection.login(settings["account"], password)
        answer, data = connection.select(_quoted(settings["folder"]), readonly=True)
        if answer != "OK":
            raise MailboxUnreachable(f"{settings['folder']}: {_text(data)}")
        _name, validity = connection.response("UIDVALIDITY")
        yield Server(connection, int(validity[0]) if validity and validity[0] else 0)
    except OSError as fault:
        # Its first argument is a number, which tells nobody anything.
        where = f"{settings['host']}:{settings['port']}"
        raise MailboxUnreachable(f"{where}: {_text([fault.strerror or fault])}") from fault
    except imaplib.IMAP4.error as fault:
        raise MailboxUnreachable(_text([fault.args[0] if fault.args else fault])) from fault
    finally:
        if connection is not None:
            _close(connection)


def _connected(settings):
    host, port = settings["host"], settings["port"]
    context = ssl.create_default_context()
    if settings["security"] == "tls":
        return imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=TIMEOUT)
    connection = imaplib.IMAP4(host, port, timeout=TIMEOUT)
    if settings["security"] == "starttls":
        connection.starttls(context)
    return connection


def _close(connection):
    try:
        connection.logout()
    except (imaplib.IMAP4.error, OSError):
        connection.shutdown()


def _quoted(folder):
    escaped = folder.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _text(data):
    first = data[0] if data else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return " ".join(text.split())[:200]


def _flat(data):
    return [part for item in data for part in (item if isinstance(item, tuple) else (item,))]
