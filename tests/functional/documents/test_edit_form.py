"""The edit form is under the same rules as REST."""

from html import unescape
from plone.testing.zope import Browser
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.journal.interfaces import IJournal
from qlvb.policy.testing import PASSWORD
import transaction
import unicodedata
from zope.component import getUtility


@pytest.fixture
def document(functional, functional_province):
    document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "Cũ"}, "leminhanh")
    transaction.commit()
    return document


@pytest.fixture
def form(functional, document):
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.addHeader("Authorization", f"Basic leminhanh:{PASSWORD}")
    browser.open(document.absolute_url() + "/edit")
    return browser


def test_form_stores_composed_text_and_tells_the_journal(form, document):
    form.getControl(name="form.widgets.subject").value = unicodedata.normalize("NFD", "Quyết định mới")
    form.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert document.subject == "Quyết định mới"
    assert IJournal(document).count("changed") == 1


def test_form_shows_what_the_rules_say(form, document):
    form.getControl(name="form.widgets.subject").value = "Mới"
    form.getControl(name="form.widgets.reply_due_date").value = "2001-01-01"
    form.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert document.subject == "Cũ"
    assert "Hạn trả lời đã qua" in unescape(form.contents)
