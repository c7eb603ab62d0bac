"""Thêm VB đi: what the form takes, what it refuses, and that it keeps nothing half done."""

from AccessControl import Unauthorized
from draft_form import GOOD
from draft_form import Upload
from draft_form import row
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import pdf
from plone import api
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.outgoing_facts import OutgoingFacts
from screens_reading import raw_ids
from screens_reading import select
from zope.globalrequest import getRequest


def test_the_form_asks_little_first(agency, page, registers):
    markup = page(DRAFTER, agency, "add-outgoing")
    assert not raw_ids(markup)
    assert [
        node.get("data-field") for node in select(markup, "form[data-document-form] > .doc-grid > [data-field]")
    ] == [
        "subject",
        "signatory",
        "document_type",
        "urgency",
        "reply_due_date",
    ]
    marked = [
        name
        for name in ("subject", "file", "signatory", "document_type")
        if select(markup, f'[data-field="{name}"] .doc-required')
    ]
    assert marked == ["subject", "file", "signatory"]
    assert [button.text_content() for button in select(markup, ".doc-buttons .btn")] == [
        "Lưu",
        "Chuyển chuyên viên",
        "Chuyển lãnh đạo",
        "Trở về",
    ]
    picker = select(markup, '[data-picker-name="form.widgets.signatory"]')[0]
    assert picker.get("data-picker-source").endswith("/@people?agency=skhcn&text=")
    # Nobody who is not chosen stands in the page.
    assert "nguyenthithuha" not in markup and "hoangvanluu" not in markup
    assert select(markup, '[data-field="drafting_unit"] option[selected]')[0].get("value") == "cntt"


def test_the_form_says_when_nothing_can_make_pdf(agency, page, registers, monkeypatch):
    missing = "Máy chủ chưa cài LibreOffice Writer"
    monkeypatch.setenv("QLVB_SOFFICE", "no-such-program")
    assert missing in page(DRAFTER, agency, "add-outgoing")
    monkeypatch.setenv("QLVB_SOFFICE", "true")
    assert missing not in page(DRAFTER, agency, "add-outgoing")


def test_a_draft_is_saved_with_its_files_and_recipients(agency, send, made, clock):
    status, answer = send(
        DRAFTER,
        agency,
        "add-outgoing",
        **GOOD,
        **row(0, name="Sở Nội vụ", identifier="H99.08", agency="snv", channel="internal", purpose="for_report"),
        **row(1, name="Công ty Biển Xanh", address="12 Trần Phú"),
        **row(2),
        **{"form.widgets.recipients.count": "3"},
        file=Upload("Công văn.pdf", pdf()),
        annexes=[Upload("Phụ lục.pdf", pdf(2))],
        save="1",
    )
    assert status == 200 and answer["ok"]
    document = made(answer)
    assert document.subject == GOOD["subject"] and document.urgency == "urgent" and document.drafter == DRAFTER
    assert [(item["name"], item["agency"], item["channel"], item["purpose"]) for item in document.recipients] == [
        ("Sở Nội vụ", "snv", "internal", "for_report"),
        ("Công ty Biển Xanh", "", "outside", "for_execution"),
    ]
    store = IFileStore(document)
    pages = {fact.name: fact.values for fact in OutgoingFacts(document, getRequest()).facts()}["pages"]
    assert document.page_count is None and pages == ("1",)  # nobody types what the file says
    assert store.main().current.filename == "Công văn.pdf" and len(store.files("annex")) == 1


def test_passing_it_on_opens_that_dialog(agency, send, clock):
    _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, file=Upload("a.pdf", pdf()), submit="1")
    assert answer["redirect"].endswith("?act=submit")
    form = {**GOOD, "subject": "V/v chuyển soạn tiếp"}
    _status, answer = send(DRAFTER, agency, "add-outgoing", **form, file=Upload("a.pdf", pdf()), hand_over="1")
    assert answer["redirect"].endswith("?act=hand_over_draft")


def test_everything_that_is_missing_is_told_at_once(agency, send, clock):
    before = len(list(api.portal.get()["skhcn"]["outgoing"].objectIds()))
    status, answer = send(DRAFTER, agency, "add-outgoing", subject="", document_type="official_letter", save="1")
    assert status == 400
    assert {fault["field"] for fault in answer["error"]["violations"]} == {"subject", "file", "signatory"}
    assert len(list(api.portal.get()["skhcn"]["outgoing"].objectIds())) == before


@pytest.mark.parametrize(
    "changes, field",
    [
        ({"subject": "x" * 501}, "subject"),
        ({"reply_due_date": "2026-13-45"}, "reply_due_date"),
        ({"issued_copies": "nhiều"}, "issued_copies"),
        ({"issued_copies": "1234567"}, "issued_copies"),
    ],
)
def test_bad_values_are_refused_at_their_field(agency, send, clock, changes, field):
    status, answer = send(DRAFTER, agency, "add-outgoing", **{**GOOD, **changes}, file=Upload("a.pdf", pdf()), save="1")
    assert status == 400
    assert [fault["field"] for fault in answer["error"]["violations"]] == [field]


def test_a_fault_of_a_recipient_names_its_row(agency, send, clock):
    form = row(0, name="Sở Nội vụ", channel="internal") | {"form.widgets.recipients.count": "1"}
    status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, **form, file=Upload("a.pdf", pdf()), save="1")
    assert status == 400
    assert all(fault["field"].startswith("recipients[1].") for fault in answer["error"]["violations"])
    assert "Nơi nhận “Sở Nội vụ” (dòng 1) gửi trong hệ thống nhưng chưa chọn cơ quan" in answer["error"]["message"]


@pytest.mark.parametrize("count", ["một", "-1", "1001", "9" * 5000])
def test_a_table_with_a_wrong_number_of_rows_is_refused_by_name(agency, send, clock, count):
    form = {**GOOD, **row(0, name="Sở Nội vụ"), "form.widgets.recipients.count": count}
    with pytest.raises(Refused) as caught:
        send(DRAFTER, agency, "add-outgoing", **form, file=Upload("a.pdf", pdf()), save="1")
    assert [(one.field, one.code) for one in caught.value.violations] == [("form.widgets.recipients.count", "table_count")]


def test_a_row_that_says_it_is_whole_and_is_not_is_refused_by_its_cells(agency, send, clock):
    form = {"form.widgets.recipients.count": "1", "form.widgets.recipients.0-empty-marker": "1"}
    form["form.widgets.recipients.0.widgets.name"] = "Sở Nội vụ"
    with pytest.raises(Refused) as caught:
        send(DRAFTER, agency, "add-outgoing", **GOOD, **form, file=Upload("a.pdf", pdf()), save="1")
    assert {one.code for one in caught.value.violations} == {"table_cell_missing"}


def test_the_files_of_related_documents_are_listed(agency, page, draft):
    secret = make_draft(secrecy="secret", drafter=SIGNATORY)
    portal, uids = api.portal.get(), f"{draft.UID()},{secret.UID()},nothing"
    for markup in (
        page(DRAFTER, portal, "related-files", uids=uids),
        page(DRAFTER, agency, "add-outgoing", in_reply_to=draft.UID()),
    ):
        heads = [node.text_content() for node in select(markup, "[data-related-files] th")]
        assert heads == ["Tên file", "Thao tác", "Loại File", "Số ký hiệu", "Trích yếu", "Văn bản"]
        names = [row.text_content().split()[0:3] for row in select(markup, "[data-related-files] tbody tr")]
        assert names == [["Công", "văn.pdf", "Xem"], ["Phụ", "lục.pdf", "Xem"]]


def test_the_same_form_sent_twice_makes_one_document(agency, send, clock):
    answers = [
        send(DRAFTER, agency, "add-outgoing", **GOOD, file=Upload("a.pdf", pdf()), save="1", idempotency_key="one")[1][
            "redirect"
        ]
        for _time in range(2)
    ]
    assert answers[0] == answers[1]


def test_decomposed_letters_are_stored_composed(agency, send, made, clock):
    decomposed = "V/v tô\u0309ng kê\u0301t"
    _status, answer = send(
        DRAFTER, agency, "add-outgoing", **{**GOOD, "subject": decomposed}, file=Upload("a.pdf", pdf()), save="1"
    )
    assert made(answer).subject == "V/v tổng kết"


def test_without_a_script_the_page_comes_back_with_the_faults(agency, page, clock):
    markup = page(DRAFTER, agency, "add-outgoing", "POST", **{"form.widgets.subject": "V/v thử", "save": "1"})
    (summary,) = select(markup, "[data-form-summary]")
    assert summary.get("hidden") is None and "File văn bản" in summary.text_content()
    assert select(markup, '[data-field="subject"] textarea')[0].text_content() == "V/v thử"


def test_an_answer_starts_from_what_it_answers(agency, page, draft, clock):
    draft.issue_date = clock
    markup = page(DRAFTER, agency, "add-outgoing", in_reply_to=draft.UID())
    assert (
        select(markup, '[data-field="subject"] textarea')[0]
        .text_content()
        .startswith("V/v trả lời Văn bản ngày 05/01/2026")
    )
    assert select(markup, 'input[name="in_reply_to"]')[0].get("value") == draft.UID()
    assert select(markup, '[data-field="related_documents"] input[type=hidden]')[0].get("value") == draft.UID()


def test_the_form_leads_to_a_copy_of_what_one_drafted_last(agency, page, draft, registers):
    for context, name in ((agency, "add-outgoing"), (draft, "edit")):
        markup = page(DRAFTER, context, name)
        assert [node.text_content() for node in select(markup, ".doc-buttons .btn")][0] == "Copy"
        assert select(markup, ".doc-buttons a")[0].get("href") == f"{agency.absolute_url()}/@@add-outgoing?copy={draft.UID()}"
        labels = [node.text_content().split("\n")[0].strip() for node in select(markup, "#doc-fold-more label.form-label")]
        assert labels[:2] == ["Phòng ban soạn thảo", "Số trang văn bản"] and "Ý kiến người soạn" in labels
        assert "Cán bộ soạn thảo: Lê Minh Anh" in " ".join(select(markup, "#doc-fold-more")[0].text_content().split())


def test_a_copy_starts_like_its_model(agency, page, draft):
    markup = page(DRAFTER, agency, "add-outgoing", copy=draft.UID())
    assert select(markup, '[data-field="subject"] textarea')[0].text_content() == draft.subject
    assert [node.get("value") for node in select(markup, 'tr:not(.is-template) [data-cell="name"]')] == [
        "Sở Nội vụ",
        "",
    ]


def test_only_people_of_the_agency_may_draft(agency, page):
    with pytest.raises(Unauthorized):
        page("vanthusnv", agency, "add-outgoing")


def test_the_site_knows_my_agency(province, page):
    page(REVIEWER, api.portal.get(), "add-outgoing", copy="x")
    response = api.portal.get().REQUEST.response
    assert response.getStatus() == 302 and "/skhcn/@@add-outgoing" in response.getHeader("Location")
