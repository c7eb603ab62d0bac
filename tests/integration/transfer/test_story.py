"""A transfer from its making to signed minutes."""

from archive_fixtures import make_box
from plone import api
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.showing import progress_of
from zope.component import getUtility


REASON = "Thiếu văn bản kết thúc nhiệm vụ"


def uids(dossiers):
    return [IUUID(dossier) for dossier in dossiers]


def states(transfer):
    return [item.state for item in ITransferItems(transfer).all()]


def count(login_as, userid, box):
    with login_as(userid):
        return getUtility(IListing).counts([box])[box]


@pytest.fixture
def handed_in(dossiers, transfer, cast, clean):
    """A transfer of three dossiers, handed in."""
    found = dossiers(3)
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=uids(found))
    cast.drafter.does(one, "submit_transfer")
    return one, found


def test_custody_and_rights_move_the_record_does_not(handed_in, cast, run_jobs, login_as):
    transfer, dossiers = handed_in
    paths = [dossier.getPhysicalPath() for dossier in dossiers]
    assert state_of(transfer) == "proposed"
    assert count(login_as, "hoangvanluu", "transfers.waiting") == 1
    assert [IClaims(dossier).transfer for dossier in dossiers] == [IUUID(transfer)] * 3
    cast.archivist.does(transfer, "check_transfer")
    assert count(login_as, "hoangvanluu", "transfers.checking") == 1
    run_jobs()
    assert states(transfer) == ["passed"] * 3
    cast.archivist.does(transfer, "accept_transfer")
    assert state_of(transfer) == "accepting"
    run_jobs()
    assert state_of(transfer) == "accepted"
    assert states(transfer) == ["accepted"] * 3
    assert [state_of(dossier) for dossier in dossiers] == ["archived"] * 3
    assert [dossier.getPhysicalPath() for dossier in dossiers] == paths
    assert count(login_as, "hoangvanluu", "transfers.accepted") == 1
    dossier = dossiers[0]
    ((_item, document),) = IDossierContents(dossier).documents()
    for record in (dossier, document):
        causes = {(grant.principal, grant.cause) for grant in IGrants(record).all()}
        assert ("skhcn.archivist", "archive") in causes
    assert cast.drafter.sees(dossier)
    assert not cast.drafter.sees(dossier, "qlvb: File in dossier")
    assert not cast.drafter.sees(dossier, "Modify portal content")
    assert not cast.archivist.sees(dossier, "Modify portal content")
    with pytest.raises(Refused) as caught:
        IDossierContents(dossier).remove(document, "leminhanh", "thử lấy ra")
    assert caught.value.status == 409
    entry = next(iter(IJournal(dossier).entries(newest_first=True, events=("act.archive_dossier",))))
    assert (entry.actor, entry.detail["transfer"]) == ("hoangvanluu", IUUID(transfer))


def test_one_dossier_goes_back_the_others_are_taken(handed_in, cast, run_jobs, login_as):
    transfer, (first, second, third) = handed_in
    first.title = ""
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    assert states(transfer) == ["failed", "passed", "passed"]
    (fault,) = ITransferItems(transfer).get(IUUID(first)).faults
    assert (fault.rule, fault.subject) == ("field_missing", "title")
    assert cast.archivist.is_refused(transfer, "accept_transfer") == (400, {("dossiers", "failed_left")})
    cast.archivist.does(transfer, "return_transfer", reason=REASON)
    assert state_of(transfer) == "checking"
    assert count(login_as, "leminhanh", "transfers.returned") == 1
    item = ITransferItems(transfer).get(IUUID(first))
    assert (item.state, item.reason) == ("returned", REASON)
    lists = (("leminhanh", "dossiers.incomplete"), ("hoangvanluu", "transfers.to_complete"))
    assert [count(login_as, *one) for one in lists] == [1, 1]
    said = IStanding(first).standing()
    assert said.sentence.mapping["reason"] == REASON and "leminhanh" in said.holders
    said_of_whole = IStanding(transfer).standing()
    assert (said_of_whole.sentence.mapping["count"], "leminhanh" in said_of_whole.holders) == ("1", True)
    ended = first.end_date
    cast.drafter.does(first, "reopen", reason=REASON)
    assert IStanding(first).standing().sentence == said.sentence
    with login_as("leminhanh"):
        proposed = IActs(first).get("close").defaults()["end_date"]
    assert proposed == ended  # the work ended then, though its dossier is completed today
    cast.drafter.does(first, "close", end_date=proposed, retention_kind="years", retention_years=10)
    first.title = "Hồ sơ nhiệm vụ đã bổ sung"
    cast.drafter.does(transfer, "resubmit_dossiers")
    assert [count(login_as, *one) for one in lists] == [0, 0]
    run_jobs()
    assert states(transfer) == ["passed"] * 3
    cast.archivist.does(transfer, "return_transfer", dossiers=uids([third]), reason=REASON)
    with login_as("hoangvanluu"):
        said = [effect.values[0].mapping["count"] for effect in IActs(transfer).get("accept_transfer").preview()]
    assert said == ["2", "1"]  # taken, and left for another transfer
    cast.archivist.does(transfer, "accept_transfer")
    run_jobs()
    assert states(transfer) == ["accepted", "accepted", "left_out"]
    assert (state_of(third), IClaims(third).transfer) == ("closed", "")


def test_everything_goes_back(handed_in, cast, run_jobs):
    transfer, dossiers = handed_in
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "return_transfer", dossiers=uids(dossiers), reason=REASON)
    assert state_of(transfer) == "returned"
    cast.drafter.does(transfer, "drop_dossiers", dossiers=uids(dossiers[2:]))
    cast.drafter.does(transfer, "submit_transfer", unchanged_reason=REASON)
    assert (state_of(transfer), states(transfer)) == ("proposed", ["proposed"] * 2)


def test_the_lists_of_many_that_go_back_follow_by_the_worker(handed_in, cast, run_jobs, login_as, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.transfer.completing.AT_ONCE", 2)
    transfer, dossiers = handed_in
    mine = ("leminhanh", "dossiers.incomplete")
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "return_transfer", dossiers=uids(dossiers), reason=REASON)
    said = progress_of(transfer)
    assert (count(login_as, *mine), said["kind"], said["done"], said["total"]) == (0, "transfer_renew", 0, 3)
    run_jobs()
    assert (count(login_as, *mine), progress_of(transfer)) == (3, None)
    cast.drafter.does(transfer, "submit_transfer", unchanged_reason=REASON)
    run_jobs()
    assert count(login_as, *mine) == 0
    cast.drafter.does(transfer, "withdraw_transfer")
    cast.drafter.does(transfer, "cancel_transfer", reason=REASON)
    assert count(login_as, "leminhanh", "transfers.due") == 0
    run_jobs()
    assert count(login_as, "leminhanh", "transfers.due") == 3


def test_faults_may_be_waived_with_a_reason_but_not_all(handed_in, cast, run_jobs):
    transfer, (first, second, _third) = handed_in
    first.title, second.retention_kind = "", None
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    refused = cast.archivist.is_refused(transfer, "waive_faults", dossiers=uids([second]), reason=REASON)
    assert refused == (400, {("dossiers", "binding_fault")})
    cast.archivist.does(transfer, "waive_faults", dossiers=uids([first]), reason=REASON)
    item = ITransferItems(transfer).get(IUUID(first))
    assert (item.state, item.reason, len(item.faults)) == ("passed", REASON, 1)


def test_what_changed_meanwhile_is_left_and_named(handed_in, cast, run_jobs):
    transfer, (first, second, third) = handed_in
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "accept_transfer")
    fire(first, "reopen")
    run_jobs()
    assert states(transfer) == ["failed", "accepted", "accepted"]
    assert (state_of(first), IClaims(first).transfer) == ("open", "")
    assert state_of(transfer) == "accepted"


def test_what_the_archive_looks_at_stays_closed(handed_in, cast, run_jobs, login_as):
    """It is checked as it was handed in: nobody opens it again until it goes back, by whatever way he asks."""
    transfer, (first, second, third) = handed_in
    too_late = (409, {("", "too_late")})

    def offered():
        found = {}
        for userid in ("hoangvanluu", "leminhanh"):
            with login_as(userid):
                found[userid] = {act.id: not violations for act, violations in IActs(first).possible()}.get("reopen")
        return found

    assert cast.drafter.is_refused(first, "reopen", reason=REASON) == too_late
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    assert offered() == {"hoangvanluu": None, "leminhanh": False}
    assert cast.archivist.is_refused(first, "reopen", reason=REASON) == too_late
    cast.archivist.does(transfer, "return_transfer", dossiers=uids([first]), reason=REASON)
    assert offered() == {"hoangvanluu": True, "leminhanh": True}
    cast.archivist.does(transfer, "accept_transfer")
    assert cast.drafter.is_refused(second, "reopen", reason=REASON) == too_late
    cast.drafter.does(first, "reopen", reason=REASON)


def test_taking_over_is_repeatable(handed_in, cast, run_jobs):
    """A worker that was killed begins its stretch again: nothing is done twice."""
    from qlvb.workflows.transfer.interfaces import ICustody

    transfer, dossiers = handed_in
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "accept_transfer")
    custody = getUtility(ICustody)
    custody.take_over(transfer, dossiers[0], "hoangvanluu")
    custody.take_over(transfer, dossiers[0], "hoangvanluu")
    run_jobs()
    assert states(transfer) == ["accepted"] * 3
    assert IJournal(dossiers[0]).count("act.archive_dossier") == 1


def test_many_dossiers_are_worked_off_in_stretches(handed_in, cast, run_jobs, monkeypatch):
    transfer, _dossiers = handed_in
    monkeypatch.setattr("qlvb.workflows.transfer.jobs.stretches.MOST", 1)
    cast.archivist.does(transfer, "check_transfer")
    assert run_jobs() >= 3
    cast.archivist.does(transfer, "accept_transfer")
    assert run_jobs() >= 3
    assert states(transfer) == ["accepted"] * 3


def test_minutes_and_list_signed_by_both_sides(handed_in, cast, run_jobs, keys, province, login_as):
    transfer, found = handed_in
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "accept_transfer")
    run_jobs()
    box, other = make_box(province, count=2), province["skhcn"]["stores"]["k1"]["a1"]["h02"]
    for dossier, place in zip(found, (box, other, box), strict=True):
        getUtility(IPlaces).put(dossier, place)
    with login_as("hoangvanluu"):
        proposed = IActs(transfer).get("write_minutes").defaults()
    assert (proposed["boxes_count"], proposed["paper_dossiers"]) == (2, 3)
    result = cast.archivist.does(transfer, "write_minutes", boxes_count=2, shelf_metres="0,2")
    assert result["number"] == "01/BBGN-2026"
    assert cast.archivist.is_refused(transfer, "write_minutes") == (409, {("", "too_late")})
    run_jobs()
    forms = keeping.forms_of(transfer)
    if not forms.is_ready():
        pytest.skip("LibreOffice is not there")
    assert cast.archivist.is_refused(transfer, "sign_as_receiver") == (409, {("", "not_your_turn")})
    cast.drafter.does(transfer, "sign_as_giver")
    cast.archivist.does(transfer, "sign_as_receiver")
    signing = getUtility(IPdfSigning)
    for form in forms.forms:
        file = forms.official(form)
        verdicts = signing.verify(file.current.data())
        assert [(one.field_name, one.verdict, one.signer) for one in verdicts] == [
            ("Giver", "valid", "Lê Minh Anh"),
            ("Receiver", "valid", "Hoàng Văn Lưu"),
        ]
        versions = [version.data() for version in file.versions()]
        assert all(later.startswith(earlier) for earlier, later in zip(versions, versions[1:], strict=False))
    assert len(IFileStore(transfer).files("signed")) == 2
    assert cast.drafter.is_refused(transfer, "sign_as_giver")[0] == 409


def test_both_sides_are_told(handed_in, cast, run_jobs):
    transfer, _dossiers = handed_in
    notices = getUtility(INotices)
    assert notices.of("hoangvanluu").newest()[0].event == "transfer_waiting"
    cast.archivist.does(transfer, "check_transfer")
    run_jobs()
    cast.archivist.does(transfer, "accept_transfer")
    run_jobs()
    assert notices.of("leminhanh").newest()[0].event == "transfer_result"


def test_everything_due_is_collected_by_the_worker(dossiers, transfer, cast, run_jobs, login_as, clean):
    found = dossiers(3)
    short = dossiers(1, retention_years=3)[0]
    assert count(login_as, "leminhanh", "transfers.due") == 3
    with login_as("leminhanh"):
        rows = getUtility(IListing).page(Question(box="transfers.due")).rows
    last = {ITransferDeadlines(dossier).deadlines().last.isoformat() for dossier in found}
    assert {row.facts["deposit_last"] for row in rows} == last
    one = transfer()
    cast.drafter.does(one, "collect_due")
    assert cast.drafter.is_refused(one, "submit_transfer")[0] in (400, 409)
    run_jobs()
    assert {item.uid for item in ITransferItems(one).all()} == set(uids(found))
    assert IClaims(short).transfer == ""
    assert count(login_as, "leminhanh", "transfers.due") == 0
    cast.drafter.does(one, "cancel_transfer", reason="Lập nhầm đợt giao nộp")
    assert count(login_as, "leminhanh", "transfers.due") == 3
    assert api.content.get_state(one) == "cancelled"
