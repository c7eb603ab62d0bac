"""What the screens of sender and recipient say of a recall, a replacement and a correction."""

from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.interfaces import IQlvbLayer
from qlvb.policy.document.browser.changespane import ChangesPane
from qlvb.policy.document.browser.heading import Heading
from qlvb.policy.document.browser.recall import RecallPane
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.standing import standing
from screens_reading import select
from screens_reading import words_of
from sent import SNV
from sent import numbered
from zope.component import getAdapter
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import alsoProvides


SIGNER, CLERK, THEIR_CLERK = "nguyenthithuha", "vanthuskhcn", "vanthusnv"
REASON = "Văn bản ghi sai ngày họp, phải sửa lại"


def sent(number):
    document = numbered("skhcn", "leminhanh", number, "SKHCN-CNTT&CĐS", signatory=SIGNER, recipients=[SNV])
    for transition in ("enter_signing", "enter_issue", "number", "issue"):
        fire(document, transition)
    IDeliveries(document).send([SNV], by=CLERK)
    getUtility(IRunner).run_pending()
    document.reindexObject()
    return document


@pytest.fixture
def document(actors):
    return sent(15)


@pytest.fixture
def successor(document):
    return sent(16)


def received(document):
    return uuidToObject(IDeliveries(document).all()[0].incoming, unrestricted=True)


def shown(actors, userid, factory, record):
    request = getRequest()
    alsoProvides(request, IQlvbLayer)
    with actors.login_as(userid):
        return factory(record, request).render()


def title_of(actors, userid, record, act):
    with actors.login_as(userid):
        return translate(getAdapter(record, IAct, name=act).title, target_language="vi")


def said_in(element):
    return " ".join(element.text_content().split())


def sentence(document):
    return translate(standing(document)["sentence"], target_language="vi")


def newest_notice(userid):
    return translate(getUtility(INotices).of(userid).newest()[0].text, target_language="vi")


@pytest.mark.parametrize(
    ("act", "wish", "kind", "successor_title"),
    [
        ("recall", "đề nghị thu hồi", "Thu hồi", "Văn bản thu hồi"),
        ("replace", "đề nghị thay thế", "Thay thế", "Văn bản thay thế"),
        ("update", "đề nghị cập nhật, đính chính", "Cập nhật", "Công văn đính chính"),
    ],
)
def test_each_kind_has_its_own_words_on_both_sides(actors, document, successor, act, wish, kind, successor_title):
    assert shown(actors, CLERK, ChangesPane, document) == ""
    actors.do(document, act, CLERK, successor=successor.UID(), reason=REASON)
    assert sentence(document).startswith(f"Đã phát hành; {wish} chờ ")
    assert f"{wish}: {REASON}" in newest_notice(SIGNER)
    pane = shown(actors, SIGNER, ChangesPane, document)
    (row,) = select(pane, "li")
    said = said_in(row)
    for expected in (kind, "chờ người ký duyệt", REASON, f"{successor_title}: {successor.reference}"):
        assert expected in said
    assert select(pane, "li a")[0].get("href") == successor.absolute_url()
    assert "Nơi nhận trả lời" not in words_of(pane)

    assert title_of(actors, SIGNER, document, "approve_change") == f"Duyệt {kind.lower()}"
    actors.do(document, "approve_change", SIGNER, comment="Đồng ý, làm ngay")
    getUtility(IRunner).run_pending()
    said = words_of(shown(actors, CLERK, ChangesPane, document))
    assert "đã duyệt: Nguyễn Thị Thu Hà" in said and "Đồng ý, làm ngay" in said
    assert "0 đồng ý, 0 từ chối, 1 chưa trả lời" in said
    said = words_of(shown(actors, THEIR_CLERK, RecallPane, received(document)))
    assert kind in said and successor_title in said
    others = {"Văn bản thu hồi", "Văn bản thay thế", "Công văn đính chính"} - {successor_title}
    assert not [title for title in others if title in said]

    assert title_of(actors, THEIR_CLERK, received(document), "agree_recall") == f"Đồng ý {kind.lower()}"
    assert title_of(actors, THEIR_CLERK, received(document), "refuse_recall") == f"Từ chối {kind.lower()}"
    with actors.login_as(THEIR_CLERK):
        in_force = "vẫn còn hiệu lực" in getAdapter(received(document), IAct, name="agree_recall").description.default
    assert in_force is (act == "update")
    assert successor_title in words_of(shown(actors, THEIR_CLERK, Heading, received(document)))

    IRecallRequests(received(document)).answer(True, THEIR_CLERK, "Đã nhận")
    getUtility(IRunner).run_pending()
    assert "1 đồng ý, 0 từ chối, 0 chưa trả lời" in words_of(shown(actors, CLERK, ChangesPane, document))
    assert "0 nơi nhận" not in sentence(document)


def test_what_was_not_approved_stays_readable_the_newest_first(actors, document, successor):
    actors.do(document, "recall", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "reject_change", SIGNER, reason="Văn bản vẫn đúng, không thu hồi")
    actors.do(document, "update", CLERK, successor=successor.UID(), reason=REASON)
    actors.do(document, "withdraw_change", CLERK)
    newest, oldest = select(shown(actors, CLERK, ChangesPane, document), "li")
    assert "Cập nhật" in said_in(newest) and "văn thư đã rút" in said_in(newest)
    assert "Thu hồi" in said_in(oldest) and "Văn bản vẫn đúng, không thu hồi" in said_in(oldest)
