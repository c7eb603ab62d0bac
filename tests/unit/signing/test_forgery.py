"""What forgers do, and that it comes out: in the verdict, and before the next step."""

from datetime import date
from pdf_updates import other_content
from pdf_updates import updated
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign import fields
import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.signing import form
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.keyring import DirectoryKeyRing


def overlay(writer):
    """A picture laid over the page as an annotation."""
    stream = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 300))),
        },
        stream_data=b"0 0 300 300 re f",
    )
    annotation = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Stamp"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 300))),
            pdf_name("/F"): generic.NumberObject(4),
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): writer.add_object(stream)}),
        }
    )
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(annotation))


def other_number(writer):
    field = next(f.get_object() for f in writer.root["/AcroForm"]["/Fields"] if f.get_object()["/T"] == "Number")
    form._write(writer, field, "99")


def moved_number(writer):
    field = next(f.get_object() for f in writer.root["/AcroForm"]["/Fields"] if f.get_object()["/T"] == "Number")
    field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 500)))
    writer.update_container(field)


def another_field(writer):
    fields.append_signature_field(writer, fields.SigFieldSpec("More", on_page=0, box=(0, 0, 500, 500)))


def code_of(call, *arguments):
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return refused.value.violations[0].code


@pytest.mark.parametrize("change", [other_content, overlay, other_number, moved_number, another_field])
def test_nothing_can_be_changed_after_the_seal(signing, sealed, change):
    person, organisation = signing.verify(updated(sealed, change))
    assert (organisation.verdict, organisation.changes) == ("invalid", "forbidden")
    assert organisation.reason.startswith("signing_verdict_changed")


@pytest.mark.parametrize("change", [other_content, overlay, moved_number])
def test_content_changed_between_signature_and_seal(signing, ring, signed, change):
    forged = updated(signed, change)
    assert signing.verify(forged)[0].verdict == "invalid"
    assert code_of(signing.fill, forged, "15", date(2026, 1, 5)) == "changed_after_signing"


@pytest.mark.parametrize("change", [other_content, overlay, moved_number, another_field])
def test_a_changed_file_is_not_sealed(signing, ring, numbered, change):
    forged = updated(numbered, change)
    assert code_of(signing.sign_organisation, forged, ring.for_agency("skhcn")) == "changed_after_signing"


def test_a_flipped_byte(signing, sealed):
    at = sealed.index(b"BAAAAA+")
    forged = sealed[:at] + b"CAAAAA+" + sealed[at + 7 :]
    person, organisation = signing.verify(forged)
    assert (person.intact, person.verdict) == (False, "invalid")
    assert (organisation.intact, organisation.verdict) == (False, "invalid")
    assert person.reason == "signing_verdict_broken"


def test_a_seal_of_another_authority_is_not_valid(signing, numbered, strangers, keys, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(strangers))
    others = DirectoryKeyRing()
    seal, image, roots = others.for_agency("skhcn"), others.agency_image("skhcn"), others.trust_roots()
    monkeypatch.setenv("QLVB_KEYS", str(keys))
    both = [*roots, *DirectoryKeyRing().trust_roots()]
    forged = signatures.sign_organisation(numbered, seal, image, both)
    person, organisation = signing.verify(forged)
    assert person.verdict == "valid"
    assert (organisation.intact, organisation.trusted, organisation.verdict) == (True, False, "indeterminate")
    assert organisation.reason == "signing_verdict_untrusted"


def test_bytes_hung_on_at_the_end(signing, sealed):
    person, organisation = signing.verify(sealed + b"\n% more")
    assert (organisation.verdict, organisation.changes) == ("invalid", "forbidden")
    assert (person.verdict, person.changes) == ("valid", "permitted")
