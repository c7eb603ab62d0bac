"""Trình lãnh đạo, Bút phê & Phân công, Chuyển lãnh đạo khác, Trả lại văn thư, Lưu để biết, Chuyển xử lý."""

from datetime import timedelta
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import today
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.standing import standing
from qlvb.workflows.lines.calendar import add
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants
from zope.i18n import translate


REASON = "Không thuộc thẩm quyền của Sở"


def lines(record):
    return {line.recipient: line for line in ILines(record).all()}


def said(record):
    return translate(standing(record), target_language="vi")


def test_presenting_gives_the_turn_to_one_leader(actors, registered):
    actors.do(registered, "present", "vanthusnv", leader="tranduclong")
    assert state_of(registered) == "to_direct"
    assert registered.proposed_direction == "Kính trình đồng chí xem xét, cho ý kiến chỉ đạo."
    assert handling_of(registered).leader == "tranduclong"
    assert "direct" in actors.offered(registered, "tranduclong")
    assert said(registered) == f"Chờ Trần Đức Long cho ý kiến từ {today():%d/%m/%Y}."


def test_presenting_needs_a_leader_of_the_agency(actors, registered):
    assert actors.refused(registered, "present", "vanthusnv", leader="vuhaiyen") == (400, ["not_a_leader"])
    assert actors.refused(registered, "present", "vanthusnv", leader="tranduclong", proposal="") == (400, ["required"])


def test_directing_makes_lines_and_a_due_date(actors, to_direct):
    actors.do(
        to_direct,
        "direct",
        "tranduclong",
        text="Giao phòng CCVC tham mưu",
        lead=["vuhaiyen"],
        information=["phangiakhanh"],
        working_days=5,
    )
    made = lines(to_direct)
    due = add(today(), 5)
    assert state_of(to_direct) == "in_progress" and to_direct.due_date == due
    assert (made["vuhaiyen"].role, made["vuhaiyen"].deadline, made["vuhaiyen"].department) == ("lead", due, "ccvc")
    assert (made["phangiakhanh"].role, made["phangiakhanh"].deadline) == ("information", None)
    assert made["vuhaiyen"].request == "Giao phòng CCVC tham mưu"
    assert to_direct.to_places == "Vũ Hải Yến"
    assert said(to_direct) == f"Vũ Hải Yến chủ trì, hạn {due:%d/%m/%Y}."
    with held(due + timedelta(days=1)):
        assert said(to_direct) == f"Vũ Hải Yến chủ trì, quá hạn từ ngày {due:%d/%m/%Y}."


@pytest.mark.parametrize(
    "data,codes",
    [
        ({}, ["lead_missing"]),
        ({"lead": ["vuhaiyen"], "coordinate": ["vuhaiyen"]}, ["recipient_in_two_roles"]),
        ({"lead": ["vuhaiyen"], "deadline": "2020-01-01"}, ["deadline_past"]),
        ({"lead": ["vuhaiyen"], "deadline": "2999-01-01", "working_days": 3}, ["deadline_twice"]),
        ({"lead": ["leminhanh"]}, ["recipient_left"]),  # of another agency
        ({"lead": ["vuhaiyen"], "working_days": 0}, ["out_of_range"]),
        ({"lead": ["vuhaiyen"], "text": ""}, ["required"]),
        ({"lead": ["vuhaiyen"], "text": "x" * 2001}, ["too_long"]),
    ],
)
def test_directing_is_checked(actors, to_direct, data, codes):
    assert actors.refused(to_direct, "direct", "tranduclong", **{"text": "Xử lý", **data}) == (400, codes)
    assert ILines(to_direct).all() == []


def test_nobody_but_the_leader_asked_directs(actors, to_direct):
    for userid in ("vanthusnv", "vuhaiyen", "nguyenthithuha"):
        assert actors.refused(to_direct, "direct", userid, text="x", lead=["vuhaiyen"])[0] == 403


def test_a_leader_adds_people_to_work_under_way(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Thêm người phối hợp", coordinate=["phangiakhanh"])
    assert lines(in_progress)["phangiakhanh"].role == "coordinate"
    assert actors.refused(in_progress, "direct", "tranduclong", text="x", coordinate=["vuhaiyen"]) == (
        400,
        ["recipient_busy"],
    )
    assert actors.refused(in_progress, "direct", "tranduclong", text="x") == (400, ["recipients_missing"])


def test_passing_to_another_leader(actors, province, to_direct, login_as):
    from plone.dexterity.utils import createContentInContainer

    assert actors.refused(to_direct, "pass_leader", "tranduclong", leader="tranduclong") == (400, ["pass_to_self"])
    createContentInContainer(
        province["snv"]["posts"],
        "Post",
        checkConstraints=False,
        id="pho-giam-doc",
        title="Phó Giám đốc",
        department="",
        functions={"leader"},
        capacity="deputy",
        rank=15,
        holder="phangiakhanh",
        valid_from=None,
        valid_to=None,
    )
    actors.do(to_direct, "pass_leader", "tranduclong", leader="phangiakhanh", request="Đồng chí xem giúp")
    assert handling_of(to_direct).leader == "phangiakhanh"
    assert actors.refused(to_direct, "direct", "tranduclong", text="x", lead=["vuhaiyen"])[0] == 403
    assert ("Participant", "asked") in {(grant.role, grant.reference) for grant in IGrants(to_direct).all()}
    actors.do(to_direct, "direct", "phangiakhanh", text="Xử lý", lead=["vuhaiyen"])
    assert state_of(to_direct) == "in_progress"


def test_giving_back_to_the_clerk(actors, to_direct):
    actors.do(to_direct, "send_back", "tranduclong", reason=REASON)
    assert state_of(to_direct) == "registered"
    assert handling_of(to_direct).returned_reason == REASON
    assert REASON in said(to_direct)
    actors.do(to_direct, "hand_over", "vanthusnv", lead=["vuhaiyen"], request="Xử lý theo thẩm quyền")
    assert state_of(to_direct) == "in_progress"
    assert handling_of(to_direct).returned_reason == ""


def test_keeping_for_information(actors, to_direct):
    actors.do(to_direct, "keep", "tranduclong", information=["phangiakhanh"])
    assert state_of(to_direct) == "finished"
    assert lines(to_direct)["phangiakhanh"].state == "new"
    assert said(to_direct) == "Đã lưu, không giao xử lý."


def test_what_nobody_takes_comes_back_to_the_leader(actors, in_progress):
    actors.do(in_progress, "return_line", "vuhaiyen", reason=REASON)
    assert state_of(in_progress) == "to_direct"
    assert handling_of(in_progress).leader == "tranduclong"
    actors.do(in_progress, "direct", "tranduclong", text="Giao lại", lead=["phangiakhanh"])
    assert state_of(in_progress) == "in_progress"


def test_what_the_clerk_gave_comes_back_to_the_clerk(actors, registered):
    actors.do(registered, "hand_over", "vanthusnv", lead=["vuhaiyen"])
    actors.do(registered, "return_line", "vuhaiyen", reason=REASON)
    assert state_of(registered) == "registered"
    assert handling_of(registered).returned_reason == REASON


def test_a_secret_document_is_seen_by_those_concerned_only(actors, province):
    from qlvb.workflows.incoming.clerk import let_clerk_in
    from received import received

    record = received(secrecy="secret")
    let_clerk_in(record)
    sees = lambda userid: bool(IGrants(record).explain(userid))  # noqa: E731
    assert sees("vanthusnv") and not sees("tranduclong") and not sees("vuhaiyen")
    actors.bring_to(record, "in_progress")
    assert sees("vanthusnv") and sees("tranduclong") and sees("vuhaiyen") and not sees("phangiakhanh")
    actors.do(record, "direct", "tranduclong", text="Thêm", information=["phangiakhanh"])
    assert sees("phangiakhanh")


def test_deadline_of_a_forwarded_part(actors, in_progress):
    late = (today() + timedelta(days=60)).isoformat()
    assert actors.refused(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"], deadline=late) == (
        400,
        ["deadline_beyond"],
    )


def test_the_clerk_takes_back_what_lies_with_a_leader(actors, to_direct):
    assert actors.refused(to_direct, "withdraw_presentation", "tranduclong")[0] == 403
    actors.do(to_direct, "withdraw_presentation", "vanthusnv")
    assert state_of(to_direct) == "registered"
    assert "direct" not in actors.offered(to_direct, "tranduclong")
    actors.do(to_direct, "present", "vanthusnv", leader="tranduclong", proposal="Kính trình lại")
    actors.do(to_direct, "direct", "tranduclong", text="Xử lý", lead=["vuhaiyen"])
    assert actors.refused(to_direct, "withdraw_presentation", "vanthusnv") == (409, ["wrong_state"])


@pytest.mark.parametrize("role", ["lead", "coordinate"])
def test_who_was_to_read_only_can_be_given_work(actors, in_progress, role):
    actors.do(in_progress, "direct", "tranduclong", text="Để đồng chí biết", information=["phangiakhanh"])
    (read,) = ILines(in_progress).of("phangiakhanh")
    due = today() + timedelta(days=9)
    given = {"text": "Đồng chí làm luôn", role: ["phangiakhanh"], "deadline": due.isoformat()}
    actors.do(in_progress, "direct", "tranduclong", **given)
    (work,) = ILines(in_progress).of("phangiakhanh")
    assert (work.role, work.deadline, work.request) == (role, due, "Đồng chí làm luôn")
    assert (read.state, read.replaced_by, read.closed_by) == ("withdrawn", work.id, "tranduclong")
    events = [entry for entry in IJournal(in_progress).entries() if entry.event == "line.replaced"]
    assert [(entry.detail["line"], entry.detail["new_role"]) for entry in events] == [(read.id, role)]
    assert "finish" in actors.offered(in_progress, "phangiakhanh")
    # Work taken back leaves what was given to read readable.
    actors.do(in_progress, "withdraw_line", "tranduclong", line=work.id, reason="Giao nhầm người rồi")
    with actors.login_as("phangiakhanh"):
        assert api.user.has_permission("View", obj=in_progress)


def test_work_does_not_become_reading(actors, in_progress):
    refused = actors.refused(in_progress, "direct", "tranduclong", text="x", information=["vuhaiyen"])
    assert refused == (400, ["recipient_busy"])
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    refused = actors.refused(in_progress, "direct", "tranduclong", text="x", information=["phangiakhanh"])
    assert refused == (400, ["recipient_busy"])


def test_a_holder_forwards_to_who_was_to_read_only(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    actors.do(in_progress, "forward", "vuhaiyen", request="Soạn giúp", lead=["phangiakhanh"])
    read, work = ILines(in_progress).of("phangiakhanh", open_only=False)
    (mine,) = ILines(in_progress).of("vuhaiyen")
    assert (work.role, work.parent, mine.state) == ("lead", mine.id, "forwarded")
    assert read.replaced_by == work.id
    actors.do(in_progress, "finish", "phangiakhanh", result="Đã soạn")
    assert state_of(in_progress) == "finished"
