"""The key with which the site signs its pushes (RFC 8292): a file beside the other secrets, never in the database.

It is made when it is first asked for. Whoever loses it must have every device subscribe anew.
"""

from base64 import urlsafe_b64encode
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization import PublicFormat
import os
from pathlib import Path
from py_vapid import Vapid
from qlvb.content.storage.secretfiles import made_once
from qlvb.workflows.outbox import wake


def key_file():
    """Path of the private key: ``QLVB_PUSH_KEY``, else ``push/vapid.pem`` in the directory ``QLVB_VAR``."""
    named = os.environ.get("QLVB_PUSH_KEY")
    return Path(named) if named else wake.directory() / "push" / "vapid.pem"


def private_key():
    """The Vapid, made and stored when there is none; of two processes that begin at once, one makes it."""
    return Vapid.from_pem(made_once(key_file(), _make))


def public_key():
    """str: the public key as browsers take it (base64url of the uncompressed point)."""
    point = private_key().public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def _make():
    key = Vapid()
    key.generate_keys()
    return key.private_pem()
