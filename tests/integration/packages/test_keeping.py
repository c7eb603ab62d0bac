"""What is kept of packages, and until when."""

from contextlib import nullcontext
from pathlib import Path
from packaged import ARCHIVIST
from packaged import ask
from plone import api
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.packages.interfaces import Finding
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.packages import jobs
from qlvb.workflows.packages import packaging
from qlvb.workflows.packages.interfaces import IDossierPackages
import shutil
import time


def slow_validator(directory, started):
    """A command that waits for a program which it has started; numbers of both processes come into ``started``."""
    command = directory / "validator"
    command.write_text(f"#!/bin/sh\nsleep 60 &\necho $$ $! > {started}.new\nmv {started}.new {started}\nwait\n")
    command.chmod(0o755)
    return command


def is_alive(number):
    """bool: the process runs; a dead one may wait for whoever inherited it to take notice."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class TestKept:
    def test_the_same_request_twice_is_one_package(self, dossier, login_as, work):
        first, second = ask(dossier, login_as), ask(dossier, login_as)
        assert first.id == second.id
        assert ask(dossier, login_as, "AIP").id != first.id
        work()
        assert [IDossierPackages(dossier).state(one) for one in IDossierPackages(dossier).all()] == ["done", "done"]
        assert ask(dossier, login_as).id != first.id

    def test_a_destroyed_dossier_keeps_no_package(self, dossier, login_as, work):
        ask(dossier, login_as)
        work()
        fire(dossier, "destroy")
        assert IDossierPackages(dossier).all() == []
        assert "packages_purged" in [one.event for one in IJournal(dossier).entries()]
        assert api.content.get_state(dossier) == "destroyed"

    def test_removed_by_the_archivist(self, dossier, login_as, work):
        entry = ask(dossier, login_as)
        work()
        IDossierPackages(dossier).remove(entry.id, ARCHIVIST)
        with pytest.raises(Refused) as raised:
            IDossierPackages(dossier).get(entry.id)
        assert raised.value.status == 404

    def test_what_still_waits_is_called_off(self, dossier, login_as, work):
        """Nobody waits for a package that he did not want, nor for a disk that stays full."""
        entry, other = ask(dossier, login_as), ask(dossier, login_as, "AIP")
        IDossierPackages(dossier).remove(entry.id, ARCHIVIST)
        work()
        assert [(one.id, IDossierPackages(dossier).state(one)) for one in IDossierPackages(dossier).all()] == [(other.id, "done")]
        events = [one.event for one in IJournal(dossier).entries()]
        assert events.count("package_called_off") == 1 and events.count("package_built") == 1

    @pytest.mark.parametrize("while_", ["written", "judged", "refused", "judged by others"])
    def test_what_is_being_built_is_called_off(self, dossier, login_as, work, monkeypatch, caplog, tmp_path, while_):
        """The builder stops at the next bytes, leaves no file and no process, and writes down no package."""
        entry = ask(dossier, login_as)
        packages = IDossierPackages(dossier)
        started = tmp_path / "started"
        if while_ == "judged by others":
            monkeypatch.setenv("QLVB_EARK_VALIDATOR", str(slow_validator(tmp_path, started)))

        def call_off(done, step=None):
            if while_ == "judged by others" and not started.exists():
                return []
            if done and packages.all():
                assert packages.state(entry) == "running"
                packages.remove(entry.id, ARCHIVIST)
                shutil.rmtree(packages.directory(entry))  # as after the commit of whoever calls off
            return [] if while_ == "judged" else [Finding("zip_broken")]

        if while_ in ("written", "judged by others"):
            monkeypatch.setattr(jobs, "telling", lambda name, total: nullcontext(call_off))
        else:
            monkeypatch.setattr(packaging, "_judge", call_off)
        begun = time.monotonic()
        work()
        assert packages.all() == [] and not packages.directory(entry).exists()
        if while_ == "judged by others":
            assert time.monotonic() - begun < 30, "the validator sleeps for a minute"
            until = time.monotonic() + 5
            while (left := [one for one in started.read_text().split() if is_alive(one)]) and time.monotonic() < until:
                time.sleep(0.05)
            assert left == []
        events = [one.event for one in IJournal(dossier).entries()]
        assert "package_called_off" in events and not {"package_built", "package_failed"} & set(events)
        assert [one.message for one in caplog.records if one.levelname == "ERROR"] == []
