from given_tasks import Tasks
from given_tasks import in_days
from plone import api
from province_system import TOKEN
from province_system import ProvinceSystem
import pytest
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.tasklink.incoming import take_event
from qlvb.workflows.tasklink.incoming import take_task
from qlvb.workflows.tasklink.interfaces import ITaskLink
from zope.component import getUtility


ACCOUNT = "hethongtinh"


@pytest.fixture(scope="module")
def server():
    system = ProvinceSystem()
    yield system
    system.stop()


@pytest.fixture
def system(server):
    """The province's system, well behaved until told otherwise."""
    server.behaviour = "confirm"
    server.requests.clear()
    server.released.clear()
    server.files.clear()
    server.sent_files.clear()
    server.filing = "take"
    return server


@pytest.fixture
def link(province, system, tmp_path, monkeypatch):
    """The link, switched on."""
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    api.user.create(email="tinh@sonhai.example", username=ACCOUNT, password=PASSWORD)
    found = getUtility(ITaskLink)
    found.change({"enabled": True, "address": system.address, "account": ACCOUNT, "token": TOKEN})
    return found


class Province:
    """What the province's system says, and what the agency does."""

    def __init__(self, login_as, portal):
        self.login_as = login_as
        self.portal = portal
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
        with self.login_as(ACCOUNT):
            return take_task(self.order(**changes), ACCOUNT, self.portal)

    def say(self, event, number="152/NV-UBND", **more):
        """(task, outcome) of a decision."""
        self.events += 1
        with self.login_as(ACCOUNT):
            return take_event({"id": f"e{self.events}", "number": number, "event": event, **more}, ACCOUNT, self.portal)

    def work(self):
        """Let the worker do what is due."""
        return getUtility(IRunner).run_pending()


@pytest.fixture
def said(link, login_as, portal):
    return Province(login_as, portal)
