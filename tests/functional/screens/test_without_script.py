"""Drafting, passing on and registering in a browser without scripts, over HTTP."""

from io import BytesIO
from outgoing_story import open_registers
from outgoing_story import pdf
from plone.testing.zope import Browser
import pytest
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.clerk import let_clerk_in
from received import received
from screens_reading import select
from screens_reading import words_of
import transaction
from urllib.error import HTTPError


@pytest.fixture
def browse(functional_province, functional):
    """``browse("leminhanh")``: this person's browser; pages of the site by their path."""
    open_registers()
    transaction.commit()

    def sign_in(userid):
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.addHeader("Accept-Language", "vi")
        return browser

    return sign_in


@pytest.fixture
def record(functional_province):
    """``record(browser)``: the document that the browser shows, as stored now."""

    def find(browser):
        transaction.begin()
        path = browser.url.split("/plone/", 1)[1].split("?")[0].split("/@@")[0]
        return functional_province.unrestrictedTraverse(path)

    return find


def fill_draft(browser, site_url):
    browser.open(f"{site_url}/skhcn/@@add-outgoing")
    browser.getControl(name="form.widgets.subject").value = "V/v góp ý dự thảo Kế hoạch"
    browser.getControl(name="file").add_file(BytesIO(pdf()), "application/pdf", "Công văn.pdf")
    browser.getControl(name="form.widgets.signatory-typed").value = "nguyen thi thu ha"
    browser.getControl(name="form.widgets.recipients.0.widgets.name").value = "Công ty Biển Xanh"


def test_a_draft_is_made_and_passed_on(browse, record, functional_province):
    browser = browse("leminhanh")
    fill_draft(browser, functional_province.absolute_url())
    browser.getControl(name="save").click()
    document = record(browser)
    assert IOutgoingDocument.providedBy(document) and state_of(document) == "draft"
    assert [row["name"] for row in document.recipients] == ["Công ty Biển Xanh"]
    assert IFileStore(document).main().current.filename == "Công văn.pdf"
    assert "V/v góp ý dự thảo Kế hoạch" in words_of(browser.contents)

    browser.getLink("Chuyển lãnh đạo").click()
    assert browser.url.endswith("/@@act/submit")
    browser.getControl(name="form.widgets.receiver:list").value = ["phamquochuy"]
    browser.getControl(name="form.buttons.perform").click()
    assert state_of(record(browser)) == "in_review"


def test_a_name_that_nobody_or_several_have_is_asked_for_again(browse, functional_province):
    browser = browse("leminhanh")
    browser.handleErrors = True
    browser.raiseHttpErrors = False
    fill_draft(browser, functional_province.absolute_url())
    browser.getControl(name="form.widgets.signatory-typed").value = "nguyễn văn không có"
    browser.getControl(name="save").click()
    assert "Không rõ “nguyễn văn không có” là ai" in words_of(browser.contents)
    transaction.begin()
    assert not functional_province["skhcn"]["outgoing"].objectIds()


def test_a_form_without_its_token_is_not_taken(browse, functional_province):
    browser = browse("leminhanh")
    browser.handleErrors = True
    with pytest.raises(HTTPError, match="403"):
        browser.post(f"{functional_province.absolute_url()}/skhcn/@@add-outgoing", "form.widgets.subject=forged&save=1")
    transaction.begin()
    assert not functional_province["skhcn"]["outgoing"].objectIds()


def test_paper_is_received_at_once(browse, record, functional_province):
    browser = browse("vanthuskhcn")
    browser.open(f"{functional_province.absolute_url()}/skhcn/@@add-incoming")
    browser.getControl(name="form.widgets.subject").value = "V/v mời dự Hội nghị tổng kết"
    browser.getControl(name="form.widgets.issuing_body").value = "Bộ Khoa học và Công nghệ"
    browser.getControl(name="form.widgets.document_type").value = ["invitation"]
    browser.getControl(name="form.widgets.issue_date").value = browser.getControl(
        name="form.widgets.arrival_date"
    ).value
    browser.getControl(name="file").add_file(BytesIO(pdf()), "application/pdf", "Giấy mời.pdf")
    browser.getControl(name="accept").click()
    document = record(browser)
    assert state_of(document) == "registered" and document.arrival_number == 1


def test_what_the_machine_could_not_read_is_typed_where_the_number_is_taken(browse, record, functional_province):
    waiting = received("skhcn", by="system", document_type="", arrival_channel="post")
    let_clerk_in(waiting)
    waiting.reindexObject()
    transaction.commit()
    browser = browse("vanthuskhcn")
    browser.open(waiting.absolute_url())
    assert select(browser.contents, "[data-act=accept]")[0].get("href").endswith("/edit")
    browser.getLink(url=f"{waiting.absolute_url()}/edit", index=0).click()
    browser.handleErrors = True
    browser.raiseHttpErrors = False
    browser.getControl(name="present").click()
    assert "Chưa nhập “Loại văn bản”" in words_of(browser.contents)
    assert state_of(record(browser)) == "waiting"
    browser.getControl(name="form.widgets.document_type").value = ["official_letter"]
    browser.getControl(name="present").click()
    document = record(browser)
    assert (state_of(document), document.arrival_number, document.document_type) == ("to_direct", 1, "official_letter")
    browser.open(f"{waiting.absolute_url()}/edit")
    assert not select(browser.contents, "button[name=present], button[name=accept]")


def test_no_page_loads_anything_from_elsewhere(browse, functional_province):
    browser = browse("leminhanh")
    site = functional_province.absolute_url()
    fill_draft(browser, site)
    pages = [browser.contents]
    browser.getControl(name="save").click()
    pages.append(browser.contents)
    for markup in pages:
        loaded = select(markup, "script[src], link[rel=stylesheet], img[src]")
        assert loaded and all((node.get("src") or node.get("href")).startswith(site) for node in loaded)
        assert [node for node in select(markup, "script:not([src])") if node.get("type") != "application/json"] == []
        assert not select(markup, "[onclick], [onload], [onsubmit], [style]")
