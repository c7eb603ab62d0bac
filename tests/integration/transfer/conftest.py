"""Closed dossiers of Sở KH&CN and the people who hand them over."""

from datetime import date
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_story import open_registers
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.clock import held
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.renewing import renew
from qlvb.policy.demo.province import PEOPLE
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.intake.rules import faults_of
from zope.component import getUtility


TODAY = date(2026, 11, 22)
DEPOSITOR, ARCHIVIST = "leminhanh", "hoangvanluu"


@pytest.fixture(scope="session")
def key_directory(tmp_path_factory):
    """Keys of the two who sign minutes."""
    directory = tmp_path_factory.mktemp("transfer-keys")
    people = [
        {"userid": one["userid"], "fullname": one["fullname"], "position": one["title"], "organisation": one["agency"]}
        for one in PEOPLE
        if one["userid"] in (DEPOSITOR, ARCHIVIST)
    ]
    with held(TODAY):
        demo_ca.ensure(directory, people, [])
    return directory


@pytest.fixture
def keys(key_directory, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(key_directory))
    return key_directory


@pytest.fixture
def clock():
    with held(TODAY):
        yield TODAY


@pytest.fixture
def clean(monkeypatch):
    """Documents and files are looked at in test_intake.py: here only what is wrong with the dossiers themselves counts."""

    def of_dossiers(facts, today):
        return tuple(fault for fault in faults_of(facts, today) if not fault.document)

    monkeypatch.setattr("qlvb.workflows.transfer.jobs.stretches.faults_of", of_dossiers)


@pytest.fixture
def dossiers(province, clock, login_as):  # noqa: F811
    """``dossiers(3, end=…)``: closed dossiers of Lê Minh Anh with an issued-looking document each."""
    open_registers()
    made = []

    def make(count=1, state="closed", documents=1, **changes):
        section = province["skhcn"]["dossiers"]
        if "2025" not in section:
            createContentInContainer(section, "DossierCatalogue", checkConstraints=False, id="2025", title="Danh mục hồ sơ năm 2025", year=2025, headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}], entries=[])
        found = []
        for _number in range(count):
            number = len(made) + 1
            values = {
                "code": f"{number:02d}.CNTT",
                "title": f"Hồ sơ nhiệm vụ số {number}",
                "year": 2025,
                "retention_kind": "years",
                "retention_years": 10,
                "holder": DEPOSITOR,
                "start_date": date(2025, 1, 6),
                "end_date": date(2025, 12, 1),
                "access_conditions": "Công khai",
                **changes,
            }
            dossier = createContentInContainer(section["2025"], "Dossier", checkConstraints=False, id=f"ho-so-{number}", **values)
            for place in range(documents):
                with login_as("vanthuskhcn"):
                    document = getUtility(IDocumentFactory).create(
                        "IncomingDocument",
                        "skhcn",
                        {"subject": f"V/v nhiệm vụ {number}.{place}", "document_type": "official_letter", "issuing_body": "Sở Nội vụ", "issue_date": date(2025, 6, 2), "arrival_date": date(2025, 6, 3)},
                        "vanthuskhcn",
                    )
                IDossierContents(dossier).add(document, DEPOSITOR)
            if state in ("closed", "archived"):
                fire(dossier, "close")
            if state == "archived":
                fire(dossier, "archive")
            dossier.reindexObject()
            renew(dossier)
            made.append(dossier)
            found.append(dossier)
        return found

    return make


@pytest.fixture
def transfer(province, clock, login_as):  # noqa: F811
    """``transfer()``: a new one of Lê Minh Anh."""

    def make(by=DEPOSITOR, **values):
        with login_as(by):
            return create_transfer("skhcn", {"title": "Hồ sơ nhiệm vụ năm 2025", **values}, by)

    return make


@pytest.fixture
def run_jobs():
    def run():
        return getUtility(IRunner).run_pending()

    return run


@pytest.fixture
def add_file():
    def add(document, data, name="van-ban.pdf", role="main"):
        return IFileStore(document).add(role, name, data, "vanthuskhcn")

    return add
