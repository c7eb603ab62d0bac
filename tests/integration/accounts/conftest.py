import pytest
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


@pytest.fixture
def accounts(province):
    return getUtility(IAccounts)


@pytest.fixture
def act(province, login_as):
    """``act(name, userid, by, **values)`` performs an act on somebody's account."""

    def act(name, userid, by="skhcnqtdv", **values):
        with login_as(by):
            return IActs(province["people"][userid]).perform(name, values)

    return act
