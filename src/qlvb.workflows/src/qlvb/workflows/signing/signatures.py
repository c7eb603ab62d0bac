"""Signing: the person first, then number and date, then the organisation; or a separate annex by itself.

PAdES (ETSI.CAdES.detached), SHA-256; every signature is an incremental update and visible (Phụ lục I, II.7.d, II.8).
"""

from io import BytesIO
from pyhanko.sign import fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko.sign.signers import PdfSigner
from qlvb.content import clock
from qlvb.content.text import nfc
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing import form
from qlvb.workflows.signing.certificates import check_signer
from qlvb.workflows.signing.certificates import subject_part
from qlvb.workflows.signing.files import bytes_of
from qlvb.workflows.signing.files import checked_update
from qlvb.workflows.signing.files import entry
from qlvb.workflows.signing.files import form_fields
from qlvb.workflows.signing.files import writer_of
from qlvb.workflows.signing.layout_cells import MM
from qlvb.workflows.signing.marks import BLUE
from qlvb.workflows.signing.marks import COMPASS
from qlvb.workflows.signing.marks import TextMark
from qlvb.workflows.signing.marks import picture_mark
from qlvb.workflows.signing.refusals import refusal
from qlvb.workflows.signing.verify import fields_added
from qlvb.workflows.signing.verify import verdicts


ANNEX, SCAN = "Annex", "Scan"
#: What the signature itself says it is for.
SCAN_REASON = "Số hóa văn bản đến"
#: Signs of people's typing that the form font has no room for.
RELATIVES = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—‐•", "-"),
        "…": "...",
        **dict.fromkeys("\u00a0\t", " "),
    }
)
#: Points: room for the line of a stamp whose text is not known yet.
STAMP_WIDTH = 300
FILL_AND_SIGN, NOTHING = fields.MDPPerm.FILL_FORMS, fields.MDPPerm.NO_CHANGES


class ClockedSigner(PdfSigner):
    """Takes the time of signing from the product's clock."""

    def init_signing_session(self, pdf_out, existing_fields_only=False):
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = clock.now()
        return session


def sign_person(pdf, signer, image=None, reason="", name="", trust_roots=None):
    """The signature of the competent person in field Person; afterwards only form filling and signing are allowed.

    :raises Refused: ``not_prepared``, ``already_signed``, ``already_numbered``, ``locked`` and what
        ``check_signer`` raises.
    """
    check_signer(signer, trust_roots)
    writer = writer_of(pdf)
    present = form_fields(writer)
    _demand_prepared(present)
    if _signed(present, form.ORGANISATION):
        raise refusal("locked")
    if any("/V" in field for field in present.values() if entry(field, "/FT") == "/Sig"):
        raise refusal("already_signed")
    if any("/V" in field for key, field in present.items() if key in form.NUMBER_FIELDS + form.DATE_FIELDS):
        raise refusal("already_numbered")
    shown = nfc(name) or subject_part(signer.signing_cert, "common_name")
    return put_signature(
        writer,
        signer,
        PdfSignatureMetadata(
            field_name=form.PERSON,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=FILL_AND_SIGN,
            reason=nfc(reason) or None,
            name=shown,
        ),
        picture_mark(image) if image else TextMark(text=writable(shown), size=14, italic=True, colour=BLUE),
    )


def fill(pdf, number, when, trust_roots):
    """Number and date into a file signed by the person; see ``form.fill_form``.

    :raises Refused: also ``no_person_signature``, ``locked``, ``changed_after_signing``.
    """
    present = form_fields(writer_of(pdf))
    _demand_prepared(present)
    _demand_person(pdf, present, trust_roots)
    return form.fill_form(pdf, number, when)


def sign_organisation(pdf, signer, image=None, trust_roots=(), signed_by=None):
    """The seal in field Organisation, on a file that the person has signed and that has its number; it is locked
    with it.

    :raises Refused: ``not_prepared``, ``no_person_signature``, ``wrong_signatory``, ``changed_after_signing``,
        ``number_missing``, ``locked``, ``wrong_key`` (the person's own key) and what ``check_signer`` raises.
    """
    check_signer(signer, trust_roots)
    writer = writer_of(pdf)
    present = form_fields(writer)
    _demand_prepared(present)
    person = _demand_person(pdf, present, trust_roots)
    if not form.filled(present):
        raise refusal("number_missing")
    if set(person.changed_fields) - set(form.NUMBER_FIELDS + form.DATE_FIELDS):
        raise refusal("changed_after_signing")
    holder = person.certificate["holder"]
    if holder == signer.signing_cert.subject.human_friendly:
        raise refusal("wrong_key", "certificate")
    expected = getattr(signed_by, "signing_cert", signed_by)
    if expected is not None and holder != expected.subject.human_friendly:
        raise refusal("wrong_signatory")
    shown = subject_part(signer.signing_cert, "common_name")
    return put_signature(
        writer,
        signer,
        PdfSignatureMetadata(
            field_name=form.ORGANISATION,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            docmdp_permissions=NOTHING,
            name=shown,
        ),
        picture_mark(image) if image else TextMark(text=writable(shown), size=10),
    )


def stamp(pdf, signer, what, field, trust_roots=None, reason=None):
    """The organisation's signature in a new ``field`` top right of page 1, without a picture: ``what`` and the time of
    signing in Vietnam's time zone by ISO 8601 (II.8.b; Phần II Mục I). The corner is that of the page as it is shown:
    scanners turn pages by an entry. The file is locked with it.

    :raises Refused: ``already_signed``, ``field_name_taken``, ``pdf_rotated`` and what ``check_signer`` raises.
    """
    check_signer(signer, trust_roots)
    writer = writer_of(pdf)
    present = form_fields(writer)
    if any("/V" in field for field in present.values() if entry(field, "/FT") == "/Sig"):
        raise refusal("already_signed")
    if field in present:
        raise refusal("field_name_taken")
    moment = clock.now().astimezone(clock.VIETNAM)
    text = writable(nfc(f"{what}; {moment:%d/%m/%Y %H:%M:%S} {moment.isoformat()[-6:]}"))
    turn, box = _top_right(writer, fonts.text_width(text, 10))
    return put_signature(
        writer,
        signer,
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=NOTHING,
            name=subject_part(signer.signing_cert, "common_name"),
            reason=reason,
        ),
        TextMark(text=text, size=10, turn=turn),
        fields.SigFieldSpec(field, on_page=0, box=box, readable_field_name=form.LABELS[form.ORGANISATION]),
    )


def prepare_stamp(pdf, field):
    """``pdf`` with an empty ``field`` top right of page 1, for an organisation that signs on a device of its own.

    :raises Refused: ``already_signed``, ``field_name_taken``, ``pdf_rotated``.
    """
    writer = writer_of(pdf)
    present = form_fields(writer)
    if any("/V" in one for one in present.values() if entry(one, "/FT") == "/Sig"):
        raise refusal("already_signed")
    if field in present:
        raise refusal("field_name_taken")
    _turn, box = _top_right(writer, STAMP_WIDTH)
    spec = fields.SigFieldSpec(field, on_page=0, box=box, readable_field_name=form.LABELS[form.ORGANISATION])
    fields.append_signature_field(writer, spec)
    return bytes_of(writer)


def put_signature(writer, signer, metadata, mark, new_field=None):
    """The signature of ``signer`` by ``metadata``, shown by ``mark``: bytes that begin with the writer's input."""
    pdf_signer = ClockedSigner(metadata, signer, stamp_style=mark, new_field_spec=new_field)
    output = BytesIO()
    try:
        pdf_signer.sign_pdf(writer, existing_fields_only=new_field is None, output=output)
    except SigningError as error:
        raise refusal("not_prepared") from error
    return checked_update(writer.prev.stream, output)


def _demand_prepared(present):
    texts = set(present) & set(form.NUMBER_FIELDS + form.DATE_FIELDS)
    if not {form.PERSON, form.ORGANISATION} <= set(present) or not texts:
        raise refusal("not_prepared")


def _signed(present, name):
    return name in present and "/V" in present[name]


def _demand_person(pdf, present, trust_roots):
    """The verdict on the one signature that is there, the person's, found valid."""
    if _signed(present, form.ORGANISATION):
        raise refusal("locked")
    found = verdicts(pdf, trust_roots)
    if [verdict.purpose for verdict in found] != ["person"]:
        raise refusal("changed_after_signing" if len(found) > 1 else "no_person_signature")
    person = found[0]
    if not person.intact or person.changes == "forbidden":
        raise refusal("changed_after_signing")
    if fields_added(pdf):
        raise refusal("changed_after_signing")
    if person.verdict != "valid":
        raise refusal("no_person_signature")
    return person


def writable(text):
    """``text`` in the letters that the form font holds: signs by plain relatives, capitals that it lacks small."""
    return "".join(_letter(letter) for letter in text.translate(RELATIVES))


def _letter(letter):
    return next((one for one in (letter, letter.lower()) if one in fonts.CODES), "?")


def _top_right(writer, width):
    """(how far the page is shown turned, the place on the unturned page) of a line ``width`` points long."""
    page = writer.find_page_for_modification(0)[0].get_object()
    turn = int(_inherited(page, "/Rotate", 0)) % 360
    if turn not in COMPASS:
        raise refusal("pdf_rotated")
    seen = tuple(float(side) for side in _inherited(page, "/CropBox") or _inherited(page, "/MediaBox"))
    shown_width, shown_height = shown_size(seen, turn)
    x1, y1 = shown_width - 15 * MM, shown_height - 4 * MM
    return turn, place_on(seen, turn, (max(x1 - width, 5 * MM), y1 - 14, x1, y1))


def shown_size(page, turn):
    """(width, height) of what one sees of a page: its box (left, bottom, right, top) shown turned by ``turn``.

    >>> shown_size((0, 0, 595, 842), 90)
    (842, 595)
    """
    left, bottom, right, top = page
    return (top - bottom, right - left) if turn % 180 else (right - left, top - bottom)


def place_on(page, turn, rect):
    """The rectangle on the page itself, whose box is (left, bottom, right, top), of what is seen at ``rect``, counted
    from the lower left corner that one sees when the page is shown turned with the clock by ``turn`` degrees.

    >>> place_on((0, 0, 595, 842), 90, (742, 571, 842, 585))
    (10, 742, 24, 842)
    """
    left, bottom, right, top = page
    x0, y0, x1, y1 = rect
    return {
        0: (left + x0, bottom + y0, left + x1, bottom + y1),
        90: (right - y1, bottom + x0, right - y0, bottom + x1),
        180: (right - x1, top - y1, right - x0, top - y0),
        270: (left + y0, top - x1, left + y1, top - x0),
    }[turn]


def _inherited(node, key, default=None):
    """The entry of a page, which those above it in the tree of pages may hold."""
    while key not in node and "/Parent" in node:
        node = node["/Parent"]
    return entry(node, key, default)
