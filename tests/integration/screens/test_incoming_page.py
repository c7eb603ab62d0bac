"""The screen of an incoming document, and its registration by the clerk."""

from AccessControl import Unauthorized
from io import BytesIO
import json
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import pdf
from PIL import Image
from plone import api
import pytest
from qlvb.content.clock import now as clock_now
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.paper import register_paper
from qlvb.workflows.lines.interfaces import ILines
from screens_reading import facts
from screens_reading import raw_ids
from screens_reading import select
from screens_reading import words_of
from zope.component import getUtility
from zope.globalrequest import getRequest


class Upload(BytesIO):
    """What ZPublisher hands a form for a file."""

    def __init__(self, filename, data):
        super().__init__(data)
        self.filename = filename
        self.headers = {}


GOOD = {
    "subject": "V/v mời dự Hội nghị tổng kết",
    "document_type": "invitation",
    "issuing_body": "Sở Nội vụ",
    "original_number": "45",
    "document_symbol": "GM-SNV",
    "issue_date": "2026-01-02",
    "arrival_date": "2026-01-05",
    "arrival_channel": "post",
    "urgency": "normal",
    "secrecy": "none",
    "language": "vi",
}
VALUES = {"subject": "V/v mời dự Hội nghị", "issuing_body": "Sở Nội vụ", "document_type": "invitation"}


@pytest.fixture
def agency(province):
    return api.portal.get()["skhcn"]


@pytest.fixture
def made(agency):
    def find(answer):
        return api.portal.get().unrestrictedTraverse(answer["redirect"].split("/plone/")[1].split("?")[0])

    return find


@pytest.fixture
def arrived(agency, clock, registers, login_as):
    """A document on paper that waits to be received."""
    with login_as(CLERK):
        data = {**VALUES, "issue_date": clock}
        return register_paper("skhcn", data, [("main", "Giấy mời.pdf", pdf())], CLERK, accept=False)


@pytest.fixture
def presented(arrived, cast):
    cast.clerk.does(arrived, "accept")
    cast.clerk.does(arrived, "present", leader=SIGNATORY, proposal="Chuyển phòng chuyên môn")
    return arrived


@pytest.fixture
def directed(presented, cast):
    cast.signatory.does(
        presented, "direct", text="Giao phòng tham mưu", lead=[REVIEWER], information=[DRAFTER], deadline="2026-01-12"
    )
    return presented


def test_the_clerk_receives_from_the_waiting_document(arrived, page):
    markup = page(CLERK, arrived, "view")
    assert not raw_ids(markup)
    assert [node.get("data-act") for node in select(markup, "[data-refresh='acts'] .btn-primary")] == ["accept"]
    assert list(facts(markup))[:4] == ["arrival_date", "issue_date", "agency", "type"]
    assert select(markup, '#dialog-accept [data-field="duplicate_reason"][hidden]')
    assert select(markup, '#dialog-accept [data-field="due_date"] [data-quick-date]')
    assert not select(markup, '#dialog-accept [data-field="arrival_date"] [data-quick-date]')
    assert "Văn bản chưa được phân công xử lý." in words_of(markup)


def test_the_leader_writes_his_direction_in_the_pane(presented, page):
    markup = page(SIGNATORY, presented, "view")
    (form,) = select(markup, '.doc-inline-act form[data-act-form="direct"]')
    assert [node.get("data-field") for node in form.cssselect("[data-field]")] == [
        "text",
        "drawing",
        "lead",
        "coordinate",
        "information",
        "deadline",
        "accept_result",
        "as_tasks",
    ]
    labels = [" ".join(node.text_content().split()) for node in form.cssselect("label.form-label")]
    assert labels == ["Bút phê", "Bút phê viết tay", "Chủ trì", "Phối hợp", "Nhận để biết", "Hạn xử lý"]
    assert form.cssselect("button[type=submit]")[0].text_content() == "Bút phê & Phân công"
    options = form.cssselect('[data-picker-name="lead"]')[0].get("data-picker-options")
    assert "leminhanh" in options and "Chuyên viên" in options and "tranduclong" not in options
    assert not raw_ids(markup)


def test_choices_of_an_act_are_found_by_those_who_can_do_it(presented, page):
    asked = {"act": "direct", "field": "lead", "text": "le minh"}
    assert [one["id"] for one in json.loads(page(SIGNATORY, presented, "pick-choice", **asked))["items"]] == ["leminhanh"]
    assert json.loads(page(CLERK, presented, "pick-choice", **asked)) == {"items": []}
    for wrong in ({"field": "text"}, {"field": "colour"}, {"act": "nothing"}, {"field": "deadline"}):
        assert json.loads(page(SIGNATORY, presented, "pick-choice", **{**asked, **wrong})) == {"items": []}


def test_the_lines_are_told_with_deadline_and_state(directed, page):
    markup = page(SIGNATORY, directed, "view", tab="process")
    assert not raw_ids(markup)
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.cssselect("td")]
        for row in select(markup, ".doc-lines tbody tr")
    ]
    assert [row[3] for row in rows] == [
        "Phạm Quốc Huy Chủ trì Phòng Quản lý công nghệ thông tin và Chuyển đổi số",
        "Lê Minh Anh Nhận để biết Phòng Quản lý công nghệ thông tin và Chuyển đổi số",
    ]
    assert rows[0][1:3] == ["Nguyễn Thị Thu Hà", "Giao phòng tham mưu"]
    assert rows[0][6] == "12/01/2026 còn 5 ngày làm việc" and rows[0][8].startswith("Chưa xử lý")
    assert not select(markup, ".doc-inline-act")


def test_cells_that_say_nothing_are_marked_so_that_a_telephone_leaves_their_labels_out(directed, page):
    cells = select(page(SIGNATORY, directed, "view", tab="process"), ".doc-lines tbody td.is-blank")
    assert [cell.get("data-label") for cell in cells] == [
        "Nội dung xử lý",
        "Tập tin đính kèm",
        "Nội dung xử lý",
        "Hạn xử lý",
        "Tập tin đính kèm",
    ]
    assert not any(cell.text_content().strip() for cell in cells)


def test_how_far_work_is_leaves_its_line_when_the_work_is_done(directed, page, cast):
    cast.reviewer.does(directed, "update_progress", percent=40)
    assert {note.text for note in select(page(SIGNATORY, directed, "view"), ".doc-linenote")} == {"đạt 40%"}
    cast.reviewer.does(directed, "finish", result="Đã rà soát xong")
    markup = page(SIGNATORY, directed, "view")
    assert "Đã rà soát xong" in words_of(markup) and not select(markup, ".doc-linenote")
    assert not select(page(SIGNATORY, directed, "view", tab="process"), ".doc-linenote")


def test_opening_the_screen_begins_or_finishes_the_line(directed, page):
    lines = {line.recipient: line for line in ILines(directed).all()}
    page(DRAFTER, directed, "view")
    assert lines[DRAFTER].state == "finished"
    page(REVIEWER, directed, "view")
    assert lines[REVIEWER].state == "in_progress" and lines[REVIEWER].opened_at


def test_the_handler_reads_the_direction_and_finds_his_acts(directed, page):
    markup = page(REVIEWER, directed, "view")
    assert "Nguyễn Thị Thu Hà: Giao phòng tham mưu" in " ".join(
        select(markup, ".doc-direction")[0].text_content().split()
    )
    offered = {node.get("data-act") for node in select(markup, "[data-act]")}
    assert {"finish", "forward", "reply", "return_line"} & offered >= {"finish", "forward", "reply"}


def test_a_reply_stands_in_its_line(directed, page, cast):
    made = cast.reviewer.does(directed, "reply")
    markup = page(REVIEWER, directed, "view", tab="process")
    links = [node.get("href") for node in select(markup, ".doc-lines tbody a")]
    assert links == [made["url"]]
    (related,) = select(page(REVIEWER, directed, "view"), ".doc-links a[href*='/outgoing/']")
    assert related.get("href") == made["url"]


def test_strangers_get_nothing(arrived, page):
    with pytest.raises(Unauthorized):
        page("vanthusnv", arrived, "view")


def test_paper_is_registered_with_its_scan(agency, send, made, clock, registers):
    status, answer = send(CLERK, agency, "add-incoming", **GOOD, file=Upload("quet.pdf", pdf()), save="1")
    assert status == 200
    document = made(answer)
    assert state_of(document) == "waiting" and document.original_number == "45"
    assert document.issuing_body_identifier == "H99.08"
    assert IFileStore(document).main().current.filename == "quet.pdf"


def test_it_can_be_received_at_once(agency, send, made, clock, registers):
    _status, answer = send(CLERK, agency, "add-incoming", **GOOD, accept="1")
    document = made(answer)
    assert state_of(document) == "registered" and document.arrival_number == 1


def test_a_duplicate_asks_before_it_is_received(agency, send, made, clock, registers):
    send(CLERK, agency, "add-incoming", **GOOD, accept="1")
    status, answer = send(CLERK, agency, "add-incoming", **GOOD, accept="1")
    assert status in (400, 409)
    assert [fault["field"] for fault in answer["error"]["violations"]] == ["duplicate_reason"]
    status, answer = send(CLERK, agency, "add-incoming", **GOOD, accept="1", duplicate_reason="Nơi gửi gửi lại bản sửa lỗi")
    assert status == 200 and made(answer).arrival_number == 2


def test_a_picture_is_kept_as_received(agency, send, made, page, clock, registers):
    picture = BytesIO()
    Image.new("L", (20, 20)).save(picture, "PNG")
    status, answer = send(CLERK, agency, "add-incoming", **GOOD, file=Upload("anh.png", picture.getvalue()), save="1")
    assert status == 200, answer
    assert [stored.role for stored in IFileStore(made(answer)).files()] == ["original"]
    (link,) = select(page(CLERK, made(answer), "view"), "[data-file][aria-current]")
    assert link.get("data-file-state") == "picture" and not link.get("data-file-pdf").endswith("/pdf")


def test_what_registration_demands_is_told(agency, send, clock, registers):
    """All of it at once: nobody sends the form again to learn of the next field."""
    lacking = {**GOOD, "subject": "", "issuing_body": "", "document_type": "", "issue_date": ""}
    status, answer = send(CLERK, agency, "add-incoming", **lacking, accept="1")
    fields = [fault["field"] for fault in answer["error"]["violations"]]
    assert status == 400 and sorted(fields) == ["document_type", "issue_date", "issuing_body", "subject"]
    status, answer = send(CLERK, agency, "add-incoming", **lacking, save="1")
    assert status == 400 and [fault["field"] for fault in answer["error"]["violations"]] == ["subject"]


def test_the_clerk_corrects_before_receiving(arrived, send):
    status, _answer = send(CLERK, arrived, "edit", **{**GOOD, "subject": "V/v đã sửa trích yếu"}, save="1")
    assert status == 200 and arrived.subject == "V/v đã sửa trích yếu"


def test_whoever_comes_second_to_the_form_reads_who_registered_it(arrived, send, page, cast, registers):
    """The first has pressed Tiếp nhận while the second was typing; pressed twice by one person it is done once."""
    form = {**GOOD, "revision": IDocumentEditor(arrived).revision()}
    status, answer = send(CLERK, arrived, "edit", **form, accept="1", idempotency_key="mot")
    assert status == 200 and arrived.arrival_number == 1
    assert send(CLERK, arrived, "edit", **form, accept="1", idempotency_key="mot") == (200, answer)
    told = f"Đỗ Thanh Mai đã tiếp nhận văn bản này lúc {show_moment(clock_now())}, số đến 1."
    for button in ("accept", "present"):
        status, answer = send(CLERK, arrived, "edit", **form, **{button: "1"}, idempotency_key=f"hai-{button}")
        assert (status, answer["error"]["message"]) == (409, f"{told} ({arrived.absolute_url()})")
    status, answer = send(CLERK, arrived, "edit", **form, save="1")
    assert status == 409 and "Đỗ Thanh Mai vừa sửa hoặc xử lý văn bản này lúc" in answer["error"]["message"]
    assert told in words_of(page(CLERK, arrived, "edit"))
    without_script = page(CLERK, arrived, "edit", "POST", accept="1", **{f"form.widgets.{name}": value for name, value in GOOD.items()})
    assert [link.get("href") for link in select(without_script, "[data-form-summary] a")] == [arrived.absolute_url()]
    cast.clerk.does(arrived, "present", leader=SIGNATORY)
    cast.signatory.does(arrived, "direct", text="Giao phòng", lead=[REVIEWER])
    for method in ("GET", "POST"):
        with pytest.raises(Refused) as refused:
            page(CLERK, arrived, "edit", method, accept="1")
        assert refused.value.status == 409 and "số đến 1" in refused.value.violations[0].as_json(getRequest())["message"]


def test_only_clerks_register(agency, page):
    with pytest.raises(Unauthorized):
        page(DRAFTER, agency, "add-incoming")


def test_the_form_is_translated(agency, page):
    markup = page(CLERK, agency, "add-incoming")
    assert not raw_ids(markup)
    assert [button.text_content() for button in select(markup, ".doc-buttons .btn")] == [
        "Tiếp nhận & Trình lãnh đạo",
        "Tiếp nhận",
        "Lưu",
        "Trở về",
    ]


def test_documents_to_link_are_found_without_accents(agency, page, login_as):
    factory = getUtility(IDocumentFactory)
    found = factory.create(
        "OutgoingDocument", "skhcn", {"subject": "Kế hoạch chuyển đổi số", "drafter": DRAFTER}, DRAFTER
    )
    found.reindexObject()
    body = page(DRAFTER, api.portal.get(), "pick-document", text="ke hoach chuyen doi")
    assert found.UID() in body
    assert found.UID() not in page("vanthusnv", api.portal.get(), "pick-document", text="ke hoach chuyen doi")


def test_from_a_file_to_the_leader_in_three_clicks_and_on_to_the_clerk_in_two(agency, send, page, made, clock, registers):
    """Choosing the file, the type and the button: everything else is proposed or typed."""
    markup = page(CLERK, agency, "add-incoming")
    proposed = {
        name: select(markup, f'[data-field="{name}"] option[selected]')[0].get("value")
        for name in ("register", "leader", "arrival_channel", "urgency", "secrecy", "language")
    }
    (day,) = select(markup, '[data-field="arrival_date"] input[type=date]')
    assert all(proposed.values()) and day.get("value")
    assert "số đến 1" in select(markup, '[data-field="register"] option[selected]')[0].text_content()
    clicks = ["file", "document_type", "present"]
    typed = {"subject", "issuing_body", "original_number", "document_symbol", "issue_date"}
    assert set(GOOD) <= typed | {"document_type", "arrival_date", *proposed}
    status, answer = send(
        CLERK,
        agency,
        "add-incoming",
        **GOOD,
        file=Upload("quet.pdf", pdf()),
        register=proposed["register"],
        leader=proposed["leader"],
        proposed_handler="leminhanh",
        present="1",
    )
    assert status == 200, answer
    document = made(answer)
    assert len(clicks) == 3 and (state_of(document), document.arrival_number) == ("to_direct", 1)
    leader = proposed["leader"]
    (form,) = select(page(leader, document, "view"), '.doc-inline-act form[data-act-form="direct"]')
    proposal = [node.get("value") for node in form.cssselect('[data-field="lead"] input[type=hidden]')]
    assert "leminhanh" in proposal and len(form.cssselect("button[type=submit]")) == 1


def test_the_form_begins_as_the_one_before(agency, send, page, made, clock, registers):
    send(CLERK, agency, "add-incoming", **GOOD, accept="1")
    markup = page(CLERK, agency, "add-incoming", like="previous")
    (body,) = select(markup, '[data-field="issuing_body"] input[type=text]')
    (subject,) = select(markup, '[data-field="subject"] textarea')
    assert body.get("value") == GOOD["issuing_body"] and not (subject.text or "").strip()


def test_every_column_of_the_register_has_its_field(agency, page):
    """Nghị định 30/2020/NĐ-CP Phụ lục IV mục VI: what the register asks for is on the form, or follows from an act."""
    markup = page(CLERK, agency, "add-incoming")
    fields = {node.get("data-field") for node in select(markup, "[data-field]")}
    assert {
        "arrival_date",
        "register",
        "arrival_extra_number",
        "issuing_body",
        "original_number",
        "document_symbol",
        "issue_date",
        "document_type",
        "subject",
        "note",
    } <= fields


def test_what_is_there_is_shown_beside_and_takes_the_file(agency, send, page, made, clock, registers, login_as):
    status, answer = send(CLERK, agency, "add-incoming", **GOOD, accept="1")
    first = made(answer)
    query = {name: GOOD[name] for name in ("original_number", "document_symbol", "issuing_body")}
    fragment = page(CLERK, agency, "duplicates", **query)
    (button,) = select(fragment, "button[name=attach]")
    assert button.get("value") == first.UID() and button.get("formaction").endswith("/@@attach-arrival")
    assert page(CLERK, agency, "duplicates", original_number="999", document_symbol="X", issuing_body="Y").strip() == ""
    upload = Upload("lan-hai.pdf", pdf())
    status, answer = send(CLERK, agency, "attach-arrival", attach=first.UID(), file=upload, arrival_date="", note="")
    assert status == 200 and answer["redirect"] == first.absolute_url()
    assert [stored.role for stored in IFileStore(first).files()] == ["original"]
    status, answer = send(CLERK, agency, "attach-arrival", attach="0" * 32)
    assert status == 404


def test_the_leader_reads_what_the_clerk_proposes_above_his_direction(presented, page):
    (proposed,) = select(page(SIGNATORY, presented, "view"), "#doc-inline-act .doc-proposed")
    words = presented.proposed_direction
    assert words and words in proposed.text_content() and "đề xuất" in proposed.text_content()
    assert select(page(SIGNATORY, presented, "view"), "#doc-inline-act .doc-proposed [data-prepared-use]")
    assert not select(page(CLERK, presented, "view"), ".doc-proposed")


def test_what_comes_next_for_the_clerk_is_not_to_present_again(presented, page):
    markup = page(CLERK, presented, "view")
    assert select(markup, "[data-act=present]") and not select(markup, "[data-act=present][data-act-emphasis=primary]")


def test_the_clerk_is_told_why_the_fields_cannot_be_changed(directed, page):
    (edit, *_again) = select(page(CLERK, directed, "view"), "[data-act-off=edit]")
    assert "Hiệu chỉnh" in edit.text_content() and "“Đang xử lý”" in edit.get("title")


def test_nobody_else_is_told_of_a_key_that_is_not_his(directed, page):
    assert not select(page(REVIEWER, directed, "view"), "[data-act-off=edit]")


def test_the_leader_reads_why_it_came_back_above_his_direction(directed, page, cast):
    cast.reviewer.does(directed, "return_line", reason="Không thuộc lĩnh vực của phòng")
    (returned,) = select(page(SIGNATORY, directed, "view"), "#doc-inline-act .doc-proposed[data-tone=warn]")
    assert "trả lại: Không thuộc lĩnh vực của phòng" in " ".join(returned.text_content().split())


def test_what_came_is_no_draft(agency, send, made, page, clock, registers):
    _status, answer = send(CLERK, agency, "add-incoming", **GOOD, file=Upload("quet.pdf", pdf()), save="1")
    (files,) = select(page(CLERK, made(answer), "view"), "#doc-files-block")
    assert "Văn bản đến" in files.text_content() and "Dự thảo" not in files.text_content()
