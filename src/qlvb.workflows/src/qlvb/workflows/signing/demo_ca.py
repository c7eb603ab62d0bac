"""A certificate authority for demonstrations and tests: root, issuing CA, certificates of people and seals of agencies.

Everything lies in one directory, private keys as PKCS#12 encrypted with the passphrase of the file ``passphrase``
(mode 0600), which is made of random bytes on first use. Certificates of subscribers are valid for at most five years
(NĐ 68/2024/NĐ-CP, Điều 9). Never use this authority for real documents.
"""

from contextlib import contextmanager
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.oid import NameOID
from datetime import UTC
from datetime import timedelta
import hashlib
from pathlib import Path
from qlvb.content import clock
from qlvb.content.storage import secretfiles
from qlvb.content.text import nfc
from qlvb.workflows.signing.demo_pictures import seal_picture
from qlvb.workflows.signing.demo_pictures import signature_picture
import re
import secrets


COUNTRY, AUTHORITY = "VN", "QLVB (trình diễn)"
ROOT, ISSUING = "QLVB Demonstration Root CA", "QLVB Demonstration Issuing CA"
#: From a year ago, so that demonstration documents of the past months can be signed.
BACK, AHEAD = timedelta(days=365), timedelta(days=4 * 365)
RENEW = timedelta(days=30)
#: Every use that a certificate can allow; what is not named is forbidden.
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
#: An address that exists nowhere (RFC 2606): the demonstration revokes nothing.
REVOCATIONS = "http://demonstration.invalid/issuing.crl"


def ensure(directory, people=(), agencies=()):
    """Make what is missing, renew what runs out or no longer fits, and return the names (``people/<userid>``) of
    new ones.

    ``people``: dicts with userid, fullname, position, organisation; ``agencies``: dicts with id, title,
    identifier. Calling it again with the same changes nothing.
    """
    directory = Path(directory)
    made = []
    with _locked(directory):
        issuer = _authority(directory)
        for person in people:
            subject = _person_name(person)
            picture = signature_picture(nfc(person["fullname"]))
            made += _subscriber(directory, "people", person["userid"], subject, issuer, picture)
        for agency in agencies:
            subject = _agency_name(agency)
            picture = seal_picture(nfc(agency["title"]))
            made += _subscriber(directory, "agencies", agency["id"], subject, issuer, picture)
    return made


def safe_name(name):
    """``name`` as a file name: itself when it is plain, else a digest of it."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_@-]{0,63}", name):
        return name
    return "x" + hashlib.sha256(name.encode("utf-8")).hexdigest()[:40]


def passphrase(directory):
    """The passphrase of the PKCS#12 files: bytes."""
    return (Path(directory) / "passphrase").read_bytes().strip()


@contextmanager
def _locked(directory):
    with secretfiles.locked(directory):
        for part in ("ca", "people", "agencies"):
            (directory / part).mkdir(mode=0o700, exist_ok=True)
        if not (directory / "passphrase").exists():
            secretfiles.write(directory / "passphrase", secrets.token_urlsafe(32).encode("ascii"))
        yield


def _authority(directory):
    """(issuing key, issuing certificate, root certificate), made when missing."""
    path = directory / "ca" / "issuing.p12"
    if path.exists():
        key, certificate, others = pkcs12.load_key_and_certificates(path.read_bytes(), passphrase(directory))
        return key, certificate, others[0]
    start = clock.now().astimezone(UTC) - 2 * BACK
    root_key, key = (rsa.generate_private_key(65537, size) for size in (3072, 2048))
    root_name, name = _name(ROOT), _name(ISSUING)
    root = _ca_certificate(root_name, root_key, root_name, root_key, None, start, 1)
    certificate = _ca_certificate(name, key, root_name, root_key, root, start, 0)
    _store(directory, directory / "ca" / "root.p12", ROOT, root_key, root, [])
    _store(directory, path, ISSUING, key, certificate, [root])
    secretfiles.write(directory / "ca" / "trust.pem", root.public_bytes(serialization.Encoding.PEM))
    return key, certificate, root


def _name(common, **parts):
    attributes = [x509.NameAttribute(NameOID.COUNTRY_NAME, COUNTRY)]
    attributes.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, parts.get("organisation", AUTHORITY)[:64]))
    for oid, part in ((NameOID.TITLE, "position"), (NameOID.ORGANIZATION_IDENTIFIER, "identifier")):
        if parts.get(part):
            attributes.append(x509.NameAttribute(oid, parts[part][:64]))
    if parts.get("userid"):
        attributes.append(x509.NameAttribute(NameOID.USER_ID, parts["userid"][:64]))
    attributes.append(x509.NameAttribute(NameOID.COMMON_NAME, common[:64]))
    return x509.Name(attributes)


def _person_name(person):
    return _name(
        nfc(person["fullname"]),
        organisation=nfc(person.get("organisation") or AUTHORITY),
        position=nfc(person.get("position") or ""),
        userid=person["userid"],
    )


def _agency_name(agency):
    title = nfc(agency["title"])
    return _name(title, organisation=title, identifier=agency.get("identifier") or agency["id"])


def _builder(subject, key, issuer_name, start, end):
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer_name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(**used):
    return x509.KeyUsage(**{name: used.get(name, False) for name in USAGES})


def _ca_certificate(subject, key, issuer_name, issuer_key, issuer, start, depth):
    builder = _builder(subject, key, issuer_name, start, start + timedelta(days=20 * 365))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
    builder = builder.add_extension(_usage(digital_signature=True, key_cert_sign=True, crl_sign=True), critical=True)
    public = issuer.public_key() if issuer else key.public_key()
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def _subscriber(directory, kind, name, subject, authority, picture):
    issuer_key, issuer, root = authority
    base = directory / kind / safe_name(name)
    if not base.with_suffix(".png").exists():
        secretfiles.write(base.with_suffix(".png"), picture())
    now = clock.now().astimezone(UTC)
    if base.with_suffix(".pem").exists():
        current = x509.load_pem_x509_certificate(base.with_suffix(".pem").read_bytes())
        if current.subject == subject and current.not_valid_before_utc <= now < current.not_valid_after_utc - RENEW:
            return []
        secretfiles.write(base.with_suffix(".png"), picture())
    key = rsa.generate_private_key(65537, 2048)
    builder = _builder(subject, key, issuer.subject, now - BACK, now + AHEAD)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
    # poppler's pdfsig reports an error for good certificates that name no extended key usage or no list of revocations
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    place = x509.DistributionPoint([x509.UniformResourceIdentifier(REVOCATIONS)], None, None, None)
    builder = builder.add_extension(x509.CRLDistributionPoints([place]), critical=False)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), critical=False
    )
    certificate = builder.sign(issuer_key, hashes.SHA256())
    _store(directory, base.with_suffix(".p12"), name, key, certificate, [issuer, root])
    secretfiles.write(base.with_suffix(".pem"), certificate.public_bytes(serialization.Encoding.PEM))
    return [f"{kind}/{name}"]


def _store(directory, path, name, key, certificate, others):
    encryption = serialization.BestAvailableEncryption(passphrase(directory))
    store = pkcs12.serialize_key_and_certificates(name.encode("utf-8"), key, certificate, others, encryption)
    secretfiles.write(path, store)
