from datetime import timedelta
from given_tasks import Tasks
from outgoing_story import make_draft
import pytest
from qlvb.content import clock
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.reorganisation import acts
from received import Actors
from received import open_registers
from received import received
from zope.component import getUtility


SYSTEM = "quantri"


@pytest.fixture
def values():
    """``values(kind, units, *successors, **more)`` -> what form and REST send about departments of Sở KH&CN."""

    def values(kind, units, *successors, **more):
        today = clock.today()
        return {
            "agency": "skhcn",
            "kind": kind,
            "units": list(units),
            "successors": [one if isinstance(one, dict) else {"id": one} for one in successors],
            "decision": "45/QĐ-SKHCN",
            "decision_date": (today - timedelta(days=3)).isoformat(),
            "effective": today.isoformat(),
            **more,
        }

    return values


@pytest.fixture
def carry_out(province, values):
    """Draft, try, confirm, let the worker run: the Plan."""

    def carry_out(*args, **more):
        plan = acts.draft(values(*args, **more), SYSTEM)
        acts.try_out(plan.id, SYSTEM)
        acts.confirm(plan.id, SYSTEM)
        getUtility(IRunner).run_pending()
        return plan

    return carry_out


@pytest.fixture
def tasks(province, login_as):
    return Tasks(login_as)


@pytest.fixture
def draft(province):
    """Lê Minh Anh's draft, of the department of information technology."""
    return make_draft(files=False)


@pytest.fixture
def arrival(province, login_as):
    """An incoming document on which Lê Minh Anh works for the department."""
    open_registers("skhcn")
    document, actors = received("skhcn", "vanthuskhcn", issuing_body="Sở Nội vụ"), Actors(login_as)
    actors.do(document, "accept", "vanthuskhcn")
    actors.do(document, "present", "vanthuskhcn", leader="nguyenthithuha", proposal="Kính trình")
    actors.do(document, "direct", "nguyenthithuha", text="Chủ trì", lead=["leminhanh"], working_days=5)
    return document
