from given_tasks import Tasks
import pytest


@pytest.fixture
def tasks(province, login_as):
    return Tasks(login_as)


@pytest.fixture
def task(tasks):
    """A task of the director for the department of information technology."""
    return tasks.give()
