"""The life of an outgoing document over REST, and what REST refuses."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import open_registers
import pytest
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.transitions import state_of
import re
import requests
import transaction


class Client(requests.Session):
    """A person of the story at the REST interface of one document."""

    def __init__(self, userid, address):
        super().__init__()
        self.auth = (userid, PASSWORD)
        self.headers.update({"Accept": "application/json", "Accept-Language": "vi"})
        self.address = address

    def does(self, act_id, key=None, **data):
        headers = {"Idempotency-Key": key} if key else {}
        return self.post(f"{self.address}/@acts/{act_id}", json=data, headers=headers)

    def reads(self, service):
        return self.get(f"{self.address}/{service}")


@pytest.fixture
def draft(functional_province, keys):
    open_registers()
    document = make_draft()
    transaction.commit()
    return document


@pytest.fixture
def client(draft):
    return lambda userid: Client(userid, draft.absolute_url())


def error(answer):
    return answer.status_code, answer.json()["error"]["type"]


def test_the_whole_life(draft, client):
    drafter, reviewer, signatory, clerk = (client(userid) for userid in (DRAFTER, REVIEWER, SIGNATORY, CLERK))
    listing = drafter.reads("@acts").json()
    submit = next(item for item in listing["items"] if item["id"] == "submit")
    assert listing["state"] == {"id": "draft", "title": "Dự thảo"}
    assert submit["schema"]["properties"]["receiver"]["default"] == REVIEWER
    assert drafter.does("submit", receiver=REVIEWER).json()["state"] == "in_review"
    assert reviewer.does("approve", comment="Đồng ý").json()["state"] == "to_sign"
    assert signatory.does("sign", capacity="direct").json()["state"] == "to_issue"
    numbered = clerk.does("number", key="n1")
    assert numbered.json()["reference"] == "01/SKHCN-CNTT&CĐS"
    assert clerk.does("number", key="n1").json() == numbered.json()
    assert clerk.does("seal").json()["state"] == "numbered"
    issued = clerk.does("issue")
    assert issued.status_code == 200, issued.text
    assert issued.json()["state"] == "issued"
    route = drafter.reads("@route").json()
    assert [item["outcome"] for item in route["items"]] == ["submitted", "approved", "signed", "issued"]
    assert route["standing"]["sentence"] == "Đã phát hành; 0/1 nơi nhận đã tiếp nhận, còn 1 nơi chưa."


def test_plone_s_own_workflow_service_runs_acts_only(draft, client):
    for userid in (DRAFTER, "quantri"):
        for transition in ("enter_review", "cancel", "issue"):
            answer = client(userid).post(f"{draft.absolute_url()}/@workflow/{transition}", json={})
            assert answer.status_code in (400, 401, 403, 404, 409), (userid, transition)
    transaction.begin()
    assert state_of(draft) == "draft"
    assert client(DRAFTER).reads("@workflow").json()["transitions"] != []


def test_the_management_interface_fires_nothing(draft, functional_province):
    address = f"{functional_province.absolute_url()}/{'/'.join(draft.getPhysicalPath()[2:])}"
    for userid in (DRAFTER, "quantri"):
        for action in ("enter_review", "cancel"):
            requests.get(
                f"{address}/content_status_modify",
                params={"workflow_action": action},
                auth=(userid, PASSWORD),
                allow_redirects=False,
            )
    transaction.begin()
    assert state_of(draft) == "draft"


def test_two_at_once_one_wins(draft, client):
    client(DRAFTER).does("submit", receiver=REVIEWER)
    people = [client(REVIEWER) for _ in range(2)] + [client(DRAFTER)]
    acts = ["approve", "approve", "withdraw"]
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda pair: pair[0].does(pair[1]), zip(people, acts, strict=True)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[0] == 200 and statuses.count(200) == 1
    assert set(statuses[1:]) <= {401, 403, 409}


def test_double_click(draft, client):
    drafter = client(DRAFTER)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: drafter.does("submit", key="click", receiver=REVIEWER), range(2)))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()


def test_strangers_see_no_acts(draft, client):
    assert client("vanthusnv").reads("@acts").status_code in (401, 403)
    assert client("vanthusnv").does("submit", receiver=REVIEWER).status_code in (401, 403)


def test_form_of_an_act_in_the_site(draft, client):
    page = client(DRAFTER).get(f"{draft.absolute_url()}/@@act/submit", headers={"Accept": "text/html"})
    assert page.status_code == 200
    text = unescape(page.text)
    assert "Lãnh đạo nhận" in text
    assert re.search(r'<option[^>]*selected[^>]*>\s*Phạm Quốc Huy', text)
    assert client(REVIEWER).get(f"{draft.absolute_url()}/@@act/submit").status_code in (401, 403)


@pytest.mark.parametrize("userid, asked", [(SIGNATORY, False), (REVIEWER, True)])
def test_only_those_who_sign_by_authorisation_are_asked_for_it(draft, client, userid, asked):
    draft.signatory = userid
    transaction.commit()
    client(DRAFTER).does("submit", receiver=userid)
    page = client(userid).get(f"{draft.absolute_url()}/@@act/sign", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert ("Văn bản ủy quyền" in unescape(page.text)) is asked


def test_clerks_numbering_at_once_get_consecutive_numbers(functional_province, keys):
    """Several drafts, one register, all at once: no gap, no double, no error."""
    open_registers()
    documents = [make_draft(subject=f"V/v việc thứ {number}") for number in range(5)]
    transaction.commit()
    addresses = [document.absolute_url() for document in documents]
    for address in addresses:
        assert Client(DRAFTER, address).does("submit", receiver=SIGNATORY).status_code == 200
        assert Client(SIGNATORY, address).does("sign", capacity="direct").status_code == 200
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda address: Client(CLERK, address).does("number_and_seal"), addresses))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert sorted(answer.json()["number"] for answer in answers) == [1, 2, 3, 4, 5]
