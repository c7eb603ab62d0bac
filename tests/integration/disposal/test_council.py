"""The council: who sits in it, who votes, what comes out."""

from disposing import ARCHIVIST
from disposing import CHAIR
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
from docx import Document
from io import BytesIO
import pytest
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.workflows.acts.faster import sequence_of
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.disposal.candidates import candidates
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


def codes(caught):
    return {violation.code for violation in caught.value.violations}


def text_of(disposal, component):
    file = IFileStore(disposal).get(ISheet(disposal).components()[component])
    document = Document(BytesIO(file.current.data()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def listed():
    """Records of a list as the system makes it."""
    disposal = propose()
    for candidate in candidates("skhcn", LATER):
        add_item(disposal, candidate.record, candidate.reason, ARCHIVIST)
    return [find_record(item.uid) for item in ISheet(disposal).items()]


def offered(disposal, login_as):
    with login_as(ARCHIVIST):
        field = IActs(disposal).get("record_absence").schema["member"].bind(disposal)
        return [term.value for term in field.vocabulary]


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
