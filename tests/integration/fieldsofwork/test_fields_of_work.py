"""Fields of work: two lists that are proposed as one, retired instead of deleted, every change told."""

import doctest
from lxml import html
import pytest
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.fieldsofwork import fields as module
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.violations import Refused
from zope.component import getUtility
from zope.globalrequest import getRequest


@pytest.fixture
def site(province):
    return IFieldsOfWork(province)


@pytest.fixture
def agency(province):
    return IFieldsOfWork(province["skhcn"])


def titles(fields, text=""):
    return [one.title for one, _place in fields.offered(text)]


def test_the_examples_of_the_module_hold(province):
    assert doctest.testmod(module).failed == 0


def test_an_agency_is_proposed_the_lists_of_both_each_title_once(province, site, agency):
    site.add("  Y   tế ", "quantri")
    site.add("Đất đai", "quantri")
    agency.add("y tế", "skhcnqtdv")
    agency.add("Sở hữu trí tuệ", "skhcnqtdv")
    assert titles(agency) == ["Đất đai", "Sở hữu trí tuệ", "Y tế"]
    assert titles(site) == titles(IFieldsOfWork(province["snv"])) == ["Đất đai", "Y tế"]
    assert titles(agency, "so huu") == ["Sở hữu trí tuệ"]


@pytest.mark.parametrize("title", ["", "   ", "a" * 101, None, ["Y tế"], "ĐẤT ĐAI"])
def test_a_title_is_needed_that_the_list_has_not(site, title):
    site.add("Đất đai", "quantri")
    with pytest.raises(Refused) as refused:
        site.add(title, "quantri")
    assert refused.value.status == 400 and refused.value.violations[0].field == "title"
    assert [one.title for one in site.all()] == ["Đất đai"] and len(site.changes()) == 1


def test_what_is_retired_is_proposed_no_longer_and_can_come_back(site):
    one = site.add("Đất đai", "quantri")
    for _time in range(2):
        site.retire(one.id, "quantri")
    assert titles(site) == [] and site.get(one.id).retired is not None
    with pytest.raises(Refused):
        site.add("đất đai", "quantri")  # it is there, and may be used again
    site.restore(one.id, "quantri")
    site.rename(one.id, "Đất đai, môi trường", "quantri")
    site.rename(one.id, "Đất đai, môi trường", "quantri")
    assert titles(site) == ["Đất đai, môi trường"]
    told = [(change.event, change.title, change.before, change.by) for change in site.changes()]
    assert told == [
        ("renamed", "Đất đai, môi trường", "Đất đai", "quantri"),
        ("restored", "Đất đai", "", "quantri"),
        ("retired", "Đất đai", "", "quantri"),
        ("added", "Đất đai", "", "quantri"),
    ]
    for change in (site.retire, site.restore):
        with pytest.raises(Refused) as refused:
            change("nothing", "quantri")
        assert refused.value.status == 404


def test_documents_keep_their_texts_whatever_becomes_of_the_list(province, site, login_as):
    one = site.add("Đất đai", "quantri")
    values = {"subject": "V/v cấp đất", "document_type": "official_letter", "field_of_work": "Đất đai"}
    with login_as("vanthuskhcn"):
        document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")
        site.rename(one.id, "Tài nguyên", "quantri")
        site.retire(one.id, "quantri")
        assert document.field_of_work == "Đất đai"
        IDocumentEditor(document).change({"field_of_work": "Một tên ngoài danh mục"}, "vanthuskhcn")
    assert document.field_of_work == "Một tên ngoài danh mục"


def page(context, view):
    return html.fromstring(context.restrictedTraverse(view)())


def test_the_entry_forms_ask_the_list_of_the_agency(province, login_as):
    for userid, view in (("vanthuskhcn", "@@add-incoming"), ("leminhanh", "@@add-outgoing")):
        with login_as(userid):
            (box,) = page(province["skhcn"], view).xpath("//*[@data-field='field_of_work']//input")
        assert box.get("data-suggestions-source") == f"{province['skhcn'].absolute_url()}/@fields-of-work?text="


def test_the_search_proposes_what_the_searcher_s_agencies_have(province, site, agency, login_as):
    site.add("Đất đai", "quantri")
    agency.add("Sở hữu trí tuệ", "skhcnqtdv")
    getRequest().form.clear()
    for userid, expected in (("leminhanh", ["Đất đai", "Sở hữu trí tuệ"]), ("vuhaiyen", ["Đất đai"])):
        with login_as(userid):
            found = page(province, "@@qlvb-search").xpath("//datalist[@id='by-field_of_work-values']/option/@value")
        assert found == expected


def test_the_lists_of_the_menu_hold_what_the_decree_says(province, login_as):
    request = getRequest()
    for name, count, word in (("types", 29, "Nghị quyết"), ("urgency", 4, "Hỏa tốc"), ("secrecy", 4, "Tuyệt mật")):
        request.form = {"list": name}
        with login_as("quantri"):
            shown = page(province, "@@reference-lists")
        assert word in shown.text_content()
        rows = shown.xpath("//section[contains(@class, 'qlvb-card')]//tbody/tr | //section[contains(@class, 'qlvb-card')]//li")
        assert len(rows) >= count
        assert shown.xpath("//a[contains(@href, '@@fields-of-work')]")
    request.form = {"list": "retention"}
    with login_as("quantri"):
        assert page(province, "@@reference-lists").xpath("//a[contains(@href, 'skhcn/@@retention-schedule')]")
