"""Xin gia hạn, Duyệt kết quả, Hoàn thành thay, Đôn đốc, Cập nhật tiến độ: what holder and assigner say to each other."""

from base64 import b64encode
from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import today
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.incoming.standing import standing
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from received import blank_pdf
from zope.component import getUtility
from zope.i18n import translate


REASON = "Chờ số liệu của các xã gửi về"


def line_of(record, userid):
    return ILines(record).of(userid, open_only=False)[-1]


def later(record, days=5):
    return getUtility(IWorkingCalendar).add(line_of(record, "vuhaiyen").deadline, days)


def words(actors, record, act, by, **data):
    with actors.login_as(by), pytest.raises(Refused) as refused:
        IActs(record).perform(act, data)
    assert refused.value.status == 409
    return [translate(violation.message, target_language="vi") for violation in refused.value.violations]


def boxes(actors, userid, *names):
    with actors.login_as(userid):
        return list(getUtility(IListing).counts([f"incoming.{name}" for name in names]).values())


@pytest.fixture
def shared(actors, to_direct):
    """Two lead it and one helps, with one deadline; one is told."""
    actors.do(
        to_direct,
        "direct",
        "tranduclong",
        text="Cùng làm",
        lead=["vuhaiyen"],
        coordinate=["phangiakhanh"],
        working_days=5,
    )
    return to_direct


def test_a_later_deadline_is_granted_in_two_clicks_and_moves_for_all_who_share_it(actors, shared):
    old, new = line_of(shared, "vuhaiyen").deadline, later(shared)
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=new, reason=REASON)
    assert line_of(shared, "vuhaiyen").state == "to_extend"
    assert boxes(actors, "tranduclong", "to_extend") == [1]
    assert boxes(actors, "vuhaiyen", "in_progress") == [1]
    assert "Trần Đức Long duyệt gia hạn cho Vũ Hải Yến" in translate(standing(shared), target_language="vi")
    # The dialog proposes who asked and what he wished: opening it and sending it are the two clicks.
    with actors.login_as("tranduclong"):
        proposed = IActs(shared).get("approve_extension").defaults()
    assert proposed == {"line": line_of(shared, "vuhaiyen").id, "deadline": new}
    actors.do(shared, "approve_extension", "tranduclong")
    leading, helping = line_of(shared, "vuhaiyen"), line_of(shared, "phangiakhanh")
    assert (leading.deadline, leading.former, leading.state) == (new, (old,), "in_progress")
    assert (helping.deadline, helping.former, helping.state) == (new, (old,), "new")
    assert shared.due_date == new
    asked = leading.extensions[-1]
    assert (asked.old, asked.wished, asked.deadline, asked.granted, asked.decided_by) == (
        old, new, new, True, "tranduclong"
    )  # fmt: skip
    assert boxes(actors, "tranduclong", "to_extend") == [0]


def test_a_later_deadline_is_refused_with_a_reason(actors, shared):
    old = line_of(shared, "vuhaiyen").deadline
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)
    assert actors.refused(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)[0] == 409
    assert actors.refused(shared, "refuse_extension", "tranduclong", reason="không") == (400, ["too_short"])
    actors.do(shared, "refuse_extension", "tranduclong", reason="Cấp trên đã ấn định hạn")
    line = line_of(shared, "vuhaiyen")
    assert (line.state, line.deadline, line.former, line.extensions[-1].granted) == ("in_progress", old, (), False)
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)
    assert len(line_of(shared, "vuhaiyen").extensions) == 2


def test_deadlines_that_cannot_be_asked_for(actors, shared):
    old = line_of(shared, "vuhaiyen").deadline
    cases = ((today() - timedelta(days=1), "deadline_past"), (old, "deadline_not_later"))
    for deadline, code in cases:
        assert actors.refused(shared, "ask_extension", "vuhaiyen", deadline=deadline, reason=REASON) == (400, [code])
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)
    assert actors.refused(shared, "approve_extension", "tranduclong", deadline=old) == (400, ["deadline_not_later"])


def test_nobody_else_answers(actors, shared):
    line = line_of(shared, "vuhaiyen")
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)
    for userid in ("vuhaiyen", "phangiakhanh", "vanthusnv"):
        assert actors.refused(shared, "approve_extension", userid, line=line.id)[0] == 403
        assert "approve_extension" not in actors.offered(shared, userid)
    assert "approve_extension" in actors.offered(shared, "tranduclong")


def test_the_holder_may_finish_while_he_waits(actors, shared):
    actors.do(shared, "ask_extension", "vuhaiyen", deadline=later(shared), reason=REASON)
    actors.do(shared, "finish", "vuhaiyen", result="Đã xong sớm")
    assert state_of(shared) == "finished"
    assert line_of(shared, "vuhaiyen").resume == ""


def test_who_forwarded_may_ask_and_goes_on_waiting(actors, in_progress):
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"])
    actors.do(in_progress, "ask_extension", "vuhaiyen", deadline=later(in_progress), reason=REASON)
    actors.do(in_progress, "approve_extension", "tranduclong")
    assert line_of(in_progress, "vuhaiyen").state == "forwarded"
    actors.do(in_progress, "finish", "phangiakhanh", result="Xong")
    assert state_of(in_progress) == "finished"


@pytest.fixture
def accepting(actors, to_direct):
    actors.do(
        to_direct,
        "direct",
        "tranduclong",
        text="Báo cáo tôi",
        lead=["vuhaiyen"],
        coordinate=["phangiakhanh"],
        accept_result=True,
        working_days=5,
    )
    return to_direct


def test_a_result_waits_until_it_is_accepted(actors, accepting):
    actors.do(accepting, "finish", "vuhaiyen", result="Đã có báo cáo")
    assert (state_of(accepting), line_of(accepting, "vuhaiyen").state) == ("in_progress", "to_confirm")
    assert boxes(actors, "tranduclong", "to_confirm") == [1]
    assert boxes(actors, "vuhaiyen", "in_progress", "forwarded") == [0, 1]
    assert "finish" not in actors.offered(accepting, "vuhaiyen")
    assert actors.refused(accepting, "finish", "vuhaiyen", result="Lần nữa") == (409, ["too_late"])
    assert actors.refused(accepting, "confirm_result", "phangiakhanh", line=line_of(accepting, "vuhaiyen").id)[0] == 403
    actors.do(accepting, "redo", "tranduclong", reason="Thiếu phụ lục số liệu")
    assert line_of(accepting, "vuhaiyen").state == "in_progress"
    actors.do(accepting, "finish", "vuhaiyen", result="Đã bổ sung phụ lục")
    actors.do(accepting, "confirm_result", "tranduclong")
    line = line_of(accepting, "vuhaiyen")
    assert (line.state, line.result, line.closed_by) == ("finished", "Đã bổ sung phụ lục", "tranduclong")
    assert state_of(accepting) == "finished"
    assert words(actors, accepting, "confirm_result", "tranduclong", line=line.id)


def test_what_was_done_below_waits_to_be_accepted_too(actors, accepting):
    actors.do(accepting, "forward", "vuhaiyen", lead=["vanthusnv"])
    actors.do(accepting, "finish", "vanthusnv", result="Đã làm xong")
    assert line_of(accepting, "vuhaiyen").state == "to_confirm"
    actors.do(accepting, "confirm_result", "tranduclong")
    assert state_of(accepting) == "finished"


def test_helping_needs_no_acceptance(actors, accepting):
    actors.do(accepting, "finish", "phangiakhanh", result="Đã góp ý")
    assert line_of(accepting, "phangiakhanh").state == "finished"


def test_the_result_may_be_a_file(actors, in_progress):
    assert actors.refused(in_progress, "finish", "vuhaiyen") == (400, ["result_missing"])
    upload = {"filename": "bao-cao.pdf", "data": b64encode(blank_pdf()).decode()}
    actors.do(in_progress, "finish", "vuhaiyen", file=upload)
    (stored,) = IFileStore(in_progress).files("result")
    assert line_of(in_progress, "vuhaiyen").files == (stored.id,)
    assert (stored.current.filename, stored.current.creator) == ("bao-cao.pdf", "vuhaiyen")


def test_the_result_may_be_the_reply(actors, in_progress):
    uid = actors.do(in_progress, "reply", "vuhaiyen")["uid"]
    with actors.login_as("vuhaiyen"):
        offered = IActs(in_progress).get("finish").schema["reply"].bind(in_progress).vocabulary
        assert [term.value for term in offered] == [uid]
    assert actors.refused(in_progress, "finish", "vuhaiyen", reply="0" * 32) == (400, ["invalid"])
    actors.do(in_progress, "finish", "vuhaiyen", reply=uid)
    assert line_of(in_progress, "vuhaiyen").reply == uid


def test_finishing_in_place_of_somebody(actors, in_progress):
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"])
    line = line_of(in_progress, "phangiakhanh")
    assert actors.refused(in_progress, "finish_for", "phangiakhanh", line=line.id, reason=REASON) == (403, ["forbidden"])
    actors.do(in_progress, "finish_for", "vuhaiyen", line=line.id, reason="Đồng chí Khánh đi công tác")
    assert (line.state, line.closed_by, line.result) == ("finished", "vuhaiyen", "Đồng chí Khánh đi công tác")
    assert state_of(in_progress) == "finished"
    assert "line.finished_for" in {entry.event for entry in IJournal(in_progress).entries()}


def test_somebody_elses_act_is_told_in_words_and_nothing_is_lost(actors, shared):
    line = line_of(shared, "phangiakhanh")
    actors.do(shared, "finish_for", "tranduclong", line=line.id, reason="Không cần phối hợp nữa")
    before = IJournal(shared).count("line.finished_for")
    (said,) = words(actors, shared, "finish", "phangiakhanh", result="Phần của tôi đã xong")
    assert "Trần Đức Long" in said and "đã hoàn thành lúc" in said
    (said,) = words(actors, shared, "finish_for", "tranduclong", line=line.id, reason="Không cần phối hợp nữa")
    assert "Phan Gia Khánh" in said
    assert IJournal(shared).count("line.finished_for") == before
    actors.do(shared, "finish", "vuhaiyen", result="Xong")
    (said,) = words(actors, shared, "return_line", "phangiakhanh", reason=REASON)
    assert "Trần Đức Long" in said


def test_why_it_cannot_be_taken_back(actors, shared):
    opened(shared, "vuhaiyen")
    line = line_of(shared, "vuhaiyen")
    steps = (
        ("update_progress", {"percent": 30}, "đã cập nhật tiến độ"),
        ("ask_extension", {"deadline": later(shared), "reason": REASON}, "đã xin gia hạn"),
        ("reply", {}, "đã soạn văn bản trả lời"),
        ("forward", {"lead": ["vanthusnv"]}, "đã chuyển xử lý"),
    )
    for act, data, said in steps:
        actors.do(shared, act, "vuhaiyen", **data)
        (found,) = words(actors, shared, "withdraw_line", "tranduclong", line=line.id)
        assert said in found and found.startswith("Vũ Hải Yến"), found


def test_progress(actors, shared):
    for percent in (-1, 101):
        assert actors.refused(shared, "update_progress", "vuhaiyen", percent=percent) == (400, ["out_of_range"])
    actors.do(shared, "update_progress", "vuhaiyen", percent=40, text="Chờ số liệu hai xã")
    line = line_of(shared, "vuhaiyen")
    assert (line.progress, line.state, line.reports[-1].text) == (40, "in_progress", "Chờ số liệu hai xã")
    with actors.login_as("vuhaiyen"):
        row = getUtility(IListing).query("incoming.in_progress").rows[0]
    assert row.facts["progress"] == 40


def test_urging_counts(actors, shared):
    assert actors.refused(shared, "chase", "phangiakhanh", lines=[line_of(shared, "vuhaiyen").id])[0] == 403
    with actors.login_as("tranduclong"):
        assert len(IActs(shared).get("chase").defaults()["lines"]) == 2
    actors.do(shared, "chase", "tranduclong", message="Khẩn trương báo cáo")
    actors.do(shared, "chase", "vanthusnv", lines=[line_of(shared, "vuhaiyen").id])
    assert [len(line.chases) for line in ILines(shared).all()] == [2, 1]
    actors.do(shared, "finish", "phangiakhanh", result="Xong phần tôi")
    line = line_of(shared, "phangiakhanh")
    assert words(actors, shared, "chase", "tranduclong", lines=[line.id])
    assert actors.refused(shared, "chase", "tranduclong", lines=[]) == (400, ["required"])


def test_forwarding_to_read_only_waits_for_nobody(actors, in_progress):
    actors.do(in_progress, "forward", "vuhaiyen", information=["phangiakhanh"])
    assert line_of(in_progress, "vuhaiyen").state != "forwarded"
    actors.do(in_progress, "finish", "vuhaiyen", result="Xong")
    assert state_of(in_progress) == "finished"


def test_forwarding_to_read_may_be_all_there_was_to_do(actors, in_progress):
    data = {"lead": ["phangiakhanh"], "finished": True}
    assert actors.refused(in_progress, "forward", "vuhaiyen", **data) == (400, ["forward_finished"])
    actors.do(in_progress, "forward", "vuhaiyen", information=["phangiakhanh"], finished=True, request="Để biết")
    assert state_of(in_progress) == "finished"


def test_who_got_it_to_read_goes_on_reading_when_its_giver_has_finished(actors, to_direct):
    actors.do(to_direct, "direct", "tranduclong", text="Hai người", lead=["vuhaiyen", "phangiakhanh"])
    actors.do(to_direct, "forward", "vuhaiyen", information=["vanthusnv"])
    actors.do(to_direct, "finish", "vuhaiyen", result="Xong")
    assert line_of(to_direct, "vanthusnv").state == "new"


def test_those_below_have_the_deadline_of_whoever_forwards(actors, in_progress):
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"], deadline=None)
    assert line_of(in_progress, "phangiakhanh").deadline == line_of(in_progress, "vuhaiyen").deadline


def test_an_answer_for_one_who_has_left_is_given_by_the_leaders(actors, to_direct, monkeypatch):
    actors.do(to_direct, "direct", "tranduclong", text="Làm", lead=["vuhaiyen"], working_days=5)
    line = line_of(to_direct, "vuhaiyen")
    line.assigned_by = "nguoidanghi"
    actors.do(to_direct, "ask_extension", "vuhaiyen", deadline=later(to_direct), reason=REASON)
    assert boxes(actors, "tranduclong", "to_extend") == [1]
    actors.do(to_direct, "approve_extension", "tranduclong")
    assert line.former


def test_a_deadline_in_the_past_is_refused(actors, to_direct):
    yesterday = today() - timedelta(days=1)
    data = {"text": "Làm", "lead": ["vuhaiyen"], "deadline": yesterday}
    assert actors.refused(to_direct, "direct", "tranduclong", **data) == (400, ["deadline_past"])


def test_reported_in_time_is_not_overdue(actors, accepting):
    due = line_of(accepting, "vuhaiyen").deadline
    actors.do(accepting, "finish", "vuhaiyen", result="Xong")
    actors.do(accepting, "finish", "phangiakhanh", result="Xong")
    with held(due + timedelta(days=3)):
        assert boxes(actors, "vuhaiyen", "overdue") == [0]
