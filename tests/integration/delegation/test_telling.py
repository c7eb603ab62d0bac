"""Who is told of delegations."""

from datetime import datetime
from datetime import timedelta
from delegated import delegate
import pytest
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import take_to
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


def turns(userid):
    return [notice for notice in getUtility(INotices).of(userid).newest() if notice.event == "delegated_turn"]


@pytest.mark.parametrize(
    "mode, words", [("sign", "Thay Nguyễn Thị Thu Hà: "), ("assist", "Giúp Nguyễn Thị Thu Hà chuẩn bị: ")]
)
def test_whose_turn_it_is_is_told_to_who_stands_in(draft, cast, mode, words):
    delegate(mode=mode, basis="12/GUQ-SKHCN" if mode == "sign" else "")
    take_to(draft, cast, "to_sign")
    (notice,) = turns(DEPUTY)
    assert translate(notice.text, target_language="vi").startswith(words)
    assert notice.record == draft.UID()
    assert turns(SIGNATORY) == []


def test_nobody_is_told_of_what_was_not_delegated(draft, cast):
    delegate(document_types=["decision"])
    take_to(draft, cast, "to_sign")
    assert turns(DEPUTY) == []


def test_secret_documents_tell_nobody_else(province, clock, keys, cast):
    delegate()
    take_to(make_draft(secrecy="secret"), cast, "to_sign")
    assert turns(DEPUTY) == []
