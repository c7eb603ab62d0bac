from given_tasks import Tasks
from given_tasks import in_days
from linked import Speaker
from linked import served
from linked import switched_on
from province_system import ProvinceSystem
import pytest
from qlvb.workflows.tasklink.incoming import take_event
from qlvb.workflows.tasklink.incoming import take_task
from qlvb.workflows.tasklink.interfaces import ITaskLink


ACCOUNT = "hethongtinh"


@pytest.fixture(scope="module")
def server():
    yield from served(ProvinceSystem)


@pytest.fixture
def system(server):
    """The province's system, well behaved until told otherwise."""
    server.reset()
    return server


@pytest.fixture
def link(province, system, tmp_path, monkeypatch):
    """The link, switched on."""
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    return switched_on(ITaskLink, ACCOUNT, system)


class Province(Speaker):
    """What the province's system says, and what the agency does."""

    account = ACCOUNT

    def __init__(self, login_as, portal):
        super().__init__(login_as, portal)
        self.tasks = Tasks(login_as)
        self.events = 0

    def order(self, number="152/NV-UBND", **changes):
        order = {
            "number": number,
            "agency": "skhcn",
            "subject": "Báo cáo kết quả chuyển đổi số quý IV",
            "quotation": "Giao Sở Khoa học và Công nghệ báo cáo trước ngày 20.",
            "deadline": in_days(20).isoformat(),
            "document": "45/KH-UBND ngày 03/3/2026",
            "url": "https://nhiemvu.sonhai.example/152",
        }
        return {**order, **changes}

    def give(self, **changes):
        """(task, outcome)."""
        with self.speaks():
            return take_task(self.order(**changes), ACCOUNT, self.portal)

    def say(self, event, number="152/NV-UBND", **more):
        """(task, outcome) of a decision."""
        self.events += 1
        with self.speaks():
            return take_event({"id": f"e{self.events}", "number": number, "event": event, **more}, ACCOUNT, self.portal)


@pytest.fixture
def said(link, login_as, portal):
    return Province(login_as, portal)
