"""The finished dossier of the story, committed and served; packages lie in the test's directory."""

from packaged import make_dossier
import pytest
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


@pytest.fixture
def dossier(functional_province, login_as, tmp_path, monkeypatch):
    """Address of the dossier."""
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.delenv("QLVB_EARK_VALIDATOR", raising=False)
    made = make_dossier(functional_province, login_as)
    transaction.commit()
    return made.absolute_url()


@pytest.fixture
def work():
    """Let the worker do what is due."""

    def run():
        getUtility(IRunner).run_pending()
        transaction.commit()

    return run
