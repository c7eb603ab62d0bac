"""The depositor's own check: the same faults as the archive's, without its consequences."""

from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.transfer.jobs import stretches
from qlvb.workflows.transfer.showing import TO_MEND
from qlvb.workflows.transfer.showing import items_page
from qlvb.workflows.transfer.showing import progress_of


@pytest.fixture
def made(dossiers, transfer, cast, clean, monkeypatch):
    """A transfer of two dossiers, of which the first has no title."""
    monkeypatch.setattr("qlvb.workflows.transfer.jobs.rehearsing.faults_of", stretches.faults_of)
    first, second = dossiers(2)
    first.title = ""
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(first), IUUID(second)])
    return one, first, second


def item(transfer, dossier):
    return ITransferItems(transfer).get(IUUID(dossier))


def test_it_finds_what_the_archive_finds_and_hands_nothing_in(made, cast, run_jobs):
    transfer, first, second = made
    cast.drafter.does(transfer, "check_before_transfer")
    assert progress_of(transfer)["total"] == 2
    run_jobs()
    assert state_of(transfer) == "draft"
    assert {item(transfer, one).state for one in (first, second)} == {"proposed"}
    found = item(transfer, first).to_mend
    assert [fault.rule for fault in found] and not item(transfer, second).to_mend and item(transfer, second).rehearsed
    (entry,) = IJournal(transfer).entries(events=["transfer.rehearsed"])
    assert dict(entry.detail) == {"passed": "1", "failed": "1"}
    cast.drafter.does(transfer, "submit_transfer")
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    assert item(transfer, first).faults == found
    assert item(transfer, first).rehearsed is None and item(transfer, first).to_mend == ()


def test_what_is_to_be_mended_is_a_list_of_its_own(made, cast, run_jobs, login_as):
    transfer, first, _second = made
    cast.drafter.does(transfer, "check_before_transfer")
    run_jobs()
    with login_as("leminhanh"):
        page, rows = items_page(transfer, transfer.REQUEST, TO_MEND)
    assert page.total == 1 and [row["UID"] for row in rows] == [IUUID(first)]
    assert rows[0]["to_mend"][0]["message"] and rows[0]["faults"] == []


def test_what_came_back_keeps_what_the_archive_said(made, cast, run_jobs):
    transfer, first, _second = made
    cast.drafter.does(transfer, "submit_transfer")
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "return_transfer", reason="Thiếu tiêu đề của hồ sơ")
    said = item(transfer, first).faults
    first.title = "Hồ sơ nhiệm vụ đã có tiêu đề"
    cast.drafter.does(transfer, "check_before_transfer")
    run_jobs()
    assert item(transfer, first).faults == said and item(transfer, first).state == "returned"
    assert item(transfer, first).rehearsed and item(transfer, first).to_mend == ()
    cast.drafter.does(transfer, "resubmit_dossiers")
    assert item(transfer, first).state == "proposed"


def test_handed_in_meanwhile_the_archive_checks(made, cast, run_jobs):
    transfer, first, _second = made
    cast.drafter.does(transfer, "check_before_transfer")
    cast.drafter.does(transfer, "submit_transfer")
    run_jobs()
    assert item(transfer, first).rehearsed is None


def test_who_may_and_when(made, cast, run_jobs):
    transfer, _first, _second = made
    assert cast.archivist.is_refused(transfer, "check_before_transfer")[0] == 403
    cast.drafter.does(transfer, "check_before_transfer")
    assert cast.drafter.is_refused(transfer, "check_before_transfer") == (409, {("", "too_late")})
    run_jobs()
    for uid in [one.uid for one in ITransferItems(transfer).all()]:
        cast.drafter.does(transfer, "drop_dossiers", dossiers=[uid])
    assert cast.drafter.is_refused(transfer, "check_before_transfer")[0] == 400
