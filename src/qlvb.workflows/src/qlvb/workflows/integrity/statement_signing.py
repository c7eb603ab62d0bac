"""Statements signed as CMS, with a time stamp of a time-stamping authority where one is set (RFC 5652, 3161).

``openssl cms -verify`` and ``openssl ts -verify`` read them too.
"""

from asn1crypto import cms
from asn1crypto import pem
from asn1crypto import x509
import asyncio
from cryptography.exceptions import UnsupportedAlgorithm
import os
from plone import api
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko_certvalidator import ValidationContext
from qlvb.content.integrity.interfaces import IStatementSigner
from qlvb.workflows.integrity import sealkey
from zope.interface import implementer


TIMEOUT = 20  # seconds for an answer of the time-stamping authority


class StatementNotSigned(Exception):
    """The key or the time-stamping authority did not serve; trying again later may help."""


@implementer(IStatementSigner)
class StatementSigner:
    """See IStatementSigner. The address of the time-stamping authority stands in ``QLVB_TSA_URL``; none: no stamp."""

    def sign(self, statement):
        place = sealkey.directory()
        sealkey.ensure(place, api.portal.get().getId())
        address = os.environ.get("QLVB_TSA_URL", "")
        stamper = HTTPTimeStamper(address, timeout=TIMEOUT) if address else None
        signer = SimpleSigner.load(str(place / sealkey.KEY), str(place / sealkey.CERTIFICATE))
        if signer is None:
            raise StatementNotSigned(f"The key in {place} cannot be read.")
        try:
            signed = asyncio.run(signer.async_sign_general_data(statement, "sha256", timestamper=stamper))
        except (SigningError, TimestampRequestError, OSError) as error:
            raise StatementNotSigned(str(error)) from error
        return signed.dump()

    def verify(self, statement, signature):
        return verify(statement, signature, sealkey.trusted(sealkey.directory()))


def verify(statement, signature, trusted, stamp_roots=()):
    """See IStatementSigner.verify. ``trusted``: PEM texts (bytes) of the certificates that may have signed;
    ``stamp_roots``: of the authorities whose time stamps count (none: a stamp's own certificate is not judged).
    """
    verdict = {"valid": False, "signer": "", "stamped": None, "problem": ""}
    if not signature:
        return {**verdict, "problem": "it is not signed"}
    try:
        content = cms.ContentInfo.load(signature)
        status = asyncio.run(
            async_validate_detached_cms(
                statement,
                content["content"],
                signer_validation_context=_context(trusted),
                ts_validation_context=_context(stamp_roots) if stamp_roots else None,
            )
        )
    # A damaged signature or certificate may name algorithms that are none: cryptography then has no such attribute.
    except (ValueError, TypeError, KeyError, AttributeError, UnsupportedAlgorithm, SignatureValidationError) as error:
        return {**verdict, "problem": f"the signature cannot be read ({error})"}
    verdict["signer"] = status.signing_cert.subject.native.get("common_name", "")
    stamp = status.timestamp_validity
    if stamp is not None:
        verdict["stamped"] = stamp.timestamp
    if not (status.valid and status.intact):
        return {**verdict, "problem": "the signature does not fit the statement"}
    if not status.trusted:
        return {**verdict, "problem": "it was signed with another key than the site's"}
    if stamp is not None and not (stamp.valid and stamp.intact and (stamp.trusted or not stamp_roots)):
        return {**verdict, "problem": "its time stamp does not hold"}
    return {**verdict, "valid": True}


def _context(texts):
    certificates = [x509.Certificate.load(_der(text)) for text in texts]
    return ValidationContext(trust_roots=certificates, allow_fetching=False, revocation_mode="soft-fail")


def _der(text):
    return pem.unarmor(text)[2] if pem.detect(text) else text
