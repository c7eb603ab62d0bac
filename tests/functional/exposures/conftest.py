"""A letter and what another agency received of it, reported as secret."""

from exposed import REASON
from exposed import SUBJECT
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.demo.catalogues import entry_row
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.outbox.interfaces import IRunner
from sent import SNV
from sent import numbered
import transaction
from zope.component import getUtility


@pytest.fixture
def letter(functional_province):
    for agency in ("snv", "skhcn"):
        getUtility(IRegisterFinder).open_year(agency, 2026, "quantri")
    document = numbered("skhcn", "leminhanh", 15, "SKHCN-CNTT", subject=SUBJECT, recipients=[SNV])
    document.reindexObject()
    transaction.commit()
    return document


@pytest.fixture
def copy(letter):
    (delivery,) = IDeliveries(letter).send([SNV], by="vanthuskhcn")
    transaction.commit()
    getUtility(IRunner).run_pending()
    transaction.begin()
    return uuidToObject(delivery.incoming, unrestricted=True)


@pytest.fixture
def path(functional_province):
    root = len(functional_province.getPhysicalPath())
    return lambda record: "/".join(record.getPhysicalPath()[root:])


@pytest.fixture
def reported(letter, copy, client, path):
    """Id of the case."""
    answer = client("vanthusnv").post(f"{path(copy)}/@report-secret", json={"reason": REASON})
    assert answer.status_code == 201, answer.text
    transaction.begin()
    return answer.json()["case"]


@pytest.fixture
def catalogue(functional_province, login_as):
    """An approved catalogue with a dossier of Lê Minh Anh."""
    groups = [{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}]
    rows = [entry_row((2, "cntt", "Hồ sơ kho lưu trữ năm {year}", 10, "leminhanh"), 2026)]
    found = add_catalogue(functional_province["skhcn"]["dossiers"], 2026, groups, rows)
    with login_as("hoangvanluu"):
        IActs(found).perform("approve_catalogue", {"decision": "05/QĐ-SKHCN"})
    getUtility(IDossierFinder).open_from_entry(found, "02.CNTT", "leminhanh")
    transaction.commit()
    return found
