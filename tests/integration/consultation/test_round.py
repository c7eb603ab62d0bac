"""A round from the question to the table of remarks."""

from datetime import date
from docx import Document
from io import BytesIO
from outgoing_story import make_draft
from outgoing_story import pdf
import pytest
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import collected_tokens
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.browser.form import ActForm
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.vocabularies import units
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outgoing.standing import standing
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.globalrequest import getRequest


UNTIL = date(2026, 1, 12)


@pytest.fixture
def unit(draft):
    """(token, principal, somebody who leads it) of a department that is asked."""
    term = next(iter(units(draft)))
    return term.token, term.value


@pytest.fixture
def asked(draft, cast, unit):
    cast.drafter.does(
        draft,
        "consult",
        people=["hoangvanluu", "buitrungkien"],
        units=[unit[0]],
        deadline="2026-01-12",
        question="Xin ý kiến về thời hạn",
    )
    return draft


def events(userid):
    return [notice.event for notice in getUtility(INotices).of(userid).newest()]


def test_reading_writes_nothing(draft):
    assert IConsultations(draft).rounds() == [] and IConsultations(draft).current() is None
    assert "qlvb.consultations" not in IAnnotations(draft)


def test_people_and_units_are_asked_in_parallel(asked, cast, person, unit):
    assert state_of(asked) == "consulting"
    running = IConsultations(asked).current()
    assert [opinion.principal for opinion in running.opinions] == ["hoangvanluu", "buitrungkien", unit[1]]
    assert (running.deadline, running.file_version) == (UNTIL, 1)
    tokens = set(collected_tokens(asked))
    assert {"outgoing.to_comment|hoangvanluu", f"outgoing.to_comment|{unit[1]}", "outgoing.consulting|leminhanh"} <= tokens
    assert "outgoing.drafts|leminhanh" not in tokens
    assert person("hoangvanluu").sees(asked) and not person("vanthusnv").sees(asked)
    assert "opinion_asked" in events("hoangvanluu")
    assert standing(asked)["sentence"].mapping == {"holder": "Lê Minh Anh", "open": "3", "all": "3", "day": "12/01/2026"}
    assert not cast.drafter.sees(asked, "Modify portal content")


def test_answers_with_remarks_and_a_file(asked, cast, person, unit):
    luu = person("hoangvanluu")
    text = "Cơ bản nhất trí.\nĐiều 2: bỏ từ “các”"
    luu.does(asked, "give_opinion", answer="other", text=text, file={"filename": "gop-y.pdf", "data": pdf()})
    opinion = IConsultations(asked).current().opinions[0]
    assert [(point.place, point.text) for point in opinion.points] == [
        ("", "Cơ bản nhất trí."),
        ("Điều 2", "bỏ từ “các”"),
    ]
    assert IFileStore(asked).get(opinion.file).role == "comment"
    assert not opinion.late and "outgoing.to_comment|hoangvanluu" not in collected_tokens(asked)
    assert "opinion_given" in events("leminhanh")
    with held(date(2026, 1, 13)):
        person("buitrungkien").does(asked, "give_opinion", answer="agree")
    assert IConsultations(asked).current().opinions[1].late


def test_when_all_have_answered_it_waits_for_who_asked(draft, cast, person):
    cast.drafter.does(draft, "consult", people=["hoangvanluu"], deadline="2026-01-12", question="Xin ý kiến về thời hạn")
    assert [one["id"] for one in standing(draft)["holders"]] == ["hoangvanluu"]
    person("hoangvanluu").does(draft, "give_opinion", answer="agree")
    found = standing(draft)
    assert [one["name"] for one in found["holders"]] == ["Lê Minh Anh"] and found["sentence"] == "standing_consulted"


def test_a_second_answer_takes_the_place_of_the_first(asked, person):
    luu = person("hoangvanluu")
    luu.does(asked, "give_opinion", answer="disagree", text="Chưa rõ căn cứ")
    luu.does(asked, "give_opinion", answer="agree", text="")
    opinion = IConsultations(asked).current().opinions[0]
    assert (opinion.answer, opinion.points) == ("agree", ())


def test_after_the_end_an_answer_is_refused_in_words(asked, cast, person):
    person("hoangvanluu").does(asked, "give_opinion", answer="agree")
    result = cast.drafter.does(asked, "end_consultation")
    assert (state_of(asked), result["answered"], result["all"]) == ("draft", "1", "3")
    assert person("buitrungkien").is_refused(asked, "give_opinion", answer="agree") == (409, {("", "round_closed")})
    assert person("vanthusnv").is_refused(asked, "give_opinion", answer="agree")[0] in (403, 409)
    tokens = collected_tokens(asked)
    assert "outgoing.drafts|leminhanh" in tokens and "outgoing.consulting|leminhanh" not in tokens
    assert {f"outgoing.consulted|{who}" for who in ("leminhanh", "hoangvanluu", "buitrungkien")} <= set(tokens)


def test_who_was_not_asked_may_not_answer(asked, cast):
    assert cast.drafter.is_refused(asked, "give_opinion", answer="agree") == (403, {("", "forbidden")})
    assert "give_opinion" not in cast.drafter.is_offered(asked)


def test_extending(asked, cast):
    refused = cast.drafter.is_refused(asked, "extend_consultation", deadline="2026-01-08")
    assert refused == (400, {("deadline", "deadline_earlier")})
    cast.drafter.does(asked, "extend_consultation", deadline="2026-01-20", people=["phamquochuy", "hoangvanluu"])
    running = IConsultations(asked).current()
    assert running.deadline == date(2026, 1, 20)
    assert [opinion.principal for opinion in running.opinions].count("hoangvanluu") == 1
    assert running.opinions[-1].principal == "phamquochuy"


@pytest.mark.parametrize(
    "data, code",
    [
        ({"people": [], "units": []}, ("people", "nobody_asked")),
        ({"people": ["hoangvanluu"], "deadline": "2025-12-31"}, ("deadline", "deadline_past")),
        ({"people": ["vanthusnv"]}, ("people", "invalid")),
    ],
)
def test_bad_questions_change_nothing(draft, cast, data, code):
    assert cast.drafter.is_refused(draft, "consult", **{"deadline": "2026-01-12", **data}) == (400, {code})
    assert state_of(draft) == "draft" and IConsultations(draft).rounds() == []


def test_secret_drafts_are_not_put_to_consultation(province, clock, keys, registers, cast):
    secret = make_draft(secrecy="secret")
    assert cast.drafter.is_refused(secret, "consult", people=["hoangvanluu"], deadline="2026-01-12") == (
        400,
        {("", "secret")},
    )


def test_disagreeing_needs_words_and_a_bad_file_is_refused(asked, person):
    luu = person("hoangvanluu")
    assert luu.is_refused(asked, "give_opinion", answer="disagree") == (400, {("text", "opinion_missing")})
    status, found = luu.is_refused(
        asked, "give_opinion", answer="other", text="xem tệp", file={"filename": "a.exe", "data": b"MZ"}
    )
    assert status == 400 and found
    assert IConsultations(asked).current().opinions[0].answer == ""


def test_remarks_are_accepted_or_rejected_with_a_reason(asked, cast, person):
    person("hoangvanluu").does(asked, "give_opinion", answer="other", text="Điều 2: bỏ\nĐiều 1: thêm")
    cast.drafter.does(asked, "end_consultation")
    first, second = IConsultations(asked).rounds()[0].opinions[0].points
    [told] = IActs(asked).get("submit").preview()
    assert told.values[0].mapping == {"open": "2", "all": "2"}
    missing = cast.drafter.is_refused(asked, "settle_opinion", point=first.id, decision="rejected")
    assert missing == (400, {("reason", "reason_missing")})
    done = cast.drafter.does(asked, "settle_opinion", point=first.id, decision="rejected", reason="Trái luật")
    assert done["redirect"] == f"{asked.absolute_url()}/@@consultation#remark-{first.id}"
    assert "redirect" not in next(IJournal(asked).entries(newest_first=True)).detail
    cast.drafter.does(asked, "settle_opinion", point=second.id, decision="accepted")
    assert (first.decision, first.reason, second.decision) == ("rejected", "Trái luật", "accepted")
    assert IActs(asked).get("submit").preview() == ()
    assert person("hoangvanluu").is_refused(asked, "settle_opinion", point=first.id, decision="accepted")[0] == 403


def test_a_refused_decision_is_shown_as_it_was_sent_and_nothing_is_chosen_by_being_first(asked, cast, person, login_as):
    person("hoangvanluu").does(asked, "give_opinion", answer="other", text="Điều 1: thêm\nĐiều 2: bỏ")
    cast.drafter.does(asked, "end_consultation")
    second = IConsultations(asked).rounds()[0].opinions[0].points[1].id
    request = getRequest()
    with login_as("leminhanh"):
        request.form.clear()
        request.form.update(point=second, decision="rejected")
        form = ActForm(asked, request, IActs(asked).get("settle_opinion"))
        form.take_bare()
        form.update()
        chosen = [[one["value"] for one in form.widgets[name].items if one["selected"]] for name in ("point", "decision")]
        assert chosen == [[second], ["rejected"]]
        request.form.clear()
        request.form.update({"form.widgets.point": ["--NOVALUE--"], "form.widgets.point-empty-marker": "1"})
        form.update()
        first = form.widgets["point"].items[0]
        assert (first["value"], bool(first["selected"])) == ("--NOVALUE--", True)
        request.form.clear()


def test_the_table_as_screen_and_file(asked, cast, person, login_as):
    person("hoangvanluu").does(asked, "give_opinion", answer="other", text="Điều 2: bỏ\nĐiều 1: thêm")
    request = getRequest()
    with login_as("leminhanh"):
        request.form.clear()
        request.form["format"] = "docx"
        data = asked.restrictedTraverse("@@consultation-table")()
    assert "Đã hỏi 3, trả lời 1" in "".join(one.text for one in Document(BytesIO(data)).paragraphs)
    grid = [[cell.text for cell in row.cells] for row in Document(BytesIO(data)).tables[0].rows]
    assert [row[1] for row in grid] == ["Vị trí trong dự thảo", "Điều 1", "Điều 2"]
    assert grid[1][2:4] == ["Ý kiến khác. thêm", "Hoàng Văn Lưu"]
