"""What a selection of different records is offered: the words and the input of all of them, not of the first."""

from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from plone import api
import pytest
import re
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.browser.bulk import Bulk
from qlvb.workflows.acts.bulk import Offer
from qlvb.workflows.acts.bulk import fitting
from qlvb.workflows.acts.bulk import of_other_kind
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.delivery.recall.interfaces import IChanges
from received import received
from screens_reading import words_of
from sent import SNV
from sent import numbered
from zope import schema
from types import SimpleNamespace
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import alsoProvides


class IReason(Interface):
    reason = schema.Text(title="Lý do", required=True)


class IReasonAndCode(IReason):
    reason = schema.Text(title="Lý do trả", required=True)
    code = schema.Text(title="Mã", required=True)


def act(title, asked):
    found = Act(None)
    found.title, found.description, found.schema = title, f"{title}.", asked
    return found


def test_each_word_once_and_input_of_all():
    first, second = act("Trả lại", IReason), act("Trả một cửa", IReasonAndCode)
    offer = Offer((first, second, first), ("a", "b", "c"), {})
    assert offer.title(None) == "Trả lại / Trả một cửa" and offer.description(None) == "Trả lại. / Trả một cửa."
    fields = offer.fields()
    assert fields["reason"][1] and fields["reason"][0].title == "Lý do" and not fields["code"][1]
    assert fitting(first, {"reason": "x", "code": "y"}) == {"reason": "x"}
    assert fitting(act("Đọc", None), {"reason": "x"}) == {}


def test_one_word_for_alike():
    assert Offer((act("Duyệt", IReason),) * 2, ("a", "b"), {}).title(None) == "Duyệt"


@pytest.fixture
def changes(province):
    found = []
    for number, kind in ((15, "recall"), (16, "replace")):
        document = numbered("skhcn", "leminhanh", number, "SKHCN-CNTT&CĐS", signatory=SIGNATORY, recipients=[SNV])
        for transition in ("enter_signing", "enter_issue", "number", "issue"):
            fire(document, transition)
        IChanges(document).propose(kind, "Ban hành sai thẩm quyền", document.UID(), "vanthuskhcn")
        document.reindexObject()
        found.append(document)
    return found


def test_a_recall_and_a_replacement_are_not_both_called_a_recall(changes, login_as):
    with login_as(SIGNATORY):
        found = {one.act.id: one for one in offers([document.UID() for document in changes])}
        assert found["approve_change"].title(getRequest()) == "Duyệt thu hồi / Duyệt thay thế"
        request = getRequest().clone()
        alsoProvides(request, IQlvbLayer)
        request.form.update(uids=",".join(document.UID() for document in changes), act="approve_change")
        page = api.content.get_view("bulk", api.portal.get(), request)()
        words = found["approve_change"].title(request)
    assert " / " in words and words_of(page).count(words) == 2
    with login_as(DEPUTY), pytest.raises(Refused):
        IActs(changes[0]).perform("approve_change", {})


def test_records_of_another_kind_are_told_from_the_others(changes, login_as):
    letter = received("skhcn", "system")
    with login_as(SIGNATORY):
        request = getRequest().clone()
        alsoProvides(request, IQlvbLayer)
        uids = [letter.UID(), changes[0].UID()]
        request.form.update(uids=",".join(uids), act="approve_change")
        why = translate(of_other_kind().message, context=request)
        page = api.content.get_view("bulk", api.portal.get(), request)()
        assert words_of(page).count(why) == 1 and re.search(r'id="bulk-kinds">[^<:]+: 1, [^<:]+: 1<', page)
    assert "approve_change" not in why


def test_acts_of_two_kinds_with_one_word_say_their_kind(province, monkeypatch):
    found = []
    for kind in ("OutgoingDocument", "IncomingDocument"):
        one = act("Chuyển lãnh đạo khác", None)
        one.record = SimpleNamespace(portal_type=kind)
        found.append(Offer((one,), (kind,), {}))
    view = Bulk(province, getRequest())
    view.offers = [*found, Offer((act("Duyệt", None),), ("c",), {})]
    assert len({view.title_of(offer) for offer in found}) == 2
    assert all(view.title_of(offer).startswith("Chuyển lãnh đạo khác (") for offer in found)
    assert view.title_of(view.offers[2]) == "Duyệt"
