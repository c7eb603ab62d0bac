"""Recall, replacement and update: asked for by the clerk, decided by the signer, told to every recipient."""

from datetime import date
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.index.building import collected_tokens
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.recall.successor import newest_successor
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.standing import standing
from sent import OUTSIDE
from sent import SNV
from sent import numbered
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


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
