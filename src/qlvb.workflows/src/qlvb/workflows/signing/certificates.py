"""Questions about certificates: whose, for how long, for what, and whether a key belongs to one."""

from asn1crypto import pem
from asn1crypto import x509
import asyncio
from cryptography.hazmat.primitives import serialization
from datetime import UTC
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError
from pyhanko_certvalidator.errors import ValidationError
from qlvb.content import clock
from qlvb.workflows.signing.refusals import refusal


def context_of(trust_roots, others=(), moment=None):
    """A validation context that asks nothing over the network; ``moment`` is the time of signing."""
    return ValidationContext(
        trust_roots=list(trust_roots),
        other_certs=list(others),
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=(moment or clock.now()).astimezone(UTC),
    )


def subject_part(certificate, name):
    """A part of the subject ("common_name", "organization_name", "title" …) as str, "" when there is none."""
    value = certificate.subject.native.get(name, "")
    return value[0] if isinstance(value, list) else value


def description(certificate):
    """dict subject, organisation, position, issuer, serial, valid_from, valid_to, expired (now), holder (the whole
    subject)."""
    start, end = certificate.not_valid_before, certificate.not_valid_after
    return {
        "subject": subject_part(certificate, "common_name"),
        "organisation": subject_part(certificate, "organization_name"),
        "position": subject_part(certificate, "title"),
        "issuer": certificate.issuer.native.get("common_name", ""),
        "serial": f"{certificate.serial_number:X}",
        "valid_from": start,
        "valid_to": end,
        "holder": certificate.subject.human_friendly,
        "expired": not start <= clock.now() <= end,
    }


def check_signer(signer, trust_roots=None):
    """Check, before signing, that the key may be used now (NĐ 68/2024/NĐ-CP, Điều 29, 31).

    :raises Refused: 409 ``no_key``, ``certificate_expired``, ``certificate_scope``, ``wrong_key``,
        ``certificate_untrusted`` (this one only where ``trust_roots`` are given).
    """
    certificate = getattr(signer, "signing_cert", None)
    if certificate is None:
        raise refusal("no_key", "certificate")
    if not certificate.not_valid_before <= clock.now() <= certificate.not_valid_after:
        raise refusal("certificate_expired", "certificate")
    usage = certificate.key_usage_value
    if usage is None or not {"digital_signature", "non_repudiation"} <= usage.native or certificate.ca:
        raise refusal("certificate_scope", "certificate")
    key = getattr(signer, "signing_key", None)
    if key is not None and not _matches(key, certificate):
        raise refusal("wrong_key", "certificate")
    if trust_roots is not None and not is_trusted(certificate, trust_roots, signer.cert_registry):
        raise refusal("certificate_untrusted", "certificate")


def _matches(key, certificate):
    """Whether the private ``key`` (asn1crypto PrivateKeyInfo) is that of the certificate."""
    public = certificate.public_key
    if key.algorithm != public.algorithm:
        return False
    if key.algorithm == "rsa":
        return key["private_key"].parsed["modulus"].native == public["public_key"].parsed["modulus"].native
    loaded = serialization.load_der_private_key(key.dump(), password=None)
    return loaded.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    ) == public.dump()


def is_trusted(certificate, trust_roots, others=(), moment=None):
    """Whether a path leads from the certificate to one of the roots at ``moment`` (default now)."""
    validator = CertificateValidator(certificate, validation_context=context_of(trust_roots, others, moment))
    try:
        asyncio.run(validator.async_validate_usage({"digital_signature"}))
    except (PathError, ValidationError):
        return False
    return True


def load_pem(data):
    """list of asn1crypto certificates in PEM bytes."""
    return [x509.Certificate.load(der) for _name, _headers, der in pem.unarmor(data, multiple=True)]
