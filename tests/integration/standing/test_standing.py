"""Every record says why it stands where it stands."""

from datetime import timedelta
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from plone.dexterity.utils import createContentInContainer
from qlvb.content import clock
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from zope.i18n import translate


def said(record):
    return translate(IStanding(record).standing().sentence, target_language="vi")


def test_a_draft_names_its_drafter(draft):
    assert said(draft) == "Dự thảo của Lê Minh Anh, chưa trình."


def test_a_submitted_draft_names_who_has_it_and_what_was_asked(draft, login_as):
    with login_as(DRAFTER):
        IActs(draft).perform("submit", {"receiver": REVIEWER, "request": "Kính trình"})
    found = IStanding(draft).standing()
    assert found.holders == [REVIEWER]
    assert found.request == "Kính trình"
    assert found.since is not None
    assert said(draft).startswith("Đang chờ Phạm Quốc Huy duyệt, từ ")


def test_a_record_of_which_no_room_says_more_says_its_state(draft, login_as):
    fresh = StateStanding(draft).standing()
    assert translate(fresh.sentence, target_language="vi").startswith("“Dự thảo” từ ngày ")
    with login_as(DRAFTER):
        IActs(draft).perform("submit", {"receiver": REVIEWER})
    later = StateStanding(draft).standing()
    assert "Chờ duyệt" in translate(later.sentence, target_language="vi")
    assert (fresh.days, later.days) == (0, 0)


def test_delegations_say_who_stands_in_until_when(province):
    today = clock.today()
    days = {"valid_from": today, "valid_to": today + timedelta(days=2)}
    values = {"giver": "nguyenthithuha", "receiver": "buitrungkien", "mode": "sign", "basis": "09/GUQ-SKHCN", **days}
    delegation = create_delegation("skhcn", values, "nguyenthithuha")
    end = f"{today + timedelta(days=2):%d/%m/%Y}"
    assert said(delegation) == f"Bùi Trung Kiên thay Nguyễn Thị Thu Hà đến hết ngày {end} (09/GUQ-SKHCN)."
    assert IStanding(delegation).standing().holders == ["buitrungkien"]
    with clock.held(clock.now() + timedelta(days=3)):
        assert said(delegation) == f"Bùi Trung Kiên thay Nguyễn Thị Thu Hà đã hết hạn ngày {end}."
    with clock.held(clock.now() - timedelta(days=1)):
        assert "sẽ thay" in said(delegation)


def test_transfers_say_whose_turn_it_is(province):
    values = {"title": "Nộp năm 2025", "drafting_unit": "cntt", "depositor": "leminhanh"}
    transfer = createContentInContainer(province["skhcn"]["transfers"], "Transfer", checkConstraints=False, **values)
    assert said(transfer) == "Lê Minh Anh đang lập, chưa nộp."
    fire(transfer, "submit")
    assert said(transfer).startswith("Chờ lưu trữ (Hoàng Văn Lưu) kiểm tra từ ngày ")
    assert IStanding(transfer).standing().holders == ["hoangvanluu"]
