"""Many clients at one time, on real storages: numbers without gap or double, one winner, no effect twice."""

from concurrent.futures import ThreadPoolExecutor
from live.story import Story
import pytest


CLIENTS = 20
CLERK = "vanthuskhcn"


@pytest.fixture
def story(live):
    return Story(live)


def register_of(story):
    """Address of the register of official letters of the Sở KH&CN."""
    found = story.get(CLERK, "skhcn/registers", metadata_fields="UID")["items"]
    return next(item["@id"] for item in found if "/cong-van-di-" in item["@id"])


def issue(arguments):
    """What one client does: number, seal and issue; (what was refused, number)."""
    site, letter = arguments
    client = Story(site)
    answers = [client.try_act(CLERK, letter, act) for act in ("number", "seal", "issue")]
    refused = [(answer.status_code, answer.text) for answer in answers if answer.status_code != 200]
    return refused, answers[0].json().get("number")


def test_twenty_clients_issue_in_one_register(story, live):
    letters = story.signed_letters(CLIENTS)
    book = register_of(story)
    first = story.get(CLERK, f"{book}/@register")["register"]["next_number"]
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = list(pool.map(issue, [(live, letter) for letter in letters]))
    assert [refused for refused, _number in done if refused] == [], live.said()
    assert sorted(number for _refused, number in done) == list(range(first, first + CLIENTS))
    seen = story.get(CLERK, f"{book}/@register", sort_order="descending", b_size=CLIENTS, check=1)
    assert [item["number"] for item in seen["items"]] == list(range(first + CLIENTS - 1, first - 1, -1))
    assert {item["status"] for item in seen["items"]} == {"taken"}
    assert [finding for finding in seen["findings"] if finding["fault"]] == []
    for codes_letter in letters[:: CLIENTS - 1]:
        assert story.get(CLERK, codes_letter)["review_state"] == "issued"


def both(story, call):
    """The answers to ``call(client)`` of two clients of the same clerk at one time."""
    clients = [Story(story.site), Story(story.site)]
    for client in clients:
        client.as_(CLERK)
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(call, clients))


def test_of_two_clients_at_once_one_wins_and_one_is_told(story):
    letter = story.signed_letter("V/v hai người cùng cấp số")
    answers = both(story, lambda client: client.try_act(CLERK, letter, "number", {"expected_state": "to_issue"}))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    told = next(answer for answer in answers if answer.status_code == 409).json()["error"]
    assert told["type"] == "someone_was_faster"
    assert "Đỗ Thanh Mai đã thực hiện “Cấp số”" in told["message"]
    again = story.try_act(CLERK, letter, "number")
    assert again.status_code == 409
    assert again.json()["error"]["violations"][0]["message"]


def test_the_same_key_twice_at_once_acts_once(story):
    letter = story.signed_letter("V/v gửi lặp một yêu cầu")
    book = register_of(story)
    before = story.get(CLERK, f"{book}/@register")["items_total"]
    answers = both(story, lambda client: client.try_act(CLERK, letter, "number", key="mot-lan-thoi"))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert story.get(CLERK, f"{book}/@register")["items_total"] == before + 1
    journal = story.get(CLERK, f"{letter}/@journal", event="act.number")
    assert journal["items_total"] == 1
