"""Who is told of delegations."""

from datetime import datetime
from datetime import timedelta
from delegated import delegate
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
from qlvb.content import clock as clocks
from qlvb.content.clock import held
from qlvb.workflows.delegation import telling
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility
from zope.i18n import translate


def told(userid):
    found = getUtility(INotices).of(userid).newest()
    return [translate(notice.text, target_language="vi") for notice in found if notice.event == "delegated"]


def test_the_receiver_is_told(province, clock, cast):
    delegation = delegate()
    telling.tell_made(delegation, SIGNATORY)
    assert told(DEPUTY) == ["Nguyễn Thị Thu Hà ủy quyền cho Bùi Trung Kiên từ 05/01/2026 đến 10/01/2026."]
    assert told(SIGNATORY) == []
    cast.deputy.does(delegation, "decline_delegation", reason="Đang bận công tác khác")
    assert told(SIGNATORY) == ["Bùi Trung Kiên từ chối nhận ủy quyền của Nguyễn Thị Thu Hà."]


def test_both_are_reminded_once_before_the_end(province, clock, monkeypatch):
    monkeypatch.setattr(telling.transaction, "commit", lambda: None)
    delegate(days=5)
    work = telling.Endings()
    for days, count in ((2, 0), (3, 1), (4, 0), (5, 0)):
        with held(DAY + timedelta(days=days)):
            now = datetime(2026, 1, 5, tzinfo=clocks.VIETNAM) + timedelta(days=days)
            assert work.run(now) == {"told": count}
    for who in (SIGNATORY, DEPUTY):
        assert told(who) == ["Ủy quyền của Nguyễn Thị Thu Hà cho Bùi Trung Kiên hết hạn ngày 10/01/2026."]
