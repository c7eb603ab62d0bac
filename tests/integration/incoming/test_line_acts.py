"""Chuyển xử lý, Hoàn thành, Trả lại, Thu hồi, Mở lại, Soạn văn bản trả lời, đọc để biết."""

from datetime import timedelta
from qlvb.content import clock
from qlvb.workflows.acts.interfaces import IActs
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.incoming.standing import standing
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants
from zope.i18n import translate


REASON = "Không thuộc nhiệm vụ được giao"


def states(record):
    return {line.recipient: line.state for line in ILines(record).all()}


def test_opening_moves_lines_and_nothing_else(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    assert not opened(in_progress, "vanthusnv")
    assert opened(in_progress, "phangiakhanh") and opened(in_progress, "vuhaiyen")
    assert states(in_progress) == {"vuhaiyen": "in_progress", "phangiakhanh": "finished"}
    assert not opened(in_progress, "vuhaiyen")
    assert state_of(in_progress) == "in_progress"


def test_finishing_the_last_lead_finishes_the_document(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Phối hợp", coordinate=["phangiakhanh"])
    actors.do(in_progress, "finish", "vuhaiyen", result="Đã tham mưu văn bản trả lời")
    assert state_of(in_progress) == "finished"
    assert states(in_progress) == {"vuhaiyen": "finished", "phangiakhanh": "finished"}
    entry = next(entry for entry in IJournal(in_progress).entries() if entry.event == "record.finished")
    assert entry.actor == "system"


def test_helping_never_finishes_the_document(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Phối hợp", coordinate=["phangiakhanh"])
    actors.do(in_progress, "finish", "phangiakhanh", result="Đã góp ý")
    assert state_of(in_progress) == "in_progress"


def test_several_leads_must_all_finish(actors, to_direct):
    actors.do(to_direct, "direct", "tranduclong", text="Cùng chủ trì", lead=["vuhaiyen", "phangiakhanh"])
    actors.do(to_direct, "finish", "vuhaiyen", result="Xong")
    assert state_of(to_direct) == "in_progress"
    actors.do(to_direct, "return_line", "phangiakhanh", reason=REASON)
    assert state_of(to_direct) == "finished"


def test_a_day_that_is_past_is_not_proposed(to_direct):
    for days, proposed in ((-1, None), (0, clock.today())):
        to_direct.due_date = clock.today() + timedelta(days=days)
        assert IActs(to_direct).get("direct").defaults()["deadline"] == proposed


def test_forwarding_and_finishing_below(actors, in_progress):
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"], request="Làm giúp phần số liệu")
    assert states(in_progress) == {"vuhaiyen": "forwarded", "phangiakhanh": "new"}
    actors.do(in_progress, "finish", "phangiakhanh", result="Đã có số liệu")
    assert state_of(in_progress) == "finished"


def test_nobody_acts_without_a_line(actors, in_progress):
    for act in ("finish", "forward", "return_line", "reply"):
        assert actors.refused(in_progress, act, "phangiakhanh", reason=REASON)[0] == 403


def test_information_is_never_given_back(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    assert actors.refused(in_progress, "return_line", "phangiakhanh", reason=REASON)[0] == 403


def test_withdrawing(actors, in_progress):
    line = ILines(in_progress).of("vuhaiyen")[0]
    assert actors.refused(in_progress, "withdraw_line", "vanthusnv", line=line.id) == (403, ["forbidden"])
    opened(in_progress, "vuhaiyen")
    assert "withdraw_line" in actors.offered(in_progress, "tranduclong")
    actors.do(in_progress, "withdraw_line", "tranduclong", line=line.id, reason="Giao nhầm")
    assert state_of(in_progress) == "to_direct"
    assert not IGrants(in_progress).explain("vuhaiyen")


def test_withdrawing_is_too_late_once_the_recipient_acted(actors, in_progress):
    actors.do(in_progress, "direct", "tranduclong", text="Để biết", information=["phangiakhanh"])
    opened(in_progress, "phangiakhanh")
    actors.do(in_progress, "reply", "vuhaiyen")
    lines = ILines(in_progress)
    read, line = lines.of("phangiakhanh", open_only=False)[0], lines.of("vuhaiyen")[0]
    assert actors.refused(in_progress, "withdraw_line", "tranduclong", line=line.id) == (409, ["too_late"])
    with actors.login_as("tranduclong"):
        act = IActs(in_progress).get("withdraw_line")
        said = [translate(act.check(data)[0].message, target_language="vi") for data in (None, {"line": read.id})]
    assert said[0].startswith("Vũ Hải Yến đã soạn văn bản trả lời")
    assert said[1].startswith("Phan Gia Khánh đã xem văn bản nhận để biết")
    assert act.emphasis == IActs(in_progress).get("direct").emphasis == "normal"


def test_reopening(actors, in_progress):
    actors.do(in_progress, "finish", "vuhaiyen", result="Xong")
    assert "reopen" not in actors.offered(in_progress, "vanthusnv")
    assert actors.refused(in_progress, "reopen", "vanthusnv", reason=REASON) == (403, ["forbidden"])
    actors.do(in_progress, "reopen", "vuhaiyen", reason="Bổ sung số liệu báo cáo")
    assert (state_of(in_progress), states(in_progress)) == ("in_progress", {"vuhaiyen": "in_progress"})
    actors.do(in_progress, "finish", "vuhaiyen", result="Xong lần hai")
    actors.do(in_progress, "reopen", "tranduclong", reason="Chưa đạt yêu cầu")
    assert states(in_progress) == {"vuhaiyen": "in_progress"}


def test_reopening_what_was_only_kept(actors, to_direct):
    actors.do(to_direct, "keep", "tranduclong")
    actors.do(to_direct, "reopen", "tranduclong", reason="Cần giao xử lý")
    assert state_of(to_direct) == "to_direct"
    actors.do(to_direct, "direct", "tranduclong", text="Xử lý", lead=["vuhaiyen"])


def test_drafting_the_reply(actors, in_progress):
    result = actors.do(in_progress, "reply", "vuhaiyen")
    draft = uuidToObject(result["uid"], unrestricted=True)
    assert result["url"] == draft.absolute_url()
    assert (draft.portal_type, draft.drafter, draft.drafting_unit) == ("OutgoingDocument", "vuhaiyen", "ccvc")
    assert draft.in_reply_to == IUUID(in_progress)
    assert draft.subject == ("V/v trả lời Văn bản số 15/SKHCN-CNTT&CĐS ngày 05/01/2026 của Sở Khoa học và Công nghệ")
    assert [(row["agency"], row["channel"]) for row in draft.recipients] == [("skhcn", "internal")]
    assert actors.refused(in_progress, "reply", "vuhaiyen") == (409, ["reply_exists"])


def test_a_reply_to_somebody_outside(actors, province):
    from received import received

    record = actors.bring_to(received(issuing_body="Công ty Sao Mai", issuing_body_identifier=""), "in_progress")
    draft = uuidToObject(actors.do(record, "reply", "vuhaiyen")["uid"], unrestricted=True)
    assert [(row["name"], row["channel"]) for row in draft.recipients] == [("Công ty Sao Mai", "outside")]


@pytest.mark.parametrize(
    "act, result", [("issue", {}), ("issue_at_once", {"did": "issue"}), ("transfer_dvc", {})]
)
def test_the_issued_reply_finishes_the_line(actors, in_progress, act, result):
    from qlvb.workflows.acts.event import ActPerformed
    from qlvb.workflows.acts.interfaces import Actor
    from types import SimpleNamespace
    from zope.event import notify

    uid = actors.do(in_progress, "reply", "vuhaiyen")["uid"]
    draft = uuidToObject(uid, unrestricted=True)
    draft.document_number, draft.document_symbol = 7, "SNV-CCVC"
    notify(ActPerformed(draft, SimpleNamespace(id="number"), {}, Actor("vanthusnv"), {}))
    assert state_of(in_progress) == "in_progress"
    notify(ActPerformed(draft, SimpleNamespace(id=act), {}, Actor("vanthusnv"), result))
    line = ILines(in_progress).all()[0]
    assert (line.state, line.reply, line.result) == ("finished", uid, "07/SNV-CCVC")
    assert state_of(in_progress) == "finished"


def test_the_answer_proposes_the_leader_who_asked_for_it_as_signatory(actors, in_progress):
    draft = uuidToObject(actors.do(in_progress, "reply", "vuhaiyen")["uid"], unrestricted=True)
    assert draft.signatory == "tranduclong"


def test_the_sentence_names_the_deadline_of_the_line(actors, in_progress):
    day = clock.today() + timedelta(days=1)
    in_progress.due_date = None
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"], deadline=day.isoformat())
    said = translate(standing(in_progress), target_language="vi")
    assert said == f"Phan Gia Khánh chủ trì, hạn {day:%d/%m/%Y}."


def test_nobody_grants_more_time_than_he_has_himself(actors, in_progress):
    mine = ILines(in_progress).of("vuhaiyen")[-1]
    mine.deadline = clock.today() + timedelta(days=10)
    actors.do(in_progress, "forward", "vuhaiyen", lead=["phangiakhanh"], request="Làm giúp", deadline=mine.deadline - timedelta(days=4))
    beyond = mine.deadline + timedelta(days=1)
    actors.do(in_progress, "ask_extension", "phangiakhanh", deadline=beyond, reason=REASON)
    assert actors.refused(in_progress, "approve_extension", "vuhaiyen") == (400, ["deadline_beyond"])
    actors.do(in_progress, "ask_extension", "vuhaiyen", deadline=beyond, reason=REASON)
    actors.do(in_progress, "approve_extension", "tranduclong")
    actors.do(in_progress, "approve_extension", "vuhaiyen")
    assert {line.deadline for line in ILines(in_progress).all() if line.role == "lead"} == {beyond}
