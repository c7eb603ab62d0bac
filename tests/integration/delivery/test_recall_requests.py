"""A request of the sender travels to the recipient's record, and the answer back."""

from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from sent import OUTSIDE
from sent import SNV
from sent import XA
from sent import numbered
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


REASON = "Văn bản ban hành sai thẩm quyền"


def run():
    getUtility(IRunner).run_pending()


@pytest.fixture
def sent_out(outgoing):
    IDeliveries(outgoing).send([SNV, XA, OUTSIDE], by="vanthuskhcn")
    run()
    return outgoing


def received(document, name):
    delivery = next(found for found in IDeliveries(document).all() if found.recipient["name"] == name)
    return uuidToObject(delivery.incoming, unrestricted=True)


def standing(document):
    return {found.recipient["name"]: found.recall and found.recall["state"] for found in IDeliveries(document).all()}


def test_reading_writes_nothing(sent_out):
    incoming = received(sent_out, "Sở Nội vụ")
    requests = IRecallRequests(incoming)
    assert requests.all() == [] and requests.pending() is None and requests.successor() is None
    assert "qlvb.recall_requests" not in IAnnotations(incoming)
    with pytest.raises(Refused) as refused:
        requests.answer(True, "vanthusnv")
    assert refused.value.status == 409


def test_the_recipient_is_asked_and_his_consent_comes_back(sent_out):
    IRecalls(sent_out).ask("recall", REASON, "vanthuskhcn")
    assert standing(sent_out) == {
        "Sở Nội vụ": "asked",
        "Ủy ban nhân dân xã Phú Lâm": "asked",
        "Công ty Sao Mai": "manual",
    }
    run()
    request = IRecallRequests(received(sent_out, "Sở Nội vụ")).pending()
    assert (request.kind, request.reason, request.by_agency) == ("recall", REASON, "skhcn")
    IRecallRequests(received(sent_out, "Sở Nội vụ")).answer(True, "vanthusnv")
    IRecallRequests(received(sent_out, "Ủy ban nhân dân xã Phú Lâm")).answer(False, "vanthuxa", "Đã thi hành xong")
    run()
    assert standing(sent_out) == {
        "Sở Nội vụ": "agreed",
        "Ủy ban nhân dân xã Phú Lâm": "refused",
        "Công ty Sao Mai": "manual",
    }
    agreed, refused, _outside = IDeliveries(sent_out).all()
    assert agreed.state == "recalled" and agreed.as_json()["status_code"] == "15"
    assert refused.state == "arrived" and refused.history[-1][1:] == ("recall_refused", "Đã thi hành xong", "vanthuxa")
    assert [found.recipient["name"] for found in IRecalls(sent_out).awaited()] == ["Công ty Sao Mai"]


def test_a_recipient_who_refuses_goes_on_reporting(sent_out):
    IRecalls(sent_out).ask("replace", REASON, "vanthuskhcn")
    run()
    IRecallRequests(received(sent_out, "Sở Nội vụ")).answer(False, "vanthusnv", "Đang thi hành")
    run()
    delivery = IDeliveries(sent_out).all()[0]
    assert IDeliveries(sent_out).move(delivery.id, "accepted") and delivery.state == "accepted"


def test_an_update_ends_no_delivery(sent_out):
    IRecalls(sent_out).ask("update", REASON, "vanthuskhcn")
    run()
    IRecallRequests(received(sent_out, "Sở Nội vụ")).answer(True, "vanthusnv")
    run()
    delivery = IDeliveries(sent_out).all()[0]
    assert (delivery.state, delivery.recall["state"]) == ("arrived", "agreed")


def test_the_same_request_twice_asks_once(sent_out):
    incoming = received(sent_out, "Sở Nội vụ")
    first = IRecallRequests(incoming).ask("recall", REASON, "skhcn", reference="r1")
    assert IRecallRequests(incoming).ask("recall", REASON, "skhcn", reference="r1") is first
    assert len(IRecallRequests(incoming).all()) == 1
    second = IRecallRequests(incoming).ask("replace", REASON, "skhcn", reference="r2")
    assert first.answer == "superseded" and IRecallRequests(incoming).pending() is second
    events = [entry.event for entry in IJournal(incoming).entries()]
    assert events[-3:] == ["recall.recall", "recall.superseded", "recall.replace"]


def test_what_is_still_on_its_way_is_asked_for_when_it_has_arrived(outgoing):
    IDeliveries(outgoing).send([SNV], by="vanthuskhcn")
    IRecalls(outgoing).ask("recall", REASON, "vanthuskhcn")
    run()
    jobs = {job.kind: job.state for job in IJobs(outgoing).all()}
    assert jobs["deliver"] == "done" and jobs["recall"] in ("done", "queued")
    assert IDeliveries(outgoing).all()[0].incoming


def test_a_late_answer_to_an_old_request_counts_no_more(sent_out):
    recalls = IRecalls(sent_out)
    recalls.ask("update", REASON, "vanthuskhcn")
    delivery = IDeliveries(sent_out).all()[0]
    old = delivery.recall["reference"]
    recalls.ask("recall", REASON, "vanthuskhcn")
    assert not recalls.answer(delivery.id, old, True, "vanthusnv")
    assert recalls.answer(delivery.id, delivery.recall["reference"], True, "vanthusnv")
    assert not recalls.answer(delivery.id, delivery.recall["reference"], False, "vanthusnv")
    assert delivery.state == "recalled"


def test_the_successor_is_found_as_the_recipient_has_it(sent_out):
    successor = numbered("skhcn", "leminhanh", 16, "SKHCN-CNTT&CĐS", recipients=[SNV])
    IDeliveries(successor).send([SNV], by="vanthuskhcn")
    IRecalls(sent_out).ask("replace", REASON, "vanthuskhcn", successor.UID())
    run()
    found = IRecallRequests(received(sent_out, "Sở Nội vụ")).successor()
    assert found is not None and found.source_uid == successor.UID()
    assert IRecallRequests(received(sent_out, "Ủy ban nhân dân xã Phú Lâm")).successor() is None
