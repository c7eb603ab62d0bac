"""A worker killed in the middle of what it does to many records: the next one ends it, each record once."""

import json
from live.archiving import ARCHIVIST
from live.archiving import DESTROYED
from live.archiving import MARK
from live.archiving import TRANSFERRED
from live.archiving import UNIT
from live.following import FOLLOWED
from live.following import NEW
from live.following import OLD
from live.following import OTHERS
from live.following import WHY
from live.packing import DAY
from live.postgresql import dump
from live.site import kill_worker
from live.story import Story
import os
from qlvb.policy.demo.accounts import PASSWORD
import signal
import time


EXECUTOR = "skhcnqtdv"


def test_killed_in_the_middle_of_a_taking_over_and_of_a_destruction(live, beside, soon):
    site, story, archiving = live, Story(live), beside("live.archiving")
    paths = archiving()
    transfer, disposal = (path.removeprefix("/qlvb/") for path in (paths["transfer"], paths["disposal"]))

    assert still_has(site, MARK.encode())

    def accepting():
        jobs = story.get(ARCHIVIST, f"{transfer}/@jobs")["items"]
        return any(job["kind"] == "transfer_accept" and job["state"] == "running" for job in jobs)

    def done():
        return sum(bool(item["done"]) for item in story.get(ARCHIVIST, f"{disposal}/@disposal")["items"])

    soon(lambda: story.try_act(ARCHIVIST, transfer, "accept_transfer").ok, every=0.3)
    soon(accepting)
    time.sleep(0.4)
    kill_worker(site)
    found = story.get(ARCHIVIST, f"{transfer}/@transfer", b_size=100)
    assert {item["state"]["id"] for item in found["items"]} == {"passed"}, "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(ARCHIVIST, transfer)["review_state"] == "accepted", every=0.3)
    people = {"keeper": ARCHIVIST, "witness": UNIT, "password": PASSWORD}
    story.act(EXECUTOR, disposal, "execute_disposal", people)
    soon(lambda: done() >= 2)
    kill_worker(site)
    assert 2 <= done() < DESTROYED, "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(ARCHIVIST, disposal)["review_state"] == "executed", every=0.3)
    said = archiving("\n")
    assert said["faults"] == []
    assert said["taken"] == [["accepted", "archived", 1, "", True, None]] * TRANSFERRED
    assert said["destroyed"] == [[["destroyed", 1, 0, None]] * 2] * DESTROYED
    assert said["certified"] == 1 and said["certificate"]["not_destroyed"] == []
    assert sum(len(item["files"]) for item in said["certificate"]["destroyed"]) == DESTROYED
    assert said["destroyed"] and not still_has(site, MARK.encode())


def test_killed_in_the_middle_of_following_the_schedule(live, beside, soon):
    """Stretches of a hundred: those that are committed stay, the one at hand is done again from its beginning."""
    site, story, following = live, Story(live), beside("live.following")
    uids = following()
    asked = story.as_(ARCHIVIST).post("skhcn/@retention-changes", json={"reason": WHY, "uids": uids})
    assert asked.status_code == 202, asked.text
    run = asked.json()["@id"]

    def done():
        return story.get(ARCHIVIST, run)["done"]

    soon(lambda: done() >= 100)
    kill_worker(site)
    assert 100 <= done() < FOLLOWED, "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(ARCHIVIST, run)["state"] == "done", every=0.3)
    found = story.get(ARCHIVIST, run)
    assert (found["changed"], found["refused"], found["done"]) == (FOLLOWED, 0, FOLLOWED)
    said = following("\n")
    assert said["faults"] == []
    assert said["dossiers"] == [[NEW, NEW, [[ARCHIVIST, WHY, "05 năm", "20 năm"]], None]] * FOLLOWED
    assert said["others"] == [[OLD, OLD, [], None]] * OTHERS


def test_killed_in_the_middle_of_a_package_of_documents(live, beside, soon):
    """Nobody sees half a package: the next worker builds it anew, and each document says once that it was packed."""
    site, story, packing = live, Story(live), beside("live.packing")
    uids = packing()
    body = {"kind": "AIP", "source": "1", "from": DAY.isoformat(), "to": DAY.isoformat(), "title": "Văn bản đến"}
    asked = story.as_(ARCHIVIST).post("skhcn/@document-packages", json=body)
    assert asked.status_code == 202 and asked.json()["documents"] == len(uids), asked.text
    package = asked.json()["@id"]
    written = site.home / "var" / "packages"

    def found():
        return story.get(ARCHIVIST, package)

    soon(lambda: any(path.is_file() for path in written.rglob("*")))
    kill_worker(site)
    assert found()["state"] == "running", found()["findings"]
    assert story.as_(ARCHIVIST).get(f"{package}/file").status_code == 409
    site.start("worker")
    soon(lambda: found()["state"] == "done", every=0.3)
    said = packing("\n")
    assert (said["faults"], said["errors"], said["damage"]) == ([], [], "")
    assert (said["told"], said["journals"]) == ([1] * len(uids), [None] * len(uids))
    assert said["files"] == sorted([said["filename"], "report.json"])
    assert story.as_(ARCHIVIST).get(f"{package}/file").status_code == 200


def still_has(site, mark):
    """Names of what has the bytes: files of the blob directory or cache, the database as PostgreSQL gives it."""
    found = [path.name for path in (site.home / "var").glob("blob*/**/*") if path.is_file() and mark in path.read_bytes()]
    said = dump(site.dsn) if site.dsn else b""
    return [*found, *(["database"] if mark in said or mark.hex().encode() in said else [])]


def test_killed_in_the_middle_of_a_look_at_all_files(live, beside):
    """The next pass goes on behind the last record that was written down: no file twice, none left out, a fault told once."""
    looking, looked = beside("live.looking"), beside("live.looked")
    begun = looking()
    assert looking("\n") != "through"
    assert [looking() for _record in range(2)].count("through") == 0, "the pass was faster"
    os.kill(begun["pid"], signal.SIGKILL)
    said = looked(f"{json.dumps(begun['uids'])}\n")
    assert said["before"] < said["whole"]
    assert said["resumed"] == [said["whole"], True]
    assert said["told"] == [0] * (len(begun["uids"]) - 1) + [1]
    assert said["open"] == []
