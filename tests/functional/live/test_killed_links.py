"""Links with systems of others on real storages: two presses and two people at once act once; a worker killed while it
sends is followed by one that sends the same again, each message once and in its order.
"""

from live.site import kill_worker
from live.story import Story
from live.story import at_once
from live.story import statuses
from live.story import upload
from onestop_story import submission
from onestop_system import OneStopSystem
from outgoing_story import pdf
from province_system import ProvinceSystem
from province_system import TOKEN
import pytest


LEADER, CLERK, ADMINISTRATOR = "nguyenthithuha", "vanthuskhcn", "quantri"
SUBMISSIONS = "api/onestop/v1/submissions"
PASSWORD = "Lien-thong-2026"
NEW_WORKER = 600  # seconds: on a busy machine it comes late


@pytest.fixture
def story(live):
    return Story(live)


@pytest.fixture
def onestop():
    """A one-stop system, a server of its own."""
    system = OneStopSystem()
    yield system
    system.stop()


@pytest.fixture
def province(live_sqlite):
    """The province's system of tasks; the link is off again afterwards."""
    system = ProvinceSystem()
    yield system
    Story(live_sqlite).as_(ADMINISTRATOR).patch("@province-link", json={"enabled": False})
    system.stop()


def account(story, userid):
    """An account for a system of others; returns the values of its link."""
    sent = {"username": userid, "email": f"{userid}@sonhai.example", "password": PASSWORD}
    made = story.as_(ADMINISTRATOR).post("@users", json=sent)
    assert made.status_code == 201, made.text
    return {"enabled": True, "account": userid, "token": TOKEN}


def waiting(story, subject):
    """Address of the document of this subject that waits for the leader's signature."""
    rows = story.get(LEADER, "@worklist", box="outgoing.onestop_to_sign", b_size=100)["items"]
    return next(row["@id"] for row in rows if row["subject"] == subject)


def kill_while_it_sends(story, came, system):
    """kill -9 of the worker when ``came()`` says that the other side has it and has not answered; another one starts."""
    story.until(came, bool)
    kill_worker(story.site)
    system.behaviour, system.filing = "confirm", "take"
    system.released.set()
    story.site.start("worker")


def test_a_submission_comes_once_ends_once_and_its_result_arrives(story, onestop):
    values = {**account(story, "motcuakhac"), "title": "Một cửa khác", "address": onestop.address, "units": ["skhcn"]}
    linked = story.as_(ADMINISTRATOR).put("@onestop-link", json=values)
    assert linked.status_code == 201, linked.text
    clients = [story.site.session("motcuakhac", PASSWORD) for _client in range(2)]

    def sent(client, key, **changes):
        headers = {"Idempotency-Key": key}
        return lambda: client.post(SUBMISSIONS, json=submission(**changes), headers=headers)

    def stands(uid):
        return clients[0].get(f"{SUBMISSIONS}/{uid}").json()

    def types(uid):
        return [one["type"] for one in stands(uid)["events"]]

    pressed = at_once(*(sent(client, "mot-lan", draft__subject="Gửi lặp") for client in clients))
    assert statuses(pressed) == [201, 201]
    first, same = (answer.json()["id"] for answer in pressed)
    assert first == same
    twice = {"externalId": "hai-lan", "caseCode": "H99-260105-0005", "draft__subject": "Hai khóa"}
    once = at_once(*(sent(client, f"lan-{place}", **twice) for place, client in enumerate(clients)))
    assert statuses(once) == [201, 409]
    second = next(answer.json()["id"] for answer in once if answer.ok)

    contested = waiting(story, "Hai khóa(H99-260105-0005)")
    ended = at_once(
        lambda: story.try_act(LEADER, contested, "return", {"reason": "Chưa đủ thành phần hồ sơ"}),
        lambda: clients[0].post(f"{SUBMISSIONS}/{second}/cancel", json={"reason": "Công dân rút hồ sơ"}),
    )
    assert statuses(ended) == [200, 409], [answer.text for answer in ended]
    assert types(second)[1:] in (["result.returned"], ["submission.cancelled"])

    paper = waiting(story, f"Gửi lặp({submission()['caseCode']})")
    story.act(LEADER, paper, "sign", {"capacity": "direct"})
    story.act(CLERK, paper, "number_and_seal")
    for uid in (first, second):
        story.until(lambda uid=uid: stands(uid)["events"], lambda told: all(one["state"] == "confirmed" for one in told))
    onestop.behaviour = "slow"
    clerks = [Story(story.site), Story(story.site)]
    for clerk in clerks:
        clerk.as_(CLERK)
    issued = at_once(*(lambda clerk=clerk: clerk.try_act(CLERK, paper, "transfer_dvc") for clerk in clerks))
    assert statuses(issued) == [200, 409], [answer.text for answer in issued]

    def results():
        return [one["id"] for one in onestop.events if one["type"] == "result.issued"]

    kill_while_it_sends(story, results, onestop)
    done = story.until(lambda: stands(first), lambda one: one["state"] == "delivered", NEW_WORKER)
    assert types(first) == ["submission.accepted", "submission.signed", "result.issued"]
    assert results() == [done["events"][-1]["id"]] * 2  # what was sent before the end has come again under its id


def test_files_of_a_report_arrive_though_the_worker_was_killed(live_sqlite, province):
    story = Story(live_sqlite)
    values = {**account(story, "tinhkhac"), "address": province.address}
    linked = story.as_(ADMINISTRATOR).patch("@province-link", json=values)
    assert linked.status_code == 200, linked.text
    client, number = story.site.session("tinhkhac", PASSWORD), "900/NV-UBND"
    order = {"number": number, "agency": "skhcn", "subject": "Báo cáo số liệu"}
    given = at_once(*(lambda: client.post("@province-tasks", json=order) for _press in range(2)))
    assert statuses(given) == [200, 201], [answer.text for answer in given]
    task = given[0].json()["@id"]

    def reports():
        return client.get("@province-tasks", params={"number": number}).json()["reports"]

    story.act(LEADER, task, "accept_task")
    story.until(reports, lambda told: told and all(one["report_state"] == "confirmed" for one in told))
    province.filing = "stall"
    data = pdf()
    story.act(LEADER, task, "report", {"progress": 10, "text": "Số liệu kèm theo", "files": [upload("", "so-lieu.pdf", data)]})
    kill_while_it_sends(story, lambda: province.files, province)
    told = story.until(reports, lambda found: all(one["report_state"] == "confirmed" for one in found), NEW_WORKER)
    assert list(province.files.values()) == [data]
    assert [method for method, _sha256 in province.sent_files] == ["HEAD", "PUT", "HEAD"]  # it was there already
    ours = [one["id"] for one in province.reports if one.get("number") == number]
    assert ours == [one["id"] for one in told]
