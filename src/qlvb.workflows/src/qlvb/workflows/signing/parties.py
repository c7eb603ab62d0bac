"""Several parties who sign the same file one after the other, such as both sides of minutes, or all who decide a
submission note.

The places are made before the first signature; the first certifies the file (DocMDP: form filling and signing
allowed), the others are approvals in their own fields. Each is an incremental update, so all stay valid and each file
begins with the one before. What a party says with his signature is shown by the signature itself: nothing else of the
file has to change.
"""

from dataclasses import dataclass
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata
from qlvb.content.text import nfc
from qlvb.workflows.signing.certificates import check_signer
from qlvb.workflows.signing.certificates import subject_part
from qlvb.workflows.signing.files import bytes_of
from qlvb.workflows.signing.files import entry
from qlvb.workflows.signing.files import form_fields
from qlvb.workflows.signing.files import writer_of
from qlvb.workflows.signing.marks import BLUE
from qlvb.workflows.signing.marks import TextMark
from qlvb.workflows.signing.marks import picture_mark
from qlvb.workflows.signing.refusals import refusal
from qlvb.workflows.signing.remarks import remark_mark
from qlvb.workflows.signing.signatures import FILL_AND_SIGN
from qlvb.workflows.signing.signatures import put_signature
from qlvb.workflows.signing.signatures import writable
from qlvb.workflows.signing.verify import fields_added
from qlvb.workflows.signing.verify import verdicts


@dataclass(frozen=True)
class Party:
    """Where a party signs: ``field``: name of the form field; ``label``: what readers are told it is; ``page`` from 0;
    ``rect`` in PDF space, None for a signature that nothing on the page shows.
    """

    field: str
    label: str
    page: int = 0
    rect: tuple | None = None


def prepare(pdf, parties):
    """``pdf`` (bytes, unsigned) with an empty field for each of ``parties``, in the order in which they sign.

    :raises Refused: ``already_signed``, ``field_name_taken`` and what ``writer_of`` raises.
    """
    writer = writer_of(pdf)
    present = form_fields(writer)
    if any(entry(field, "/FT") == "/Sig" and "/V" in field for field in present.values()):
        raise refusal("already_signed")
    if {party.field for party in parties} & set(present):
        raise refusal("field_name_taken")
    for party in parties:
        spec = fields.SigFieldSpec(party.field, on_page=party.page, box=party.rect, readable_field_name=party.label)
        fields.append_signature_field(writer, spec)
    return bytes_of(writer)


def sign(pdf, field, signer, image=None, name="", trust_roots=None, words=()):
    """The signature of one party in ``field``; the signatures before it must be valid. ``words``: see IPdfSigning.

    :raises Refused: ``not_prepared``, ``already_signed``, ``changed_after_signing`` and what ``check_signer`` raises.
    """
    check_signer(signer, trust_roots)
    writer = writer_of(pdf)
    present = form_fields(writer)
    if field not in present:
        raise refusal("not_prepared")
    if "/V" in present[field]:
        raise refusal("already_signed")
    before = verdicts(pdf, trust_roots)
    if before and (fields_added(pdf) or any(one.verdict != "valid" for one in before)):
        raise refusal("changed_after_signing")
    shown = nfc(name) or subject_part(signer.signing_cert, "common_name")
    certifies = {} if before else {"certify": True, "docmdp_permissions": FILL_AND_SIGN}
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=shown,
        reason=nfc("\n".join(words)) or None,
        **certifies,
    )
    return put_signature(writer, signer, metadata, _mark(words, image, shown))


def _mark(words, image, shown):
    if words:
        return remark_mark([writable(nfc(line)) for line in words], image)
    return picture_mark(image) if image else TextMark(text=writable(shown), size=14, italic=True, colour=BLUE)
