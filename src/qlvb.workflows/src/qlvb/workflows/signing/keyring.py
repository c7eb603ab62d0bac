"""Finding keys: the demonstration ring reads the directory of :mod:`demo_ca`. No private key enters the database."""

import os
from pathlib import Path
from qlvb.workflows.signing.certificates import description
from qlvb.workflows.signing.certificates import load_pem
from qlvb.workflows.signing.demo_ca import passphrase
from qlvb.workflows.signing.demo_ca import safe_name
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.kept_key import signer_of
import threading
from zope.interface import implementer


def key_directory():
    """Where the keys lie: ``QLVB_KEYS``, else ``demo-ca`` in the directory ``QLVB_VAR``, else None (no keys)."""
    if os.environ.get("QLVB_KEYS"):
        return Path(os.environ["QLVB_KEYS"])
    if os.environ.get("QLVB_VAR"):
        return Path(os.environ["QLVB_VAR"]) / "demo-ca"
    return None


@implementer(IKeyRing)
class DirectoryKeyRing:
    """Reads a key when it is first asked for and again when its file has changed."""

    def __init__(self):
        self._cache = {}
        self._lock = threading.Lock()

    def for_person(self, userid):
        return self._read("people", userid, ".p12", self._signer)

    def for_agency(self, agency_id):
        return self._read("agencies", agency_id, ".p12", self._signer)

    def person_image(self, userid):
        return self._read("people", userid, ".png", bytes)

    def agency_image(self, agency_id):
        return self._read("agencies", agency_id, ".png", bytes)

    def certificate(self, userid=None, agency_id=None):
        kind, name = ("people", userid) if userid else ("agencies", agency_id)
        certificates = self._read(kind, name, ".pem", load_pem)
        return certificates[0] if certificates else None

    def trust_roots(self):
        return self._read("ca", "trust", ".pem", load_pem) or []

    def describe(self, userid=None, agency_id=None):
        certificate = self.certificate(userid, agency_id)
        return description(certificate) if certificate is not None else None

    def _read(self, kind, name, suffix, parse):
        directory = key_directory()
        if directory is None or not name:
            return None
        path = directory / kind / (safe_name(name) + suffix)
        try:
            stamp = path.stat().st_mtime_ns
            with self._lock:
                known = self._cache.get(path)
            if known and known[0] == stamp:
                return known[1]
            value = parse(path.read_bytes())
        except FileNotFoundError:
            return None
        with self._lock:
            self._cache[path] = (stamp, value)
        return value

    def _signer(self, data):
        return signer_of(data, passphrase(key_directory()))
