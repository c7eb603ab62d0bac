"""Documents come into being in their period folders."""

from datetime import date
from datetime import datetime
from OFS.CopySupport import CopyError
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.interfaces import IDocumentRules
from qlvb.content.documents.periods import periods
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
import transaction
import unicodedata
from zope.component import getUtility


@pytest.fixture
def create(province):
    factory = getUtility(IDocumentFactory)

    def _create(portal_type="OutgoingDocument", agency="skhcn", by="leminhanh", when=None, **data):
        data.setdefault("subject", "V/v triển khai phần mềm")
        return factory.create(portal_type, agency, data, by, when)

    return _create


def test_document_lies_in_its_month(create, portal):
    document = create(when=datetime(2026, 3, 9, 10, 0, tzinfo=clock.VIETNAM))
    assert "/".join(document.getPhysicalPath()[2:-1]) == "skhcn/outgoing/2026/03"
    assert document.Title() == document.title == "V/v triển khai phần mềm"
    assert document.UID()
    assert document.reference == ""


def test_system_fills_what_it_knows(create):
    document = create()
    assert document.issuing_body == "Sở Khoa học và Công nghệ"
    assert document.issuing_body_identifier == "H99.12"
    assert document.drafter == "leminhanh"
    assert document.creators == ("leminhanh",)


def test_journal_starts(create):
    entries = list(IJournal(create()).entries())
    assert [(entry.event, entry.actor) for entry in entries] == [("created", "leminhanh")]


def test_strings_are_composed(create):
    document = create(
        subject=unicodedata.normalize("NFD", "Quyết định về Đề án"),
        recipients=[{"name": unicodedata.normalize("NFD", "Sở Nội vụ"), "agency": "snv"}],
    )
    assert document.subject == "Quyết định về Đề án"
    assert document.recipients[0] == {
        "name": "Sở Nội vụ",
        "identifier": "",
        "agency": "snv",
        "channel": "internal",
        "purpose": "for_execution",
        "address": "",
    }


def test_every_bad_field_is_named(create):
    with pytest.raises(Refused) as refused:
        create(
            subject="",
            note="x" * 501,
            urgency="soon",
            issued_copies=1000,
            paper="yes",
            colour="red",
            recipients=[{"name": "A", "agency": "nowhere"}, {"name": ""}],
        )
    found = {(violation.field, violation.code) for violation in refused.value.violations}
    assert found == {
        ("subject", "field_missing"),
        ("note", "field_too_long"),
        ("urgency", "field_not_allowed"),
        ("issued_copies", "field_out_of_range"),
        ("paper", "field_wrong_value"),
        ("colour", "field_unknown"),
        ("recipients[1].agency", "recipient_gone"),
        ("recipients[2].name", "field_missing"),
    }
    assert refused.value.status == 400


def test_unknown_agency_is_refused(create):
    with pytest.raises(Refused) as refused:
        create(agency="nowhere")
    assert [violation.code for violation in refused.value.violations] == ["agency_unknown"]


def test_nothing_stays_of_a_refused_document(create, portal):
    with pytest.raises(Refused):
        create(subject="")
    assert "2026" not in portal["skhcn"]["outgoing"]


def test_periods_count_from_the_folders(create):
    for month, number in ((1, 2), (11, 1)):
        for _index in range(number):
            create(when=datetime(2026, month, 3, tzinfo=clock.VIETNAM))
    create(when=datetime(2025, 12, 31, 23, 59, tzinfo=clock.VIETNAM))
    found = periods("skhcn", "outgoing")
    assert [(year.year, year.count, [(m.month, m.count) for m in year.months]) for year in found] == [
        (2026, 3, [(11, 1), (1, 2)]),
        (2025, 1, [(12, 1)]),
    ]
    assert periods("snv", "outgoing") == []


def test_rules_of_an_existing_document(create):
    document = create()
    rules = IDocumentRules(document)
    assert rules.check() == []
    assert [v.field for v in rules.check({"subject": " "})] == ["subject"]
    assert {v.field for v in rules.check(complete=True)} == {"signatory", "signatory_name", "recipients"}


def test_rules_never_look_back_on_a_date_that_has_passed(create):
    with clock.held(date(2026, 1, 5)):
        document = create(reply_due_date=date(2026, 1, 20))
    with clock.held(date(2026, 2, 1)):
        rules = IDocumentRules(document)
        assert rules.check({"reply_due_date": date(2026, 1, 20), "note": "x"}) == []
        assert [v.code for v in rules.check({"reply_due_date": date(2026, 1, 25)})] == ["date_in_past"]


def test_records_are_neither_copied_nor_moved(create, portal):
    document = create(when=datetime(2026, 3, 9, tzinfo=clock.VIETNAM))
    other = create(when=datetime(2026, 4, 9, tzinfo=clock.VIETNAM))
    transaction.savepoint()
    march, april = document.aq_parent, other.aq_parent
    with api.env.adopt_roles(["Manager"]):
        for take in (march.manage_copyObjects, march.manage_cutObjects):
            with pytest.raises(CopyError):
                april.manage_pasteObjects(take([document.getId()]))
    assert list(april.objectIds()) == [other.getId()]
    assert list(march.objectIds()) == [document.getId()]
