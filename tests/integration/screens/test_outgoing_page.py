"""The screen of an outgoing document, as its people see it."""

from AccessControl import Unauthorized
from io import BytesIO
from outgoing_fixtures import sent  # noqa: F401
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import pdf
from outgoing_story import take_to
from plone import api
import pytest
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Layout
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.labels.interfaces import ILabelSet
from screens_reading import facts
from screens_reading import raw_ids
from screens_reading import select
from screens_reading import words_of
from zipfile import ZipFile
from zope.component import getUtility
from zope.globalrequest import getRequest


def acts(markup):
    """dict act id -> True (can be done) or the reason why not."""
    found = {node.get("data-act"): True for node in select(markup, "[data-act]")}
    found |= {node.get("data-act-off"): node.get("title") for node in select(markup, "[data-act-off]")}
    return found


def test_the_drafter_sees_the_facts_in_the_order_of_the_forms(draft, page):
    found = facts(page(DRAFTER, draft, "view"))
    assert list(found) == [
        "type",
        "subject",
        "signatory",
        "position",
        "drafter",
        "unit",
        "recipients",
        "urgency",
        "agency",
        "creator",
        "whole_text",
        "identifier",
        "capacity",
        "secrecy",
        "pages",
        "language",
    ]
    assert found["signatory"] == ("Người ký", "Nguyễn Thị Thu Hà")
    assert found["recipients"] == ("Nơi nhận văn bản", "Sở Nội vụ (để thực hiện)")


def test_every_person_of_the_route_gets_his_own_primary_act(draft, page, cast):
    seen = {}
    for state, userid in (("draft", DRAFTER), ("in_review", REVIEWER), ("to_sign", SIGNATORY), ("to_issue", CLERK)):
        document = make_draft()
        take_to(document, cast, state)
        markup = page(userid, document, "view")
        primary = select(markup, "[data-refresh='acts'] .btn-primary")
        seen[state] = [node.get("data-act") for node in primary]
        assert not raw_ids(markup)
    assert seen["draft"] == ["submit"] and seen["in_review"] == ["approve"]
    assert seen["to_sign"] == ["sign"] and len(seen["to_issue"]) == 1


def test_an_impossible_act_is_greyed_with_its_reason(clock, province, keys, registers, page):
    document = make_draft(files=False)
    markup = page(DRAFTER, document, "view")
    reason = acts(markup)["submit"]
    assert reason is not True and len(reason) > 10
    (button,) = select(markup, '[data-refresh="acts"] [data-act-off="submit"]')
    assert button.get("aria-disabled") == "true"
    (why,) = select(markup, '[data-refresh="acts"] [data-act-off="submit"] .qlvb-act__why')
    assert why.text_content().strip() == reason
    assert not select(markup, "#dialog-submit")


def test_the_dialog_of_an_act_asks_what_its_schema_asks(draft, page):
    markup = page(DRAFTER, draft, "view")
    (form,) = select(markup, '#dialog-submit form[data-act-form="submit"]')
    assert form.get("action") == f"{draft.absolute_url()}/@@act/submit"
    assert [node.get("data-field") for node in form.cssselect("[data-field]")] == ["receiver", "request", "sign_requested", "send_sms", "send_email", "make_note"]
    (sms,) = form.cssselect("[data-field=send_sms]")
    assert sms.cssselect("input")[0].get("disabled") and "Cơ quan chưa đặt cổng tin nhắn; quản trị đơn vị (" in sms.text_content()
    assert "được báo ngay ở chuông thông báo" in sms.text_content()
    assert not form.cssselect("[data-field=make_note] input")[0].get("disabled")
    hidden = {node.get("name"): node.get("value") for node in form.cssselect("input[type=hidden]")}
    assert hidden["expected_state"] == "draft" and hidden["expected_seq"] == "0" and hidden["idempotency_key"]
    assert hidden["receiver"] == REVIEWER
    assert len(hidden["_authenticator"]) == 40


def test_the_wanted_dialog_opens_with_the_page(draft, page):
    assert [node.get("id") for node in select(page(DRAFTER, draft, "view", act="submit"), "dialog[open]")] == [
        "dialog-submit"
    ]
    assert not select(page(DRAFTER, draft, "view", act="sign"), "dialog[open]")


def test_who_may_edit_finds_the_form(draft, page, cast):
    assert select(page(DRAFTER, draft, "view"), "[data-edit]")
    take_to(draft, cast, "in_review")
    assert not select(page(REVIEWER, draft, "view"), "[data-edit]")


def test_the_route_is_told_as_the_history_table(draft, page, cast):
    cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình anh xem")
    cast.drafter.does(draft, "withdraw", comment="Gửi nhầm bản")
    cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình anh xem")
    cast.reviewer.does(draft, "return", reason="Bổ sung căn cứ ban hành")
    markup = page(DRAFTER, draft, "view", tab="process")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.cssselect("td")]
        for row in select(markup, ".doc-process tbody tr")
    ]
    assert [(row[1], row[3].split("  ")[0], row[5]) for row in rows[1:]] == [
        ("Lê Minh Anh", "Phạm Quốc Huy Duyệt", "Gửi nhầm bản"),  # with whom it lay, not who took it away
        ("Lê Minh Anh", "Lê Minh Anh Soạn thảo", "Kính trình anh xem"),
        ("Lê Minh Anh", "Phạm Quốc Huy Duyệt", "Bổ sung căn cứ ban hành"),
        ("Phạm Quốc Huy", "Lê Minh Anh Sửa lại", ""),
    ]
    assert [row[8].split(" ngày")[0] for row in rows[1:4]] == ["Đã thu hồi", "Đã trình", "Đã trả lại"] and rows[1][2] == "Kính trình anh xem"
    assert not select(markup, '[data-tab-panel="process"][hidden]') and select(
        markup, '[data-tab-panel="content"][hidden]'
    )


def test_whoever_comes_from_tdoffice_reads_its_four_columns(draft, page, cast):
    ILabelSet(api.portal.get()["skhcn"]).choose("tdoffice")
    cast.drafter.does(draft, "submit", receiver=REVIEWER, request="Kính trình anh xem")
    getRequest()["LANGUAGE_TOOL"] = None
    markup = page(DRAFTER, draft, "view", headers={"Accept-Language": "vi"}, tab="process")
    titles = [node.text_content() for node in select(markup, ".doc-process th")]
    assert titles == ["Ngày giờ", "Người tạo", "Ý kiến", "Người nhận"]
    last = [" ".join(cell.text_content().split()) for cell in select(markup, ".doc-process tbody tr:last-child td")]
    assert last[1:3] == ["Lê Minh Anh", "Kính trình anh xem"] and last[3].startswith("Phạm Quốc Huy")


def test_files_say_their_role_versions_and_notes(draft, page):
    store = IFileStore(draft)
    store.replace(store.main().id, "Công văn.pdf", pdf(3), DRAFTER, note="Sửa theo góp ý")
    markup = page(DRAFTER, draft, "view")
    assert [node.get("data-role") for node in select(markup, ".doc-files > li")] == ["main", "annex"]
    (shown,) = select(markup, "[data-file][aria-current]")
    assert shown.get("data-file-name") == "Công văn.pdf" and shown.get("data-file-state") == "ready"
    assert shown.get("data-file-pdf").endswith(f"/@@file/{store.main().id}/2")
    text = words_of(markup)
    assert "Sửa theo góp ý" in text and "1 bản trước" in text and "So sánh với bản trước" in text


def test_a_file_waiting_for_its_pdf_says_so(draft, page):
    store = IFileStore(draft)
    version = store.main().current
    version.pdf_state = "failed"
    version.mimetype, version.pdf_error = "application/msword", "LibreOffice không mở được tệp"
    (link,) = select(page(DRAFTER, draft, "view"), f'[data-file$="{store.main().id}.1"]')
    assert link.get("data-file-state") == "failed" and link.get("data-file-error") == "LibreOffice không mở được tệp"


def test_only_a_file_without_words_says_so(draft, page):
    note = "Tệp chưa có lớp văn bản để tìm kiếm"
    version = IFileStore(draft).main().current
    for state in ("none", "queued", "ready"):
        version.text_state = state
        assert note not in page("leminhanh", draft, "view")
    version.text_state = "no_text"
    assert note in page("leminhanh", draft, "view")
    version.text_state, version.text_error = "failed", "Tệp hỏng."
    html = page("leminhanh", draft, "view")
    assert note in html and "(Tệp hỏng.)" in html


def test_an_issued_document_shows_where_it_went(draft, page, cast):
    take_to(draft, cast, "issued")
    markup = page(CLERK, draft, "view", tab="deliveries")
    assert not raw_ids(markup)
    (row,) = select(markup, ".doc-deliveries tbody tr")
    text = " ".join(row.text_content().split())
    assert "Sở Nội vụ" in text and "Để thực hiện" in text and "Trong hệ thống" in text
    assert facts(markup)["reference"][1] == draft.reference
    assert select(markup, '[data-open="doc-signatures"]')


def test_signatures_are_told_in_words(draft, page, cast):
    take_to(draft, cast, "issued")
    text = words_of(page(CLERK, draft, "signatures", ajax_load="1"))
    assert text.count("Hợp lệ") == 2
    assert "Nguyễn Thị Thu Hà" in text and "Sở Khoa học và Công nghệ" in text
    assert "Sau chữ ký này chỉ có những bổ sung được phép" in text and "Không có thay đổi nào sau chữ ký này." in text
    assert "<main" not in page(CLERK, draft, "signatures", ajax_load="1")
    assert "<main" in page(CLERK, draft, "signatures")


def test_strangers_get_nothing(draft, page):
    for name in ("view", "signatures", "compare", "edit"):
        with pytest.raises(Unauthorized):
            page("vanthusnv", draft, name)


def test_who_can_see_is_told_to_those_who_may_know(draft, page, cast):
    take_to(draft, cast, "in_review")
    text = words_of(page(REVIEWER, draft, "readers"))
    assert "Lê Minh Anh" in text and "Phạm Quốc Huy" in text


def test_a_linked_document_that_the_reader_may_not_view_is_only_counted(draft, page):
    secret = make_draft(subject="Văn bản riêng của lãnh đạo", secrecy="secret", drafter=SIGNATORY)
    draft.related_documents = [secret.UID()]
    text = words_of(page(DRAFTER, draft, "view"))
    assert "Văn bản riêng của lãnh đạo" not in text
    assert "1 văn bản liên quan mà anh/chị không được xem" in text


def test_the_newest_version_can_be_compared(draft, page):
    store = IFileStore(draft)
    first = compose(Layout(agency="Sở", subject="kế hoạch", body=("Gửi trước ngày 30/11/2026.",)))
    second = compose(Layout(agency="Sở", subject="kế hoạch", body=("Gửi trước ngày 05/12/2026.",)))
    file = store.add("annex", "Phụ lục.docx", first, DRAFTER)
    store.replace(file.id, "Phụ lục.docx", second, DRAFTER)
    markup = page(DRAFTER, draft, "compare", **{"file": file.id, "from": "1", "to": "2"})
    assert [node.text_content() for node in select(markup, "del")] == ["30", "11"]
    assert [node.text_content() for node in select(markup, "ins")] == ["05", "12"]
    assert not raw_ids(markup)


def test_a_comparison_of_pictures_says_that_there_is_no_text(draft, page):
    store = IFileStore(draft)
    store.replace(store.main().id, "Công văn.pdf", pdf(2), DRAFTER)
    text = words_of(page(DRAFTER, draft, "compare", **{"file": store.main().id, "from": "1", "to": "2"}))
    assert "Không đọc được chữ" in text


def test_the_bar_stands_in_the_order_of_the_products(draft, page, cast, sent):  # noqa: F811
    def bar(userid):
        found = select(page(userid, draft, "view"), "[data-refresh='acts'] .qlvb-act:not(summary)")
        return " | ".join(node.text_content().strip() for node in found)

    take_to(draft, cast, "to_sign")
    assert bar(SIGNATORY).startswith("Xem | Ký số | Duyệt nhanh | Chuyển lãnh đạo khác | Chuyển chuyên viên (trả lại)")
    assert bar(SIGNATORY).endswith("Trở về")


BAR = "[data-refresh='acts'] .btn:not(summary)"


def test_the_clerks_bar_begins_new_documents(draft, page, cast, sent):  # noqa: F811
    take_to(draft, cast, "issued")
    bar = [node.text_content().strip() for node in select(page(CLERK, draft, "view"), BAR)]
    assert bar[bar.index("Thêm mới") :][:3] == ["Thêm mới", "Báo tài liệu mật", "Trở về"] and bar[0] == "Kiểm tra VB đã ký"


def test_all_files_come_in_one_archive(draft, page):
    assert select(page(DRAFTER, draft, "view"), "a[href$='/@@all-files']")
    data = b"".join(page(DRAFTER, draft, "all-files"))
    with ZipFile(BytesIO(data)) as archive:
        stored = IFileStore(draft).files()
        assert archive.namelist() == [one.current.filename for one in stored]
        assert [archive.read(one.current.filename) for one in stored] == [one.current.data() for one in stored]
    looked = [entry.detail["file"] for entry in IJournal(draft).entries(events=("file_viewed",))]
    assert set(looked) == {one.id for one in stored}
    with pytest.raises(Unauthorized):
        page("vanthusnv", draft, "all-files")


def test_what_follows_from_a_document_is_among_its_facts(draft, page, make):
    above = getUtility(IDirectory).agency("ubnd-tinh")
    for sender, said in ((above.title, True), ("Sở Nội vụ", False)):
        identifier = above.identifier if said else "H99.08"
        draft.in_reply_to = make("Chỉ đạo", issuing_body=sender, issuing_body_identifier=identifier).UID()
        getUtility(IMarks).change(DRAFTER, draft.UID(), followed=said)
        found = facts(page(DRAFTER, draft, "view"))
        assert found["answers"] == ("Là văn bản trả lời", "Có")
        assert (found.get("answers_superior") == ("Là VB trả lời cấp trên", "Có")) is said
        assert (found.get("watched") == ("Theo dõi văn bản này", "Có")) is said
    assert found["whole_text"] == ("Tệp chứa nội dung toàn văn", IFileStore(draft).readable()[1].filename)
    assert "steers" not in found and "tasks_given" not in found


def test_the_clerk_reads_what_issuing_will_do(draft, cast, page):
    take_to(draft, cast, "to_issue")
    markup = page(CLERK, draft, "view")
    shown = [node.text_content() for node in select(markup, "#dialog-issue_at_once .qlvb-preview__value")]
    assert shown[0] == "01/SKHCN-CNTT&CĐS" and "Sở Nội vụ" in shown and not any("[" in one for one in shown)
