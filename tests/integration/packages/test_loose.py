"""Documents that are in no dossier: packed, validated, taken in elsewhere; what keeps them from it is named."""

from datetime import date
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import Upload
from packaged import decision
from packaged import errors_of
from packaged import letter
from packaged import make_catalogue
from packed import eark_command
from plone import api
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content import clock
from qlvb.content.disposals.destroying import erase
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.period import Period
from qlvb.content.violations import Refused
from qlvb.workflows.packages.ingesting.runs import Ingests
from qlvb.workflows.packages.loose.shelf import DocumentPackages
import shlex
import transaction
from zope.component import getUtility
from zope.i18n import translate


ASKED = {"source": "0", "from": "2026-01-01", "to": "2026-12-31", "title": "Văn bản đi năm 2026 không lập hồ sơ", "transfer": "2"}
TWENTY = Period("years", 20)


@pytest.fixture
def documents(province):
    """Two issued decisions and a letter, in no dossier, to be kept for 20 years."""
    made = [decision(), decision(document_number=6, subject="Quyết định thứ hai"), letter()]
    for one in made:
        IOwnPeriod(one).determine(TWENTY, "Quy định của Sở")
        one.reindexObject()
    return made


@pytest.fixture
def ask(documents, login_as):
    def send(kind="SIP", by=ARCHIVIST, **options):
        with login_as(by):
            return DocumentPackages("skhcn").ask(kind, by, {**ASKED, **options})

    return send


def packed(entry):
    """ReadPackage of a finished entry."""
    with PackageArchive(DocumentPackages("skhcn").path(entry)) as archive:
        return read(archive)


@pytest.mark.parametrize("kind", ["SIP", "AIP"])
def test_built_and_valid_for_others(ask, work, documents, kind, monkeypatch):
    assert eark_command() is not None, "eark-validator is not installed: `make .venv-eark/.installed`"
    monkeypatch.setenv("QLVB_EARK_VALIDATOR", shlex.join(eark_command()))
    entry, packages = ask(kind), DocumentPackages("skhcn")
    work()
    assert packages.state(entry) == "done", (packages.job(entry).error, entry.findings)
    assert validate(packages.path(entry)) == []
    assert [one.severity for one in entry.findings if one.path == "SIP14"] == (["warning"] if kind == "SIP" else [])
    assert not [one for one in entry.findings if one.severity == "error"]
    found = packed(entry)
    assert entry.code == f"{getUtility(IDirectory).agency('skhcn').identifier}.{clock.today().year}.02.0000001"
    assert found.profile == f"{kind}_tailieu"
    assert found.fields["fileCode" if kind == "SIP" else "arcFileCode"] == entry.code
    assert (found.fields["title"], found.fields["source"]) == (ASKED["title"], "0")
    assert [one.fields["docCode"] for one in found.documents] == [f"{entry.code}.0000001", f"{entry.code}.0000002"]
    assert {one.fields.get("maintenance", "05") for one in found.documents} == {"05"}
    assert [one.event for one in IJournal(documents[0]).entries()][-1] == "package_built"
    assert "package_built" not in [one.event for one in IJournal(documents[2]).entries()]


def test_incoming_ones_are_chosen_by_their_arrival(ask, work):
    entry = ask(source="1")
    work()
    assert [(one.fields["organName"], one.fields["confidenceLevel"]) for one in packed(entry).documents] == [("Sở Nội vụ", "02")]
    with pytest.raises(Refused) as refused:
        ask(source="1", **{"from": "2026-01-23"})
    assert [one.code for one in refused.value.violations] == ["package_empty"]


def test_no_number_is_given_twice(ask, work):
    first = ask()
    work()
    DocumentPackages("skhcn").remove(first.id, ARCHIVIST)
    assert ask().code == first.code[:-1] + "2"


def test_the_same_request_twice_is_one_package_of_each_person(ask, work, documents, login_as):
    """Pressed twice, sent twice with a key; somebody else with the same key asks for himself, with his own rights."""
    first = ask()
    assert ask() is first
    with login_as(ARCHIVIST):
        packages = DocumentPackages("skhcn")
        keyed = packages.ask("AIP", ARCHIVIST, ASKED, key="k1")
        assert packages.ask("AIP", ARCHIVIST, ASKED, key="k1") is keyed
    with login_as(HOLDER), pytest.raises(Refused) as refused:
        DocumentPackages("skhcn").ask("AIP", HOLDER, ASKED, key="k1")
    assert refused.value.status == 403
    work()
    assert [packages.state(one) for one in packages.all()] == ["done", "done"]
    for one in documents[:2]:
        assert IJournal(one).count("package_built") == 2


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"source": "3"}, ("source", "source_unknown")),
        ({"source": ""}, ("source", "required")),
        ({"title": ""}, ("title", "required")),
        ({"transfer": "0"}, ("transfer", "transfer_wrong")),
        ({"transfer": "1a"}, ("transfer", "transfer_wrong")),
        ({"from": "2026-12-31", "to": "2026-01-01"}, ("to", "days_reversed")),
        ({"from": "2026-13-01", "to": "2026-14-01"}, ("issue_from", "invalid_filter")),
        ({"title": "a" * 1001}, ("title", "option_unknown")),
        ({"colour": "red"}, ("colour", "option_unknown")),
        ({"from": "2025-01-01", "to": "2025-12-31"}, ("from", "package_empty")),
    ],
)
def test_what_is_no_request(ask, options, expected):
    with pytest.raises(Refused) as refused:
        ask(**options)
    assert refused.value.status == 400
    assert expected in [(one.field, one.code) for one in refused.value.violations]
    assert DocumentPackages("skhcn").all() == []


def test_only_archivists_ask(ask):
    with pytest.raises(Refused) as refused:
        ask(by=HOLDER)
    assert refused.value.status == 403


def test_a_document_without_time_of_keeping_is_named(ask, work, documents):
    IOwnPeriod(documents[1]).determine(None, "")
    entry = ask()
    work()
    packages = DocumentPackages("skhcn")
    assert packages.state(entry) == "failed"
    assert "06/QĐ-SKHCN" in translate(packages.job(entry).error, target_language="vi")
    assert not list(packages.directory(entry).glob("*.zip"))
    IOwnPeriod(documents[1]).determine(TWENTY, "Quy định của Sở")
    packages.retry(entry, ARCHIVIST)
    work()
    assert packages.state(entry) == "done"


def test_what_went_into_a_dossier_meanwhile_goes_with_it(ask, work, documents, province):
    entry = ask()
    dossier = getUtility(IDossierFinder).open_from_entry(make_catalogue(province), "01.CNTT", HOLDER, start_date=date(2026, 1, 5))
    IDossierContents(dossier).add(documents[0], HOLDER)
    work()
    packages = DocumentPackages("skhcn")
    assert packages.state(entry) == "failed"
    assert "05/QĐ-SKHCN" in translate(packages.job(entry).error, target_language="vi")


def test_a_destroyed_document_stays_in_no_package(ask, work, documents):
    entry, other = ask(), ask(source="1")
    work()
    packages = DocumentPackages("skhcn")
    lost, kept = packages.directory(entry), packages.directory(other)
    erase(documents[0], {"disposal": "", "decision": "1/QĐ", "decided_by": "x", "reason": "expired"}, ARCHIVIST)
    assert [one.id for one in packages.all()] == [other.id]
    assert lost.is_dir()
    for hook, arguments, options in list(transaction.get().getAfterCommitHooks()):
        if arguments == (lost,):
            hook(True, *arguments, **options)
    assert (lost.exists(), kept.is_dir()) == (False, True)


class TestTakenIn:
    """By the archive of another agency."""

    @pytest.fixture
    def sent(self, ask, work, province):
        api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=province["snv"])
        entry = ask()
        work()
        return DocumentPackages("skhcn").path(entry)

    @pytest.fixture
    def take(self, login_as, work):
        def send(data, agency="snv", **options):
            with login_as(ARCHIVIST):
                run, _new = Ingests(ARCHIVIST).ask(agency, Upload(data), **options)
            work()
            return run

        return send

    def test_as_documents_in_no_dossier(self, sent, take, documents):
        run = take(sent.read_bytes())
        assert Ingests(ARCHIVIST).state(run) == "done", (run.findings, Ingests(ARCHIVIST).job(run).error)
        assert (run.dossier, run.documents) == ("", 2)
        (kept,) = DocumentPackages("snv").all()
        assert (kept.kind, kept.code) == ("received", DocumentPackages("skhcn").all()[0].code)
        assert DocumentPackages("snv").path(kept).read_bytes() == sent.read_bytes()
        made = [find_record(uid) for uid in kept.uids]
        assert [(one.reference, api.content.get_state(one), dossier_uids(one)) for one in made] == [
            ("05/QĐ-SKHCN", "issued", ()),
            ("06/QĐ-SKHCN", "issued", ()),
        ]
        assert [IRetention(one).period for one in made] == [TWENTY, TWENTY]
        assert IFileStore(made[0]).signed().current.data() == IFileStore(documents[0]).signed().current.data()
        assert IUUID(made[0]) not in (IUUID(one) for one in documents)
        again = take(sent.read_bytes())
        assert errors_of(again) == ["package_known"]
        with pytest.raises(Refused) as refused:
            DocumentPackages("snv").remove(kept.id, ARCHIVIST)
        assert refused.value.status == 409

    def test_not_by_who_made_it(self, sent, take):
        run = take(sent.read_bytes(), agency="skhcn")
        assert (errors_of(run), DocumentPackages("skhcn").all()[0].kind) == (["own_documents"], "SIP")

    def test_not_for_good_what_is_kept_for_years(self, sent, take):
        assert set(errors_of(take(sent.read_bytes(), historical=True))) == {"not_permanent"}
        assert DocumentPackages("snv").all() == []
