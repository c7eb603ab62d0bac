"""Tasks of the story, made and played through the acts."""

from datetime import timedelta
import pytest
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.tasks.interfaces import ITaskFactory
from zope.component import getUtility


def in_days(number):
    """The day so many calendar days from now."""
    return clock.today() + timedelta(days=number)


class Tasks:
    """Gives tasks and performs acts as people of the story."""

    def __init__(self, login_as):
        self.login_as = login_as

    def give(self, by="nguyenthithuha", agency="skhcn", source=None, **fields):
        given = {
            "subject": "Rà soát phần mềm dùng chung",
            "leads": ["skhcn.cntt"],
            "deadline": in_days(10),
            **fields,
        }
        with self.login_as(by):
            return getUtility(ITaskFactory).create(agency, given, by, source)

    def faults(self, by="nguyenthithuha", agency="skhcn", source=None, **fields):
        """(status, {(field, code)}) of an assignment that is refused."""
        with pytest.raises(Refused) as caught:
            self.give(by, agency, source, **fields)
        return caught.value.status, {(one.field, one.code) for one in caught.value.violations}

    def do(self, record, act, by, **data):
        with self.login_as(by):
            return IActs(record).perform(act, data)

    def refused(self, record, act, by, **data):
        """(status, codes) of an act that is refused."""
        with pytest.raises(Refused) as caught:
            self.do(record, act, by, **data)
        return caught.value.status, {one.code for one in caught.value.violations}

    def possible(self, record, by):
        """ids of the acts that this person could do now: set."""
        with self.login_as(by):
            return {act.id for act, violations in IActs(record).possible() if not violations}

    def bring_to(self, task, state, by="phamquochuy", above="nguyenthithuha"):
        """Play ``task`` to a state; ``by`` carries it out, ``above`` has given it."""
        if state == "assigned":
            return task
        if state == "returned":
            self.do(task, "bounce", by, reason="Không thuộc chức năng của phòng")
            return task
        self.do(task, "accept_task", by)
        steps = {
            "to_approve": [("complete", by, {"text": "Đã rà soát xong"})],
            "to_extend": [("ask_task_extension", by, {"until": in_days(20), "reason": "Chờ ý kiến các đơn vị"})],
            "to_close": [("propose_close", by, {"reason": "Không còn cần thiết nữa"})],
            "paused": [("pause", above, {"reason": "Chờ hướng dẫn mới của bộ"})],
            "closed": [("close_task", above, {"reason": "Không còn cần thiết nữa"})],
            "finished": [("complete", by, {"text": "Đã rà soát xong"}), ("approve_result", above, {})],
        }
        for act, who, data in steps.get(state, ()):
            self.do(task, act, who, **data)
        return task


def listed(box, userid, filters=None):
    """Subjects that a box shows to a person (who must be signed in)."""
    from qlvb.content.index.interfaces import IListing

    return [row.subject for row in getUtility(IListing).query(box, filters=filters).rows]
