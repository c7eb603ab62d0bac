"""A worker killed while it hands the work of two departments on: the next one ends it, each record once."""

from live.reorganising import AGENCY
from live.reorganising import DRAFTS
from live.reorganising import NEW
from live.reorganising import TASKS
from live.reorganising import UNITS
from live.site import kill_worker
from live.story import Story
from qlvb.content import clock


SYSTEM = "quantri"


def test_killed_in_the_middle_of_a_reorganisation(live, beside, soon):
    """Stretches of a hundred: those that are committed stay, the one at hand is done again from its beginning."""
    site, story, reorganising = live, Story(live), beside("live.reorganising")
    uids = reorganising()
    today = clock.today().isoformat()
    change = {
        "agency": AGENCY,
        "kind": "merge_units",
        "units": list(UNITS),
        "successors": [NEW],
        "decision": "45/QĐ-SNV",
        "decision_date": today,
        "effective": today,
    }
    drafted = story.as_(SYSTEM).post("@reorganisations", json=change)
    assert drafted.status_code == 201, drafted.text
    address = f"@reorganisations/{drafted.json()['id']}"
    for step in ("try", "confirm"):
        answer = story.as_(SYSTEM).post(f"{address}/{step}", json={})
        assert answer.status_code == 200, answer.text

    def done():
        return story.get(SYSTEM, address)["progress"]["done"]

    soon(lambda: done() >= 100)
    kill_worker(site)
    found = story.get(SYSTEM, address)
    assert found["state"] == "running" and 100 <= found["progress"]["done"] < len(uids), "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(SYSTEM, address)["state"] == "done", every=0.3)
    found = story.get(SYSTEM, address)
    assert found["moved"] == {"OutgoingDocument": DRAFTS, "Task": TASKS}
    assert found["progress"] == {"done": len(uids), "total": len(uids)}
    assert [event["event"] for event in found["history"]] == ["made", "tried", "confirmed", "began", "done"]
    said = reorganising("\n")
    assert said["faults"] == []
    assert said["records"] == [[found["made"][0], 1, None]] * len(uids)
    assert said["told"] == 1
