"""From the submission to the result: what leaders and clerks see and do, and what the one-stop system is told."""

from datetime import timedelta
from given_tasks import listed
from linked import codes
from onestop_story import ACCOUNT
from onestop_story import CASE
from onestop_story import OneStop
from onestop_story import submission
from plone import api
from province_system import TOKEN
import pytest
from qlvb.content import clock as times
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.policy.demo.onestop import create_submissions
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.case import stage_of
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.line import HANDED_OVER
from qlvb.workflows.onestop.sending import ResumeEvents
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.outgoing.interfaces import IRoute


LEADER, CLERK, DRAFTER = "nguyenthithuha", "vanthuskhcn", "leminhanh"
TO_SIGN, TO_ISSUE, UNDELIVERED = (
    f"outgoing.onestop_{name}" for name in ("to_sign", "to_issue", "undelivered")
)
REASON = "Chưa đủ thành phần hồ sơ theo quy định"


def types(system):
    return [one["type"] for one in system.events]


@pytest.fixture
def boxes(login_as):
    """``boxes(person, box)`` -> subjects."""

    def shown(userid, box):
        with login_as(userid):
            return listed(box, userid)

    return shown


def test_from_submission_to_result(onestop, cast, system, boxes):
    document = onestop.submits()
    subject = f"Trình Lãnh đạo ký duyệt({CASE})"
    assert (document.subject, document.document_type, state_of(document)) == (subject, "decision", "to_sign")
    assert (document.drafter, document.signatory, document.signatory_name) == (DRAFTER, LEADER, "Nguyễn Thị Thu Hà")
    step = IRoute(document).steps()[0]
    assert (step.done_by, step.comment) == (DRAFTER, "Hồ sơ đủ điều kiện")
    assert boxes(LEADER, TO_SIGN) == boxes(LEADER, "outgoing.to_review") == [subject]
    assert boxes("buitrungkien", TO_SIGN) == [] and boxes("vanthusnv", TO_SIGN) == []
    assert cast.drafter.sees(document) and not cast.stranger.sees(document)
    assert cast.signatory.is_offered(document)["sign"]

    assert cast.signatory.does(document, "sign", capacity="direct")["state"] == "to_issue"
    assert boxes(LEADER, TO_SIGN) == [] and boxes(CLERK, TO_ISSUE) == boxes(CLERK, "outgoing.to_number") == [subject]
    assert cast.clerk.is_offered(document)["transfer_dvc"] is False
    assert cast.clerk.is_refused(document, "transfer_dvc") == (409, {("", "not_numbered")})
    amended = {"subject": "Cấp giấy chứng nhận cho Công ty Ánh Dương", "document_type": "decision", "page_count": 2}
    assert cast.drafter.is_refused(document, "amend_onestop", **amended)[0] in (403, 409)
    assert cast.clerk.is_refused(document, "amend_onestop", **{**amended, "subject": ""}) == (400, {("subject", "required")})
    typed = "Công ty Ánh Dương; Phường Hai, Sơn Hải\nsở nội vụ\n\nSở Nội vụ\nViện Công nghệ số; 12 Lê Lợi"
    cast.clerk.does(document, "amend_onestop", **amended, field_of_work="Khoa học", recipients=typed)
    rows = [(row["name"], row["agency"], row["channel"], row["address"]) for row in document.recipients]
    assert rows[0] == ("Công ty Ánh Dương", "", "outside", "Phường Hai, Sơn Hải")
    assert rows[1][:3] == ("Sở Nội vụ", "snv", "internal")
    assert rows[2:] == [("Viện Công nghệ số", "", "outside", "12 Lê Lợi")]
    assert cast.clerk.is_refused(document, "amend_onestop", **amended, recipients="x" * 301) == (400, {("recipients[1].name", "field_too_long")})
    cast.clerk.does(document, "amend_onestop", **amended, recipients="Công ty Ánh Dương; Phường Một, Sơn Hải")
    subject = amended["subject"]
    assert (document.subject, document.page_count, document.field_of_work) == (subject, 2, "Khoa học")
    assert boxes(CLERK, TO_ISSUE) == [subject]
    cast.clerk.does(document, "number")
    assert cast.clerk.is_refused(document, "amend_onestop", **amended)[0] == 409
    assert cast.clerk.is_refused(document, "transfer_dvc") == (409, {("", "not_sealed")})
    cast.clerk.does(document, "seal")
    assert boxes(CLERK, TO_ISSUE) == [subject]
    result = cast.clerk.does(document, "transfer_dvc")
    assert (result["state"], result["reference"], stage_of(document)) == ("issued", "01/QĐ-SKHCN", "result_pending")
    assert boxes(CLERK, TO_ISSUE) == [] and cast.clerk.is_offered(document).get("transfer_dvc") is None
    onestop.work()
    assert types(system) == ["submission.accepted", "submission.signed", "result.issued"]
    told = system.events[-1]
    assert (told["resultKind"], told["echo"], told["caseCode"]) == ("01", submission()["echo"], CASE)
    paper = told["document"]
    assert paper["subject"] == subject
    assert (paper["number"], paper["code"], paper["issuedOn"]) == ("1", "01/QĐ-SKHCN", "2026-01-05")
    (file,) = paper["files"]
    assert file["sha256"] == IFileStore(document).signed().current.sha256 and file["main"] is True
    assert stage_of(document) == "delivered" and boxes(CLERK, UNDELIVERED) == []
    assert IJournal(document).verify() is None


def test_the_leader_returns_it_with_an_opinion_and_it_comes_anew(onestop, cast, system, boxes):
    document = onestop.submits()
    assert cast.signatory.is_refused(document, "return", reason="") == (400, {("reason", "required")})
    assert cast.signatory.does(document, "return", reason=REASON)["state"] == "cancelled"
    assert boxes(LEADER, TO_SIGN) == [] and document.document_number is None
    assert cast.drafter.is_refused(document, "reopen_cancelled")[0] == 409
    onestop.work()
    assert types(system)[-1] == "result.returned" and system.events[-1]["opinion"] == REASON
    assert stage_of(document) == "returned"
    again = onestop.submits(externalId="b0e7c1d2-0002", previousSubmissionId=document.UID())
    assert stage_of(again) == "waiting_sign" and boxes(LEADER, TO_SIGN) == [again.subject]


def test_the_clerk_returns_to_the_leader_or_to_the_one_stop_system(onestop, cast, system, boxes):
    document = onestop.submits()
    cast.signatory.does(document, "sign", capacity="direct")
    assert cast.clerk.does(document, "refuse_number", reason="Sai thể thức văn bản")["state"] == "to_sign"
    assert boxes(LEADER, TO_SIGN) == [document.subject]
    assert IFileStore(document).signed().current.kind == "void"
    cast.signatory.does(document, "sign", capacity="direct")
    assert cast.clerk.does(document, "return_onestop", reason=REASON)["state"] == "cancelled"
    onestop.work()
    assert types(system) == ["submission.accepted", "submission.signed", "submission.signed", "result.returned"]
    assert system.events[-1]["actor"]["account"] == CLERK


def test_it_goes_to_the_clerks_that_the_settings_say(onestop, link, cast, boxes):
    link.change({"unit_clerks": ["skhcn"]})
    with_clerks = onestop.submits(submitter__account="hoangvanluu")
    assert cast.signatory.is_offered(with_clerks)["sign"]
    cast.signatory.does(with_clerks, "sign", capacity="direct")
    assert IRoute(with_clerks).current().person == "skhcn.vp.clerk" and boxes(CLERK, TO_ISSUE) == [with_clerks.subject]
    without = onestop.submits(externalId="2", caseCode="H99-2")
    cast.signatory.does(without, "sign", capacity="direct")
    assert IRoute(without).current().person == "skhcn.clerk"  # its department has none of its own


def test_issued_in_the_ordinary_way_it_still_waits_to_be_delivered(onestop, cast, system, boxes):
    document = onestop.submits()
    cast.signatory.does(document, "sign", capacity="direct")
    cast.clerk.does(document, "number_and_seal")
    cast.clerk.does(document, "issue")
    assert boxes(CLERK, UNDELIVERED) == [document.subject] and stage_of(document) == "issued"
    assert cast.clerk.does(document, "transfer_dvc")["state"] == "issued"
    assert cast.clerk.is_refused(document, "transfer_dvc") == (409, {("", "already_transferred")})
    (owner,) = IDeliveries(document).all()
    assert owner.state == "manual"
    onestop.work()
    assert types(system)[-1] == "result.issued" and boxes(CLERK, UNDELIVERED) == []
    assert (owner.state, owner.detail) == ("sent", HANDED_OVER)  # nothing to tick off by hand


def test_one_press_issues_and_gives_back(onestop, cast, system, boxes):
    document = onestop.submits()
    cast.signatory.does(document, "sign", capacity="direct")
    done = cast.clerk.does(document, "issue_at_once")
    assert done["state"] == "issued" and done["number"] == 1
    assert cast.clerk.is_refused(document, "transfer_dvc") == (409, {("", "already_transferred")})
    onestop.work()
    assert types(system)[-1] == "result.issued" and boxes(CLERK, UNDELIVERED) == []


def test_the_one_stop_system_takes_it_back_until_it_has_a_number(onestop, cast, system, boxes):
    document = onestop.submits()
    cast.signatory.does(document, "sign", capacity="direct")
    assert onestop.does(document, "cancel_onestop", reason="Công dân rút hồ sơ")["state"] == "cancelled"
    assert boxes(CLERK, TO_ISSUE) == [] and stage_of(document) == "cancelled"
    other = onestop.submits(externalId="2")
    cast.signatory.does(other, "sign", capacity="direct")
    cast.clerk.does(other, "number")
    with pytest.raises(Refused) as caught:
        onestop.does(other, "cancel_onestop", reason="Công dân rút hồ sơ")
    assert codes(caught) == (409, {("", "already_issued")})
    assert cast.clerk.is_refused(other, "cancel_onestop", reason="Tự rút")[0] in (403, 409)


@pytest.mark.parametrize("behaviour", ["error", "hang_up", "html", "redirect", "gone"])
def test_trouble_over_there_loses_nothing_and_keeps_the_order(onestop, system, cast, behaviour):
    system.behaviour = behaviour
    document = onestop.submits()
    cast.signatory.does(document, "return", reason=REASON)
    onestop.work()
    assert stage_of(document) == "result_pending" and len(system.requests) == 1
    assert EVENTS.waiting_rows(EVENTS.link)[0]["attempts"] == 1
    system.behaviour = "confirm"
    with times.held(times.now() + timedelta(seconds=6)):
        onestop.work()
    assert types(system) == ["submission.accepted", "submission.accepted", "result.returned"]
    assert system.events[0]["id"] == system.events[1]["id"] and stage_of(document) == "returned"


def test_refused_for_good_is_seen_and_sent_again(onestop, system, cast, boxes):
    document = onestop.submits()
    onestop.work()
    system.behaviour = "bad"
    system.do_bad = lambda handler, body: system.send(handler, 422, {"message": "Hồ sơ không còn"})
    cast.signatory.does(document, "return", reason=REASON)
    onestop.work()
    assert stage_of(document) == "delivery_failed" and boxes(CLERK, UNDELIVERED) == []  # clerks have not had it
    assert case_of(document).reports[-1].error.mapping["words"] == "Hồ sơ không còn"
    system.behaviour = "refuse"  # 409: it has it already
    assert cast.manager.does(document, "resend_onestop")["reports"] == 1
    onestop.work()
    assert stage_of(document) == "returned"
    assert cast.manager.is_refused(document, "resend_onestop") == (409, {("", "not_your_turn")})


def test_while_the_link_is_off_results_wait(onestop, link, system):
    link.change({"enabled": False})
    document = onestop.submits()
    onestop.work()
    assert system.requests == [] and case_of(document).state() == "queued"
    link.change({"enabled": True})
    assert ResumeEvents(Savepoints()).run(times.now())["waiting"] == 1
    onestop.work()
    assert types(system) == ["submission.accepted"]


def test_the_submitter_takes_it_back_and_the_one_stop_system_is_told(onestop, cast, system, boxes):
    document = onestop.submits()
    assert cast.drafter.is_refused(document, "withdraw", reason="") == (400, {("reason", "required")})
    assert cast.drafter.does(document, "withdraw", reason=REASON)["state"] == "cancelled"
    onestop.work()
    assert types(system)[-1] == "result.returned" and system.events[-1]["opinion"] == REASON
    assert system.events[-1]["actor"]["account"] == DRAFTER and stage_of(document) == "returned"
    again = onestop.submits(externalId="2", previousSubmissionId=document.UID())
    cast.signatory.does(again, "sign", capacity="direct")
    assert cast.drafter.is_refused(again, "withdraw", comment="Nhầm")[0] in (403, 409)
    assert cast.signatory.does(again, "withdraw", comment="Ký nhầm")["state"] == "to_sign"  # as everywhere
    assert stage_of(again) == "waiting_sign" and boxes(LEADER, TO_SIGN) == [again.subject]


@pytest.mark.parametrize(("act", "data"), [("sign", {"capacity": "direct"}), ("fast_approve", {})])
def test_an_agency_may_give_papers_back_signed_without_issuing_them(onestop, link, cast, system, boxes, act, data):
    link.change({"signed_only": ["skhcn"]})
    document = onestop.submits()
    assert cast.signatory.does(document, act, **data)["state"] == "given_back"
    assert boxes(CLERK, TO_ISSUE) == boxes(CLERK, "outgoing.to_number") == boxes(LEADER, TO_SIGN) == []
    assert cast.clerk.sees(document) and cast.clerk.is_refused(document, "number")[0] in (403, 409)
    with pytest.raises(Refused) as caught:
        onestop.does(document, "cancel_onestop", reason="Công dân rút hồ sơ")
    assert codes(caught) == (409, {("", "already_issued")})
    onestop.work()
    told = system.events[-1]
    assert (types(system), told["resultKind"]) == (["submission.accepted", "result.signed_only"], "02")
    assert (told["document"]["number"], told["document"]["issuedOn"]) == (None, None)
    assert told["document"]["files"][0]["sha256"] == IFileStore(document).signed().current.sha256
    assert stage_of(document) == "delivered" and IJournal(document).verify() is None


def test_two_systems_each_with_its_own_account_units_and_ids(onestop, link, cast, system, boxes, login_as, portal):
    values = {"title": "Đất đai", "enabled": True, "address": system.host + "/dat-dai", "account": ACCOUNT, "token": TOKEN}
    with pytest.raises(Refused) as caught:
        link.add(values)
    assert codes(caught) == (400, {("account", "account_taken")}) and len(EVENTS.links()) == 1
    api.user.create(email="datdai@sonhai.example", username="datdai", password=PASSWORD)
    other = link.add({**values, "account": "datdai", "units": ["skhcn"]})
    assert [one.name for one in EVENTS.links()] == ["", "2"] and "OneStopSystem" in api.user.get_roles(username="datdai")
    second = OneStop(login_as, portal)
    second.account = "datdai"
    ours, theirs = onestop.submits(), second.submits()  # the same id and dossier: each counts for itself
    assert (link.submitted("b0e7c1d2-0001").UID(), other.submitted("b0e7c1d2-0001").UID()) == (ours.UID(), theirs.UID())
    cast.signatory.does(theirs, "return", reason=REASON)
    onestop.work()
    assert types(system) == ["submission.accepted"]
    there = [one["body"]["type"] for one in system.requests if one["path"] == "/dat-dai/events"]
    assert there == ["submission.accepted", "result.returned"] and stage_of(theirs) == "returned"
    assert {row["event"] for row in other.log(9)} == {"result.returned", "submission.accepted", "submitted"}
    other.change({"enabled": False})
    cast.signatory.does(ours, "return", reason=REASON)
    onestop.work()
    assert types(system)[-1] == "result.returned"  # switching one off leaves the other alone


def test_the_demonstration_has_one_for_the_leader_and_one_for_the_clerk(province, clock, keys, registers, boxes):
    create_submissions(province, lambda: None)
    waiting = [*boxes(LEADER, TO_SIGN), *boxes(CLERK, TO_ISSUE)]
    assert len(waiting) == 2 and all("H99" in subject for subject in waiting)
    create_submissions(province, lambda: None)
    assert len(boxes(LEADER, TO_SIGN)) + len(boxes(CLERK, TO_ISSUE)) == 2  # a second time does nothing
