from archive_fixtures import add_document
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
from contextlib import ExitStack
from datetime import date
import pytest
from qlvb.content import clock
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.readings.creation import create_reading
from zope.component import getUtility


#: A Monday.
TODAY = date(2026, 11, 23)


class Days:
    """The clock of the tests: ``days.set(date)``."""

    def __init__(self, stack):
        self.stack = stack
        self.set(TODAY)

    def set(self, day):
        self.stack.enter_context(clock.held(day))

    def now(self):
        return clock.now()


@pytest.fixture
def days():
    with ExitStack() as stack:
        yield Days(stack)


@pytest.fixture
def runner():
    return getUtility(IRunner)


@pytest.fixture
def dossier(province):
    return make_dossiers(province, 1)[0]


@pytest.fixture
def filled(dossier, login_as):
    """A dossier with one document of two pages."""
    with login_as("leminhanh"):
        add_document(dossier, pdf(2))
    return dossier


@pytest.fixture
def ask():
    def make(dossier, /, kind="paper", by="leminhanh", requester=None, **values):
        fields = {"kind": kind, "record": dossier.UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
        return create_reading("skhcn", {**fields, **values}, by, by if requester is None else requester)

    return make


@pytest.fixture
def does(login_as):
    """``does("hoangvanluu", record, "act", key=value)``."""

    def perform(userid, target, act, /, **data):
        with login_as(userid):
            return IActs(target).perform(act, data)

    return perform
