"""Signing. Bytes in, bytes out: nothing here knows workflows. Every step is an incremental update of the step before."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.interface import Interface


@dataclass(frozen=True)
class SignatureVerdict:
    """What is to be said of one signature, in the order of the file."""

    field_name: str
    purpose: str  # person, organisation, other
    signer: str  # common name of the certificate
    organisation: str
    signed_at: datetime | None
    intact: bool  # digest and signature value hold
    trusted: bool  # chain to a trusted root, valid at signing time
    changes: str  # none, permitted, forbidden: what came after this signature (pyHanko's difference analysis)
    changed_fields: tuple = ()  # form fields filled later
    verdict: str = "indeterminate"  # valid, invalid, indeterminate
    reason: str = ""
    certificate: dict = field(default_factory=dict)  # serial, issuer, valid_from, valid_to


class IKeyRing(Interface):
    """Utility: finds keys. The demonstration ring reads PKCS#12 files from ``var/demo-ca``; no private key is in the database."""

    def for_person(userid):
        """A pyHanko Signer, or None."""

    def for_agency(agency_id):
        """A pyHanko Signer (the agency's seal), or None."""

    def trust_roots():
        """list of asn1crypto certificates."""

    def describe(userid=None, agency_id=None):
        """dict subject, serial, valid_from, valid_to; or None."""


class IPdfSigning(Interface):
    """Utility."""

    def prepare(pdf, places):
        """Add to an unsigned PDF the empty fields Number, Date, Person, Organisation at ``places`` (see places.find_places)."""

    def sign_person(pdf, signer, image=None, reason="", name=""):
        """Certify (DocMDP: form filling and signing allowed) in field Person; returns bytes."""

    def fill(pdf, number, date_text):
        """Fill the fields Number ("15") and Date ("05", "01", "2026" in their places); returns bytes."""

    def sign_organisation(pdf, signer, image=None):
        """Seal in field Organisation and lock the file; returns bytes."""

    def stamp_annex(pdf, signer, text):
        """Organisation signature on a separate annex: text line top right of page 1 (Phụ lục I II.8.b); returns bytes."""

    def verify(pdf):
        """list of SignatureVerdict."""
