"""A submission note from the draft to the decision, and what it does to the draft."""

from datetime import datetime
from datetime import time
from docx import Document
from independent import pdfsig
from independent import pyhanko_says
from independent import trust_store
from io import BytesIO
from outgoing_story import DAY
from outgoing_story import DRAFTER
from outgoing_story import make_draft
from outgoing_story import pdf
import pikepdf
from plone import api
import pypdfium2
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import held
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_tokens
from qlvb.content.lookup import find_record
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.submission.interfaces import IHoldingNote
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.remarks import remarks
from screens_reading import select
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


@pytest.fixture
def note(draft, cast):
    made = cast.drafter.does(draft, "create_note", content="Nâng cấp phần mềm", grounds="Luật Lưu trữ")
    return find_record(made["uid"])


@pytest.fixture
def submitted(note, cast):
    cast.drafter.does(note, "submit_note", deciders=["phamquochuy", "nguyenthithuha"], asked=["hoangvanluu"])
    return note


def events(userid):
    return [notice.event for notice in getUtility(INotices).of(userid).newest()]


def test_a_note_is_built_from_the_draft(note, draft):
    assert "/".join(note.getPhysicalPath()[2:4]) == "skhcn/notes"
    assert (state_of(note), note.subject, list(note.drafts)) == ("draft", draft.subject, [draft.UID()])
    assert note.drafter == DRAFTER and note.proposal
    assert collected_tokens(note) == [f"notes.mine|{DRAFTER}"]
    assert INoteCourse(note).decisions() == [] and "qlvb.note.decisions" not in IAnnotations(note)


def test_leaders_decide_one_after_another(submitted, draft, cast, person):
    assert state_of(submitted) == "to_decide" and cast.reviewer.sees(submitted) and cast.reviewer.sees(draft)
    assert not cast.signatory.sees(submitted) and not cast.stranger.sees(submitted)
    assert "notes.to_decide|phamquochuy" in collected_tokens(submitted)
    assert "note_to_decide" in events("phamquochuy") and "note_asked" in events("hoangvanluu")
    assert cast.drafter.is_refused(submitted, "agree_note")[0] == 403
    cast.reviewer.does(submitted, "agree_note", comment="Nhất trí")
    assert state_of(submitted) == "in_progress" and "notes.in_progress|phamquochuy" in collected_tokens(submitted)
    assert cast.reviewer.is_refused(submitted, "agree_note") == (409, {("", "not_your_turn")})
    assert IStanding(submitted).standing().holders == ["nguyenthithuha"]
    result = cast.signatory.does(submitted, "agree_note", comment="Đồng ý")
    assert (state_of(submitted), result["drafts"]) == ("approved", [draft.Title()])
    assert state_of(draft) == "to_sign" and IRoute(draft).current().person == "nguyenthithuha"
    assert IRoute(draft).current().request == f"Theo phiếu trình “{submitted.Title()}” đã được phê duyệt"
    assert "note_decided" in events(DRAFTER) and "notes.approved|phamquochuy" in collected_tokens(submitted)


def test_opinions_are_given_in_parallel(submitted, cast, person):
    luu = person("hoangvanluu")
    assert "notes.to_comment|hoangvanluu" in collected_tokens(submitted)
    assert luu.is_refused(submitted, "opine_note", answer="disagree") == (400, {("text", "opinion_missing")})
    luu.does(submitted, "opine_note", answer="other", text="Cần thêm kinh phí")
    assert luu.is_refused(submitted, "opine_note", answer="agree")[0] == 403
    assert "note_opinion" in events(DRAFTER)
    cast.reviewer.does(submitted, "ask_note", asked=["buitrungkien"])
    assert person("buitrungkien").sees(submitted)
    assert luu.is_refused(submitted, "ask_note", asked=["buitrungkien"])[0] == 403


def test_whose_opinion_was_asked_keeps_the_note_in_a_list_of_his(submitted, cast, person):
    token = "notes.information|hoangvanluu"
    assert token not in collected_tokens(submitted)
    person("hoangvanluu").does(submitted, "opine_note", answer="agree")
    assert token in collected_tokens(submitted)
    cast.drafter.does(submitted, "cancel_note", reason="Không còn cần thiết")
    assert token in collected_tokens(submitted)


def test_the_draft_is_locked_and_the_lock_says_why(submitted, draft, cast, login_as):
    status, found = cast.drafter.is_refused(draft, "submit", receiver="phamquochuy")
    assert (status, found) == (409, {("", "locked")})
    assert cast.drafter.is_refused(draft, "cancel", reason="Không cần nữa rồi")[0] == 409
    with pytest.raises(Refused) as refused, login_as(DRAFTER):
        IDocumentEditor(draft).change({"subject": "Khác"}, DRAFTER)
    mapping = refused.value.violations[0].message.mapping
    assert (mapping["note"], mapping["holder"]) == (submitted.Title(), "Phạm Quốc Huy")


def test_returning_and_cancelling_free_the_draft(submitted, draft, cast):
    assert cast.reviewer.is_refused(submitted, "return_note", reason="ngắn")[0] == 400
    cast.reviewer.does(submitted, "return_note", reason="Bổ sung phương án kinh phí")
    assert state_of(submitted) == "returned" and IHoldingNote(draft).note() is None
    assert "notes.returned|leminhanh" in collected_tokens(submitted)
    assert [step.person for step in INoteCourse(submitted).decisions()] == ["phamquochuy"]
    cast.drafter.does(submitted, "edit_note", options="Phương án 1; Phương án 2")
    cast.drafter.does(submitted, "submit_note", deciders=["nguyenthithuha"])
    assert INoteCourse(submitted).current().round == 2 and IHoldingNote(draft).note() is not None
    cast.drafter.does(submitted, "cancel_note", reason="Không còn cần thiết")
    assert state_of(submitted) == "cancelled" and IHoldingNote(draft).note() is None
    cast.drafter.does(draft, "submit", receiver="phamquochuy")


def test_a_draft_that_cannot_be_signed_stops_the_note(province, clock, keys, registers, cast):
    bare = make_draft(files=False)
    made = cast.drafter.does(bare, "create_note")
    status, found = cast.drafter.is_refused(find_record(made["uid"]), "submit_note", deciders=["phamquochuy"])
    assert status == 400 and ("", "main_file_missing") in found


def test_one_draft_one_note(submitted, draft, cast):
    other = cast.drafter.is_refused(draft, "create_note")
    assert other == (409, {("", "locked")})


def test_the_paper_carries_opinions_and_decisions(submitted, cast, person):
    person("hoangvanluu").does(submitted, "opine_note", answer="agree", text="Nhất trí với tờ trình")
    cast.reviewer.does(submitted, "agree_note", comment="Trình Giám đốc")
    cast.signatory.does(submitted, "agree_note", comment="Đồng ý triển khai")
    main = IFileStore(submitted).main()
    assert len(main.versions()) == 2
    document = Document(BytesIO(main.current.data()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for words in ("Nhất trí với tờ trình", "Trình Giám đốc", "Đồng ý triển khai", "Phạm Quốc Huy"):
        assert any(words in cell for cell in cells), words


def test_bad_notes_tell_every_mistake(province, login_as):
    with login_as(DRAFTER), pytest.raises(Refused) as refused:
        getUtility(INoteFactory).create("skhcn", {"subject": " ", "drafts": ["nope"], "urgency": "soon"}, DRAFTER)
    found = {(violation.field, violation.code) for violation in refused.value.violations}
    assert found == {("subject", "field_missing"), ("drafts", "document_unknown"), ("urgency", "invalid")}


def test_the_screen(submitted, login_as):
    with login_as("phamquochuy"):
        view = submitted.restrictedTraverse("@@view")
        assert [row["who"] for row in view.decisions] == ["Phạm Quốc Huy", "Nguyễn Thị Thu Hà"]
        assert {act.url.rsplit("/", 1)[-1] for act in view.acts} >= {"agree_note", "return_note", "ask_note"}
        assert view.documents[-1]["rows"][0]["title"] == submitted.subject


def signing_boxes(note):
    return [token for token in collected_tokens(note) if token.startswith("signing.")]


def words_of(data):
    """What a reader sees on the first page, signatures included."""
    opened = pypdfium2.PdfDocument(data)
    opened.init_forms()
    opened[0].flatten()
    return opened[0].get_textpage().get_text_range()


def at(hour, minute):
    return held(datetime.combine(DAY, time(hour, minute), VIETNAM))


@pytest.mark.libreoffice
def test_all_who_decide_sign_the_paper_one_after_the_other_which_others_find_valid(submitted, cast, person, keys, tmp_path):
    assert signing_boxes(submitted) == ["signing.needed|phamquochuy"]
    with at(9, 5):
        assert cast.reviewer.does(submitted, "agree_note", comment="Nhất trí")["signing"] == "queued"
    assert signing_boxes(submitted) == ["signing.running|phamquochuy"]
    with at(9, 10):
        person("hoangvanluu").does(submitted, "opine_note", answer="other", text="Cần thêm kinh phí")
        for _attempt in range(2):
            getUtility(IRunner).run_pending()
    first = official_version(submitted).data()
    assert signing_boxes(submitted) == ["signing.needed|nguyenthithuha"]
    with at(9, 20):
        assert cast.signatory.does(submitted, "agree_note", comment="Đồng ý “toàn bộ”")["signing"] == "queued"
    with at(9, 30):
        getUtility(IRunner).run_pending()
    signed = official_version(submitted)
    assert (signed.kind, signed.filename, signing_boxes(submitted)) == ("signed", "phieu-trinh.pdf", [])
    versions = [version.data() for version in IFileStore(submitted).signed().versions()]
    assert len(versions) == 3 and versions[1] == first and all(map(bytes.startswith, versions[1:], versions))
    data = signed.data()
    root = keys / "ca" / "trust.pem"
    said = pdfsig(data, trust_store(tmp_path / "nss", root), tmp_path)
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 2
    statuses = pyhanko_says(data, root)
    names = [status.signing_cert.subject.native["common_name"] for status in statuses]
    assert all(status.bottom_line for status in statuses) and names == ["Phạm Quốc Huy", "Nguyễn Thị Thu Hà"]
    with pikepdf.open(BytesIO(data)) as opened:
        fields = list(opened.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == ["Decider1", "Decider2"]
        assert all(float(field.Rect[2]) - float(field.Rect[0]) > 250 for field in fields)
        early, late = (str(field.V.Reason) for field in fields)
    assert early.splitlines() == ["Đồng ý. Nhất trí", "Phạm Quốc Huy, 09:05 " + f"{DAY:%d/%m/%Y}"]
    assert late.splitlines()[0] == "Đồng ý. Đồng ý “toàn bộ”"
    assert late.splitlines()[2] == "Ý kiến của Hoàng Văn Lưu: Ý kiến khác. Cần thêm kinh phí"
    assert 'Đồng ý. Đồng ý "toàn bộ"' in words_of(data)
    assert cast.signatory.is_refused(submitted, "sign_note") == (409, {("", "already_signed")})


def test_a_note_submitted_again_is_signed_anew(submitted, cast, keys):
    main = IFileStore(submitted).main()
    cast.reviewer.does(submitted, "agree_note", sign=True)
    main.current.set_pdf(pdf())
    getUtility(IRunner).run_pending()
    assert official_version(submitted).kind == "signed"
    cast.signatory.does(submitted, "return_note", reason="Bổ sung phương án kinh phí")
    cast.drafter.does(submitted, "submit_note", deciders=["nguyenthithuha"])
    assert official_version(submitted) is None and IFileStore(submitted).signed().current.kind == "void"
    assert cast.reviewer.is_refused(submitted, "sign_note")[0] == 403
    main.current.set_pdf(pdf())
    cast.signatory.does(submitted, "agree_note", comment="Đồng ý", sign=True)
    getUtility(IRunner).run_pending()
    [verdict] = getUtility(IPdfSigning).verify(official_version(submitted).data())
    assert (verdict.signer, verdict.purpose) == ("Nguyễn Thị Thu Hà", "person")


def test_who_agreed_without_signing_may_sign_later_and_is_named_beside_the_next_signature(
    submitted, cast, keys, login_as
):
    IFileStore(submitted).main().current.set_pdf(pdf())
    cast.reviewer.does(submitted, "agree_note", comment="Trình Giám đốc", sign=False)
    cast.signatory.does(submitted, "agree_note", sign=True)
    getUtility(IRunner).run_pending()
    cast.reviewer.does(submitted, "sign_note")
    with login_as("phamquochuy"):
        assert [row["signature_tone"] for row in submitted.restrictedTraverse("@@view").decisions] == ["good", "good"]
    verdicts = getUtility(IPdfSigning).verify(official_version(submitted).data())
    assert [(one.field_name, one.verdict) for one in verdicts] == [("Decider2", "valid"), ("Decider1", "valid")]
    course = INoteCourse(submitted)
    words = remarks(course, course.latest()[1])
    assert words[-1].startswith("Phạm Quốc Huy đã đồng ý lúc") and words[-1].endswith("không ký số. Trình Giám đốc")


def test_who_has_no_key_approves_by_his_word_and_may_be_told_why_it_was_not_signed(submitted, cast, monkeypatch, tmp_path):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    cast.reviewer.does(submitted, "agree_note", sign=False)
    cast.signatory.does(submitted, "agree_note", sign=True)
    IFileStore(submitted).main().current.set_pdf(pdf())
    getUtility(IRunner).run_pending()
    assert state_of(submitted) == "approved" and signing_boxes(submitted) == ["signing.failed|nguyenthithuha"]
    assert cast.signatory.is_refused(submitted, "sign_again") == (409, {("", "no_key")})
    assert cast.reviewer.is_refused(submitted, "sign_note") == (409, {("", "no_key")})
    assert cast.stranger.is_refused(submitted, "sign_note")[0] in (403, 404)


def test_without_a_key_nothing_is_asked_to_be_signed(submitted, cast, monkeypatch, tmp_path):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    cast.reviewer.does(submitted, "agree_note")
    assert cast.signatory.does(submitted, "agree_note")["signing"] == ""
    assert signing_boxes(submitted) == []


@pytest.mark.parametrize(
    ("reader", "box"),
    [
        ("leminhanh", "Phiếu trình đang xử lý"),
        ("phamquochuy", "Phiếu trình chờ xử lý"),
        ("hoangvanluu", "Phiếu trình xin ý kiến"),
    ],
)
def test_the_way_to_a_note_is_section_list_and_subject(note, cast, login_as, reader, box):
    cast.drafter.does(note, "submit_note", deciders=["phamquochuy"], asked=["hoangvanluu"])
    with login_as(reader):
        crumbs = select(api.content.get_view("view", note, note.REQUEST)(), ".qlvb-crumbs li")
    assert [" ".join(crumb.text_content().split()) for crumb in crumbs] == ["Phiếu trình", box, note.Title()]
