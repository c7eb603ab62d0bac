"""Performing an act: input, right, state, once only, all or nothing."""

from datetime import date
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
from plone.app.uuid.utils import uuidToPhysicalPath
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from qlvb.content.index.pending import pending_changes
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.registry import all_or_nothing
from qlvb.workflows.acts.transitions import state_of
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.i18n import translate


def refused(record, act_id, data=None, key=None):
    with pytest.raises(Refused) as caught:
        IActs(record).perform(act_id, data, key)
    return caught.value


def codes(refusal):
    return {(violation.field, violation.code) for violation in refusal.violations}


def test_act_changes_state_and_journal(record):
    heard = []
    getGlobalSiteManager().registerHandler(heard.append, [IActPerformed])
    try:
        result = IActs(record).perform("publish_it", {"comment": "Đồng ý", "colour": "do"})
    finally:
        getGlobalSiteManager().unregisterHandler(heard.append, [IActPerformed])
    assert state_of(record) == "published"
    assert result["state"] == "published" and result["colour"] == "đỏ"
    entry = next(iter(IJournal(record).entries(newest_first=True)))
    assert entry.event == "act.publish_it"
    assert entry.detail["comment"] == "Đồng ý"
    assert (entry.detail["from"], entry.detail["to"]) == ("private", "published")
    assert result["seq"] == entry.seq
    assert len(heard) == 1 and heard[0].record is record


def test_strings_are_composed(record):
    IActs(record).perform("publish_it", {"comment": "Đồng ý"})
    assert record.title == "Đồng ý"


@pytest.mark.parametrize(
    "data, expected",
    [
        ({}, {("comment", "required")}),
        ({"comment": "ab"}, {("comment", "too_short")}),
        ({"comment": "a" * 21}, {("comment", "too_long")}),
        ({"comment": "nhầm"}, {("comment", "silly")}),
        ({"comment": "Đồng ý", "colour": "tim"}, {("colour", "invalid")}),
        ({"comment": "Đồng ý", "day": "31/02/2026"}, {("day", "invalid")}),
        ({"comment": "Đồng ý", "urgent": "maybe"}, {("urgent", "invalid")}),
        ({"comment": "Đồng ý", "people": ["abcdef"]}, {("people", "too_long")}),
        ({"comment": ["x"]}, {("comment", "invalid")}),
        (
            {"comment": "", "colour": "tim", "more": 1},
            {("comment", "required"), ("colour", "invalid"), ("more", "unknown_field")},
        ),
    ],
)
def test_faults_of_the_input_are_all_told(record, data, expected):
    refusal = refused(record, "publish_it", data)
    assert refusal.status == 400
    assert codes(refusal) == expected
    assert state_of(record) == "private" and record.title == "Nháp"


def test_messages_name_the_field(record):
    violation = refused(record, "publish_it", {"comment": "a" * 21}).violations[0]
    assert translate(violation.message, target_language="vi") == "Ý kiến: dài quá 20 ký tự, hiện có 21."


@pytest.mark.parametrize("day", ["2026-01-05", "05/01/2026", "5/1/2026", date(2026, 1, 5)])
def test_days_are_read_as_written(record, day):
    IActs(record).perform("publish_it", {"comment": "Đồng ý", "day": day})
    entry = next(iter(IJournal(record).entries(newest_first=True)))
    assert entry.detail["day"] == "2026-01-05"


def test_unknown_act(record):
    assert refused(record, "nothing").status == 404


def test_without_right(record):
    setRoles(api.portal.get(), TEST_USER_ID, ["Reader"])
    refusal = refused(record, "publish_it", {"comment": "Đồng ý"})
    assert refusal.status == 403 and codes(refusal) == {("", "forbidden")}


def test_out_of_turn(record):
    IActs(record).perform("publish_it", {"comment": "Đồng ý"})
    refusal = refused(record, "publish_it", {"comment": "Đồng ý"})
    assert refusal.status == 409 and codes(refusal) == {("", "wrong_state")}


def test_second_person_is_told_who_was_faster(record):
    IActs(record).perform("publish_it", {"comment": "Đồng ý"})
    refusal = refused(record, "publish_it", {"comment": "Đồng ý", "expected_state": "private", "expected_seq": 0})
    assert refusal.status == 409 and codes(refusal) == {("", "someone_was_faster")}
    assert "Công bố" in translate(refusal.violations[0].message, target_language="vi")


def test_same_key_acts_once(record):
    first = IActs(record).perform("publish_it", {"comment": "Đồng ý"}, key="k1")
    assert IActs(record).perform("publish_it", {"comment": "Khác hẳn"}, key="k1") == first
    assert record.title == "Đồng ý"
    assert IJournal(record).count("act.publish_it") == 1


def test_same_key_for_another_act_or_person(record):
    IActs(record).perform("publish_it", {"comment": "Đồng ý"}, key="k1")
    assert refused(record, "fail", key="k1").status == 409
    with api.env.adopt_user(user=api.user.create(email="b@example.org", username="other", password="Secret#12345")):
        assert refused(record, "publish_it", {"comment": "Đồng ý"}, key="k1").status == 409


def test_a_failing_act_leaves_nothing(record):
    refusal = refused(record, "fail", key="k2")
    assert refusal.status == 503
    assert record.title == "Nháp"
    assert IJournal(record).count("act.fail") == 0
    assert "qlvb.acts.results" not in IAnnotations(record)


def test_no_transition_past_the_acts(record):
    with pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(record, "publish")
    assert state_of(record) == "private"


def test_relevant_acts_by_order(record):
    assert [act.id for act in IActs(record).all()][:1] == ["publish_it"]
    IActs(record).perform("publish_it", {"comment": "Đồng ý"})
    assert "publish_it" not in [act.id for act in IActs(record).all()]


def test_what_was_said_before_a_part_that_is_taken_back_stays_in_catalogue_and_index(record):
    """The catalogue's queue forgets it when it is worked off, and filled again, inside of the part."""
    record.reindexObject()
    with pytest.raises(Refused), all_or_nothing():
        assert find_record(record.UID()) is not None  # asks the catalogue, which works the queue off
        record.reindexObject()
        raise Refused([])
    assert record.UID() in pending_changes().records
    assert uuidToPhysicalPath(record.UID()) == "/".join(record.getPhysicalPath())
