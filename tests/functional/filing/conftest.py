"""A committed catalogue of the story, and sessions of its people."""

import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.policy.demo.catalogues import entry_row
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
import requests
import transaction
from zope.component import getUtility


YEAR = 2026


@pytest.fixture
def catalogue(functional_province, login_as):
    """An approved catalogue of the year with a dossier opened by Lê Minh Anh."""
    found = add_catalogue(
        functional_province["skhcn"]["dossiers"],
        YEAR,
        [{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}],
        [
            entry_row((1, "cntt", "Hồ sơ hạ tầng", None, "phamquochuy"), YEAR),
            entry_row((2, "cntt", "Hồ sơ nâng cấp phần mềm QLVB năm {year}", 10, "leminhanh"), YEAR),
        ],
    )
    with login_as("hoangvanluu"):
        IActs(found).perform("approve_catalogue", {"decision": "05/QĐ-SKHCN"})
    getUtility(IDossierFinder).open_from_entry(found, "02.CNTT", "leminhanh")
    transaction.commit()
    return found


@pytest.fixture
def dossier(catalogue):
    return getUtility(IDossierFinder).opened(catalogue, "02.CNTT")


@pytest.fixture
def document(functional_province, login_as):
    with login_as("leminhanh"):
        data = {
            "subject": "V/v triển khai phần mềm",
            "document_type": "official_letter",
            "drafter": "leminhanh",
            "page_count": 3,
        }
        found = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, "leminhanh")
    transaction.commit()
    return found


@pytest.fixture
def client():
    """Make a session of somebody; JSON unless told otherwise."""

    def signed_in(userid, accept="application/json"):
        session = requests.Session()
        session.auth = (userid, PASSWORD)
        session.headers["Accept"] = accept
        return session

    return signed_in
