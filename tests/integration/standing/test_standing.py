"""Every record says why it stands where it stands."""

from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from qlvb.workflows.acts.interfaces import IActs
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
