"""From the current archive on to the historical archive, with simulated dates."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer.acts import historical
from qlvb.workflows.transfer.due import historical_due
from qlvb.workflows.transfer.interfaces import ITransferSettings
from qlvb.workflows.transfer.showing import progress_of
from types import SimpleNamespace
from zope.component import getGlobalSiteManager
from zope.component import getUtility


LETTER = "125/TTLTLS, 02/12/2026"


@dataclass
class Entry:
    id: str
    key: str
    options: dict
    state: str = "queued"
    findings: tuple = ()


@pytest.fixture
def packages(province):
    """The room of packages, which has tests of its own: what was asked for, to be set done or failed."""
    asked = {}

    class Packages:
        def __init__(self, dossier):
            self.uid = IUUID(dossier)

        def ask(self, kind, by, options=None, key=""):
            assert kind == "SIP"
            return asked.setdefault((self.uid, key), Entry(f"package-{len(asked)}", key, options))

        def state(self, entry):
            return entry.state

    manager = getGlobalSiteManager()
    real = manager.adapters.lookup((IDossier,), IDossierPackages)
    manager.registerAdapter(Packages, (IDossier,), IDossierPackages)
    yield asked
    manager.unregisterAdapter(Packages, (IDossier,), IDossierPackages)
    if real is not None:
        manager.registerAdapter(real, (IDossier,), IDossierPackages)


@pytest.fixture
def archived(province, dossiers, transfer, cast, clean, run_jobs):
    """Two permanent dossiers in the current archive of an agency that is a source."""
    ITransferSettings(province["skhcn"]).change({"historical_source": True})
    found = dossiers(2, retention_kind="permanent", retention_years=None)
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossier) for dossier in found])
    cast.drafter.does(one, "submit_transfer")
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    cast.archivist.does(one, "accept_transfer")
    run_jobs()
    return found


@pytest.fixture
def registered(archived, transfer, cast, run_jobs):
    one = transfer(by="hoangvanluu", kind="historical")
    cast.archivist.does(one, "add_dossiers", dossiers=[IUUID(dossier) for dossier in archived])
    cast.archivist.does(one, "register_historical", registration="NL.SKHCN.2026.01", earliest=date(2027, 11, 22))
    run_jobs()
    return one


def test_the_whole_way(registered, archived, cast, run_jobs, packages, login_as, monkeypatch):
    transfer, items = registered, ITransferItems(registered)
    assert [item.state for item in items.all()] == ["passed", "passed"]
    assert transfer.answer_due == date(2026, 12, 2)  # seven working days: 24/11 is a day off
    cast.archivist.does(transfer, "agree_historical", letter=LETTER)
    with held(date(2027, 11, 25)):
        cast.archivist.does(transfer, "pack_historical")
        run_jobs()
        assert cast.archivist.is_refused(transfer, "hand_over_historical", letter=LETTER)[0] == 409
        assert (progress_of(transfer)["done"], progress_of(transfer)["total"]) == (0, 2)
        items.change(IUUID(archived[0]), package="package-0", when=now())
        assert progress_of(transfer)["done"] == 1
        assert [entry.options for entry in packages.values()] == [
            {"order": "1", "agreement": "NL.SKHCN.2026.01"},
            {"order": "2", "agreement": "NL.SKHCN.2026.01"},
        ]
        for entry in packages.values():
            entry.state = "done"
    with held(date(2027, 11, 26)):
        run_jobs()
        assert [item.package for item in items.all()] == ["package-0", "package-1"]
        assert progress_of(transfer) is None
        said = IStanding(transfer).standing().sentence
        assert (said, said.mapping["count"]) == ("standing_transfer_packed", "2")
        with monkeypatch.context() as lent:
            lent.setattr(historical, "lent_to", lambda dossier: SimpleNamespace(due=date(2027, 12, 1)))
            assert cast.archivist.is_refused(transfer, "hand_over_historical", letter=LETTER) == (
                400,
                {("dossiers", "dossier_lent")},
            )
        cast.archivist.does(transfer, "hand_over_historical", letter="130/CV-SKHCN, 26/11/2027")
        assert transfer.decision_due == date(2027, 11, 26) + timedelta(days=60)
        cast.archivist.does(transfer, "accept_historical", letter="9/QĐ-TTLTLS, 10/01/2028")
        run_jobs()
    assert state_of(transfer) == "accepted"
    assert [state_of(dossier) for dossier in archived] == ["historical"] * 2
    assert IJournal(archived[0]).count("act.deposit_dossier") == 1
    assert cast.drafter.sees(archived[0])
    assert not cast.drafter.sees(archived[0], "Modify portal content")
    with login_as("hoangvanluu"):
        assert "write_minutes" not in {act.id for act in IActs(registered).all()}
    assert cast.archivist.is_refused(registered, "write_minutes", condition="Đầy đủ")[0] == 409


def test_refusals_of_the_historical_archive_free_the_dossiers(registered, archived, cast):
    cast.archivist.does(registered, "refuse_historical", letter=LETTER, reason="Chưa chỉnh lý hoàn chỉnh")
    assert state_of(registered) == "refused"
    assert [(state_of(dossier), IClaims(dossier).transfer) for dossier in archived] == [("archived", "")] * 2


def test_registered_twelve_months_ahead(archived, transfer, cast):
    one = transfer(by="hoangvanluu", kind="historical")
    cast.archivist.does(one, "add_dossiers", dossiers=[IUUID(archived[0])])
    data = {"registration": "NL.SKHCN.2026.02", "earliest": date(2027, 11, 21)}
    assert cast.archivist.is_refused(one, "register_historical", **data) == (400, {("earliest", "too_early")})


def test_only_permanent_ones_and_none_that_is_held(archived, dossiers, transfer, cast, monkeypatch):
    (short,) = dossiers(1, state="archived")
    one = transfer(by="hoangvanluu", kind="historical")
    assert cast.archivist.is_refused(one, "add_dossiers", dossiers=[IUUID(short)]) == (400, {("dossiers", "not_permanent")})
    cast.archivist.does(one, "add_dossiers", dossiers=[IUUID(archived[0])])
    monkeypatch.setattr("qlvb.workflows.transfer.acts.historical.is_held", lambda record: True)
    data = {"registration": "NL.SKHCN.2026.02", "earliest": date(2027, 11, 22)}
    assert cast.archivist.is_refused(one, "register_historical", **data) == (400, {("dossiers", "dossier_held")})


def test_what_cannot_be_packed_is_named(registered, cast, run_jobs, packages):
    cast.archivist.does(registered, "agree_historical", letter=LETTER)
    cast.archivist.does(registered, "pack_historical")
    run_jobs()
    first, second = packages.values()
    first.state, second.state, second.findings = "done", "failed", ("METS.xml: thiếu OBJID",)
    with held(date(2026, 11, 23)):
        run_jobs()
    items = ITransferItems(registered).all()
    assert [item.state for item in items] == ["passed", "failed"]
    assert [(fault.rule, fault.subject) for fault in items[1].faults] == [("package_failed", "METS.xml: thiếu OBJID")]
    assert cast.archivist.is_refused(registered, "hand_over_historical", letter=LETTER)[1] == {("dossiers", "failed_left")}
    cast.archivist.does(registered, "stop_packing")
    cast.archivist.does(registered, "drop_dossiers", dossiers=[items[1].uid])
    cast.archivist.does(registered, "pack_historical")


def test_what_was_taken_with_a_fault_goes_on_with_a_reason(registered, archived, cast, run_jobs, packages):
    """An archived dossier is not mended any more: without a reason it could never have been deposited."""
    items = ITransferItems(registered)
    run_jobs()
    uid = IUUID(archived[0])
    items.change(uid, state="failed", faults=(Fault("not_pdfa", "", "ban-quet.pdf"),))
    cast.archivist.does(registered, "agree_historical", letter=LETTER)
    assert cast.archivist.is_refused(registered, "pack_historical")[1] == {("dossiers", "failed_left")}
    assert cast.archivist.is_refused(registered, "waive_faults", dossiers=[uid])[0] == 400
    cast.archivist.does(registered, "waive_faults", dossiers=[uid], reason="Bản giấy không còn để quét lại")
    assert (items.get(uid).state, items.get(uid).reason) == ("passed", "Bản giấy không còn để quét lại")
    cast.archivist.does(registered, "pack_historical")
    assert state_of(registered) == "packing"


def test_due_five_years_after_the_year_of_the_transfer(archived, login_as):
    assert historical_due(archived[0]) == date(2031, 12, 31)
    box = "transfers.to_deposit"
    with login_as("hoangvanluu"), held(date(2030, 3, 1)):
        assert getUtility(IListing).counts([box])[box] == 2
