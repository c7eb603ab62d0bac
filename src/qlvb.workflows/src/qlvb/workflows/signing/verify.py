"""Verdicts on signatures: valid, invalid, cannot be determined, and why (reference: NĐ 23/2025/NĐ-CP, Điều 16)."""

from datetime import UTC
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import CMSExtractionError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.workflows.signing.certificates import context_of
from qlvb.workflows.signing.certificates import description
from qlvb.workflows.signing.certificates import subject_part
from qlvb.workflows.signing.files import DAMAGE
from qlvb.workflows.signing.files import form_fields
from qlvb.workflows.signing.files import is_plainly_unsigned
from qlvb.workflows.signing.files import names_in
from qlvb.workflows.signing.files import reader_of
from qlvb.workflows.signing.interfaces import SignatureVerdict
from qlvb.workflows.signing.refusals import refusal


PURPOSES = {
    "Person": "person",
    "Organisation": "organisation",
    "Annex": "organisation",
    "Scan": "organisation",
    "Sender": "organisation",
    "Recipient": "organisation",
    "Giver": "person",
    "Receiver": "person",
    "Decider": "person",
}
#: The places of a file that was prepared, and what they are for; the person comes first (NĐ 30/2020 Điều 32).
ROLES = {
    ("Person", "Organisation"): ("person", "organisation"),
    ("Annex",): ("organisation",),
    ("Scan",): ("organisation",),
}
#: What the subject of a person's certificate has and an organisation's has not (NĐ 23/2025/NĐ-CP, Điều 13).
PERSONAL = {"title", "user_id", "surname", "given_name"}
REASONS = {
    "broken": _("signing_verdict_broken", default="Nội dung không còn như khi ký."),
    "changed": _("signing_verdict_changed", default="Tệp bị thay đổi ngoài phạm vi cho phép sau khi ký."),
    "unreadable": _("signing_verdict_unreadable", default="Không đọc được dữ liệu chữ ký số."),
    "expired": _("signing_verdict_expired", default="Chứng thư số không có hiệu lực tại thời điểm ký."),
    "untrusted": _("signing_verdict_untrusted", default="Chưa xác định được tổ chức cấp chứng thư số."),
    "future": _("signing_verdict_future", default="Thời điểm ký ghi trong tệp ở tương lai."),
}


def verdicts(pdf, trust_roots):
    """list of :class:`SignatureVerdict` in the order of signing; [] for a file without signatures.

    :raises Refused: 400 for a file that cannot be read.
    """
    try:
        reader = reader_of(pdf)
    except Refused:
        if is_plainly_unsigned(pdf):
            return []
        raise
    try:
        signatures = list(reader.embedded_regular_signatures)
    except (*DAMAGE, SignatureValidationError, CMSExtractionError) as error:
        raise refusal("pdf_unreadable") from error
    present = set(form_fields(reader))
    free = next((roles for places, roles in ROLES.items() if set(places) <= present), ())
    roles = purposes([_signed_by(one) for one in signatures], free)
    return [verdict(signature, trust_roots, role) for signature, role in zip(signatures, roles, strict=True)]


def purposes(signed, roles):
    """tuple of str: what signatures are for; ``signed``: (name of the field, holder) of each in their order (pure).

    Signing programs of others put fields of their own beside the places that were prepared for ``roles``: while a place
    is empty, such a field stands for it, if its holder (``person``, ``organisation`` or "") may fill it.

    >>> purposes([("Signature1", "person"), ("Signature2", "organisation")], ("person", "organisation"))
    ('person', 'organisation')
    >>> purposes([("Signature1", "person")], ())
    ('other',)
    """
    found = [PURPOSES.get(name.rstrip("0123456789"), "other") for name, _holder in signed]
    for role in roles:
        free = [place for place, (_name, holder) in enumerate(signed) if found[place] == "other" and holder == role]
        if role not in found and free:
            found[free[0]] = role
    return tuple(found)


def _signed_by(signature):
    """(name of the field, holder): a person's certificate names the person's post, account or family name."""
    try:
        subject = signature.signer_cert.subject.native
    except (*DAMAGE, SignatureValidationError, CMSExtractionError):
        return signature.field_name, ""
    return signature.field_name, "person" if set(subject) & PERSONAL else "organisation"


def verdict(signature, trust_roots, purpose):
    """:class:`SignatureVerdict` of a pyHanko EmbeddedPdfSignature that is there for ``purpose``."""
    name = str(signature.field_name)  # pyHanko's own text holds on to the reader: the whole file would be kept with it
    try:
        certificate = signature.signer_cert
        moment = _moment(signature)
        status = validate_pdf_signature(
            signature, context_of(trust_roots, signature.other_embedded_certs, _bounded(moment))
        )
    except (*DAMAGE, PdfError, SignatureValidationError, CMSExtractionError) as error:
        return _unreadable(name, purpose, error)
    changes = _changes(signature, status)
    intact = bool(status.intact and status.valid)
    in_time = certificate.not_valid_before <= _bounded(moment) <= certificate.not_valid_after
    word, reason = _judge(intact, changes, in_time, bool(status.trusted), moment)
    changed = getattr(status.diff_result, "changed_form_fields", None) or ()
    return SignatureVerdict(
        field_name=name,
        purpose=purpose,
        signer=subject_part(certificate, "common_name"),
        organisation=subject_part(certificate, "organization_name"),
        signed_at=moment.astimezone(clock.VIETNAM) if moment else None,
        intact=intact,
        trusted=bool(status.trusted),
        changes=changes,
        changed_fields=tuple(sorted(map(str, changed))),
        verdict=word,
        reason=REASONS[reason] if reason else "",
        certificate=description(certificate),
    )


def fields_added(pdf):
    """Names of form fields that came after the first signature: a place prepared by nobody; the file is known to
    be readable."""
    reader = reader_of(pdf)
    signed = reader.get_historical_root(reader.embedded_regular_signatures[0].signed_revision)
    return set(form_fields(reader)) - set(names_in(signed))


def _moment(signature):
    """The time of signing that the file claims, aware, or None."""
    claimed = signature.self_reported_timestamp
    if claimed is not None and claimed.tzinfo is None:
        claimed = claimed.replace(tzinfo=UTC)
    return claimed


def _bounded(moment):
    """A claim in the future is no claim."""
    now = clock.now()
    return min(moment, now) if moment else now


def _changes(signature, status):
    """none, permitted or forbidden; bytes after the signature that belong to no revision are forbidden."""
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "none"
    later = signature.signed_revision < signature.reader.xrefs.total_revisions - 1
    if status.coverage == SignatureCoverageLevel.ENTIRE_REVISION and status.docmdp_ok and later:
        return "permitted"
    return "forbidden"


def _judge(intact, changes, in_time, trusted, moment):
    """(verdict, reason code or "")"""
    if not intact:
        return "invalid", "broken"
    if changes == "forbidden":
        return "invalid", "changed"
    if moment is not None and moment > clock.now():
        return "indeterminate", "future"
    if not in_time:
        return "invalid", "expired"
    if not trusted:
        return "indeterminate", "untrusted"
    return "valid", ""


def _unreadable(name, purpose, error):
    return SignatureVerdict(
        field_name=name,
        purpose=purpose,
        signer="",
        organisation="",
        signed_at=None,
        intact=False,
        trusted=False,
        changes="forbidden",
        verdict="invalid",
        reason=REASONS["unreadable"],
        certificate={"error": type(error).__name__},
    )
