"""Dossiers, documents and cases."""

from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import person  # noqa: F401
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility
from dossier_fixtures import make_catalogue


@pytest.fixture
def dossier(province, clock, login_as):  # noqa: F811
    catalogue = make_catalogue(province)
    with login_as("hoangvanluu"):
        IActs(catalogue).perform("approve_catalogue", {})
    return getUtility(IDossierFinder).open_from_entry(catalogue, "02.CNTT", "leminhanh")


@pytest.fixture
def draft(dossier):
    return make_draft()


@pytest.fixture
def filed(dossier, draft):
    IDossierContents(dossier).add(draft, "leminhanh")
    return draft
