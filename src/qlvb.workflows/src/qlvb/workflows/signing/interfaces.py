"""Signing. Bytes in, bytes out: nothing here knows workflows. Every step is an incremental update of the step
before."""

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
    """Utility: finds keys. The demonstration ring reads PKCS#12 files from a directory; no private key is in the
    database."""

    def for_person(userid):
        """A pyHanko Signer, or None."""

    def for_agency(agency_id):
        """A pyHanko Signer (the agency's seal), or None."""

    def person_image(userid):
        """The person's paper signature, blue on transparent: bytes of a PNG, or None."""

    def agency_image(agency_id):
        """The agency's seal, red on transparent, to be shown at its real size: bytes of a PNG, or None."""

    def trust_roots():
        """list of asn1crypto certificates."""

    def certificate(userid=None, agency_id=None):
        """The certificate (asn1crypto) bound to a person's account or to an agency, whose key may lie on a device of
        its own; or None."""

    def describe(userid=None, agency_id=None):
        """dict subject, organisation, position, issuer, serial, valid_from, valid_to (aware datetimes), expired
        (bool); or None."""


class IPdfSigning(Interface):
    """Utility. The life of a file: ``prepare`` -> ``sign_person`` -> ``fill`` -> ``sign_organisation``.

    Every result begins with the bytes it was made from. Every method raises Refused: 400 for a file that cannot be
    read or used (code ``pdf_unreadable``, ``pdf_encrypted``, ``number_room`` …), 409 for a step out of turn
    (``not_prepared``, ``already_signed``, ``no_person_signature``, ``number_missing``, ``locked``,
    ``changed_after_signing``) or a key that may not be used (``certificate_expired``, ``wrong_key``, ``no_key``).
    """

    def find_places(pdf, name="", position=()):
        """Where number, date, signature and seal go: places.Places.

        ``name`` is the signer's full name and ``position`` the lines of the signature block above it, as printed.
        What is not found in the text gets the place that Decree 30 draws for it.
        """

    def choose_place(pdf, places, page, left, top):
        """``places`` with signature and seal where the signer wants them: page from 1, upper left corner in mm from the
        page's; see placing.
        """

    def prepare(pdf, places=None):
        """Add to an unsigned PDF the empty fields Number, Day, Month, Year, Person, Organisation at ``places``."""

    def sign_person(pdf, signer, image=None, reason="", name=""):
        """Certify (DocMDP: form filling and signing allowed) in field Person; returns bytes."""

    def fill(pdf, number, date_text):
        """Fill in number ("15") and date; ``date_text`` is a date, or (day, month, year) as printed; returns bytes."""

    def sign_organisation(pdf, signer, image=None, signed_by=None):
        """Seal in field Organisation and lock the file; returns bytes.

        ``signed_by``: the Signer (or certificate) of the person expected in field Person; another one is refused.
        """

    def stamp_annex(pdf, signer, text):
        """Organisation signature on a separate annex: ``text`` and the time of signing in a line top right of page 1,
        no picture (Phụ lục I II.8.b); returns bytes."""

    def stamp_scan(pdf, signer, name):
        """Organisation signature on the digitised copy of a paper: ``name`` of the organisation and the time of signing
        in the same place (Phụ lục I Phần II Mục I); returns bytes."""

    def prepare_annex(pdf):
        """The annex with the empty field of that signature, for a device of the organisation's own; returns bytes."""

    def prepare_scan(pdf):
        """The same of a digitised paper."""

    def find_party(pdf, name, position=(), left=False):
        """(page, rectangle or None): where one of two parties who sign side by side signs, see places."""

    def find_row(pdf, label, room):
        """(page, rectangle or None): the place beside a line that says ``label``, see places."""

    def prepare_parties(pdf, parties):
        """Add to an unsigned PDF an empty field for each of ``parties`` (parties.Party); returns bytes."""

    def sign_party(pdf, field, signer, image=None, name="", words=()):
        """The signature of one party in its field; the first certifies the file. ``words`` (paragraphs) are what he
        signs: shown beside the picture, and whole in the reason of the signature. Returns bytes."""

    def verify(pdf):
        """list of SignatureVerdict; empty for a file without signatures."""
