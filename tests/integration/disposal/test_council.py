"""Proposal and council: what may be listed, who votes, what comes out."""

from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EARLIER
from disposing import EXPERT
from disposing import HEAD
from disposing import LATER
from disposing import REASON
from disposing import UNIT
from disposing import convene
from disposing import examined
from disposing import expired_dossier
from disposing import propose
from disposing import state
from datetime import date
from docx import Document
from holding import place
from io import BytesIO
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
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.content.violations import Refused
from qlvb.workflows.acts.faster import sequence_of
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


@pytest.fixture
def expired_two(approved, later):
    return expired_dossier(approved)[0], expired_dossier(approved, "01.TH")[0]


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


def text_of(disposal, component):
    file = IFileStore(disposal).get(ISheet(disposal).components()[component])
    document = Document(BytesIO(file.current.data()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


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


def test_councils_and_votes(dossier, person, login_as):
    disposal = propose(dossier)
    status, found = person(ARCHIVIST).is_refused(
        disposal, "convene", decision_number="1", decision_date="2038-02-20", chair=CHAIR, secretary=UNIT,
        unit=[UNIT], expert=[EXPERT],
    )
    assert status == 400 and {code for _field, code in found} == {"member_twice", "secretary_no_archivist"}
    convene(disposal, person)
    assert state(disposal) == "council"
    for userid in (HEAD, "vanthuskhcn", "quantri"):
        assert person(userid).is_refused(disposal, "vote", choice="destroy", why=REASON) == (403, {("", "not_member")})
    with login_as(UNIT):
        assert getUtility(IListing).counts(["disposals.mine"])["disposals.mine"] == 1
    person(UNIT).does(disposal, "vote", choice="keep", why="Còn dùng để đối chiếu")
    with login_as(UNIT):
        assert getUtility(IListing).counts(["disposals.mine"])["disposals.mine"] == 0
    with login_as(ARCHIVIST):
        assert getUtility(IListing).counts(["disposals.council"])["disposals.council"] == 1
    assert person(ARCHIVIST).is_refused(disposal, "conclude")[1] == {("", "votes_missing")}
    person(CHAIR).does(disposal, "vote", choice="destroy", why=REASON)
    person(ARCHIVIST).does(disposal, "vote", choice="destroy", why=REASON)
    person(EXPERT).does(disposal, "vote", choice="keep", why="Cần cho nghiên cứu")
    assert person(ARCHIVIST).is_refused(disposal, "conclude")[1] == {("", "tie")}
    assert person(UNIT).is_refused(disposal, "settle_tie", choice="destroy", why=REASON)[0] == 403
    person(CHAIR).does(disposal, "settle_tie", choice="destroy", why="Đã có bản chính ở nơi khác")
    person(ARCHIVIST).does(disposal, "conclude")
    assert state(disposal) == "to_decide"
    minutes = text_of(disposal, "minutes")
    assert "Cần cho nghiên cứu" in minutes and "Đã có bản chính ở nơi khác" in minutes
    assert person(UNIT).is_refused(disposal, "vote", choice="destroy", why=REASON) == (409, {("", "wrong_state")})


def test_absent_members_are_written_down_and_do_not_count(expired_two, person, login_as):
    first, second = expired_two
    disposal = propose(first, second)
    convene(disposal, person)
    person(EXPERT).does(disposal, "vote", items=[f"{first.code}/{first.year}"], choice="keep", why="Cần giữ")
    assert offered(disposal, login_as) == [UNIT, EXPERT]
    for userid in (CHAIR, ARCHIVIST, UNIT):
        person(userid).does(disposal, "vote", choice="destroy", why=REASON)
    assert offered(disposal, login_as) == [EXPERT]
    for userid in (CHAIR, UNIT):
        refused = person(ARCHIVIST).is_refused(disposal, "record_absence", member=userid, why="Đi công tác")
        assert refused == (400, {("member", "not_absent")})
    assert person(ARCHIVIST).is_refused(disposal, "record_absence", member="vanthuskhcn", why="Đi công tác")[0] == 400
    person(ARCHIVIST).does(disposal, "record_absence", member=EXPERT, why="Đi công tác nước ngoài")
    assert offered(disposal, login_as) == []
    assert person(EXPERT).is_refused(disposal, "vote", choice="keep", why="x")[1] == {("", "absent")}
    assert person(ARCHIVIST).is_refused(disposal, "end_absence", member=UNIT)[1] == {("member", "not_absent")}
    assert person(UNIT).is_refused(disposal, "end_absence", member=EXPERT)[0] == 403
    person(ARCHIVIST).does(disposal, "end_absence", member=EXPERT)
    assert offered(disposal, login_as) == [EXPERT] and person(ARCHIVIST).is_refused(disposal, "conclude")
    person(ARCHIVIST).does(disposal, "record_absence", member=EXPERT, why="Đi công tác nước ngoài")
    person(ARCHIVIST).does(disposal, "conclude")
    assert "Đi công tác nước ngoài" in text_of(disposal, "minutes")


def offered(disposal, login_as):
    with login_as(ARCHIVIST):
        field = IActs(disposal).get("record_absence").schema["member"].bind(disposal)
        return [term.value for term in field.vocabulary]


def test_the_journal_names_what_was_voted_on(expired_two, person):
    first, second = expired_two
    disposal = propose(first, second)
    convene(disposal, person)
    person(EXPERT).does(disposal, "vote", items=[f"{first.code}/{first.year}"], choice="keep", why="Cần đối chiếu")
    person(CHAIR).does(disposal, "vote", choice="destroy", why=REASON)
    person(ARCHIVIST).does(disposal, "record_absence", member=UNIT, why="Đi công tác nước ngoài")
    entries = IJournal(disposal).entries(events=("act.vote", "act.record_absence"))
    said = [translate(sentence(entry), target_language="vi") for entry in entries]
    codes = [item.reference for item in ISheet(disposal).items()]
    assert said[0].startswith(f"đã biểu quyết giữ lại {ISheet(disposal).item(first.UID()).reference}: Cần đối chiếu")
    assert said[1] == f"đã biểu quyết đồng ý hủy {'; '.join(codes)}: {REASON}"
    assert said[2] == f"đã ghi nhận {getUtility(IDirectory).person(UNIT).fullname} vắng mặt: Đi công tác nước ngoài"


def test_what_is_kept_gets_a_longer_period(dossier, person):
    disposal = propose(dossier)
    convene(disposal, person)
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        person(userid).does(disposal, "vote", choice="keep", why="Còn giá trị")
    person(ARCHIVIST).does(disposal, "conclude", keep_years=20)
    assert (state(disposal), state(dossier), dossier.retention_years) == ("cancelled", "closed", 20)


def test_the_forms_say_what_the_circular_asks(dossier, person):
    disposal = propose(dossier)
    examined(disposal, person)
    listed = text_of(disposal, "list")
    for words in ("Bó số", "Tập số", "Lý do hủy", "Ghi chú", "Hết thời hạn lưu trữ", dossier.code, disposal.fonds):
        assert words in listed
    explained = text_of(disposal, "explanation")
    for words in ("I. Tóm tắt tình hình", "1. Sự hình thành", "2. Số lượng", "3. Thời gian", "II. Tóm tắt thành phần"):
        assert words in explained


def test_the_explanation_comes_first(dossier, person):
    disposal = propose(dossier)
    disposal.formation = ""
    assert "incomplete" in {code for _f, code in person(ARCHIVIST).is_refused(disposal, "convene")[1]}
    given = {"title": "Xét hủy lần 2", "fonds": "", "formation": "Hình thành từ 2026", "contents": "Hồ sơ", "other_groups": ""}
    assert person(ARCHIVIST).is_refused(disposal, "edit_explanation", **given)[1] == {("fonds", "required")}
    assert person(HEAD).is_refused(disposal, "edit_explanation", **{**given, "fonds": "Sở"})[0] == 403
    person(ARCHIVIST).does(disposal, "edit_explanation", **{**given, "fonds": "Sở"})
    assert (disposal.title, disposal.formation) == ("Xét hủy lần 2", "Hình thành từ 2026")
    convene(disposal, person)
    assert "Hình thành từ 2026" in text_of(disposal, "explanation")
    assert person(ARCHIVIST).is_refused(disposal, "edit_explanation", **{**given, "fonds": "Sở"})[0] == 409


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


def test_members_vote_at_the_same_time(dossier, person):
    """Each with a form opened before the others voted; only what closes the council makes it stale."""
    disposal = propose(dossier)
    convene(disposal, person)
    seen = {"expected_state": "council", "expected_seq": sequence_of(disposal), "choice": "destroy", "why": REASON}
    for userid in (CHAIR, UNIT, EXPERT):
        person(userid).does(disposal, "vote", **seen)
    assert person(CHAIR).is_refused(disposal, "vote", **{**seen, "expected_seq": 999})[0] == 409
    person(ARCHIVIST).does(disposal, "vote", **seen)
    person(ARCHIVIST).does(disposal, "conclude")
    assert person(CHAIR).is_refused(disposal, "vote", **seen) == (409, {("", "someone_was_faster")})


def test_members_read_what_they_vote_on_while_the_council_sits(approved, later, person):
    """Whoever votes has looked; nobody else, not before and not afterwards; secret records keep to theirs."""
    dossier, (document, secret) = expired_dossier(approved, documents=2)
    secret.secrecy = "secret"
    clerk, other = person("vanthuskhcn"), person("vuhaiyen")
    disposal = propose(dossier)
    assert not clerk.sees(dossier) and not clerk.sees(document)
    members = {"chair": CHAIR, "secretary": ARCHIVIST, "unit": [UNIT], "expert": ["vanthuskhcn"]}
    person(ARCHIVIST).does(disposal, "convene", decision_number="15/QĐ", decision_date="2038-02-20", **members)
    assert clerk.sees(dossier) and clerk.sees(document) and not clerk.sees(secret)
    assert not clerk.sees(dossier, "Modify portal content") and not other.sees(dossier) and not other.sees(document)
    assert [grant.cause for grant in IGrants(document).explain("vanthuskhcn")] == ["disposal"]
    for userid in (CHAIR, ARCHIVIST, UNIT, "vanthuskhcn"):
        person(userid).does(disposal, "vote", choice="destroy", why=REASON)
    person(ARCHIVIST).does(disposal, "conclude")
    assert not clerk.sees(dossier) and not clerk.sees(document) and clerk.sees(disposal)


def test_only_archivists_propose(dossier, person):
    disposal = propose(dossier)
    for userid in (HEAD, UNIT, "vanthuskhcn", "leminhanh"):
        assert person(userid).is_refused(disposal, "take_out", items=[dossier.UID()], why="x")[0] == 403
