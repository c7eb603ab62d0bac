"""What each act refuses, and with which status; nothing half-done stays."""

from datetime import date
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import pdf
from outgoing_story import take_to
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.interfaces import IRoute


def test_submit_needs_a_main_file(province, clock, registers, cast):
    draft = make_draft(files=False)
    assert cast.drafter.is_refused(draft, "submit", receiver=REVIEWER) == (400, {("file", "main_file_missing")})
    assert state_of(draft) == "draft"


def test_submit_needs_a_readable_main_file(draft, cast):
    version = IFileStore(draft).main().current
    version.pdf_state, version.pdf_error = "failed", "hỏng"
    assert cast.drafter.is_refused(draft, "submit", receiver=REVIEWER) == (400, {("file", "conversion_failed")})


def test_submit_needs_the_fields_of_the_decree(draft, cast):
    draft.signatory = None
    draft.recipients = []
    status, found = cast.drafter.is_refused(draft, "submit", receiver=REVIEWER)
    assert status == 400
    assert {"signatory", "recipients"} <= {field for field, _code in found}


@pytest.mark.parametrize("receiver", ["", DRAFTER, "vanthusnv", "nobody"])
def test_submit_goes_to_leaders_of_the_agency(draft, cast, receiver):
    status, found = cast.drafter.is_refused(draft, "submit", receiver=receiver)
    assert status == 400 and {field for field, _code in found} == {"receiver"}


def test_only_the_drafter_submits(draft, cast):
    assert cast.reviewer.is_refused(draft, "submit", receiver=SIGNATORY) == (403, {("", "forbidden")})


def test_acts_out_of_turn(draft, cast):
    for act, data in {
        "approve": {},
        "forward": {"receiver": SIGNATORY},
        "return": {"reason": "Chưa đủ căn cứ ban hành"},
        "sign": {"capacity": "direct"},
        "number": {},
        "seal": {},
        "number_and_seal": {},
        "issue": {},
        "issue_at_once": {},
        "refuse_number": {"reason": "Sai thể thức ký hiệu"},
        "resubmit": {"receiver": REVIEWER},
        "reopen_cancelled": {},
        "withdraw": {},
    }.items():
        assert cast.drafter.is_refused(draft, act, **data) == (409, {("", "wrong_state")}), act


@pytest.mark.parametrize(
    "state, act, data",
    [
        ("in_review", "return", {"reason": "ngắn"}),
        ("to_issue", "refuse_number", {"reason": "ngắn"}),
        ("in_review", "cancel", {"reason": ""}),
    ],
)
def test_reasons_say_something(draft, cast, state, act, data):
    take_to(draft, cast, state)
    who = {"return": cast.reviewer, "refuse_number": cast.clerk, "cancel": cast.drafter}[act]
    status, found = who.is_refused(draft, act, **data)
    assert status == 400 and {field for field, _code in found} == {"reason"}
    assert state_of(draft) == state


def test_resubmit_needs_a_new_version_or_an_explanation(draft, cast):
    take_to(draft, cast, "returned")
    assert cast.drafter.is_refused(draft, "resubmit", receiver=REVIEWER) == (400, {("explanation", "no_new_version")})
    store = IFileStore(draft)
    store.replace(store.main().id, "Công văn.pdf", pdf(2), DRAFTER)
    assert cast.drafter.does(draft, "resubmit", receiver=REVIEWER)["state"] == "in_review"


def test_second_reviewer_gets_a_conflict(draft, cast):
    take_to(draft, cast, "in_review")
    cast.reviewer.does(draft, "approve", receiver="buitrungkien")
    assert state_of(draft) == "in_review"
    assert cast.reviewer.is_refused(draft, "approve") == (409, {("", "not_your_turn")})


def test_two_people_at_once(draft, cast):
    """The reviewer approves while the drafter takes it back: whoever comes second is told."""
    take_to(draft, cast, "in_review")
    seen = next(iter(IJournal(draft).entries(newest_first=True))).seq
    cast.drafter.does(draft, "withdraw")
    refused = cast.reviewer.is_refused(draft, "approve", expected_state="in_review", expected_seq=seen)
    assert refused == (409, {("", "someone_was_faster")})
    assert state_of(draft) == "draft"


def test_double_click_acts_once(draft, cast):
    first = cast.drafter.does(draft, "submit", key="abc", receiver=REVIEWER)
    assert cast.drafter.does(draft, "submit", key="abc", receiver=REVIEWER) == first
    assert len(IRoute(draft).steps()) == 2


def test_only_who_may_sign_signs(draft, cast, person):
    take_to(draft, cast, "in_review")
    draft.signatory = "lethikimngan"
    cast.reviewer.does(draft, "approve", receiver=SIGNATORY)
    assert state_of(draft) == "in_review"
    assert cast.signatory.is_refused(draft, "sign", capacity="direct") == (409, {("", "wrong_state")})


@pytest.mark.parametrize("capacity", ["deputy", "on_behalf", "", "nonsense"])
def test_capacity_is_one_the_post_allows(draft, cast, capacity):
    take_to(draft, cast, "to_sign")
    status, found = cast.signatory.is_refused(draft, "sign", capacity=capacity)
    assert status == 400 and {field for field, _code in found} == {"capacity"}
    assert IFileStore(draft).signed() is None


def test_no_key_no_signature(draft, cast, monkeypatch, tmp_path):
    take_to(draft, cast, "to_sign")
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    assert cast.signatory.is_refused(draft, "sign", capacity="direct") == (409, {("", "no_key")})


def test_signing_waits_for_the_rendition(draft, cast):
    take_to(draft, cast, "to_sign")
    IFileStore(draft).main().current.pdf_state = "queued"
    assert cast.signatory.is_refused(draft, "sign", capacity="direct") == (503, {("file", "rendition_pending")})


def test_no_register_no_number(draft, registers, cast):
    take_to(draft, cast, "to_issue")
    for register in registers:
        register.closed = True
    assert cast.clerk.is_refused(draft, "number") == (409, {("", "no_register")})
    assert draft.document_number is None and state_of(draft) == "to_issue"


def test_only_clerks_number(draft, cast):
    take_to(draft, cast, "to_issue")
    assert cast.drafter.is_refused(draft, "number")[0] in (403, 409)
    assert cast.stranger.is_refused(draft, "number") == (403, {("", "forbidden")})


def test_a_broken_signature_is_not_sealed(draft, cast):
    take_to(draft, cast, "numbered")
    store = IFileStore(draft)
    store.replace(store.signed().id, "Công văn.pdf", pdf(), CLERK, kind="numbered")
    assert cast.clerk.is_refused(draft, "seal") == (409, {("", "signature_invalid")})
    assert store.signed().current.kind == "numbered"


def test_sealed_once(draft, cast):
    take_to(draft, cast, "sealed")
    assert cast.clerk.is_refused(draft, "seal") == (409, {("", "already_sealed")})


def test_only_sealed_documents_are_issued(draft, cast, sent):
    take_to(draft, cast, "numbered")
    assert cast.clerk.is_refused(draft, "issue") == (409, {("", "not_sealed")})
    assert sent == []


def test_the_year_s_register_is_not_opened_by_numbering(draft, cast):
    take_to(draft, cast, "to_issue")
    with held(date(2027, 1, 4)):
        assert cast.clerk.is_refused(draft, "number") == (409, {("", "no_register")})


def test_nobody_transitions_past_the_acts(draft, cast, login_as):
    workflow_tool = api.portal.get_tool("portal_workflow")
    for userid in (DRAFTER, "quantri"):
        with login_as(userid):
            assert workflow_tool.getTransitionsFor(draft) == ()
            with pytest.raises(WorkflowException):
                workflow_tool.doActionFor(draft, "enter_review")
    assert state_of(draft) == "draft"


def test_not_even_with_the_role_of_the_acts(draft, login_as):
    workflow_tool = api.portal.get_tool("portal_workflow")
    draft.manage_setLocalRoles("quantri", ["ActRunner"])
    with login_as("quantri"), pytest.raises(WorkflowException, match="workflow_only_acts"):
        workflow_tool.doActionFor(draft, "enter_review")
    assert state_of(draft) == "draft"
