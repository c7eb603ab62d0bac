"""Passwords of mailboxes are kept encrypted; the key is a file outside the database (TCVN 14423 5.4.2.4)."""

from cryptography.fernet import Fernet
from cryptography.fernet import InvalidToken
import os
from pathlib import Path
from qlvb.content.storage.secretfiles import made_once
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
    if make:
        return Fernet(made_once(path, Fernet.generate_key))
    return Fernet(path.read_bytes()) if path.exists() else None
