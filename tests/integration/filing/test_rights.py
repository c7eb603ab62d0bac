"""Who may do what with catalogues and dossiers, state by state."""

from AccessControl import getSecurityManager
from datetime import date
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


PEOPLE = (
    "leminhanh",
    "phamquochuy",
    "nguyenthithuha",
    "vanthuskhcn",
    "hoangvanluu",
    "skhcnqtdv",
    "vuhaiyen",
    "quantri",
)


@pytest.fixture
def allowed(login_as):
    def people(permission, obj):
        found = set()
        for userid in PEOPLE:
            with login_as(userid):
                if getSecurityManager().checkPermission(permission, obj):
                    found.add(userid)
        return found

    return people


@pytest.fixture
def dossier(approved):
    return getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")


STAFF = {"leminhanh", "phamquochuy", "nguyenthithuha", "vanthuskhcn", "hoangvanluu", "skhcnqtdv", "quantri"}
MANAGERS = {"hoangvanluu", "skhcnqtdv", "quantri"}


def test_draft_catalogue(catalogue, allowed):
    assert allowed("View", catalogue) == MANAGERS | {"nguyenthithuha"}
    assert allowed("Modify portal content", catalogue) == MANAGERS
    assert allowed("qlvb: Open dossier", catalogue) == set()


def test_approved_catalogue(approved, allowed):
    assert allowed("View", approved) == STAFF
    assert allowed("Modify portal content", approved) == MANAGERS
    assert allowed("qlvb: Open dossier", approved) == STAFF - {"quantri"}
    assert allowed("Delete objects", approved) == set()


def test_open_dossier(dossier, allowed):
    assert allowed("View", dossier) == {"leminhanh", "nguyenthithuha", "hoangvanluu", "quantri"}
    assert allowed("Modify portal content", dossier) == {"leminhanh", "hoangvanluu"}
    assert allowed("qlvb: File in dossier", dossier) == {"leminhanh", "hoangvanluu", "vanthuskhcn"}
    assert allowed("qlvb: Close dossier", dossier) == {"leminhanh", "hoangvanluu"}
    assert allowed("Delete objects", dossier) == set()


def test_closed_dossier(dossier, document, allowed, login_as):
    record = document()
    record.document_number, record.document_symbol, record.issue_date = 5, "SKHCN-VP", date(2031, 3, 1)
    with login_as("leminhanh"):
        IActs(record).perform("file", {"dossiers": [dossier.UID()]})
        dossier.start_date = None
        IActs(dossier).perform("close", {})
    assert allowed("View", dossier) == {"leminhanh", "nguyenthithuha", "hoangvanluu", "quantri"}
    assert allowed("Modify portal content", dossier) == set()
    assert allowed("qlvb: File in dossier", dossier) == set()
    assert allowed("qlvb: Close dossier", dossier) == {"leminhanh", "hoangvanluu"}


def test_right_follows_the_holder(dossier, allowed):
    dossier.holder = "phamquochuy"
    notify(ObjectModifiedEvent(dossier))
    assert "phamquochuy" in allowed("View", dossier)
    assert "leminhanh" not in allowed("View", dossier)
    assert [grant.cause for grant in IGrants(dossier).explain("phamquochuy")] == ["dossier"]


def test_dossier_gives_no_right_on_its_documents(dossier, document, allowed, login_as):
    record = document(by="phamquochuy")
    before = allowed("View", record)
    IDossierContents(dossier).add(record, "hoangvanluu")
    assert allowed("View", record) == before
