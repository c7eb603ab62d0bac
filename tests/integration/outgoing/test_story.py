"""The life of one document, act by act, with real signatures."""

from datetime import timedelta
from io import BytesIO
from outgoing_story import CLERK
from outgoing_story import DAY
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import pdf
from outgoing_story import take_to
from pypdf import PdfReader
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.boxes import RouteTokens
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.numbering import register_of
from qlvb.workflows.outgoing.standing import standing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.layout_cells import MM
from zope.component import getUtility
from zope.i18n import translate


def outcomes(document):
    return [(step.kind, step.person, step.outcome) for step in IRoute(document).steps()]


def test_from_draft_to_issue(draft, cast, sent):
    assert cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình anh xem")["state"] == "in_review"
    assert cast.reviewer.does(draft, "return", reason="Bổ sung căn cứ ban hành")["state"] == "returned"
    store = IFileStore(draft)
    store.replace(store.main().id, "Công văn.pdf", pdf(2), DRAFTER)
    assert cast.drafter.does(draft, "resubmit", receiver=REVIEWER)["state"] == "in_review"
    assert cast.reviewer.does(draft, "approve", comment="Đồng ý")["state"] == "to_sign"
    assert cast.signatory.does(draft, "sign", capacity="direct")["state"] == "to_issue"
    numbered = cast.clerk.does(draft, "number")
    assert numbered["state"] == "numbered" and numbered["reference"] == "01/SKHCN-CNTT&CĐS"
    assert cast.clerk.does(draft, "seal")["annexes"] == ["Phụ lục.pdf"]
    assert cast.clerk.does(draft, "issue")["state"] == "issued"

    kinds = [kind for kind, _person, _outcome in outcomes(draft)]
    assert kinds == ["draft", "review", "rework", "review", "sign", "issue"]
    assert [outcome for *_rest, outcome in outcomes(draft)] == [
        "submitted",
        "returned",
        "resubmitted",
        "approved",
        "signed",
        "issued",
    ]
    versions = store.signed().versions()
    assert [version.kind for version in versions] == ["prepared", "signed", "numbered", "sealed"]
    for earlier, later in zip(versions, versions[1:], strict=False):
        assert later.data().startswith(earlier.data())
    verdicts = getUtility(IPdfSigning).verify(store.signed().current.data())
    found = [(verdict.purpose, verdict.verdict) for verdict in verdicts]
    assert found == [("person", "valid"), ("organisation", "valid")]
    assert store.files("annex")[0].current.kind == "sealed"
    assert [(name, by) for _uid, name, by in sent] == [("Sở Nội vụ", CLERK)]
    assert IJournal(draft).verify() is None
    assert IJournal(draft).count("act.sign") == 1


def test_one_go_numbers_and_seals(draft, cast):
    take_to(draft, cast, "to_issue")
    result = cast.clerk.does(draft, "number_and_seal")
    assert result["number"] == 1 and state_of(draft) == "numbered"
    assert IFileStore(draft).signed().current.kind == "sealed"


def test_number_symbol_and_date_come_from_the_register(draft, registers, cast):
    take_to(draft, cast, "numbered")
    register = next(register for register in registers if register.UID() == draft.register)
    entry = INumberBook(register).entry(draft.document_number)
    assert entry.record == draft.UID() and entry.reference == draft.reference
    assert (draft.issue_date, entry.by) == (entry.date, CLERK)


def test_a_held_number_is_used_when_the_clerk_asks_for_it(draft, registers, cast):
    take_to(draft, cast, "to_issue")
    assert IActs(draft).get("number").schema is None
    book = INumberBook(register_of(draft))
    held = book.reserve(CLERK, "Giữ cho công văn mời họp", DAY + timedelta(days=3)).number
    book.reserve(CLERK, "Giữ cho công văn khác", DAY + timedelta(days=1))
    with pytest.raises(Refused) as refused:
        cast.clerk.does(draft, "number", reserved="99")
    assert (refused.value.status, refused.value.violations[0].field) == (400, "reserved")
    result = cast.clerk.does(draft, "number", reserved=str(held))
    assert (result["number"], book.entry(held).status, book.next_number) == (held, "taken", 3)


def test_decisions_carry_their_kind_in_the_symbol(province, clock, keys, registers, cast):
    decision = make_draft(document_type="decision")
    take_to(decision, cast, "numbered")
    assert decision.reference == "01/QĐ-SKHCN"


def test_numbers_follow_each_other(province, clock, keys, registers, cast):
    references = []
    for _turn in range(3):
        document = take_to(make_draft(), cast, "numbered")
        references.append(document.document_number)
    assert references == [1, 2, 3]


def test_a_leader_who_is_the_signatory_gets_it_to_sign_at_once(draft, cast):
    assert cast.drafter.does(draft, "submit", receiver=SIGNATORY)["state"] == "to_sign"


def test_a_deputy_signs_in_the_head_s_place(draft, cast):
    take_to(draft, cast, "to_sign")
    cast.signatory.does(draft, "forward", receiver="buitrungkien", request="Anh ký thay")
    assert state_of(draft) == "to_sign"
    assert cast.deputy.is_refused(draft, "sign", capacity="direct") == (400, {("capacity", "invalid")})
    cast.deputy.does(draft, "sign", capacity="deputy")
    assert (draft.signatory, draft.signing_capacity) == ("buitrungkien", "deputy")
    assert (draft.signatory_name, draft.signatory_position) == ("Bùi Trung Kiên", "Phó Giám đốc")


def test_the_approved_version_is_on_the_route(draft, cast):
    take_to(draft, cast, "to_sign")
    approval = next(step for step in IRoute(draft).steps() if step.outcome == "approved")
    version = IFileStore(draft).main().current
    assert (approval.file_version, approval.file_sha256) == (version.number, version.sha256)


def test_back_to_an_earlier_reviewer(draft, cast):
    take_to(draft, cast, "to_sign")
    result = cast.signatory.does(draft, "return", reason="Xem lại số liệu mục 2", receiver=REVIEWER)
    assert result["state"] == "in_review"
    assert IRoute(draft).current().person == REVIEWER


def test_refused_number_makes_the_signature_void(draft, cast):
    take_to(draft, cast, "to_issue")
    assert cast.clerk.does(draft, "refuse_number", reason="Sai thể thức ký hiệu")["state"] == "returned"
    assert "outgoing.number_refused|skhcn.clerk" in RouteTokens(draft).tokens()
    signed = IFileStore(draft).signed()
    assert [version.kind for version in signed.versions()] == ["prepared", "signed", "void"]
    cast.drafter.does(draft, "resubmit", receiver=SIGNATORY, explanation="Đã sửa theo góp ý của văn thư")
    cast.signatory.does(draft, "sign", capacity="direct")
    assert [version.kind for version in signed.versions()][-2:] == ["prepared", "signed"]
    assert cast.clerk.does(draft, "number_and_seal")["state"] == "numbered"


def test_cancel_and_take_up_again(draft, cast):
    take_to(draft, cast, "in_review")
    assert cast.drafter.does(draft, "cancel", reason="Không cần ban hành nữa")["state"] == "cancelled"
    assert not cast.reviewer.is_offered(draft).get("approve")
    assert cast.drafter.does(draft, "reopen_cancelled")["state"] == "draft"
    assert cast.drafter.does(draft, "submit", receiver=REVIEWER)["state"] == "in_review"


def test_copy_makes_a_new_draft(draft, cast):
    take_to(draft, cast, "numbered")
    result = cast.drafter.does(draft, "copy")
    copied = next(iter(draft.portal_catalog.unrestrictedSearchResults(UID=result["uid"])))._unrestrictedGetObject()
    assert (copied.subject, copied.document_number, state_of(copied)) == (draft.subject, None, "draft")
    assert IFileStore(copied).files() == []
    assert state_of(draft) == "numbered"


def test_why_it_is_standing_still(draft, cast):
    stands = standing(draft)
    assert stands["holders"] == [{"id": DRAFTER, "name": "Lê Minh Anh"}]
    cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình")
    stands = standing(draft)
    assert translate(stands["sentence"], target_language="vi") == (
        "Đang chờ Phạm Quốc Huy duyệt, từ 08:00 05/01/2026 (hôm nay)."
    )
    assert stands["request"] == "Kính trình"
    take_to_clerk = (cast.reviewer.does(draft, "approve"), cast.signatory.does(draft, "sign", capacity="direct"))
    assert len(take_to_clerk) == 2
    assert standing(draft)["holders"] == [{"id": CLERK, "name": "Đỗ Thanh Mai"}]


def test_the_journal_reads_as_a_story(draft, cast, sent):
    take_to(draft, cast, "issued")
    sentences = [
        translate(sentence(entry), target_language="vi")
        for entry in IJournal(draft).entries()
        if entry.event.startswith("act.")
    ]
    assert sentences == [
        "đã trình Phạm Quốc Huy",
        "đã duyệt và chuyển Nguyễn Thị Thu Hà",
        "đã ký số và chuyển văn thư",
        "đã cấp số 01/SKHCN-CNTT&CĐS",
        "đã đóng dấu (ký số của cơ quan)",
        "đã ban hành văn bản số 01/SKHCN-CNTT&CĐS",
    ]


def test_by_authorisation_only_with_the_paper(draft, cast, person):
    draft.signatory = REVIEWER
    cast.drafter.does(draft, "submit", receiver=REVIEWER)
    assert state_of(draft) == "to_sign"
    tuq = {
        "capacity": "by_authorisation",
        "authorisation": "12/GUQ-SKHCN ngày 02/01/2026",
        "authorised_from": "02/01/2026",
    }
    assert cast.reviewer.is_refused(draft, "sign", capacity="by_authorisation") == (
        400,
        {("authorisation", "authorisation_missing")},
    )
    assert cast.reviewer.is_refused(draft, "sign", **tuq, authorised_until="04/01/2026") == (
        400,
        {("authorised_until", "authorisation_expired")},
    )
    assert cast.reviewer.does(draft, "sign", **tuq, authorised_until="30/06/2026")["state"] == "to_issue"
    entry = next(iter(IJournal(draft).entries(newest_first=True, events=["act.sign"])))
    assert entry.detail["authorisation"] == "12/GUQ-SKHCN ngày 02/01/2026"


def test_the_signer_may_choose_the_place_of_his_signature(draft, cast):
    take_to(draft, cast, "to_sign")
    chosen = {"capacity": "direct", "placement": "chosen"}
    assert cast.signatory.is_refused(draft, "sign", **chosen, place_page=1) == (
        400, {("place_left", "place_missing"), ("place_top", "place_missing")},
    )  # fmt: skip
    where = {"place_left": 20, "place_top": 30}
    assert cast.signatory.is_refused(draft, "sign", **chosen, **where, place_page=9) == (
        400, {("place_page", "page_unknown")},
    )  # fmt: skip
    assert state_of(draft) == "to_sign" and IFileStore(draft).signed() is None
    cast.signatory.does(draft, "sign", **chosen, **where, place_page=1)
    (field,) = [
        one for one in PdfReader(BytesIO(IFileStore(draft).signed().current.data())).pages[0]["/Annots"]
        if one.get_object().get("/T") == "Person"
    ]  # fmt: skip
    assert float(field.get_object()["/Rect"][0]) == pytest.approx(20 * MM, abs=0.1)
    assert cast.clerk.does(draft, "issue_at_once")["state"] == "issued"
