"""Tiếp nhận, Trả lại, Hủy tiếp nhận."""

from datetime import date
from datetime import timedelta
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.clock import show_moment
from qlvb.content.clock import today
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from received import received
from zope.i18n import translate


REASON = "Văn bản gửi nhầm địa chỉ"


def test_accepting_takes_the_next_number(actors, record):
    result = actors.do(record, "accept", "vanthusnv")
    assert (state_of(record), record.arrival_number, record.arrival_date) == ("registered", 1, today())
    assert result["arrival_number"] == 1
    book = INumberBook(uuidToObject(record.register, unrestricted=True))
    assert book.entry(1).record == IUUID(record)
    second = received(document_number=16)
    actors.do(
        second, "accept", "vanthusnv", due_date=(today() + timedelta(days=9)).isoformat(), arrival_extra_number="1a"
    )
    assert (second.arrival_number, second.arrival_extra_number) == (2, "1a")
    assert second.due_date == today() + timedelta(days=9)
    assert [entry.event for entry in IJournal(record).entries() if entry.event.startswith("act.")] == ["act.accept"]


def test_accepting_needs_what_the_decree_asks(actors):
    record = received(document_type="", issuing_body="", issue_date=None)
    status, codes = actors.refused(record, "accept", "vanthusnv")
    assert status == 400 and codes == ["field_missing"] * 3
    assert (state_of(record), record.arrival_number) == ("waiting", None)


def test_accepting_refuses_dates_that_cannot_be(actors, record):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    assert actors.refused(record, "accept", "vanthusnv", arrival_date=tomorrow)[0] == 400
    status, codes = actors.refused(record, "accept", "vanthusnv", arrival_date=f"{today().year - 1}-12-31")
    assert status == 400 and "register_of_other_year" in codes


def test_accepting_without_a_register(province, login_as):
    from received import Actors

    record = received("ubnd-tinh", "vanthuubndtinh")
    assert Actors(login_as).refused(record, "accept", "vanthuubndtinh") == (400, ["no_register"])


def test_a_duplicate_is_warned_of_and_may_be_confirmed(actors, record):
    actors.do(record, "accept", "vanthusnv")
    again = received(issuing_body="  sở khoa học và công nghệ ")
    assert actors.refused(again, "accept", "vanthusnv") == (400, ["duplicate"])
    actors.do(again, "accept", "vanthusnv", duplicate_reason="Bản sửa lỗi do nơi gửi gửi lại")
    assert again.arrival_number == 2


def test_what_was_sent_back_is_no_duplicate(actors, record):
    actors.do(record, "refuse", "vanthusnv", reason=REASON)
    again = received()
    actors.do(again, "accept", "vanthusnv")
    assert again.arrival_number == 1


def test_other_agencies_do_not_matter_for_duplicates(actors, record):
    from received import open_registers

    open_registers("ubnd-tinh")
    actors.do(record, "accept", "vanthusnv")
    other = received("ubnd-tinh", "vanthuubndtinh")
    actors.do(other, "accept", "vanthuubndtinh")
    assert other.arrival_number == 1


def test_sending_back_needs_a_reason(actors, record):
    assert actors.refused(record, "refuse", "vanthusnv", reason="nhầm") == (400, ["too_short"])
    assert actors.refused(record, "refuse", "vanthusnv") == (400, ["required"])
    actors.do(record, "refuse", "vanthusnv", reason=REASON)
    assert state_of(record) == "returned"
    assert actors.refused(record, "accept", "vanthusnv") == (409, ["wrong_state"])


def test_undoing_reception_voids_the_number_for_ever(actors, registered):
    book = INumberBook(uuidToObject(registered.register, unrestricted=True))
    actors.do(registered, "unregister", "vanthusnv", reason=REASON)
    assert (state_of(registered), registered.arrival_number, registered.register) == ("waiting", None, "")
    assert (book.entry(1).status, book.entry(1).reason) == ("voided", REASON)
    actors.do(registered, "accept", "vanthusnv")
    assert registered.arrival_number == 2


def test_only_the_agency_s_clerk_receives(actors, record):
    for userid in ("vuhaiyen", "tranduclong", "vanthuskhcn", "leminhanh", "quantri"):
        assert actors.refused(record, "accept", userid) == (403, ["forbidden"])
    assert actors.offered(record, "vanthusnv")[:2] == ["accept", "refuse"]
    assert actors.offered(record, "vuhaiyen") == []


def test_accepting_twice_with_one_key_gives_one_number(actors, record):
    from qlvb.workflows.acts.interfaces import IActs

    with actors.login_as("vanthusnv"):
        first = IActs(record).perform("accept", {}, key="k1")
        again = IActs(record).perform("accept", {}, key="k1")
    assert first == again
    assert actors.refused(record, "accept", "vanthusnv") == (409, ["wrong_state"])


def test_a_past_issue_date_is_fine(actors):
    record = received(issue_date=date(2025, 6, 1))
    actors.do(record, "accept", "vanthusnv")
    assert state_of(record) == "registered"


def words_of_refusal(actors, record, act, **data):
    """What the clerk of Sở Nội vụ is told who comes second."""
    with actors.login_as("vanthusnv"), pytest.raises(Refused) as refused:
        IActs(record).perform(act, data)
    (violation,) = refused.value.violations
    return violation.code, translate(violation.message, target_language="vi")


def test_the_second_of_two_clerks_reads_who_was_first_when_and_with_which_number(actors, record):
    actors.do(record, "accept", "vanthusnv")
    when = show_moment(next(IJournal(record).entries(newest_first=True)).when)
    said = f"Ngô Bích Liên đã tiếp nhận văn bản này lúc {when}, số đến 1. ({record.absolute_url()})"
    assert words_of_refusal(actors, record, "accept") == ("wrong_state", said)
    assert words_of_refusal(actors, record, "refuse", reason=REASON) == ("wrong_state", said)
    assert words_of_refusal(actors, record, "accept", expected_state="waiting") == ("someone_was_faster", said)


def test_what_was_sent_back_or_joined_meanwhile_is_told_too(actors, record):
    actors.do(record, "accept", "vanthusnv")
    copy, third = received(), received(original_number="77")
    actors.do(copy, "merge", "vanthusnv", existing=record.UID())
    code, said = words_of_refusal(actors, copy, "accept")
    assert code == "wrong_state" and "đã gắn bản này vào văn bản đã có" in said and said.endswith(f"({record.absolute_url()})")
    actors.do(third, "refuse", "vanthusnv", reason=REASON)
    assert "Ngô Bích Liên đã trả lại nơi gửi văn bản này lúc" in words_of_refusal(actors, third, "accept")[1]
