"""An agency may take only fields of work of its list; what others send and what stands there already stays."""

from outgoing_story import make_draft
from plone import api
import pytest
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.fieldsofwork.closed import closed_violations
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.workflows.incoming.paper import register_paper
from received import received
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


@pytest.fixture
def agency(province):
    found = IFieldsOfWork(province["skhcn"])
    found.add("Sở hữu trí tuệ", "skhcnqtdv")
    return found


def codes(refused):
    return [(one.field, one.code) for one in refused.value.violations]


CLOSED = [("field_of_work", "field_of_work_closed")]


def test_open_takes_anything_closed_only_what_is_offered(province, agency):
    draft = make_draft(files=False)
    editor = IDocumentEditor(draft)
    editor.change({"field_of_work": "Chăn nuôi"}, "leminhanh")
    agency.close(True, "skhcnqtdv")
    IFieldsOfWork(province).add("Đất đai", "quantri")
    for given in ("sở hữu trí tuệ", "Đất đai", ""):
        editor.change({"field_of_work": given}, "leminhanh")
    with pytest.raises(Refused) as refused:
        editor.change({"field_of_work": "Trồng trọt"}, "leminhanh")
    assert codes(refused) == CLOSED and "Trồng trọt" in refused.value.violations[0].message.mapping["title"]
    agency.close(False, "skhcnqtdv")
    editor.change({"field_of_work": "Trồng trọt"}, "leminhanh")
    assert [one.event for one in agency.changes()] == ["opened", "closed", "added"]


def test_what_stands_there_and_what_comes_from_others_stays(agency):
    draft = make_draft(files=False, field_of_work="Chăn nuôi")
    agency.close(True, "skhcnqtdv")
    IDocumentEditor(draft).change({"field_of_work": "Chăn nuôi", "note": "giữ nguyên"}, "leminhanh")
    assert received("skhcn", "system", field_of_work="Chăn nuôi").field_of_work == "Chăn nuôi"
    assert closed_violations("snv", {"field_of_work": "Chăn nuôi"}) == []
    with pytest.raises(Refused) as refused:
        register_paper("skhcn", {"field_of_work": "Chăn nuôi"}, [], "vanthuskhcn", accept=False)
    assert codes(refused) == CLOSED


def test_an_empty_list_is_not_closed_and_the_sites_never(province):
    with pytest.raises(Refused) as refused:
        IFieldsOfWork(province["skhcn"]).close(True, "skhcnqtdv")
    assert codes(refused) == [("closed", "fields_of_work_empty")] and not IFieldsOfWork(province["skhcn"]).closed
    with pytest.raises(Refused) as refused:
        IFieldsOfWork(province).close(True, "quantri")
    assert refused.value.status == 404


def test_the_page_says_which_way_it_is_and_turns_it(province, agency, login_as):
    def page():
        request = getRequest().clone()
        alsoProvides(request, IQlvbLayer)
        return api.content.get_view("fields-of-work", province["skhcn"], request)()

    with login_as("skhcnqtdv"):
        assert 'name="closed" value="1"' in page()
        agency.close(True, "skhcnqtdv")
        assert 'name="closed" value="0"' in page() and "“”" not in page()
