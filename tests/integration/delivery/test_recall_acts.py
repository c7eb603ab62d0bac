"""Recall, replacement and update: asked for by the clerk, decided by the signer, told to every recipient."""

from datetime import date
from holding import ARCHIVIST
from holding import place
from independent import pdfsig
from independent import trust_store
from io import BytesIO
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import pdf
from plone.app.uuid.utils import uuidToObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdf import PdfReader
import pytest
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_tokens
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.browser.marked import MarkedCopy
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.recall.receipt import ask_for_receipt
from qlvb.workflows.delivery.recall.successor import gone_mark
from qlvb.workflows.delivery.recall.successor import newest_successor
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.standing import standing
from qlvb.workflows.signing.interfaces import IPdfSigning
from sent import OUTSIDE
from sent import SNV
from sent import numbered
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.globalrequest import getRequest


SIGNER, CLERK = "nguyenthithuha", "vanthuskhcn"
REASON = "Văn bản ban hành sai thẩm quyền, phải thu hồi"


def issued(number, **data):
    document = numbered("skhcn", "leminhanh", number, "SKHCN-CNTT&CĐS", signatory=SIGNER, **data)
    for transition in ("enter_signing", "enter_issue", "number", "issue"):
        fire(document, transition)
    document.reindexObject()
    return document


@pytest.fixture
def document(actors):
    found = issued(15, recipients=[SNV, OUTSIDE])
    IDeliveries(found).send([SNV, OUTSIDE], by=CLERK)
    getUtility(IRunner).run_pending()
    return found


@pytest.fixture
def successor(document):
    found = issued(16, recipients=[SNV])
    IDeliveries(found).send([SNV], by=CLERK)
    getUtility(IRunner).run_pending()
    return found


def incoming_of(document):
    return uuidToObject(IDeliveries(document).all()[0].incoming, unrestricted=True)


def test_reading_writes_nothing(document):
    assert IChanges(document).all() == [] and IChanges(document).pending() is None
    assert "qlvb.recall_changes" not in IAnnotations(document)


def test_what_a_case_holds_stays_in_force(actors, document, successor):
    hold = place(document)
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    assert actors.refused(document, "approve_change", SIGNER) == (409, ["locked"])
    with pytest.raises(RecordHeld):
        fire(document, "recall")
    actors.do(hold, "release_hold", ARCHIVIST, reason="Đã kết thúc thanh tra")
    actors.do(document, "approve_change", SIGNER)
    assert state_of(document) == "recalled"


@pytest.mark.parametrize("act", ["approve_change", "reject_change"])
def test_the_signer_is_told_what_he_decides_on(act, document, successor, login_as):
    IChanges(document).propose("recall", REASON, successor.UID(), CLERK)
    with login_as(SIGNER):
        told = {str(effect.label): effect.values for effect in IActs(document).get(act).preview()}
    assert told["preview_change_reason"] == (REASON,) and told["preview_change_by"] == ("Đỗ Thanh Mai",)
    assert told["preview_change_kind"] == ("recall_kind_recall",)
    assert told["preview_change_successor"] == (f"{successor.reference} · {successor.subject}",)


def test_a_recall_needs_clerk_then_signer(actors, document, successor):
    assert actors.refused(document, "recall", SIGNER, successor=successor.UID(), reason=REASON)[0] == 403
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    assert state_of(document) == "issued" and IDeliveries(document).all()[0].recall is None
    assert f"outgoing.change_to_approve|{SIGNER}" in collected_tokens(document)
    assert "Nguyễn Thị Thu Hà" in standing(document)["sentence"].mapping["holder"]
    assert actors.refused(document, "approve_change", CLERK)[0] == 403
    assert actors.refused(document, "replace", CLERK, successor=successor.UID(), reason=REASON) == (
        409,
        ["change_pending"],
    )
    result = actors.do(document, "approve_change", SIGNER, comment="Đồng ý")
    assert result["asked"] == ["Sở Nội vụ", "Công ty Sao Mai"] and state_of(document) == "recalled"
    getUtility(IRunner).run_pending()
    request = IRecallRequests(incoming_of(document)).pending()
    assert (request.kind, request.successor_uid, request.reason) == ("recall", successor.UID(), REASON)
    assert newest_successor(document) == ("recall", successor)
    assert newest_successor(incoming_of(document)) == ("recall", incoming_of(successor))


def test_the_boxes_of_a_replaced_document(actors, document, successor):
    actors.do(document, "replace", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    assert state_of(document) == "replaced"
    tokens = collected_tokens(document)
    assert {"outgoing.replaced|leminhanh", f"outgoing.replaced|{SIGNER}", "outgoing.replaced|skhcn.clerk"} <= set(tokens)
    assert "outgoing.recall_awaited|skhcn.clerk" in tokens
    assert not [token for token in tokens if token.startswith(("outgoing.issued|", "outgoing.change_to_approve|"))]


def test_the_answer_of_somebody_outside_is_noted_by_the_clerk(actors, document, successor):
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    outside = IDeliveries(document).all()[1]
    assert "note_recall_answer" in actors.offered(document, CLERK)
    actors.do(document, "note_recall_answer", CLERK, delivery=outside.id, answer="agreed", note="CV 12/SM ngày 06/01")
    assert outside.state == "recalled" and outside.recall["state"] == "agreed"
    assert "note_recall_answer" not in actors.offered(document, CLERK)
    assert standing(document)["sentence"].mapping == {"open": "1"}


def events(userid):
    return [(notice.event, notice.record) for notice in getUtility(INotices).of(userid).newest()]


def test_everybody_who_has_to_do_with_it_is_told(actors, document, successor):
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    assert ("change_to_approve", document.UID()) in events(SIGNER)
    actors.do(document, "approve_change", SIGNER)
    assert ("recalled", document.UID()) in events("leminhanh") and ("recalled", document.UID()) in events(CLERK)
    getUtility(IRunner).run_pending()
    incoming = incoming_of(document)
    assert ("recall_asked", incoming.UID()) in events("vanthusnv")  # by the room incoming
    IRecallRequests(incoming).answer(False, "vanthusnv", "Đang thi hành")
    getUtility(IRunner).run_pending()
    assert ("recall_answered", document.UID()) in events(CLERK)
    assert ("recall_answered", document.UID()) not in events("leminhanh")


def test_an_update_leaves_the_document_in_force(actors, document, successor):
    actors.do(document, "update", CLERK, successor=successor.UID(), reason="Đính chính ngày họp ghi sai")
    actors.do(document, "approve_change", SIGNER)
    assert state_of(document) == "issued"
    assert [delivery.recall["kind"] for delivery in IDeliveries(document).all()] == ["update", "update"]
    said = standing(document)["sentence"]
    assert (said, said.mapping) == ("standing_issued_to_post", {"all": "2", "back": "0", "post": "1", "open": "1", "taken": "1"})
    outside = next(found for found in IDeliveries(document).all() if found.state == "manual")
    IDeliveries(document).move(outside.id, "sent", by=CLERK)
    said = standing(document)["sentence"]
    assert (said, said.mapping) == ("standing_updating", {"all": "2", "answered": "0", "open": "2", "refused": "0"})
    IRecalls(document).answer(outside.id, outside.recall["reference"], False, CLERK, "Không đồng ý")
    assert standing(document)["sentence"].mapping["answered"] == "1"
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    assert IChanges(document).pending().kind == "recall"


def test_the_signer_may_refuse_and_the_clerk_withdraw(actors, document, successor):
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    assert actors.refused(document, "reject_change", SIGNER, reason="ngắn") == (400, ["too_short"])
    actors.do(document, "reject_change", SIGNER, reason="Văn bản vẫn đúng thẩm quyền")
    assert state_of(document) == "issued" and IChanges(document).effective() == []
    assert actors.refused(document, "approve_change", SIGNER) == (409, ["nothing_pending"])
    actors.do(document, "replace", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "withdraw_change", CLERK)
    assert IChanges(document).pending() is None
    assert [change.decision for change in IChanges(document).all()] == ["rejected", "withdrawn"]
    assert IRecalls(document).awaited() == []


@pytest.mark.parametrize(
    "act, changes, code",
    [
        ("replace", {"document_type": "plan"}, "successor_form"),
        ("update", {"document_type": "plan"}, "successor_letter"),
        ("recall", {"issue_date": date(2025, 12, 1)}, "successor_older"),
    ],
)
def test_not_every_document_may_stand_in_its_place(actors, document, successor, act, changes, code):
    for name, value in changes.items():
        setattr(successor, name, value)
    found = actors.refused(document, act, CLERK, successor=successor.UID(), reason=REASON)
    assert found == (400, [code])


def test_only_an_issued_document_of_the_own_agency_may_be_named(actors, document):
    for uid in (document.UID(), numbered("skhcn", "leminhanh", 17, "SKHCN").UID(), "unknown"):
        assert actors.refused(document, "recall", CLERK, successor=uid, reason=REASON) == (400, ["invalid"])


def receipts(record):
    return IFileStore(record).files("result")


@pytest.mark.parametrize(
    ("act", "agreed", "words"), [("recall", True, "đồng ý"), ("replace", False, "từ chối"), ("update", True, "đồng ý")]
)
def test_both_agencies_sign_for_it(actors, document, successor, keys, key_directory, tmp_path, act, agreed, words):  # noqa: F811
    actors.do(document, act, CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    getUtility(IRunner).run_pending()
    incoming = incoming_of(document)
    (asked,), (kept,) = receipts(document), receipts(incoming)
    demand = asked.current.data()
    assert kept.current.data() == demand
    assert [(one.organisation, one.verdict) for one in getUtility(IPdfSigning).verify(demand)] == [
        ("Sở Khoa học và Công nghệ", "valid")
    ]
    IRecallRequests(incoming).answer(agreed, "vanthusnv", "Đã có ý kiến")
    getUtility(IRunner).run_pending()
    signed = receipts(document)[0].current.data()
    assert signed.startswith(demand) and receipts(incoming)[0].current.data() == signed
    assert [len(stored.versions()) for stored in (*receipts(document), *receipts(incoming))] == [2, 2]
    said = pdfsig(signed, trust_store(tmp_path / "nss", key_directory / "ca" / "trust.pem"), tmp_path)
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 2
    reasons = [one.sig_object["/Reason"] for one in PdfFileReader(BytesIO(signed)).embedded_signatures]
    assert REASON in reasons[0]
    assert words in reasons[1] and "Đã có ý kiến" in reasons[1]
    ask_for_receipt(document, IDeliveries(document).all()[0].id, IRecallRequests(incoming).all()[0].id, "again")
    getUtility(IRunner).run_pending()
    assert receipts(document)[0].current.data() == signed


def marked_copy(record, file_id, request):
    view = MarkedCopy(record, request)
    for name in (file_id, "current"):
        view = view.publishTraverse(request, name)
    return view()


def test_prints_of_both_copies_say_that_it_counts_no_more(actors, document, successor):
    original = IFileStore(document).add("signed", "cong-van.pdf", pdf(2), "system")
    with pytest.raises(NotFound):
        marked_copy(document, original.id, getRequest())
    actors.do(document, "replace", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    getUtility(IRunner).run_pending()
    incoming = incoming_of(document)
    received = IFileStore(incoming).add("signed", "cong-van.pdf", pdf(2), "system")
    assert gone_mark(incoming) is None
    actors.do(incoming, "agree_recall", "vanthusnv", reason="Đồng ý thay thế")
    for record, stored in ((document, original), (incoming, received)):
        before = stored.current.data()
        with actors.login_as(CLERK if record is document else "vanthusnv"):
            copy = marked_copy(record, stored.id, getRequest())
        for page in PdfReader(BytesIO(copy)).pages:
            words = page.extract_text()
            assert "ĐÃ ĐƯỢC THAY THẾ" in words and successor.reference in words
        assert stored.current.data() == before


def test_without_the_recipients_key_the_recall_goes_on_and_says_so(actors, document, successor, no_keys):
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    getUtility(IRunner).run_pending()
    incoming = incoming_of(document)
    assert IRecallRequests(incoming).pending() is not None
    assert receipts(document) == receipts(incoming) == []
    for record in (document, incoming):
        (entry,) = IJournal(record).entries(events=("recall.unsigned",))
        assert entry.detail["agency"] == "Sở Khoa học và Công nghệ"


@pytest.fixture
def no_keys(monkeypatch, tmp_path):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
