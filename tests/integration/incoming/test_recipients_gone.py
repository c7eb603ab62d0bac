"""Work for somebody who has left, whose unit is no more, or who was never there: each is named, nothing is given."""

from plone import api
import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.incoming.assignment import why_gone
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.standing.interfaces import IStanding
from zope.component import getUtility
from zope.i18n import translate
from zope.lifecycleevent import modified


def disable(userid):
    person = api.portal.get()["people"][userid]
    person.active = False
    modified(person)


def refused(actors, record, act, by, **data):
    with actors.login_as(by), pytest.raises(Refused) as caught:
        IActs(record).perform(act, data)
    assert caught.value.status == 400
    return [
        (violation.field, violation.code, translate(violation.message, target_language="vi"))
        for violation in caught.value.violations
    ]


def test_every_one_is_named_and_nothing_is_given(actors, to_direct):
    disable("phangiakhanh")
    found = refused(
        actors,
        to_direct,
        "direct",
        "tranduclong",
        text="Làm",
        lead=["vuhaiyen", "phangiakhanh"],
        coordinate=["leminhanh"],
    )
    assert found == [
        ("lead", "recipient_disabled", "Tài khoản của Phan Gia Khánh đã ngừng hoạt động."),
        ("coordinate", "recipient_left", "Lê Minh Anh không giữ chức vụ nào ở Sở Nội vụ."),
    ]
    assert ILines(to_direct).all() == []


def test_nobody_of_that_name(actors, to_direct):
    assert refused(actors, to_direct, "direct", "tranduclong", text="Làm", lead=["khongcoai"])[0][:2] == (
        "lead",
        "invalid",
    )


def test_the_unit_is_no_more(province, monkeypatch):
    directory = getUtility(IDirectory)
    agency = directory.agency("snv")
    assert why_gone("vuhaiyen", agency) is None
    monkeypatch.setattr(type(directory), "department", lambda self, agency_id, department_id: None)
    code, message = why_gone("vuhaiyen", agency)
    assert (code, translate(message, target_language="vi")) == (
        "recipient_unit_dissolved",
        "Đơn vị của Vũ Hải Yến đã giải thể.",
    )


def test_forwarding_to_one_who_has_left(actors, in_progress):
    disable("phangiakhanh")
    found = refused(actors, in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"])
    assert [code for _field, code, _message in found] == ["recipient_disabled"]
    assert [line.state for line in ILines(in_progress).all()] == ["new"]


def test_the_leader_asked_is_a_leader(actors, registered):
    found = refused(actors, registered, "present", "vanthusnv", leader="vuhaiyen", proposal="Kính trình")
    assert found == [("leader", "not_a_leader", "Vũ Hải Yến không phải là lãnh đạo của Sở Nội vụ.")]
    disable("tranduclong")
    found = refused(actors, registered, "present", "vanthusnv", leader="tranduclong", proposal="Kính trình")
    assert [code for _field, code, _message in found] == ["recipient_disabled"]


def test_the_state_says_that_whoever_leads_has_left(in_progress):
    def sentence():
        return translate(IStanding(in_progress).standing().sentence, target_language="vi")

    assert sentence().startswith("Vũ Hải Yến chủ trì, ") and "không còn làm việc" not in sentence()
    disable("vuhaiyen")
    assert sentence() == (
        "Vũ Hải Yến chủ trì, nhưng Vũ Hải Yến không còn làm việc: hãy thu hồi phần việc và giao người khác."
    )
