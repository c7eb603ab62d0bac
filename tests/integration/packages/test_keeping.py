"""What is kept of packages, and until when."""

from contextlib import nullcontext
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

    @pytest.mark.parametrize("while_", ["written", "judged", "refused"])
    def test_what_is_being_built_is_called_off(self, dossier, login_as, work, monkeypatch, caplog, while_):
        """The builder stops at the next bytes, leaves no file and writes down no package."""
        entry = ask(dossier, login_as)
        packages = IDossierPackages(dossier)

        def call_off(done):
            if done and packages.all():
                assert packages.state(entry) == "running"
                packages.remove(entry.id, ARCHIVIST)
                shutil.rmtree(packages.directory(entry))  # as after the commit of whoever calls off
            return [] if while_ == "judged" else [Finding("zip_broken")]

        if while_ == "written":
            monkeypatch.setattr(jobs, "telling", lambda name, total: nullcontext(call_off))
        else:
            monkeypatch.setattr(packaging, "_judge", call_off)
        work()
        assert packages.all() == [] and not packages.directory(entry).exists()
        events = [one.event for one in IJournal(dossier).entries()]
        assert "package_called_off" in events and not {"package_built", "package_failed"} & set(events)
        assert [one.message for one in caplog.records if one.levelname == "ERROR"] == []
