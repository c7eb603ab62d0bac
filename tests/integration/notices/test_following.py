"""Who follows a record is told of what happens to it and its parts, as long as he may see them, and ends it at once."""

from given_tasks import Tasks
from given_tasks import in_days
import pytest
from qlvb.content import clock
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.tasks.chasing import chase_by_rule
from zope.component import getUtility
from zope.i18n import translate


DIRECTOR, DEPUTY, HEAD, SPECIALIST, OUTSIDER = "nguyenthithuha", "buitrungkien", "phamquochuy", "leminhanh", "vuhaiyen"


@pytest.fixture
def tasks(province, login_as):
    return Tasks(login_as)


@pytest.fixture
def draft(province, login_as):
    with login_as(HEAD):
        data = {"subject": "Kế hoạch chuyển đổi số", "document_type": "notice"}
        return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by=HEAD)


def follow(userid, record, follows=True):
    getUtility(IMarks).change(userid, record.UID(), followed=follows)


def told(userid, event="followed"):
    """Texts of the notices of that event, the oldest first."""
    newest = getUtility(INotices).of(userid).newest()
    return [translate(one.text, target_language="vi") for one in reversed(newest) if one.event == event]


def test_a_follower_hears_of_the_acts_of_others_until_he_ends_it(tasks):
    task = tasks.give()
    follow(DEPUTY, task)
    tasks.do(task, "accept_task", HEAD)
    tasks.do(task, "report", HEAD, text="Đã làm một nửa", progress=50)
    assert ["Phạm Quốc Huy" in words for words in told(DEPUTY)] == [True, True], told(DEPUTY)
    assert told(OUTSIDER) == told(SPECIALIST) == []
    follow(DEPUTY, task, False)
    tasks.do(task, "complete", HEAD, text="Đã xong")
    assert len(told(DEPUTY)) == 2


def test_nobody_is_told_of_his_own_act_nor_twice_of_one(tasks):
    task = tasks.give()
    for userid in (DIRECTOR, HEAD):
        follow(userid, task)
    tasks.do(task, "accept_task", HEAD)
    assert told(HEAD) == [] and len(told(DIRECTOR)) == 1
    tasks.do(task, "report", HEAD, text="Đã làm một nửa", progress=50)
    assert len(told(DIRECTOR)) == 1 and told(DIRECTOR, "task_reported")


def test_who_may_not_see_the_record_any_more_is_told_nothing(tasks):
    task = tasks.give(secrecy="secret")
    IGrants(task).grant(SPECIALIST, "Participant", "line", "try")
    for userid in (SPECIALIST, OUTSIDER):
        follow(userid, task)
    tasks.do(task, "accept_task", HEAD)
    assert len(told(SPECIALIST)) == 1
    IGrants(task).revoke("line", "try")
    tasks.do(task, "report", HEAD, text="Đã làm một nửa", progress=50)
    assert len(told(SPECIALIST)) == 1
    assert told(OUTSIDER) == []


def test_who_follows_a_steering_document_hears_of_its_tasks(tasks, draft):
    follow(DEPUTY, draft)
    task = tasks.give(source=draft)
    tasks.do(task, "accept_task", HEAD)
    assert len(told(DEPUTY)) == 1
    part = tasks.give(by=HEAD, leads=[f"user:{SPECIALIST}"], parent=task.UID(), deadline=in_days(5))
    IGrants(part).grant(DEPUTY, "Participant", "line", "try")
    tasks.do(part, "accept_task", SPECIALIST)
    assert len(told(DEPUTY)) == 2


def test_a_rule_that_chases_is_told_too(tasks):
    task = tasks.give(deadline=in_days(1))
    follow(DEPUTY, task)
    with clock.held(clock.now().replace(hour=9) + (in_days(20) - clock.today())):
        assert chase_by_rule(task.UID(), clock.today()) == "chased"
    assert len(told(DEPUTY)) == 1 and "đôn đốc lần 1" in told(DEPUTY)[0]


def test_the_list_of_what_one_follows(tasks, province, login_as):
    seen, secret = tasks.give(), tasks.give(subject="Việc mật", secrecy="secret")
    for record in (seen, secret):
        follow(SPECIALIST, record)
        IGrants(record).grant(SPECIALIST, "Participant", "line", "try")
        record.reindexObject()
    with login_as(SPECIALIST):
        listed = getUtility(IListing).page(Question(types=("Task",), filters={"followed": "1"}))
        assert {row.uid for row in listed.rows} == {seen.UID(), secret.UID()}
        page = province.restrictedTraverse("@@followed")
        assert {row["subject"] for row in page.rows} == {seen.subject, secret.subject} and page.gone == []
    IGrants(secret).revoke("line", "try")
    secret.reindexObject()
    with login_as(SPECIALIST):
        page = province.restrictedTraverse("@@followed")
        assert [row["subject"] for row in page.rows] == [seen.subject]
        assert page.gone == [secret.UID()]
        assert "Bỏ theo dõi" in page()
    assert getUtility(IMarks).followers(seen.UID()) == {SPECIALIST}
    follow(SPECIALIST, seen, False)
    assert getUtility(IMarks).followers(seen.UID()) == frozenset() == getUtility(IMarks).followers("khongco")
