from given_tasks import Tasks
import pytest
from qlvb.policy.testing import PASSWORD
import requests
from served import Session
import transaction


@pytest.fixture
def tasks(functional_province, login_as):
    return Tasks(login_as)


@pytest.fixture
def task(tasks):
    made = tasks.give()
    transaction.commit()
    return made


@pytest.fixture
def rest(functional_province):
    """A REST client of a person."""
    return lambda userid: Session(functional_province.absolute_url(), userid)


@pytest.fixture
def page(functional_province):
    """Markup of a page for a person; anything but 200 fails."""

    def fetch(userid, address, **options):
        url = address if address.startswith("http") else f"{functional_province.absolute_url()}/{address}"
        answer = requests.get(url, auth=(userid, PASSWORD), headers={"Accept-Language": "vi"}, timeout=60, **options)
        assert answer.status_code == 200, (url, answer.status_code, answer.text[-2000:])
        return answer

    return fetch
