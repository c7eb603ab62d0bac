"""A committed catalogue of the story, and sessions of its people."""

from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
import requests
import transaction
from zope.component import getUtility


YEAR = 2026


@pytest.fixture
def catalogue(functional_province, login_as):
    """An approved catalogue of the year with a dossier opened by Lê Minh Anh."""
    found = createContentInContainer(
        functional_province["skhcn"]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id=str(YEAR),
        title=f"Danh mục hồ sơ năm {YEAR}",
        year=YEAR,
        headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}],
        entries=[
            {
                "number": 1,
                "heading": "cntt",
                "title": "Hồ sơ hạ tầng",
                "retention_kind": "permanent",
                "retention_years": None,
                "holder": "phamquochuy",
                "note": "",
            },
            {
                "number": 2,
                "heading": "cntt",
                "title": "Hồ sơ nâng cấp phần mềm QLVB năm 2026",
                "retention_kind": "years",
                "retention_years": 10,
                "holder": "leminhanh",
                "note": "",
            },
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
