"""The finished dossier of the story, committed and served; packages lie in the test's directory."""

from packaged import ARCHIVIST
from packaged import make_catalogue
from packaged import make_dossier
from plone import api
import pytest
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


@pytest.fixture
def dossier(functional_province, login_as, tmp_path, monkeypatch):
    """Address of the dossier; its archivist keeps the archive of another agency, too, which may take packages in."""
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.delenv("QLVB_EARK_VALIDATOR", raising=False)
    made = make_dossier(functional_province, login_as)
    make_catalogue(functional_province, "snv")
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=functional_province["snv"])
    transaction.commit()
    return made.absolute_url()


@pytest.fixture
def work():
    """Let the worker do what is due."""

    def run():
        getUtility(IRunner).run_pending()
        transaction.commit()

    return run
