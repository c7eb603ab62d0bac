"""A worker killed in the middle of a taking over, and in the middle of a destruction: the next one ends both, once."""

import json
from live.archiving import ARCHIVIST
from live.archiving import DESTROYED
from live.archiving import MARK
from live.archiving import TRANSFERRED
from live.archiving import UNIT
from live.postgresql import dump
from live.site import TOP
from live.story import Story
import os
import pytest
from qlvb.policy.demo.accounts import PASSWORD
import subprocess
import sys
import time


EXECUTOR = "skhcnqtdv"
PATIENCE = 600  # seconds


@pytest.fixture
def archiving(live):
    """The process of ``live.archiving``: ``archiving()`` is what it says first, ``archiving("\n")`` what then."""
    path = [str(TOP / "develop-eggs"), *sys.path]
    environment = {**live.environment, "PYTHONPATH": os.pathsep.join(path)}
    command = [sys.executable, "-m", "live.archiving", "qlvb"]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def said(line=""):
            process.stdin.write(line)
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield said
        process.kill()


def kill_worker(site):
    """kill -9; there is none then."""
    for process in [one for one in site.processes if one.args[1] == "worker" and one.poll() is None]:
        process.kill()
        assert process.wait() == -9
        site.processes.remove(process)


def soon(what):
    """Look at once and often, as what is waited for is over in a moment; a new worker on a busy machine comes late."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if what():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to this")


def test_killed_in_the_middle_of_a_taking_over_and_of_a_destruction(live, archiving):
    site, story = live, Story(live)
    paths = archiving()
    transfer, disposal = (path.removeprefix("/qlvb/") for path in (paths["transfer"], paths["disposal"]))

    assert still_has(site, MARK.encode())

    def accepting():
        jobs = story.get(ARCHIVIST, f"{transfer}/@jobs")["items"]
        return any(job["kind"] == "transfer_accept" and job["state"] == "running" for job in jobs)

    def done():
        return sum(bool(item["done"]) for item in story.get(ARCHIVIST, f"{disposal}/@disposal")["items"])

    soon(lambda: story.try_act(ARCHIVIST, transfer, "accept_transfer").ok)
    soon(accepting)
    time.sleep(0.4)
    kill_worker(site)
    found = story.get(ARCHIVIST, f"{transfer}/@transfer", b_size=100)
    assert {item["state"]["id"] for item in found["items"]} == {"passed"}, "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(ARCHIVIST, transfer)["review_state"] == "accepted")
    people = {"keeper": ARCHIVIST, "witness": UNIT, "password": PASSWORD}
    story.act(EXECUTOR, disposal, "execute_disposal", people)
    soon(lambda: done() >= 2)
    kill_worker(site)
    assert 2 <= done() < DESTROYED, "the worker was faster"
    site.start("worker")
    soon(lambda: story.get(ARCHIVIST, disposal)["review_state"] == "executed")
    said = archiving("\n")
    assert said["faults"] == []
    assert said["taken"] == [["accepted", "archived", 1, "", True, None]] * TRANSFERRED
    assert said["destroyed"] == [[["destroyed", 1, 0, None]] * 2] * DESTROYED
    assert said["certified"] == 1 and said["certificate"]["not_destroyed"] == []
    assert sum(len(item["files"]) for item in said["certificate"]["destroyed"]) == DESTROYED
    assert said["destroyed"] and not still_has(site, MARK.encode())


def still_has(site, mark):
    """Names of what has the bytes: files of the blob directory or cache, the database as PostgreSQL gives it."""
    found = [path.name for path in (site.home / "var").glob("blob*/**/*") if path.is_file() and mark in path.read_bytes()]
    said = dump(site.dsn) if site.dsn else b""
    return [*found, *(["database"] if mark in said or mark.hex().encode() in said else [])]
