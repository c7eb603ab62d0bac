"""The key with which a site signs its checkpoints.

It lies outside the database, so that who can write to the database alone cannot sign: ``$QLVB_AUDIT_KEYS``, or
``audit`` among the instance's own data. Made on first use; an agency may put a key and certificate of its own there
(``key.pem``, ``certificate.pem``). Certificates that signed before stay beside it (``former/*.pem``).
"""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from datetime import timedelta
import os
from pathlib import Path
from qlvb.content import clock
from qlvb.content.storage import secretfiles


KEY, CERTIFICATE, FORMER = "key.pem", "certificate.pem", "former"
VALID = timedelta(days=20 * 365)


def directory():
    """Where the key lies: Path."""
    if os.environ.get("QLVB_AUDIT_KEYS"):
        return Path(os.environ["QLVB_AUDIT_KEYS"])
    return Path(os.environ.get("QLVB_VAR") or "var") / "audit"


def ensure(place, name):
    """Make the key and a certificate for ``name`` (the site) at ``place`` unless they are there."""
    with secretfiles.locked(place):
        if not (place / KEY).exists():
            _make(place, name)


def trusted(place):
    """PEM texts of the certificate in use and of those before: list of bytes."""
    return [path.read_bytes() for path in (place / CERTIFICATE, *sorted((place / FORMER).glob("*.pem")))]


def _make(place, name):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"QLVB audit: {name}")])
    now = clock.now()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .sign(key, hashes.SHA256())
    )
    (place / CERTIFICATE).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    text = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    # The key last and at once: who finds it finds the certificate too.
    secretfiles.write(place / KEY, text)


def _usage():
    names = (
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **dict.fromkeys(names, False))
