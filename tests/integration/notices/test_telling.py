"""Who is told what by the acts of the daily flow, and what lies on his board."""

from datetime import date
from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.desks.interfaces import IDesks
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.deadlines import TellDeadlines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from received import Actors
from received import open_registers
from received import received
import transaction
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture
def actors(province, login_as):
    open_registers("snv")
    return Actors(login_as)


def board(userid):
    return getUtility(INotices).of(userid)


def told(userid):
    """(event, text) of each notice, the newest first."""
    return [(notice.event, translate(notice.text, target_language="vi")) for notice in board(userid).newest()]


def tell(*args, **options):
    return getUtility(INotices).tell(*args, **options)


def test_reading_makes_no_desk(province):
    assert board("vuhaiyen").unread() == 0
    assert board("vuhaiyen").newest() == []
    assert getUtility(IDesks).get("vuhaiyen") is None


def test_a_kind_must_be_known(province):
    with pytest.raises(LookupError):
        tell(["vuhaiyen"], "no_such_event", None, "…")


def test_twice_in_a_transaction_is_once(province):
    assert tell(["vuhaiyen"], "turn", None, "Một") == ["vuhaiyen"]
    assert tell(["vuhaiyen", "tranduclong"], "turn", None, "Hai") == ["tranduclong"]
    assert board("vuhaiyen").unread() == 1


def test_what_a_savepoint_takes_back_is_told_again(province):
    tell(["tranduclong"], "turn", None, "Một")
    point = transaction.savepoint()
    tell(["vuhaiyen"], "turn", None, "Một")
    point.rollback()
    assert tell(["vuhaiyen"], "turn", None, "Một") == ["vuhaiyen"]


def test_a_group_means_its_holders(province):
    assert tell(["snv.clerk"], "arrived", None, "Có văn bản") == ["vanthusnv"]
    assert tell(["nobody.at.all", "khongcotk"], "arrived", None, "Có văn bản") == []


def test_marking_and_paging(province):
    start = now()
    for number in range(5):
        with held(start + timedelta(minutes=number)):
            tell(["vuhaiyen"], "turn", None, f"Việc {number}", once=str(number))
    mine = board("vuhaiyen")
    first, second = mine.newest(size=2)
    assert (first.text, second.text) == ("Việc 4", "Việc 3")
    assert [notice.text for notice in mine.newest(before=second.id)] == ["Việc 2", "Việc 1", "Việc 0"]
    stamp = mine.stamp()
    assert mine.mark([first.id, first.id, "0", "-1", "x", "9" * 30]) == 1
    assert mine.unread() == 4 and first.read is not None and mine.stamp() != stamp
    assert [notice.text for notice in mine.newest(unread_only=True, size=1)] == ["Việc 3"]
    assert mine.mark_all() == 4 and mine.unread() == 0 and mine.newest(unread_only=True) == []


def test_the_way_of_an_incoming_document(actors):
    record = received(by="system")
    assert told("vanthusnv") == [("arrived", "Văn bản mới chờ tiếp nhận.")]
    actors.bring_to(record, "to_direct")
    assert told("tranduclong") == [("turn", "Ngô Bích Liên trình anh/chị cho ý kiến chỉ đạo.")]
    people = {"lead": ["vuhaiyen"], "information": ["phangiakhanh"]}
    actors.do(record, "direct", "tranduclong", text="Chủ trì", working_days=5, **people)
    assert told("vuhaiyen") == [("turn", "Trần Đức Long giao anh/chị chủ trì xử lý.")]
    assert told("phangiakhanh") == [("information", "Trần Đức Long gửi anh/chị để biết.")]
    actors.do(record, "return_line", "vuhaiyen", reason="Không thuộc nhiệm vụ của tôi")
    assert told("tranduclong")[0] == ("returned", "Vũ Hải Yến trả lại: Không thuộc nhiệm vụ của tôi")
    assert len(told("vanthusnv")) == 1


def test_what_is_taken_back_is_said(actors):
    record = actors.bring_to(received(), "in_progress")
    line = ILines(record).of("vuhaiyen")[0]
    actors.do(record, "withdraw_line", "tranduclong", line=line.id, reason="Giao nhầm người")
    assert ("recalled", "Trần Đức Long đã thu hồi việc chuyển cho anh/chị.") in told("vuhaiyen")


def test_a_clerk_is_not_told_of_his_own_registration(actors, login_as):
    with login_as("vanthusnv"):
        received()
    assert told("vanthusnv") == []


def test_deadlines_are_told_once(actors):
    with held(date(2026, 11, 16)):
        record = actors.bring_to(received(), "to_direct")
        actors.do(record, "direct", "tranduclong", text="Làm", lead=["vuhaiyen"], working_days=4)
        record.reindexObject()
    work = TellDeadlines(Savepoints())
    for day, expected in ((17, (0, 0)), (18, (1, 0)), (18, (0, 0)), (21, (0, 2)), (22, (0, 0))):
        with held(date(2026, 11, day)):
            assert tuple(work.run(now()).values()) == expected, day
    assert told("vuhaiyen")[:2] == [
        ("overdue", "Quá hạn xử lý từ ngày 20/11/2026."),
        ("deadline_near", "Hạn xử lý: 20/11/2026."),
    ]
    assert told("tranduclong")[0][0] == "overdue"
    assert board("vuhaiyen").newest()[0].due == date(2026, 11, 20)
