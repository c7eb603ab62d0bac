"""A place for packages, the closed dossier of the story, and the worker."""

from packaged import ARCHIVIST
from packaged import Upload
from packaged import make_catalogue
from packaged import make_dossier
from plone import api
import pytest
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.packages.ingesting.runs import Ingests
from zope.component import getUtility


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Packages lie here."""
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.delenv("QLVB_EARK_VALIDATOR", raising=False)
    return tmp_path / "packages"


@pytest.fixture(autouse=True)
def told(monkeypatch):
    """What jobs told of their progress: the test's own transaction holds the index, where they would have to wait."""
    found = []
    monkeypatch.setattr("qlvb.content.index.progress._write", lambda job, values: found.append((job, values)))
    return found


@pytest.fixture
def dossier(province, login_as):
    return make_dossier(province, login_as)


@pytest.fixture
def work():
    """Let the worker do what is due."""
    return lambda: getUtility(IRunner).run_pending()


@pytest.fixture
def receiver(province):
    """The archive of another agency; its archivist is the story's."""
    make_catalogue(province, "snv")
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=province["snv"])
    return "snv"


@pytest.fixture
def take(receiver, login_as, work):
    """``take(bytes)``: the Ingest, done."""

    def send(data, **options):
        with login_as(ARCHIVIST):
            run, _new = Ingests(ARCHIVIST).ask(receiver, Upload(data), **options)
        work()
        return run

    return send
