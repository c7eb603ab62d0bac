"""Each kind of what is asked after issue has its own words in journals and in the log of deliveries."""

from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from persistent.list import PersistentList
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.policy.document.browser.deliveries import DeliveriesPane
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.outbox.interfaces import IRunner
from sent import OUTSIDE
from sent import SNV
from sent import numbered
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


SIGNER, CLERK, THEIR_CLERK = "nguyenthithuha", "vanthuskhcn", "vanthusnv"
REASON = "Văn bản ghi sai ngày họp, phải sửa lại"
WORDS = {"recall": "thu hồi", "replace": "thay thế", "update": "cập nhật"}


def sent(number, recipients=(SNV,)):
    rows = list(recipients)
    document = numbered("skhcn", "leminhanh", number, "SKHCN-CNTT&CĐS", signatory=SIGNER, recipients=rows)
    for transition in ("enter_signing", "enter_issue", "number", "issue"):
        fire(document, transition)
    IDeliveries(document).send(rows, by=CLERK)
    getUtility(IRunner).run_pending()
    document.reindexObject()
    return document


@pytest.fixture
def document(actors):
    return sent(15)


@pytest.fixture
def successor(document):
    return sent(16)


def said(record, event):
    entry = next(IJournal(record).entries(newest_first=True, events={event}))
    return translate(sentence(entry), target_language="vi")


def asked(actors, document, successor, kind):
    actors.do(document, kind, CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "approve_change", SIGNER)
    getUtility(IRunner).run_pending()
    return uuidToObject(IDeliveries(document).all()[0].incoming, unrestricted=True)


def titles(document):
    pane = DeliveriesPane(document, getRequest())
    (row,) = pane.rows()
    return [translate(step["state"], target_language="vi") for step in row["steps"]]


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("agreed", [True, False])
def test_what_was_asked_and_answered_is_named(actors, document, successor, kind, agreed):
    word = WORDS[kind]
    received = asked(actors, document, successor, kind)
    assert word in said(document, "act.approve_change") and word in said(document, "recall.asked")
    actors.do(received, "agree_recall" if agreed else "refuse_recall", THEIR_CLERK, reason="Đã xem xét kỹ nội dung")
    answer = said(received, "act.agree_recall" if agreed else "act.refuse_recall")
    assert word in answer and not any(other in answer for other in WORDS.values() if other != word)
    getUtility(IRunner).run_pending()
    delivery = IDeliveries(document).all()[0]
    if agreed and kind == "update":
        assert said(document, "recall.agreed") == "ghi nhận: Sở Nội vụ đồng ý cập nhật"
        return
    verb = "đồng ý" if agreed else "từ chối"
    event = "delivery.recalled" if agreed else "recall.refused"
    assert said(document, event) == f"ghi nhận: Sở Nội vụ {verb} {word}"
    assert titles(document)[-1] == f"{verb.capitalize()} {word}"
    if agreed:
        assert translate(delivery.title, target_language="vi") == f"Đồng ý {word}"


@pytest.mark.parametrize("kind", WORDS)
def test_a_wish_that_was_rejected_or_withdrawn(actors, document, successor, kind):
    actors.do(document, kind, CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "reject_change", SIGNER, reason="Văn bản vẫn đúng, không làm")
    assert WORDS[kind] in said(document, "act.reject_change")
    actors.do(document, kind, CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "withdraw_change", CLERK)
    assert WORDS[kind] in said(document, "act.withdraw_change")


@pytest.mark.parametrize("kind", WORDS)
def test_who_is_outside_is_noted_by_the_word_of_the_wish(actors, kind):
    first, second = (sent(number, [SNV, OUTSIDE]) for number in (21, 22))
    asked(actors, first, second, kind)
    with actors.login_as(CLERK):
        title = translate(IActs(first).get("note_recall_answer").title, target_language="vi")
    assert title == f"Ghi nhận trả lời {WORDS[kind]}"
    actors.do(first, "note_recall_answer", CLERK, delivery=IDeliveries(first).all()[1].id, answer="agreed", note="CV 12")


def test_answers_to_two_wishes_are_told_apart_and_old_histories_are_read(actors, document, successor):
    received = asked(actors, document, successor, "update")
    actors.do(received, "refuse_recall", THEIR_CLERK, reason="Bản đính chính thiếu phụ lục")
    getUtility(IRunner).run_pending()
    received = asked(actors, document, successor, "replace")
    actors.do(received, "agree_recall", THEIR_CLERK, reason="")
    getUtility(IRunner).run_pending()
    assert [title for title in titles(document) if " " in title][-2:] == ["Từ chối cập nhật", "Đồng ý thay thế"]
    delivery = IDeliveries(document).all()[0]
    del delivery.answers
    assert titles(document)[-2:] == ["Từ chối thu hồi", "Đồng ý thay thế"]
    delivery.recall = None
    delivery.history = PersistentList(delivery.history)
    assert titles(document)[-1] == "Đồng ý thu hồi"
