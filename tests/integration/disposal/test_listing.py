"""What may be listed: what is over, what is there twice, and what stands against it."""

from disposing import ARCHIVIST
from disposing import EARLIER
from disposing import LATER
from disposing import expired_dossier
from disposing import propose
from datetime import date
from holding import place
from outgoing_story import make_draft
from outgoing_story import pdf
import pytest
from qlvb.content.clock import held
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.candidates import candidates
from qlvb.workflows.disposal.candidates import duplicates
from qlvb.workflows.disposal.candidates import expired
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture
def dossier(approved, later):
    return expired_dossier(approved)[0]


def received(data):
    """A letter that was sent back, with this file."""
    fields = {"subject": "V/v báo giá", "issuing_body": "Công ty Sơn Hải", "document_type": "official_letter"}
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
    IFileStore(document).add("original", "bao-gia.pdf", data, "vanthuskhcn")
    fire(document, "refuse")
    document.reindexObject()
    return document


def codes(caught):
    return {violation.code for violation in caught.value.violations}


def filed(dossier, document):
    """The closed dossier has the document, too, and is closed as it was."""
    end_date = dossier.end_date
    fire(dossier, "reopen")
    IDossierContents(dossier).add(document, "leminhanh")
    dossier.end_date = end_date
    fire(dossier, "close")
    dossier.reindexObject()


def listed():
    """Records of a list as the system makes it."""
    disposal = propose()
    for candidate in candidates("skhcn", LATER):
        add_item(disposal, candidate.record, candidate.reason, ARCHIVIST)
    return [find_record(item.uid) for item in ISheet(disposal).items()]


def issued(subject, data, number):
    """A letter of the agency that was issued, with this file."""
    document = make_draft(files=False, subject=subject)
    IFileStore(document).add("main", "cong-van.pdf", data, "leminhanh")
    document.document_number, document.document_symbol = number, "SKHCN-CNTT"
    document.issue_date = date(2026, 3, 2)
    for transition in ("enter_signing", "enter_issue", "number", "issue"):
        fire(document, transition)
    document.reindexObject()
    return document


def test_the_list_is_what_an_independent_computation_says(approved, later, login_as):
    dossiers = [expired_dossier(approved)[0], expired_dossier(approved, "01.TH")[0], expired_dossier(approved, "01.CNTT")[0]]
    for year in (2030, 2031, 2032, 2036, 2037, 2038):
        with held(later.replace(year=year)), login_as(ARCHIVIST):
            wanted = {
                dossier.UID()
                for dossier in dossiers
                if dossier.retention_kind == "years" and 2026 + 1 + dossier.retention_years <= year
            }
            assert {one.record.UID() for one in expired("skhcn", later.replace(year=year))} == wanted


def test_what_cannot_be_listed(approved, dossier, later):
    with held(EARLIER), pytest.raises(Refused) as caught:
        propose(dossier)
    assert codes(caught) == {"not_due"}
    other, _documents = expired_dossier(approved, "01.TH")
    hold = place(other)
    with pytest.raises(Refused) as caught:
        propose(other)
    assert codes(caught) == {"held"} and hold.case_number in str(caught.value.violations[0].message.mapping)
    propose(dossier)
    with pytest.raises(Refused) as caught:
        propose(dossier)
    assert codes(caught) == {"proposed_elsewhere"}


def test_duplicates_are_found_by_content(approved, later):
    data = pdf(3)
    one, other, different = received(data), received(data), received(pdf(4))
    (found,) = duplicates("skhcn")  # received in the same second: either may be taken for the older
    assert {found.record.UID(), found.why} == {one.UID(), other.UID()}
    hold = place(found.record)
    assert duplicates("skhcn") == []
    IHoldContents(hold).release(ARCHIVIST, "xong")
    dossier = getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")
    IDossierContents(dossier).add(other, "leminhanh")
    assert [(candidate.record, candidate.why) for candidate in duplicates("skhcn")] == [(one, other.UID())]
    assert different.UID() not in {candidate.record.UID() for candidate in duplicates("skhcn")}


def test_a_copy_is_no_duplicate_when_the_dossier_of_the_other_is_on_the_list(approved, dossier, later, login_as):
    """The list as a whole was refused: the copy for whose sake one was to go was itself on the list."""
    data = pdf(11)
    inside, outside = received(data), received(data)
    filed(dossier, inside)
    assert [one.record for one in duplicates("skhcn")] == [outside]
    with login_as(ARCHIVIST):
        assert listed() == [dossier]


def test_of_two_dossiers_that_share_what_is_held_one_stays(approved, dossier, later, login_as):
    """Either alone could go, the held document staying in the other; both together were refused, and the list with them."""
    other, (shared,) = expired_dossier(approved, "01.TH")
    filed(dossier, shared)
    IHoldContents(place()).add(shared, ARCHIVIST)
    with login_as(ARCHIVIST):
        assert listed() in ([dossier], [other])


def test_outgoing_documents_are_found_twice(province, later):
    """By their file; by number, date and body; and when they came back as incoming ones."""
    one, other = issued("V/v mua sắm", pdf(5), 12), issued("V/v mua sắm", pdf(6), 12)
    third = issued("V/v khác", pdf(5), 13)
    back = received(pdf(6))
    found = {candidate.record.UID(): candidate.why for candidate in duplicates("skhcn")}
    every = {record.UID() for record in (one, other, third, back)}
    assert len(found) == 2 and set(found) < every
    assert not set(found) & set(found.values()), "what another may go for stays itself"
    draft = make_draft(files=False, subject="V/v dự thảo")
    IFileStore(draft).add("main", "cong-van.pdf", pdf(7), "leminhanh")
    draft.reindexObject()
    alone = received(pdf(7))
    with pytest.raises(Refused) as caught:
        propose(alone, reason="duplicate")
    assert codes(caught) == {"last_copy"}, "a draft, which its drafter may delete, is no copy that stays"


def test_copies_are_told_apart_by_their_arrival_numbers(province, later, login_as):
    """They bear one number and symbol, so what was refused was called by its UID."""
    one, other = received(pdf(8)), received(pdf(8))
    for number, record in ((14, one), (15, other)):
        record.original_number, record.document_symbol, record.arrival_number = "15", "SM", number
    IGrants(other).grant(ARCHIVIST, "Participant", "step", "copy")
    other.reindexObjectSecurity()
    disposal = propose(one, reason="duplicate")
    with login_as(ARCHIVIST), pytest.raises(Refused) as caught:
        IActs(disposal).perform("add_items", {"items": [other.UID()], "reason": "duplicate"})
    assert translate(caught.value.violations[0].message, target_language="vi").startswith("15/SM (số đến 15): ")


def test_the_last_copy_is_no_duplicate(approved, dossier, later):
    data = pdf(8)
    one, other, third = received(data), received(data), received(pdf(9))
    for record, found in ((third, {"last_copy"}), (dossier, {"dossier_duplicate"})):
        with pytest.raises(Refused) as caught:
            propose(record, reason="duplicate")
        assert codes(caught) == found
    disposal = propose(one, reason="duplicate")
    with pytest.raises(Refused) as caught:
        add_item(disposal, other, "duplicate", ARCHIVIST)
    assert codes(caught) == {"last_copy"}
    with pytest.raises(Refused) as caught:
        propose(other, reason="duplicate")
    assert codes(caught) == {"last_copy"}


def test_a_copy_in_a_dossier_may_go_when_the_dossier_has_another(approved, later):
    data = pdf(10)
    one, other = received(data), received(data)
    first = getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")
    second = getUtility(IDossierFinder).open_from_entry(approved, "01.CNTT", "phamquochuy")
    IDossierContents(first).add(one, "leminhanh")
    IDossierContents(second).add(other, "phamquochuy")
    assert duplicates("skhcn") == [], "each dossier has one copy"
    with pytest.raises(Refused) as caught:
        propose(other, reason="duplicate")
    assert codes(caught) == {"linked"}
    IDossierContents(second).add(one, "phamquochuy")
    (found,) = duplicates("skhcn")
    assert (found.record, found.why) == (other, one.UID())
    propose(other, reason="duplicate")


def test_what_was_not_put_on_the_list_is_told(approved, dossier, later, person):
    """The page said that it was done, whatever became of it."""
    held_one, _documents = expired_dossier(approved, "01.TH")
    place(held_one)
    disposal, gone = propose(), "0" * 32
    status, found = person(ARCHIVIST).is_refused(disposal, "add_items", items=[gone, held_one.UID()], reason="expired")
    assert status == 404 and found == {("items", "unknown"), ("items", "held")} and not ISheet(disposal).items()
    told = person(ARCHIVIST).does(disposal, "add_items", items=[dossier.UID(), held_one.UID()], reason="expired")
    assert [item["status"] for item in told["items"]] == [200, 409]
    message = translate(told["message"], target_language="vi")
    assert message.startswith("Đã đưa vào 1/2.") and held_one.code in message and "TT-01/2026" in message
