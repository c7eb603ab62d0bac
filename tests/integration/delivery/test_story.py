"""The story between two agencies, act by act: issued, received, answered, sent back and sent again."""

from outgoing_story import CLERK
from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import person  # noqa: F401
from outgoing_story import take_to
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_tokens
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.incoming.verification import verdicts_of
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.outbox.interfaces import IRunner
from received import Actors
from received import open_registers
from sent import OUTSIDE
from sent import SNV
from sent import XA
from zope.component import getUtility


RECIPIENTS = [SNV, XA, OUTSIDE]
REASON = "Văn bản gửi nhầm địa chỉ, không thuộc thẩm quyền"


def run():
    getUtility(IRunner).run_pending()


@pytest.fixture
def actors(province, clock, login_as):  # noqa: F811
    open_registers("snv", "skhcn", "ubnd-xa-phu-lam")
    return Actors(login_as)


@pytest.fixture
def issued(actors, keys, cast):  # noqa: F811
    document = take_to(make_draft(recipients=RECIPIENTS), cast, "issued")
    run()
    return document


def delivery_to(document, name):
    return [delivery for delivery in IDeliveries(document).all() if delivery.recipient["name"] == name][-1]


def at(document, name):
    return uuidToObject(delivery_to(document, name).incoming, unrestricted=True)


def test_from_one_agency_to_the_other_and_back(actors, issued):
    assert "outgoing.not_arrived|skhcn.clerk" not in collected_tokens(issued)
    incoming = at(issued, "Sở Nội vụ")
    verdict = verdicts_of(incoming, IFileStore(incoming).signed().id, 1)
    assert [found["verdict"] for found in verdict["verdicts"]] == ["valid", "valid"]

    actors.do(incoming, "accept", "vanthusnv")
    actors.do(incoming, "present", "vanthusnv", leader="tranduclong")
    actors.do(
        incoming,
        "direct",
        "tranduclong",
        text="Phòng CCVC tham mưu trả lời",
        lead=["vuhaiyen"],
        information=["phangiakhanh"],
        working_days=5,
    )
    opened(incoming, "phangiakhanh")
    opened(incoming, "vuhaiyen")
    run()
    assert delivery_to(issued, "Sở Nội vụ").state == "in_progress"
    assert incoming.due_date.isoformat() == "2026-01-12"

    reply = uuidToObject(actors.do(incoming, "reply", "vuhaiyen")["uid"], unrestricted=True)
    assert state_of(reply) == "draft"
    assert reply.in_reply_to == IUUID(incoming)


def test_issuing_the_reply_finishes_the_work_and_the_answer_finds_its_question(actors, issued, cast):  # noqa: F811
    """The other way round, because the keys of the tests are those of SKHCN: SNV asks, SKHCN answers."""
    from sent import numbered

    asked = numbered("snv", "vuhaiyen", 3, "SNV-CCVC", recipients=[])
    row = {**SNV, "name": "Sở Khoa học và Công nghệ", "agency": "skhcn"}
    IDeliveries(asked).send([row], by="vanthusnv")
    run()
    question = at(asked, "Sở Khoa học và Công nghệ")
    actors.do(question, "accept", CLERK)
    actors.do(question, "hand_over", CLERK, lead=["leminhanh"], request="Trả lời")
    uid = actors.do(question, "reply", "leminhanh")["uid"]
    reply = uuidToObject(uid, unrestricted=True)
    from outgoing_story import SIGNATORY
    from outgoing_story import pdf

    IFileStore(reply).add("main", "Trả lời.pdf", pdf(), "leminhanh")
    reply.signatory, reply.signing_capacity = SIGNATORY, "direct"
    take_to(reply, cast, "issued")
    assert state_of(question) == "finished"
    line = ILines(question).all()[0]
    assert (line.state, line.reply, line.result) == ("finished", uid, reply.reference)
    run()
    assert delivery_to(asked, "Sở Khoa học và Công nghệ").state == "finished"
    answer = at(reply, "Sở Nội vụ")
    assert answer.in_reply_to == IUUID(asked)
    assert IJournal(question).verify() is None and IJournal(answer).verify() is None


def test_sent_back_by_the_wrong_addressee_and_sent_again(actors, issued):
    assert "resend" not in actors.offered(issued, CLERK)
    assert actors.refused(issued, "resend", CLERK)[0] == 409
    actors.do(at(issued, XA["name"]), "refuse", "vanthuxphulam", reason=REASON)
    run()
    refused = delivery_to(issued, XA["name"])
    assert (refused.state, refused.detail) == ("refused", REASON)
    assert "resend" in actors.offered(issued, CLERK)
    assert actors.refused(issued, "resend", "leminhanh") == (403, ["forbidden"])
    actors.do(issued, "resend", CLERK)
    run()
    again = delivery_to(issued, XA["name"])
    assert (again.previous, again.state) == (refused.id, "arrived")
    actors.do(at(issued, XA["name"]), "accept", "vanthuxphulam")
    run()
    assert again.state == "accepted"
    assert "resend" not in actors.offered(issued, CLERK)


def test_sending_to_others(actors, issued):
    for data, code in (
        ({}, "recipients_missing"),
        ({"agencies": ["skhcn"]}, "send_to_self"),
        ({"agencies": ["snv"]}, "sent_already"),
        ({"agencies": ["so-la"]}, "invalid"),
    ):
        assert actors.refused(issued, "send_more", CLERK, **data) == (400, [code])
    actors.do(issued, "send_more", CLERK, agencies=["ubnd-tinh"], outside_name="Báo Sơn Hải", outside_address="Số 9")
    run()
    assert delivery_to(issued, "Ủy ban nhân dân tỉnh Sơn Hải").state == "arrived"
    assert delivery_to(issued, "Báo Sơn Hải").state == "manual"
    assert at(issued, "Ủy ban nhân dân tỉnh Sơn Hải").subject == issued.subject


def test_posting_by_hand(actors, issued):
    posted = delivery_to(issued, OUTSIDE["name"])
    assert "outgoing.to_post|skhcn.clerk" in collected_tokens(issued)
    assert actors.refused(issued, "mark_sent", CLERK, delivery=posted.id) == (400, ["required"])
    actors.do(issued, "mark_sent", CLERK, delivery=posted.id, note="Bưu gửi bảo đảm RR123456789VN")
    assert (posted.state, posted.detail) == ("sent", "Bưu gửi bảo đảm RR123456789VN")
    assert "outgoing.to_post|skhcn.clerk" not in collected_tokens(issued)
    assert actors.refused(issued, "mark_sent", CLERK, delivery=posted.id, note="lần nữa") == (409, ["too_late"])
