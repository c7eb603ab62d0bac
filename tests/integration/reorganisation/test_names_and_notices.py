"""Whom a reorganisation is told to, and under which name what ended before is shown."""

from datetime import timedelta
from plone.dexterity.utils import createContentInContainer
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.policy.document.browser.lines import LinesPane
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.reorganisation import asking
from qlvb.workflows.reorganisation import jobs
from qlvb.workflows.tasks.rows import row_of
from qlvb.workflows.transfer.showing import unit_title
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


SYSTEM = "quantri"
NEW = {"title": "Phòng Công nghệ số", "symbol": "CNS"}


def department_notices(userid):
    return [one for one in getUtility(INotices).of(userid).newest() if one.event == "department_changed"]


def test_what_has_ended_shows_its_department_under_the_name_of_that_day(carry_out, arrival, tasks, login_as, province):
    """Lines, tasks and transfers that ended before; what goes on says the new name. Journals say what was said."""
    old, yesterday = "Phòng Quản lý công nghệ thông tin và Chuyển đổi số", clock.now() - timedelta(days=1)
    ended, going = tasks.give(subject="Việc đã xong"), tasks.give(subject="Việc đang làm")
    with clock.held(yesterday):
        tasks.do(ended, "accept_task", "phamquochuy")
        tasks.do(ended, "complete", "phamquochuy", text="Xong")
        tasks.do(ended, "approve_result", "nguyenthithuha")
        tasks.do(going, "transfer", "nguyenthithuha", executor="skhcn.qlkh", reason="Chuyển đúng phòng phụ trách")
        tasks.do(going, "transfer", "nguyenthithuha", executor="skhcn.cntt", reason="Chuyển lại phòng đã giao")
    (line,) = ILines(arrival).all()
    line.closed_at = yesterday
    carry_out("rename_unit", ["cntt"], NEW)
    transfer = createContentInContainer(
        province["skhcn"]["transfers"], "Transfer", checkConstraints=False, title="Nộp năm 2025", drafting_unit="cntt"
    )
    assert unit_title(transfer) == "Phòng Công nghệ số"
    transfer.accepted_on = yesterday.date()
    assert ended.finished_on == yesterday.date()
    assert [row_of(task).executor for task in (ended, going)] == [old, "Phòng Công nghệ số"]
    assert LinesPane(arrival, getRequest()).unit(line) == unit_title(transfer) == old
    line.closed_at = None
    assert LinesPane(arrival, getRequest()).unit(line) == "Phòng Công nghệ số"
    handed = [entry for entry in IJournal(going).entries() if entry.event == "act.transfer"][-1]
    sentence = getUtility(IJournalWording, name="act.transfer").sentence(handed)
    assert sentence.mapping["executor"] == old


def test_people_are_told_of_their_new_department_once(carry_out, monkeypatch):
    monkeypatch.setattr(jobs, "MOST", 1)
    plan = carry_out("merge_units", ["cntt", "qlkh"], NEW)
    day = f"{clock.today():%d/%m/%Y}"
    for userid in ("leminhanh", "phamquochuy"):
        (notice,) = department_notices(userid)
        text = translate(notice.text, target_language="vi")
        assert text.startswith(f"Từ {day}, anh/chị thuộc Phòng Công nghệ số, trước là Phòng Quản lý công nghệ thông tin")
        assert "45/QĐ-SKHCN" in text and "Cần hỏi: Tạ Hồng Quân" in text
    assert department_notices("nguyenthithuha") == []
    plan.state, plan.place = "running", 0
    asking.ask_for_job(plan, SYSTEM)
    getUtility(IRunner).run_pending()
    assert [len(department_notices(userid)) for userid in ("leminhanh", "phamquochuy")] == [1, 1]


def test_a_new_name_is_told_and_who_stays_hears_nothing(carry_out):
    carry_out("rename_unit", ["cntt"], NEW)
    (notice,) = department_notices("leminhanh")
    assert "đổi tên thành Phòng Công nghệ số" in translate(notice.text, target_language="vi")
    carry_out("split_unit", ["cntt"], "cntt", {"title": "Phòng Hai", "symbol": "H"}, posts={"chuyen-vien-cntt": 1})
    assert [len(department_notices(userid)) for userid in ("leminhanh", "phamquochuy")] == [2, 1]
