"""From one agency of the site to another, and the news back."""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_tokens
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from sent import OUTSIDE
from sent import SNV
from sent import XA
from sent import numbered
from zope.component import getUtility
from zope.i18n import translate


REASON = "Văn bản gửi nhầm địa chỉ, không thuộc thẩm quyền"


def run():
    getUtility(IRunner).run_pending()


def send(document, *rows):
    """Send and deliver; returns the deliveries in the order of rows."""
    made = IDeliveries(document).send(rows or document.recipients, by="vanthuskhcn")
    run()
    return made


def told():
    """What the sending clerk was told of sends that did not get through: list of str."""
    notices = getUtility(INotices).of("vanthuskhcn").newest()
    return [translate(one.text, target_language="vi") for one in notices if one.event == "delivery_failed"]


def states(document):
    return [(delivery.recipient["name"], delivery.state) for delivery in IDeliveries(document).all()]


def received_by(delivery):
    return uuidToObject(delivery.incoming, unrestricted=True)


def test_reading_writes_nothing(outgoing):
    from zope.annotation.interfaces import IAnnotations

    assert IDeliveries(outgoing).all() == [] and IDeliveries(outgoing).get("x") is None
    assert "qlvb.deliveries" not in IAnnotations(outgoing)


def test_the_recipient_gets_a_document_of_its_own(outgoing):
    incoming = received_by(send(outgoing, SNV)[0])
    assert "/".join(incoming.getPhysicalPath()[2:4]) == "snv/incoming"
    assert state_of(incoming) == "waiting"
    assert (incoming.subject, incoming.reference) == (outgoing.subject, outgoing.reference)
    assert (incoming.issuing_body, incoming.issuing_body_identifier) == ("Sở Khoa học và Công nghệ", "H99.12")
    assert (incoming.urgency, incoming.arrival_channel, incoming.source_uid) == ("urgent", "internal", IUUID(outgoing))
    assert (incoming.signatory_name, incoming.signatory_position) == ("Nguyễn Thị Thu Hà", "Giám đốc")
    assert [(stored.role, stored.current.filename) for stored in IFileStore(incoming).files()] == [
        ("signed", "cong-van.pdf"),
        ("annex", "phu-luc.pdf"),
    ]
    assert IFileStore(incoming).signed().current.sha256 == IFileStore(outgoing).signed().current.sha256


def test_delivering_twice_makes_one_document(outgoing):
    delivery = send(outgoing, SNV)[0]
    before = delivery.incoming
    job = next(job for job in IJobs(outgoing).all() if job.kind == "deliver")
    getUtility(IJobHandler, name="deliver").run(outgoing, job)
    IJobs(outgoing).enqueue("deliver", delivery.id, {"delivery": delivery.id})
    run()
    assert delivery.incoming == before
    folder = received_by(delivery).aq_parent
    assert len([item for item in folder.objectValues() if getattr(item, "source_uid", "") == IUUID(outgoing)]) == 1


def test_outside_recipients_wait_for_the_clerk(outgoing):
    send(outgoing)
    assert states(outgoing) == [
        ("Sở Nội vụ", "arrived"),
        ("Ủy ban nhân dân xã Phú Lâm", "arrived"),
        ("Công ty Sao Mai", "manual"),
    ]
    assert "outgoing.to_post|skhcn.clerk" in collected_tokens(outgoing)


def test_somebody_of_this_site_is_reached_inside_it(outgoing):
    row = {**OUTSIDE, "name": "Sở Nội vụ", "channel": "interchange", "identifier": "H99.08"}
    assert send(outgoing, row)[0].state == "arrived"
    stranger = {**OUTSIDE, "name": "Bộ Khoa học và Công nghệ", "channel": "interchange", "identifier": "G06"}
    assert send(outgoing, stranger)[0].state == "manual"


def test_the_way_of_a_delivery(actors, outgoing):
    delivery = send(outgoing, SNV)[0]
    incoming = received_by(delivery)
    seen = [delivery.state]
    for step in (
        lambda: actors.do(incoming, "accept", "vanthusnv"),
        lambda: actors.do(incoming, "present", "vanthusnv", leader="tranduclong"),
        lambda: actors.do(incoming, "direct", "tranduclong", text="Xử lý", lead=["vuhaiyen"]),
        lambda: opened(incoming, "vuhaiyen"),
        lambda: actors.do(incoming, "finish", "vuhaiyen", result="Đã thực hiện"),
    ):
        step()
        run()
        seen.append(delivery.state)
    assert seen == ["arrived", "accepted", "accepted", "assigned", "in_progress", "finished"]
    assert [state for _when, state, _detail, _by in delivery.history] == [
        "queued",
        "sent",
        "arrived",
        "accepted",
        "assigned",
        "in_progress",
        "finished",
    ]
    events = [entry.event for entry in IJournal(outgoing).entries() if entry.event.startswith("delivery.")]
    assert events[-1] == "delivery.finished" and len(events) == 6


def test_a_late_message_changes_nothing(actors, outgoing):
    delivery = send(outgoing, SNV)[0]
    assert IDeliveries(outgoing).move(delivery.id, "assigned")
    assert not IDeliveries(outgoing).move(delivery.id, "accepted")
    assert delivery.state == "assigned"


def test_sent_back_and_sent_again(actors, outgoing):
    delivery = send(outgoing, XA)[0]
    assert "outgoing.refused|skhcn.clerk" not in collected_tokens(outgoing)
    actors.do(received_by(delivery), "refuse", "vanthuxphulam", reason=REASON)
    run()
    assert (delivery.state, delivery.detail) == ("refused", REASON)
    today = f"outgoing.refused_today|skhcn.clerk|{clock.today().toordinal()}"
    assert {"outgoing.refused|skhcn.clerk", today} <= set(collected_tokens(outgoing))
    assert told() == [f"Ủy ban nhân dân xã Phú Lâm trả lại: {REASON}"]
    again = IDeliveries(outgoing).resend(delivery.id, by="vanthuskhcn")
    run()
    assert (again.previous, again.state) == (delivery.id, "arrived")
    assert again.incoming != delivery.incoming
    assert not {"outgoing.refused|skhcn.clerk", today} & set(collected_tokens(outgoing))
    actors.do(received_by(again), "accept", "vanthuxphulam")
    for delivery_id, status in ((delivery.id, 409), (again.id, 409), ("unknown", 404)):
        with pytest.raises(Refused) as refused:
            IDeliveries(outgoing).resend(delivery_id, by="vanthuskhcn")
        assert refused.value.status == status


def test_an_agency_that_is_gone(outgoing):
    delivery = send(outgoing, {**SNV, "agency": "so-da-giai-the"})[0]
    assert (delivery.state, delivery.detail) == ("failed", "Cơ quan nhận không còn trong hệ thống.")
    job = next(job for job in IJobs(outgoing).all() if job.kind == "deliver")
    assert (job.state, job.attempts) == ("failed", 1)
    assert told() == ["Không gửi được đến Sở Nội vụ: Cơ quan nhận không còn trong hệ thống."]
    assert "outgoing.refused|skhcn.clerk" in collected_tokens(outgoing)


def test_the_reply_names_the_document_it_answers_at_home(actors, outgoing):
    delivery = send(outgoing, SNV)[0]
    incoming = received_by(delivery)
    actors.bring_to(incoming, "in_progress")
    reply_uid = actors.do(incoming, "reply", "vuhaiyen")["uid"]
    reply = uuidToObject(reply_uid, unrestricted=True)
    reply.document_number, reply.document_symbol = 7, "SNV-CCVC"
    back = IDeliveries(reply).send(reply.recipients, by="vanthusnv")[0]
    run()
    answer = received_by(back)
    assert "/".join(answer.getPhysicalPath()[2:4]) == "skhcn/incoming"
    assert answer.in_reply_to == IUUID(outgoing)


def test_a_copy_of_a_reply_for_others_answers_nothing_of_theirs(actors, outgoing):
    incoming = received_by(send(outgoing, SNV)[0])
    actors.bring_to(incoming, "in_progress")
    reply = uuidToObject(actors.do(incoming, "reply", "vuhaiyen")["uid"], unrestricted=True)
    copy = received_by(send(reply, XA)[0])
    assert copy.in_reply_to == ""


def test_signatures_are_checked_on_arrival(outgoing):
    from qlvb.workflows.incoming.verification import verdicts_of

    incoming = received_by(send(outgoing, SNV)[0])
    stored = IFileStore(incoming).signed()
    assert verdicts_of(incoming, stored.id, 1)["verdicts"] == []
    assert IJournal(incoming).count("signatures_checked") == 2
    assert verdicts_of(incoming, stored.id, 2) is None


def test_a_secret_document_reaches_the_clerk_and_nobody_else(actors):
    from qlvb.workflows.rights.interfaces import IGrants

    secret = numbered("skhcn", "leminhanh", 16, "SKHCN", recipients=[SNV], secrecy="secret")
    incoming = received_by(send(secret, SNV)[0])
    assert IGrants(incoming).explain("vanthusnv") and not IGrants(incoming).explain("tranduclong")
    assert not IGrants(incoming).explain("leminhanh")
