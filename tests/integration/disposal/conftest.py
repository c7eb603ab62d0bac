"""The site in the year in which dossiers of the story are due."""

from disposing import LATER
from dossier_fixtures import approved  # noqa: F401
from dossier_fixtures import catalogue  # noqa: F401
from outgoing_story import cast  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import pdf
from outgoing_story import person  # noqa: F401
import pytest
from qlvb.content.clock import held
from qlvb.workflows.renditions.interfaces import IConverter
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


@pytest.fixture
def later(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path_factory.mktemp("audit")))
    with held(LATER):
        yield LATER
