"""What went back and comes again as it was needs a reason, which the archivist reads."""

from archive_fixtures import pdf
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.transfer.showing import items_page
from qlvb.workflows.transfer.unchanged import baseline
from qlvb.workflows.transfer.unchanged import is_unchanged


REASON = "Thiếu văn bản kết thúc nhiệm vụ"
WHY = "Lỗi nằm ở máy quét, tệp đã đúng từ đầu"


@pytest.fixture
def sent_back(dossiers, transfer, cast, clean, run_jobs):
    """Two dossiers, of which one went back as its title is missing."""
    first, second = dossiers(2)
    first.title = ""
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(first), IUUID(second)])
    cast.drafter.does(one, "submit_transfer")
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    cast.archivist.does(one, "return_transfer", reason=REASON)
    return one, first, second


def item(transfer, dossier):
    return ITransferItems(transfer).get(IUUID(dossier))


def test_unmended_and_unexplained_it_is_refused(sent_back, cast):
    transfer, first, _second = sent_back
    assert cast.drafter.is_refused(transfer, "resubmit_dossiers") == (400, {("unchanged_reason", "unchanged")})
    assert item(transfer, first).state == "returned"
    assert cast.drafter.is_refused(transfer, "resubmit_dossiers", unchanged_reason="ngắn")[0] == 400


def test_what_is_not_what_was_faulted_mends_nothing(sent_back, cast):
    transfer, first, _second = sent_back
    ((_item, document),) = IDossierContents(first).documents()
    document.subject = "Trích yếu khác"
    assert cast.drafter.is_refused(transfer, "resubmit_dossiers") == (400, {("unchanged_reason", "unchanged")})


def test_the_form_says_so_before(sent_back, login_as):
    transfer, _first, _second = sent_back
    with login_as("leminhanh"):
        (effect,) = IActs(transfer).get("resubmit_dossiers").preview()
    assert effect.values == ("01.CNTT ",)


def test_with_a_reason_it_goes_and_the_archivist_reads_it(sent_back, cast, run_jobs, login_as):
    transfer, first, _second = sent_back
    cast.drafter.does(transfer, "resubmit_dossiers", unchanged_reason=WHY)
    run_jobs()
    assert (item(transfer, first).state, item(transfer, first).answer) == ("failed", WHY)
    with login_as("hoangvanluu"):
        _page, rows = items_page(transfer, transfer.REQUEST)
    assert [row["answer"] for row in rows] == [WHY, ""]
    entry = next(iter(IJournal(transfer).entries(newest_first=True, events=("act.resubmit_dossiers",))))
    assert entry.detail["comment"] == WHY
    cast.archivist.does(transfer, "return_transfer", reason=REASON)
    assert item(transfer, first).answer == ""


def test_mended_it_needs_none(sent_back, cast, run_jobs):
    transfer, first, _second = sent_back
    first.title = "Hồ sơ nhiệm vụ đã bổ sung"
    cast.drafter.does(transfer, "resubmit_dossiers", unchanged_reason=WHY)
    run_jobs()
    assert (item(transfer, first).state, item(transfer, first).answer) == ("passed", "")


def test_a_whole_transfer_that_went_back(sent_back, cast):
    """Sent back without faults of its own, a dossier has to have changed somewhere."""
    transfer, first, second = sent_back
    first.title = "Hồ sơ nhiệm vụ đã bổ sung"
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(second)], reason=REASON)
    assert state_of(transfer) == "returned"
    assert cast.drafter.is_refused(transfer, "submit_transfer") == (400, {("unchanged_reason", "unchanged")})
    ((_item, document),) = IDossierContents(second).documents()
    document.subject = "Trích yếu khác"
    cast.drafter.does(transfer, "submit_transfer")
    assert state_of(transfer) == "proposed"


def test_what_counts_as_a_change(dossiers, add_file):
    (dossier,) = dossiers(1)
    ((_item, document),) = IDossierContents(dossier).documents()
    faults = (Fault("file_missing", IUUID(document)),)
    kept = baseline(dossier, faults)
    assert is_unchanged(dossier, kept, faults)
    add_file(document, pdf())
    assert not is_unchanged(dossier, kept, faults)
    whole = baseline(dossier, ())
    assert is_unchanged(dossier, whole, ())
    dossier.title = "Hồ sơ đổi tên"
    assert not is_unchanged(dossier, whole, ())
    gone = (Fault("document_gone", "0" * 32),)
    kept = baseline(dossier, (*gone, *faults))
    assert is_unchanged(dossier, kept, (*gone, *faults))
