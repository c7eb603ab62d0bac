"""The site in the year in which dossiers of the story are due."""

from disposing import LATER
from disposing import WORD
from disposing import expired_dossier
from dossier_fixtures import approved  # noqa: F401
from dossier_fixtures import catalogue  # noqa: F401
from outgoing_story import cast  # noqa: F401
from outgoing_story import pdf
from outgoing_story import person  # noqa: F401
import pytest
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.disposal import jobs
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.signing import demo_ca
from zope.component import getGlobalSiteManager
from zope.interface import implementer


@implementer(IConverter)
class Printer:
    """Makes a PDF of anything."""

    def available(self):
        return True

    def convert(self, data, suffix):
        return pdf()


@pytest.fixture(autouse=True)
def printer():
    manager = getGlobalSiteManager()
    before = manager.queryUtility(IConverter)
    manager.registerUtility(Printer(), IConverter)
    yield
    manager.registerUtility(before, IConverter)


@pytest.fixture(scope="session")
def later_keys(tmp_path_factory):
    """Keys that are valid in that year."""
    directory = tmp_path_factory.mktemp("later-keys")
    with held(LATER):
        demo_ca.ensure(directory, (), [{"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"}])
    return directory


@pytest.fixture
def keys(later_keys, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(later_keys))


@pytest.fixture(autouse=True)
def no_scrubbing(monkeypatch):
    """Nothing is ever committed here, so the index has nothing to give up: tests/functional/rest scrubs."""
    monkeypatch.setattr(jobs, "scrub", lambda: None)


@pytest.fixture
def later(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path_factory.mktemp("audit")))
    with held(LATER):
        yield LATER


@pytest.fixture
def expired(approved, later, keys):
    """A dossier with two documents, the text of one of them known to the search."""
    dossier, documents = expired_dossier(approved, documents=2)
    version = IFileStore(documents[0]).main().current
    version.set_text(f"Nội dung có từ {WORD}")
    documents[0].reindexObject()
    return dossier, documents
