"""The intake check finds a hundred seeded faults, each by its rule, and says nothing of a hundred clean dossiers."""

from dataclasses import replace
from datetime import date
from datetime import timedelta
import pytest
from qlvb.workflows.transfer.intake import words
from qlvb.workflows.transfer.intake.facts import DocumentFacts
from qlvb.workflows.transfer.intake.facts import DossierFacts
from qlvb.workflows.transfer.intake.facts import FileFacts
from qlvb.workflows.transfer.intake.facts import SignatureFacts
from qlvb.workflows.transfer.intake.rules import faults_of
from qlvb.workflows.transfer.intake.words import sentence


TODAY = date(2026, 11, 22)
PERSON, BODY = SignatureFacts("van-ban.pdf", "Nguyễn Thị Thu Hà"), SignatureFacts("van-ban.pdf", "Sở", purpose="organisation")


def document(number, dossier):
    """A right document; its kind follows its number: issued, received on paper, received signed, imported, a note."""
    kind = (number + dossier) % 5
    pages = 1 + (number * 7 + dossier) % 12
    annexes = tuple(FileFacts(f"phu-luc-{place}.pdf", "annex", pages=place + 1) for place in range(number % 3))
    main = FileFacts("van-ban.pdf", "signed" if kind == 0 else "main", pages=pages)
    source = (FileFacts("du-thao.docx", "source", "rendered", archival=False, pages=pages),) if kind == 0 else ()
    picture = (FileFacts("anh.jpg", "annex", "other", pages=None),) if kind == 2 else ()
    entered = {0: None, 1: pages, 2: pages + sum(file.pages for file in annexes), 3: pages, 4: None}[kind]
    return DocumentFacts(
        uid=f"document-{dossier}-{number}",
        order=number + 1,
        label=f"{number + 1}/SKHCN-CNTT",
        outgoing=kind in (0, 3),
        imported=kind == 3,
        issued=date(2025, 1, 6) + timedelta(days=number * 9 + dossier),
        type_name="Công văn",
        issuer="Sở Khoa học và Công nghệ",
        subject=f"V/v triển khai nhiệm vụ số {number + 1}",
        language="vi",
        pages=entered,
        files=(main, *annexes, *source, *picture),
        signatures={0: (PERSON, BODY), 2: (replace(PERSON, purpose="other"),)}.get(kind, ()),
    )


def dossier(number):
    """A right dossier with one to eleven documents."""
    retention, years = (("permanent", None), ("years", 5), ("years", 70), ("until_superseded", None))[number % 4]
    return DossierFacts(
        uid=f"dossier-{number}",
        code=f"{number + 1:02d}.CNTT",
        title=f"Hồ sơ nhiệm vụ số {number + 1}",
        state="closed" if number % 7 else "archived",
        retention=retention,
        years=years,
        mode="Công khai" if number % 2 else "",
        language="vi",
        start=date(2025, 1, 1),
        end=date(2025, 1, 6) + timedelta(days=10 * 9 + number),
        identifier="H99.12",
        documents=tuple(document(place, number) for place in range(1 + number % 11)),
    )


CLEAN = [dossier(number) for number in range(100)]


def _document(where, **changes):
    """A change of the first document for which ``where`` holds, made when there is none."""

    def seed(one):
        place = next((place for place, found in enumerate(one.documents) if where(found)), None)
        if place is None:
            return None
        changed = replace(one.documents[place], **{name: new(one.documents[place]) if callable(new) else new for name, new in changes.items()})
        return replace(one, documents=(*one.documents[:place], changed, *one.documents[place + 1 :]))

    return seed


def _file(**changes):
    return _document(any_document, files=lambda found: (replace(found.files[0], **changes), *found.files[1:]))


def any_document(found):
    return True


def issued(found):
    return found.outgoing and not found.imported


def signed(found):
    return bool(found.signatures)


#: Rule -> what is done to a right dossier so that this rule, and no other, speaks.
SEEDS = {
    "dossier_not_closed": lambda one: replace(one, state="open"),
    "dossier_held": lambda one: replace(one, held=True),
    "retention_missing": lambda one: replace(one, retention=""),
    "retention_short": lambda one: replace(one, retention="years", years=4),
    "dates_reversed": lambda one: replace(one, start=one.end + timedelta(days=1)),
    "dossier_empty": lambda one: replace(one, documents=()),
    "document_gone": _document(any_document, exists=False),
    "document_unnumbered": _document(lambda found: found.outgoing and found.imported, numbered=False),
    "document_after_end": lambda one: _document(any_document, issued=one.end + timedelta(days=1))(one),
    "file_missing": _document(lambda found: not signed(found), files=(), pages=None),
    "file_damaged": _file(damage="altered", pages=None),
    "file_infected": _file(virus="Eicar-Test-Signature"),
    "file_unchecked": _file(unchecked="out_of_reach"),
    "format_unknown": _file(form="unknown"),
    "pdf_broken": _file(readable=False),
    "not_pdfa": _file(archival=False),
    "pages_differ": _document(any_document, pages=4711),
    "pages_missing": _document(any_document, pages=None, files=lambda found: (replace(found.files[0], pages=None),)),
    "signature_missing_person": _document(issued, signatures=(BODY,)),
    "signature_missing_organisation": _document(issued, signatures=(PERSON,)),
    "signature_invalid": _document(signed, signatures=lambda found: (*found.signatures[:-1], replace(found.signatures[-1], verdict="invalid"))),
    "signature_indeterminate": _document(signed, signatures=lambda found: (*found.signatures[:-1], replace(found.signatures[-1], verdict="indeterminate"))),
    "field_missing code": lambda one: replace(one, code=""),
    "field_missing identifier": lambda one: replace(one, identifier=""),
    "field_missing title": lambda one: replace(one, title=""),
    "field_missing language": lambda one: replace(one, language=""),
    "field_missing start": lambda one: replace(one, start=None),
    "field_missing end": lambda one: replace(one, end=None),
    "field_missing type": _document(any_document, type_name=""),
    "field_missing issued": _document(any_document, issued=None),
    "field_missing issuer": _document(any_document, issuer=""),
    "field_missing subject": _document(any_document, subject=""),
    "field_missing document_language": _document(any_document, language=""),
    "field_long title": lambda one: replace(one, title="a" * 1001),
    "field_long mode": lambda one: replace(one, mode="a" * 101),
    "field_long issuer": _document(any_document, issuer="a" * 201),
    "field_long subject": _document(any_document, subject="a" * 501),
    "date_future issued": _document(any_document, issued=TODAY + timedelta(days=1)),
    "date_future end": lambda one: replace(one, end=TODAY + timedelta(days=1)),
}


def seeded():
    """Over a hundred cases: three dossiers for each rule."""
    for rule, seed in SEEDS.items():
        made = [(number, changed) for number, one in enumerate(CLEAN) if (changed := seed(one)) is not None]
        step = max(1, len(made) // 3)
        for number, changed in made[::step][:3]:
            yield pytest.param(rule, changed, id=f"{rule}-{number}")


CASES = list(seeded())


def test_there_are_a_hundred_seeded_faults():
    assert len(CASES) >= 100
    assert {case.values[0].partition(" ")[0] for case in CASES} == set(words.SENTENCES) - {"package_failed"}


@pytest.mark.parametrize(("rule", "one"), CASES)
def test_every_seeded_fault_is_found_and_nothing_else(rule, one):
    found = faults_of(one, TODAY)
    name, _space, subject = rule.partition(" ")
    assert {fault.rule for fault in found} == {name}
    assert not subject or {fault.subject for fault in found} == {subject}


@pytest.mark.parametrize("one", CLEAN, ids=lambda one: one.uid)
def test_clean_dossiers_raise_no_alarm(one):
    assert faults_of(one, TODAY) == ()


def test_a_fault_names_document_and_words():
    found = faults_of(SEEDS["pages_differ"](CLEAN[1]), TODAY)
    assert [fault.document for fault in found] == [CLEAN[1].documents[0].uid]
    assert sentence(found[0]).startswith("Văn bản 1/SKHCN-CNTT: ghi 4711 trang, tệp có")


def test_what_is_lost_is_blamed_once():
    one = _file(damage="missing", pages=None, readable=False, archival=False)(CLEAN[1])
    assert [fault.rule for fault in faults_of(one, TODAY)] == ["file_damaged"]


def test_a_fault_in_a_field_or_a_file_says_of_which_document():
    """Several documents of a dossier lack the same, or have files of the same name."""
    found = [sentence(fault) for rule in ("field_missing issuer", "file_damaged") for fault in faults_of(SEEDS[rule](CLEAN[1]), TODAY)]
    assert found[0] == "Văn bản 1/SKHCN-CNTT: thiếu thông tin “Cơ quan ban hành”."
    assert found[1].startswith("Văn bản 1/SKHCN-CNTT: tệp “van-ban.pdf” không còn nguyên vẹn")
    (whole,) = faults_of(SEEDS["field_missing title"](CLEAN[1]), TODAY)
    assert sentence(whole) == "Thiếu thông tin “Tiêu đề hồ sơ”."
