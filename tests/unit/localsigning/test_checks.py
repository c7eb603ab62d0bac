"""What may come back from a person's machine: a right signature more, and nothing else."""

from datetime import timedelta
from pdf_updates import other_content
from pdf_updates import updated
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
import pytest
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.workflows.localsigning.checks import check
from qlvb.workflows.signing import form
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.verify import verdicts
from sign_service import CMS
from sign_service import PADES
from sign_service import signed


def a_note(writer):
    note = {"/Type": pdf_name("/Annot"), "/Subtype": pdf_name("/Text"), "/Contents": generic.TextStringObject("15")}
    note["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 30, 30)))
    entry = generic.DictionaryObject({pdf_name(key): value for key, value in note.items()})
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(entry))


def a_number(writer):
    field = next(f.get_object() for f in writer.root["/AcroForm"]["/Fields"] if f.get_object()["/T"] == "Number")
    form._write(writer, field, "99")


@pytest.fixture
def accepted(ring):
    """A callable: verdict of a file that came back, or the code by which it is refused."""

    def accepted(before, after, userid="ha", agency_id=None, since=None):
        certificate = ring.certificate(agency_id=agency_id) if agency_id else ring.certificate(userid=userid)
        try:
            return check(before, after, certificate, ring.trust_roots(), since or clock.now())
        except Refused as refused:
            return refused.violations[0].code

    return accepted


@pytest.mark.parametrize("kind", [CMS, PADES])
@pytest.mark.parametrize(("field", "box"), [(form.PERSON, None), ("Signature1", (300, 60, 420, 110))])
def test_a_signature_in_the_place_or_in_a_field_of_its_own(made, ring, accepted, kind, field, box):
    after = signed(made["prepared"], ring.for_person("ha"), field, box, kind)
    verdict = accepted(made["prepared"], after)
    assert (verdict.purpose, verdict.verdict, verdict.signer) == ("person", "valid", "Nguyễn Thị Thu Hà")


@pytest.mark.parametrize(("field", "box"), [(form.PERSON, None), ("Signature1", (300, 60, 420, 110))])
@pytest.mark.parametrize("certify", [True, False])
def test_it_gets_number_and_seal_after_it(made, ring, accepted, field, box, certify):
    roots = ring.trust_roots()
    after = signed(made["prepared"], ring.for_person("ha"), field, box, certify=certify)
    numbered = signatures.fill(after, "15", ("05", "01", "2026"), roots)
    here = signatures.sign_organisation(numbered, ring.for_agency("skhcn"), None, roots, ring.certificate(userid="ha"))
    assert [(one.purpose, one.verdict) for one in verdicts(here, roots)] == [
        ("person", "valid"),
        ("organisation", "valid"),
    ]
    there = signed(numbered, ring.for_agency("skhcn"), form.ORGANISATION, None)
    verdict = accepted(numbered, there, agency_id="skhcn")
    assert (verdict.purpose, verdict.verdict) == ("organisation", "valid")
    assert [one.verdict for one in verdicts(there, roots)] == ["valid", "valid"]


def test_a_seal_in_a_new_field_after_a_plain_signature(made, ring, accepted):
    after = signed(made["prepared"], ring.for_person("ha"))
    numbered = signatures.fill(after, "15", ("05", "01", "2026"), ring.trust_roots())
    sealed = signed(numbered, ring.for_agency("skhcn"), "Signature2", (100, 60, 220, 160))
    assert accepted(numbered, sealed, agency_id="skhcn").purpose == "organisation"


@pytest.mark.parametrize(("field", "box"), [(signatures.ANNEX, None), ("Signature1", (400, 800, 590, 820))])
def test_a_separate_annex(letter, ring, accepted, field, box):
    given = signatures.prepare_stamp(letter, signatures.ANNEX)
    after = signed(given, ring.for_agency("skhcn"), field, box)
    verdict = accepted(given, after, agency_id="skhcn")
    assert (verdict.purpose, verdict.verdict) == ("organisation", "valid")


def refused_files(made, letter, ring):
    """code -> (before, after)"""
    prepared, numbered = made["prepared"], made["numbered"]
    ha, kien = ring.for_person("ha"), ring.for_person("kien")
    right, annex = signed(prepared, ha), signatures.prepare_stamp(letter, signatures.ANNEX)
    return {
        "nothing": ("local_not_continued", prepared, prepared),
        "another file": ("local_not_continued", prepared, signed(letter, ha)),
        "first byte": ("local_not_continued", prepared, b" " + right[1:]),
        "unsigned": ("local_not_signed", prepared, updated(prepared, a_number)),
        "two": ("local_too_many_signatures", prepared, signed(right, kien, "Signature2", (100, 60, 220, 90))),
        "wrong person": ("local_wrong_person", prepared, signed(prepared, kien)),
        "page before": ("local_changed", prepared, signed(updated(prepared, other_content), ha)),
        "page after": ("local_changed", prepared, updated(right, other_content)),
        "note": ("local_changed", prepared, signed(updated(prepared, a_note), ha)),
        "number": ("local_changed", prepared, signed(updated(prepared, a_number), ha)),
        "bytes behind": ("local_changed", prepared, right + b"\n%more\n"),
        "annex changed": ("local_changed", annex, signed(updated(annex, other_content), ha)),
        "earlier": (
            "local_earlier_broken",
            numbered,
            signed(updated(numbered, other_content), ha, form.ORGANISATION, None),
        ),
        "sha1": ("local_weak", prepared, signed(prepared, ha, digest="sha1")),
    }


CASES = (
    "nothing",
    "another file",
    "first byte",
    "unsigned",
    "two",
    "wrong person",
    "page before",
    "page after",
    "note",
    "number",
    "bytes behind",
    "annex changed",
    "earlier",
    "sha1",
)


@pytest.fixture(scope="module")
def files(made, letter, ring):
    return refused_files(made, letter, ring)


@pytest.mark.parametrize("case", CASES)
def test_everything_else_is_refused(files, accepted, case):
    code, before, after = files[case]
    assert accepted(before, after) == code


def test_every_case_is_looked_at(files):
    assert set(files) == set(CASES)


def test_a_signature_broken_on_the_way(made, ring, accepted):
    after = signed(made["prepared"], ring.for_person("ha"))
    place = after.rindex(b"/Contents <") + 1200
    broken = after[:place] + (b"0" if after[place : place + 1] != b"0" else b"1") + after[place + 1 :]
    assert accepted(made["prepared"], broken) in ("local_signature_invalid", "local_wrong_person", "local_changed")


def test_the_clock_of_the_machine(made, ring, accepted):
    after = signed(made["prepared"], ring.for_person("ha"))
    assert accepted(made["prepared"], after, since=clock.now() + timedelta(minutes=6)) == "local_clock"
    with clock.held(clock.today() - timedelta(days=1)):
        assert accepted(made["prepared"], after) == "local_clock"


def test_a_certificate_that_nobody_trusts(made, ring, accepted, monkeypatch):
    after = signed(made["prepared"], ring.for_person("ha"))
    monkeypatch.setattr(ring, "trust_roots", list)
    assert accepted(made["prepared"], after) == "local_signature_invalid"
