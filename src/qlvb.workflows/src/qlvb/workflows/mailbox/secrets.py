"""Passwords of mailboxes are kept encrypted; the key is a file outside the database (TCVN 14423 5.4.2.4)."""

from cryptography.fernet import Fernet
from cryptography.fernet import InvalidToken
import fcntl
import os
from pathlib import Path
from qlvb.workflows.outbox import wake


def key_file():
    """Path of the key: ``QLVB_MAILBOX_KEY``, else ``secrets/mailbox.key`` in the directory ``QLVB_VAR``."""
    named = os.environ.get("QLVB_MAILBOX_KEY")
    return Path(named) if named else wake.directory() / "secrets" / "mailbox.key"


def sealed(text):
    """str that only :func:`opened` on this installation reads."""
    return _key(make=True).encrypt(text.encode()).decode()


def opened(token):
    """str; "" when there is none, or the key is another one than it was sealed with: it must be typed in again."""
    key = _key() if token else None
    try:
        return key.decrypt(token.encode()).decode() if key is not None else ""
    except InvalidToken:
        return ""


def _key(make=False):
    path = key_file()
    if not path.exists():
        if not make:
            return None
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(path.with_suffix(".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                fresh = path.with_suffix(".new")
                with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                    file.write(Fernet.generate_key())
                fresh.replace(path)
    return Fernet(path.read_bytes())
