"""A catalogue of the story, and documents to be filed."""

from dossier_fixtures import approved  # noqa: F401
from dossier_fixtures import catalogue  # noqa: F401
from dossier_fixtures import document  # noqa: F401
from dossier_fixtures import held  # noqa: F401
from dossier_fixtures import perform  # noqa: F401
from dossier_fixtures import refused  # noqa: F401
from dossier_fixtures import state  # noqa: F401
import pytest
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.interfaces import IListing
from zope.component import getUtility


@pytest.fixture
def dossier(approved):
    """An open one of Lê Minh Anh."""
    return getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")


@pytest.fixture
def box(login_as):
    def uids(userid, name):
        with login_as(userid):
            return [row.uid for row in getUtility(IListing).query(name).rows]

    return uids
