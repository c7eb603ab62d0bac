"""Another agency of the site is asked: its request, its people, its answer in the table, and what it never sees."""

from AccessControl.PermissionRole import rolesForPermissionOn
from datetime import date
from delegated import delegate
from functools import partial
from matrices import read_matrix
from outgoing_story import make_draft
from outgoing_story import pdf
from pathlib import Path
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.viruses import VirusCheck
from qlvb.content.index.building import collected_tokens
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.browser.request import asked_version
from qlvb.workflows.consultation.browser.request import RequestView
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.reminding import remind
from qlvb.workflows.consultation.table import remarks
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.standing.interfaces import IStanding
from zExceptions import NotFound
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


LEADER, CLERK, SPECIALIST, OUTSIDER = "tranduclong", "vanthusnv", "vuhaiyen", "phangiakhanh"


@pytest.fixture
def asked(draft, cast):
    cast.drafter.does(
        draft, "consult", people=["hoangvanluu"], agencies=["snv"], working_days=5, question="Về thời hạn"
    )
    return draft


@pytest.fixture
def request_(asked):
    return request_of(IConsultations(asked).current().opinions[1])


def told(userid, record):
    return [notice.event for notice in getUtility(INotices).of(userid).newest() if notice.record == record.UID()]


def draft_gone(request, login_as, userid):
    """bool: the page that serves the version asked about has nothing to serve."""
    with login_as(userid):
        try:
            request.restrictedTraverse("@@asked-draft")()
        except NotFound:
            return True
    return False


def test_a_request_lies_in_the_agency_that_is_asked(asked, request_, person):
    assert IOpinionRequest.providedBy(request_)
    assert request_.getPhysicalPath()[2:4] == ("snv", "opinions")
    assert (request_.subject, request_.draft_version, request_.deadline) == (asked.subject, 1, date(2026, 1, 12))
    assert {"opinions.to_answer|snv.leader", "opinions.to_answer|snv.clerk"} == set(collected_tokens(request_))
    assert not any("snv" in token for token in collected_tokens(asked))
    assert told(LEADER, request_) == told(CLERK, request_) == ["opinion_asked"]
    assert person(LEADER).sees(request_) and person(CLERK).sees(request_)
    assert not person(SPECIALIST).sees(request_) and not person("leminhanh").sees(request_)


def test_it_sees_the_version_asked_about_and_nothing_else(asked, request_, person):
    for userid in (LEADER, CLERK):
        assert not person(userid).sees(asked)
        assert IGrants(asked).explain(userid) == []
    wanted = IFileStore(asked).main().current.data()
    main = IFileStore(asked).main()
    IFileStore(asked).replace(main.id, "Công văn.pdf", pdf(3), "leminhanh")
    draft, stored, version = asked_version(request_)
    assert (draft.UID(), stored.id, version.number, version.data()) == (asked.UID(), main.id, 1, wanted)


def test_from_the_clerk_to_the_specialist_to_the_leader_into_the_table(asked, request_, person):
    clerk, specialist, leader = person(CLERK), person(SPECIALIST), person(LEADER)
    assert clerk.is_refused(request_, "send_opinion", answer="agree") == (403, {("", "forbidden")})
    clerk.does(request_, "assign_opinion", person=SPECIALIST, note="Chuẩn bị trong tuần")
    assert specialist.sees(request_) and told(SPECIALIST, request_) == ["opinion_asked"]
    assert set(collected_tokens(request_)) == {
        f"opinions.to_answer|{SPECIALIST}",
        "opinions.assigned|snv.leader",
        "opinions.assigned|snv.clerk",
    }
    file = {"filename": "gop-y.pdf", "data": pdf()}
    specialist.does(request_, "prepare_agency_opinion", answer="other", text="Điều 2: bỏ từ “các”", file=file)
    assert IConsultations(asked).current().opinions[1].answer == ""
    assert "opinions.to_answer|snv.leader" in collected_tokens(request_)
    assert specialist.is_refused(request_, "send_opinion", answer="agree")[0] == 403
    prepared = IFileStore(request_).get(IRequestHandling(request_).file).current
    prepared.virus_check = VirusCheck("infected", now(), virus="Win.Test")
    assert leader.is_refused(request_, "send_opinion") == (400, {("file", "file_infected")})
    prepared.virus_check = None
    leader.does(request_, "send_opinion")
    opinion = IConsultations(asked).current().opinions[1]
    assert (state_of(request_), opinion.answer, opinion.answered_by) == ("answered", "other", LEADER)
    [row] = remarks(IConsultations(asked).rounds(), name_of)
    assert (row.place, row.who, row.answered_by) == ("Điều 2", "Sở Nội vụ", "Trần Đức Long")
    assert IFileStore(asked).get(row.file).role == "comment"
    assert "opinion_given" in told("leminhanh", asked)
    assert [entry.event for entry in IJournal(asked).entries()][-1] == "act.give_opinion"


def test_a_leader_answers_at_once_and_again(asked, request_, person):
    leader = person(LEADER)
    assert leader.is_refused(request_, "send_opinion", answer="disagree") == (400, {("text", "opinion_missing")})
    leader.does(request_, "send_opinion", answer="disagree", text="Chưa rõ căn cứ")
    leader.does(request_, "send_opinion", answer="agree", text="")
    assert IConsultations(asked).current().opinions[1].answer == "agree"
    assert collected_tokens(request_) == ["opinions.done|snv.clerk", "opinions.done|snv.leader"]


def test_who_stands_in_for_the_leader_answers_within_his_delegation(asked, request_, person, login_as):
    other, letters = person(OUTSIDER), [asked.document_type]
    assert other.is_refused(request_, "send_opinion", answer="agree")[0] in (403, 404)
    narrow = delegate(LEADER, OUTSIDER, agency="snv", mode="review", directions=["incoming"])
    assert not other.sees(request_)
    person(LEADER).does(narrow, "end_delegation")
    delegation = delegate(LEADER, OUTSIDER, agency="snv", mode="review", document_types=letters)
    with login_as(OUTSIDER):
        assert [row.uid for row in getUtility(IListing).query("opinions.delegated").rows] == [request_.UID()]
    with login_as(SPECIALIST):
        assert getUtility(IListing).counts(["opinions.delegated"]) == {"opinions.delegated": 0}
    assert other.sees(request_) and asked_version(request_) is not None and not other.sees(asked)
    other.does(request_, "send_opinion", answer="other", text="Điều 3: ghi rõ thời hạn")
    opinion = IConsultations(asked).current().opinions[1]
    assert (state_of(request_), opinion.answer, opinion.answered_by) == ("answered", "other", OUTSIDER)
    entry = next(IJournal(request_).entries(newest_first=True, events={"act.send_opinion"}))
    assert (entry.actor, entry.on_behalf) == (OUTSIDER, LEADER)
    assert next(IJournal(delegation).entries(newest_first=True)).event == "delegation.used"
    assert other.sees(request_)


def test_whoever_assists_the_leader_reads_and_does_not_answer(request_, person):
    delegate(LEADER, OUTSIDER, agency="snv", mode="assist")
    assert person(OUTSIDER).sees(request_)
    assert person(OUTSIDER).is_refused(request_, "send_opinion", answer="agree")[0] == 403


def test_a_request_is_found_by_its_words_by_those_who_may_view_it(asked, request_, person, login_as):
    person(LEADER).does(request_, "send_opinion", answer="other", text="Đề nghị bỏ cụm từ thủy lợi nội đồng")

    def found(userid, words):
        with login_as(userid):
            return [row.uid for row in getUtility(IListing).search(words).rows]

    for words in ("thủy lợi nội đồng", "về thời hạn"):
        assert request_.UID() in found(LEADER, words) and request_.UID() in found(CLERK, words)
        assert request_.UID() not in found(SPECIALIST, words) + found("hoangvanluu", words)


def test_the_desk_shows_the_draft_that_is_asked_about(asked, request_, login_as):
    with login_as(LEADER):
        item = request_.restrictedTraverse("@@desk-item")
        page = item()
        [file] = item.files.files
        back = RequestView(request_, getRequest()).back
    assert back.url.endswith("/@@worklist?box=opinions.to_answer")
    assert file["current"]["pdf"] == f"{request_.absolute_url()}/@@asked-draft"
    assert file["current"]["pdf"] in page and "Về thời hạn" in page and 'data-desk-primary="send_opinion"' in page


def test_given_to_somebody_else_the_first_only_reads(request_, person):
    leader = person(LEADER)
    leader.does(request_, "assign_opinion", person=OUTSIDER)
    leader.does(request_, "assign_opinion", person=SPECIALIST)
    assert person(OUTSIDER).is_refused(request_, "prepare_agency_opinion", answer="agree")[0] == 403
    assert person(OUTSIDER).sees(request_)
    assert leader.is_refused(request_, "assign_opinion", person="leminhanh") == (400, {("person", "invalid")})


@pytest.mark.parametrize(
    "act, data, state",
    [
        ("end_consultation", {}, "closed"),
        ("withdraw_consultation", {"reason": "Dự thảo phải viết lại"}, "withdrawn"),
        ("cancel", {"reason": "Không cần ban hành nữa"}, "withdrawn"),
    ],
)
def test_with_the_round_ends_what_the_agency_may_read(asked, request_, cast, person, login_as, act, data, state):
    person(LEADER).does(request_, "send_opinion", answer="agree")
    cast.drafter.does(asked, act, **data)
    assert state_of(request_) == state
    assert (state_of(asked), IConsultations(asked).current()) == ("cancelled" if act == "cancel" else "draft", None)
    assert asked_version(request_) is None and draft_gone(request_, login_as, LEADER)
    assert person(LEADER).is_refused(request_, "send_opinion", answer="agree") == (409, {("", "wrong_state")})
    assert person(LEADER).sees(request_)
    assert IConsultations(asked).rounds()[0].opinions[1].answer == "agree"


def test_what_became_of_its_opinion_is_told_back(asked, request_, cast, person, login_as):
    settle = partial(cast.drafter.does, asked, "settle_opinion")
    person(CLERK).does(request_, "assign_opinion", person=SPECIALIST)
    person(LEADER).does(request_, "send_opinion", answer="other", text="Điều 2: bỏ từ “các”\nĐiều 5: nêu rõ thời hạn")
    first, second = (point.id for point in IConsultations(asked).current().opinions[1].points)
    settle(point=first, decision="accepted")
    assert IRequestHandling(request_).outcome == () and "opinion_settled" not in told(LEADER, request_)
    cast.drafter.does(asked, "end_consultation")
    assert [remark.decision for remark in IRequestHandling(request_).outcome] == ["accepted", ""]
    assert IStanding(request_).standing().sentence == "standing_opinion_settling"
    assert "opinion_settled" not in told(LEADER, request_)
    tool, before = api.portal.get_tool("portal_workflow"), state_of(asked)
    tool.setStatusOf("qlvb_outgoing", asked, {"review_state": "issued"})  # nobody settles them any more
    said = IStanding(request_).standing().sentence
    assert (said, said.mapping["open"]) == ("standing_opinion_unsettled", "1")
    with login_as(SPECIALIST):
        rows = [translate(row["decision"], target_language="vi") for row in RequestView(request_, getRequest()).outcome]
    assert rows == ["Tiếp thu", "Không giải trình"]
    tool.setStatusOf("qlvb_outgoing", asked, {"review_state": before})
    settle(point=second, decision="rejected", reason="Đã có ở Điều 4")
    said = IStanding(request_).standing().sentence
    assert (said, said.mapping) == ("standing_opinion_settled", {"accepted": "1", "all": "2", "open": "0"})
    for userid in (LEADER, CLERK, SPECIALIST):
        assert told(userid, request_).count("opinion_settled") == 1
    settle(point=second, decision="rejected", reason="Đã có ở Điều 4")
    assert told(LEADER, request_).count("opinion_settled") == 1
    with login_as(SPECIALIST):
        page = RequestView(request_, getRequest())
        rows = [(row["place"], translate(row["decision"], target_language="vi"), row["reason"]) for row in page.outcome]
    assert rows == [("Điều 2", "Tiếp thu", ""), ("Điều 5", "Không tiếp thu", "Đã có ở Điều 4")]
    entry = next(IJournal(request_).entries(newest_first=True))
    assert (entry.event, entry.actor, entry.detail["accepted"]) == ("opinion.settled", "leminhanh", "1")


def test_of_a_question_taken_back_nothing_is_told(asked, request_, cast, person):
    person(LEADER).does(request_, "send_opinion", answer="other", text="Điều 2: bỏ từ “các”")
    point = IConsultations(asked).current().opinions[1].points[0].id
    cast.drafter.does(asked, "withdraw_consultation", reason="Dự thảo phải viết lại")
    cast.drafter.does(asked, "settle_opinion", point=point, decision="accepted")
    assert IRequestHandling(request_).outcome == () and "opinion_settled" not in told(LEADER, request_)


def test_more_time_more_agencies_and_chasing(asked, request_, cast, person):
    cast.drafter.does(asked, "extend_consultation", working_days=10, agencies=["ubnd-tinh", "snv"])
    current = IConsultations(asked).current()
    assert current.deadline == request_.deadline == date(2026, 1, 19)
    assert [opinion.principal for opinion in current.opinions] == ["hoangvanluu", "snv.leader", "ubnd-tinh.leader"]
    assert cast.drafter.does(asked, "chase_consultation", message="Cần gấp")["chased"][:2] == ["Hoàng Văn Lưu", "Sở Nội vụ"]
    assert len(told(LEADER, request_)) == 3 and len(current.opinions[1].chases) == 1
    with held(date(2026, 1, 20)):
        assert remind(asked.UID(), date(2026, 1, 20)) > 0
        assert remind(asked.UID(), date(2026, 1, 20)) == 0
        person(LEADER).does(request_, "send_opinion", answer="agree")
    assert "overdue" in told(LEADER, request_) and "overdue" in told("leminhanh", asked)
    assert current.opinions[1].late


def test_who_all_have_answered_cannot_be_chased(asked, request_, cast, person):
    person("hoangvanluu").does(asked, "give_opinion", answer="agree")
    person(LEADER).does(request_, "send_opinion", answer="agree")
    assert cast.drafter.is_refused(asked, "chase_consultation") == (409, {("", "nobody_waits")})


def test_secret_drafts_never_leave(province, clock, keys, registers, cast):
    secret = make_draft(secrecy="secret")
    assert cast.drafter.is_refused(secret, "consult", agencies=["snv"], working_days=3) == (400, {("", "secret")})
    assert cast.drafter.is_refused(make_draft(), "consult", agencies=["skhcn"]) == (400, {("agencies", "invalid")})


#: state -> (how it gets there)
WAYS = {
    "to_answer": lambda asked, request, cast, person: None,
    "answered": lambda asked, request, cast, person: person(LEADER).does(request, "send_opinion", answer="agree"),
    "closed": lambda asked, request, cast, person: cast.drafter.does(asked, "end_consultation"),
    "withdrawn": lambda asked, request, cast, person: cast.drafter.does(
        asked, "withdraw_consultation", reason="Dự thảo phải viết lại"
    ),
}
MATRIX = read_matrix(Path(__file__).parent / "permission_matrix.txt")


def test_the_workflow_manages_what_the_matrix_names(portal):
    workflow = api.portal.get_tool("portal_workflow")["qlvb_opinion"]
    assert set(workflow.permissions) == {permission for permission, _state in MATRIX}
    assert set(workflow.states.objectIds()) == set(WAYS)


@pytest.mark.parametrize("state", WAYS)
def test_roles_and_people(asked, request_, cast, person, state):
    person(CLERK).does(request_, "assign_opinion", person=SPECIALIST)
    WAYS[state](asked, request_, cast, person)
    for permission in {permission for permission, _state in MATRIX}:
        found = {role for role in rolesForPermissionOn(permission, request_) if not role.startswith("_")}
        assert found == MATRIX[permission, state], permission
    everybody = (LEADER, CLERK, SPECIALIST, OUTSIDER, "leminhanh", "nguyenthithuha", "hoangvanluu")
    assert [userid for userid in everybody if person(userid).sees(request_)] == [LEADER, CLERK, SPECIALIST]
