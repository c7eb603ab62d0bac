from archive_fixtures import make_box
from archive_fixtures import make_dossiers
import pytest
from qlvb.workflows.acts.interfaces import IActs


@pytest.fixture
def dossiers(province):
    return make_dossiers(province)


@pytest.fixture
def box(province):
    return make_box(province, capacity=2, count=2)


@pytest.fixture
def does(login_as):
    """``does("hoangvanluu", record, "act", key=value)``."""

    def perform(userid, record, act, **data):
        with login_as(userid):
            return IActs(record).perform(act, data)

    return perform
