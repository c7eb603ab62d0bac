"""The key with which the site signs its pushes (RFC 8292): a file beside the other secrets, never in the database.

It is made when it is first asked for. Whoever loses it must have every device subscribe anew.
"""

from base64 import urlsafe_b64encode
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization import PublicFormat
import fcntl
import os
from pathlib import Path
from py_vapid import Vapid
from qlvb.workflows.outbox import wake


def key_file():
    """Path of the private key: ``QLVB_PUSH_KEY``, else ``push/vapid.pem`` in the directory ``QLVB_VAR``."""
    named = os.environ.get("QLVB_PUSH_KEY")
    return Path(named) if named else wake.directory() / "push" / "vapid.pem"


def private_key():
    """The Vapid, made and stored when there is none; of two processes that begin at once, one makes it."""
    path = key_file()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(path.with_suffix(".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                _make(path)
    return Vapid.from_file(str(path))


def public_key():
    """str: the public key as browsers take it (base64url of the uncompressed point)."""
    point = private_key().public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def _make(path):
    key = Vapid()
    key.generate_keys()
    fresh = path.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key.private_pem())
    fresh.replace(path)
