"""The life of a file: prepared, signed, numbered, sealed; and every step that is refused."""

from datetime import date
from datetime import timedelta
from io import BytesIO
from independent import pdfsig
from independent import trust_store
import made_files
import pikepdf
from PIL import ImageChops
from PIL import ImageStat
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore
import pypdfium2
from pickle import dumps
import pytest
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.workflows.incoming.verification import verdict_json
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing.places import find_places


def code_of(call, *arguments, **named):
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value.violations[0].code


def stranger(directory, kind, name):
    data = (directory / kind / f"{name}.p12").read_bytes()
    return SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=demo_ca.passphrase(directory))


def blank():
    target = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(900, 900))
        made.save(target)
    return target.getvalue()


def turned(pdf, degrees, cropped=None):
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.pages[0].Rotate = degrees
        if cropped:
            opened.pages[0].CropBox = cropped
        opened.save(target)
    return target.getvalue()


def test_every_revision_begins_with_the_one_before(letter, prepared, signed, numbered, sealed):
    assert prepared.startswith(letter)
    assert signed.startswith(prepared)
    assert numbered.startswith(signed)
    assert sealed.startswith(numbered)


def test_both_signatures_are_valid_and_only_number_date_and_seal_came_between(signing, sealed):
    person, organisation = signing.verify(sealed)
    assert (person.purpose, person.verdict, person.changes) == ("person", "valid", "permitted")
    assert person.changed_fields == ("Day", "Month", "Number", "Organisation", "Year")
    assert (organisation.purpose, organisation.verdict, organisation.changes) == ("organisation", "valid", "none")


def test_who_signed_and_when(signing, ring, prepared):
    moment = clock.now().replace(microsecond=0) - timedelta(days=40)
    with clock.held(moment):
        signed = signing.sign_person(prepared, ring.for_person("kien"), ring.person_image("kien"))
    verdict = signing.verify(signed)[0]
    assert (verdict.signer, verdict.organisation) == ("Bùi Trung Kiên", "Sở Khoa học và Công nghệ")
    assert verdict.signed_at == moment
    assert verdict.certificate["position"] == "Phó Giám đốc"
    assert verdict.certificate["issuer"] == demo_ca.ISSUING


def test_signing_without_a_picture_shows_the_name(signing, ring, prepared):
    signed = signing.sign_person(prepared, ring.for_person("ha"))
    assert signing.verify(signed)[0].verdict == "valid"


def test_an_annex_is_sealed_by_itself(signing, ring, letter):
    stamped = signing.stamp_annex(letter, ring.for_agency("skhcn"), "15/QĐ-BNV")
    assert stamped.startswith(letter)
    verdict = signing.verify(stamped)[0]
    assert (verdict.field_name, verdict.purpose, verdict.verdict) == ("Annex", "organisation", "valid")
    assert code_of(signing.stamp_annex, stamped, ring.for_agency("skhcn"), "x") == "already_signed"


def test_a_stamp_names_who_signed_and_when_in_vietnam(signing, ring, letter):
    moment = (clock.now() - timedelta(days=1)).replace(hour=9, minute=15, second=30, microsecond=0)
    with clock.held(moment):
        stamped = signing.stamp_scan(letter, ring.for_agency("skhcn"), "Sở Khoa học và Công nghệ")
    assert signing.verify(stamped)[0].field_name == "Scan"
    with pypdfium2.PdfDocument(stamped) as document:
        document.init_forms()
        document[0].flatten()
        words = document[0].get_textpage().get_text_range()
    line = f"Sở Khoa học và Công nghệ; {moment:%d/%m/%Y} 09:15:30 +07:00"
    assert line in " ".join(words.split())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_stamp_is_upright_in_the_corner_of_a_turned_page(signing, ring, keys, tmp_path, turn):
    seen = {}
    for degrees in (0, turn):
        # As it is shown, the page is the same: 555 points wide, 770 high.
        cropped = (20, 30, 20 + 770, 30 + 555) if degrees % 180 else (20, 30, 20 + 555, 30 + 770)
        pdf = turned(blank(), degrees, cropped)
        with clock.held(clock.now().replace(hour=2, minute=15, second=30, microsecond=0) - timedelta(days=1)):
            stamped = signing.stamp_scan(pdf, ring.for_agency("skhcn"), "Sở Khoa học và Công nghệ")
        assert stamped.startswith(pdf)
        said = pdfsig(stamped, trust_store(tmp_path / f"nss{degrees}", keys / "ca" / "trust.pem"), tmp_path)
        assert said.count("Signature is Valid.") == 1 and "Total document signed" in said
        with pypdfium2.PdfDocument(stamped) as document:
            document.init_forms()
            picture = document[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")
        assert picture.size == (555 * 2, 770 * 2)
        box = ImageChops.invert(picture).getbbox()
        assert picture.width - box[2] == pytest.approx(15 * 72 / 25.4 * 2, abs=6), "15 mm from the right edge"
        seen[degrees] = picture, box
    assert max(abs(one - two) for one, two in zip(seen[0][1], seen[turn][1], strict=True)) <= 2
    difference = ImageChops.difference(seen[0][0], seen[turn][0]).crop(seen[0][1])
    assert ImageStat.Stat(difference).mean[0] < 20, "the same letters, not upside down"


def test_a_page_turned_by_half_a_corner_is_not_stamped(signing, ring, letter):
    assert code_of(signing.stamp_scan, turned(letter, 45), ring.for_agency("skhcn"), "x") == "pdf_rotated"


def test_a_file_without_signatures(signing, letter):
    assert signing.verify(letter) == []


def test_out_of_turn(signing, ring, letter, prepared, signed, numbered, sealed):
    person, agency = ring.for_person("ha"), ring.for_agency("skhcn")
    day = date(2026, 1, 5)
    assert code_of(signing.sign_person, letter, person) == "not_prepared"
    assert code_of(signing.sign_person, signed, person) == "already_signed"
    assert code_of(signing.sign_person, sealed, person) == "locked"
    assert code_of(signing.fill, letter, "15", day) == "not_prepared"
    assert code_of(signing.fill, prepared, "15", day) == "no_person_signature"
    assert code_of(signing.fill, numbered, "16", day) == "already_numbered"
    assert code_of(signing.fill, sealed, "16", day) == "locked"
    assert code_of(signing.sign_organisation, letter, agency) == "not_prepared"
    assert code_of(signing.sign_organisation, prepared, agency) == "no_person_signature"
    assert code_of(signing.sign_organisation, signed, agency) == "number_missing"
    assert code_of(signing.sign_organisation, sealed, agency) == "locked"
    assert code_of(signing.prepare, signed, find_places(letter)) == "already_signed"


def test_out_of_turn_is_a_conflict(signing, ring, sealed):
    with pytest.raises(Refused) as refused:
        signing.sign_organisation(sealed, ring.for_agency("skhcn"))
    assert refused.value.status == 409


def test_no_key(signing, prepared):
    assert code_of(signing.sign_person, prepared, None) == "no_key"


@pytest.mark.parametrize("days", [-400, 6 * 365])
def test_a_certificate_out_of_its_time(signing, ring, prepared, days):
    with clock.held(clock.now() + timedelta(days=days)):
        assert code_of(signing.sign_person, prepared, ring.for_person("ha")) == "certificate_expired"


def test_a_key_that_does_not_fit_its_certificate(signing, ring, prepared):
    own, other = ring.for_person("ha"), ring.for_person("kien")
    mixed = SimpleSigner(own.signing_cert, other.signing_key, SimpleCertificateStore())
    assert code_of(signing.sign_person, prepared, mixed) == "wrong_key"


def test_a_certificate_of_nobody_we_trust(signing, prepared, strangers):
    assert code_of(signing.sign_person, prepared, stranger(strangers, "people", "ha")) == "certificate_untrusted"


def test_a_certificate_of_an_authority_signs_no_documents(signing, keys, prepared):
    authority = SimpleSigner.load_pkcs12_data(
        (keys / "ca" / "issuing.p12").read_bytes(), other_certs=[], passphrase=demo_ca.passphrase(keys)
    )
    assert code_of(signing.sign_person, prepared, authority) == "certificate_scope"


def test_the_person_cannot_seal_with_the_personal_key(signing, ring, numbered):
    assert code_of(signing.sign_organisation, numbered, ring.for_person("ha")) == "wrong_key"


def test_the_signature_must_be_that_of_the_expected_person(signing, ring, numbered):
    agency, image = ring.for_agency("skhcn"), ring.agency_image("skhcn")
    assert code_of(signing.sign_organisation, numbered, agency, image, signed_by=ring.for_person("kien")) == (
        "wrong_signatory"
    )
    assert signing.sign_organisation(numbered, agency, image, signed_by=ring.for_person("ha")).startswith(numbered)


@pytest.mark.parametrize("image", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken"])
def test_pictures_that_cannot_be_shown(signing, ring, prepared, image):
    if not image:
        assert signing.sign_person(prepared, ring.for_person("ha"), image)
    else:
        assert code_of(signing.sign_person, prepared, ring.for_person("ha"), image) == "image_unreadable"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken"])
def test_no_pdf(signing, ring, data):
    assert code_of(signing.sign_person, data, ring.for_person("ha")) == "pdf_unreadable"
    assert code_of(signing.fill, data, "15", date(2026, 1, 5)) == "pdf_unreadable"
    assert code_of(signing.verify, data) == "pdf_unreadable"


def test_a_scan_with_small_irregularities_bears_no_signature(signing):
    """Pillow, like many scanners, numbers the free object as no strict reader allows."""
    assert signing.verify(made_files.picture(made_files.sheet("Số: 12/BC-VP"))) == []


def test_what_is_kept_of_a_verdict_holds_on_to_no_file(signing, sealed):
    """A name read by pyHanko leads back to the reader, and so to all bytes of the file: it would be pickled with them."""
    for found in signing.verify(sealed):
        assert type(found.field_name) is str and {type(name) for name in found.changed_fields} <= {str}
        assert len(dumps(verdict_json(found))) < 2000
