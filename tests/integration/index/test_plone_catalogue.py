"""What Plone's own catalogue keeps of records, and of everything else."""

from plone import api
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.plone_indexes import TITLE_WORDS
from qlvb.content.index.setup import to_1005
from types import SimpleNamespace
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


@pytest.fixture
def catalogue(province):
    return api.portal.get_tool("portal_catalog")


def indexed(catalogue, record):
    """index name -> what it holds of the record."""
    brain = catalogue.unrestrictedSearchResults(UID=record.UID())[0]
    return catalogue.getIndexDataForRID(brain.getRID())


def test_a_document_is_found_by_its_uid_and_keeps_its_title(make, catalogue):
    record = make("Kế hoạch chuyển đổi số", "all|vanthuskhcn")
    (brain,) = catalogue.unrestrictedSearchResults(UID=record.UID())
    assert (brain.Title, brain.portal_type) == ("Kế hoạch chuyển đổi số", "IncomingDocument")
    assert uuidToObject(record.UID(), unrestricted=True).getPhysicalPath() == record.getPhysicalPath()
    above = "/".join(record.getPhysicalPath()[:-3])
    assert record.UID() in {one.UID for one in catalogue.unrestrictedSearchResults(path=above)}


def test_people_find_in_plones_own_search_what_they_may_view(make, catalogue, login_as):
    record = make("Kế hoạch chuyển đổi số")
    for permission in ("View", "Access contents information"):
        record.manage_permission(permission, ["Owner", "Manager"], 0)
    record.manage_addLocalRoles("leminhanh", ["Owner"])
    record.reindexObjectSecurity()
    for userid, found in (("leminhanh", 1), ("vuhaiyen", 0)):
        with login_as(userid):
            assert len(catalogue(UID=record.UID())) == found
            assert len(rows_by_uid([record.UID()])[0]) == found


def test_a_document_enters_few_indexes(make, catalogue):
    record = make("Kế hoạch")
    record.reindexObject()
    record.reindexObjectSecurity()
    held = indexed(catalogue, record)
    kept = {name for name, value in held.items() if value not in ("", [], None)}
    assert kept <= {"UID", "allowedRolesAndUsers", "effectiveRange", "getObjPositionInParent", "path", "portal_type"}


def test_documents_of_older_sites_are_taken_out_of_the_others(make, catalogue):
    record = make("Kế hoạch")
    (brain,) = catalogue.unrestrictedSearchResults(UID=record.UID())
    before = SimpleNamespace(review_state="registered", getId=record.id, modified=record.modified())
    for name in ("review_state", "getId", "modified"):
        catalogue.Indexes[name].index_object(brain.getRID(), before)
    assert len(catalogue.unrestrictedSearchResults(getId=record.id)) == 1
    to_1005(None)
    assert len(catalogue.unrestrictedSearchResults(getId=record.id)) == 0
    held = indexed(catalogue, record)
    assert not held["review_state"] and held["allowedRolesAndUsers"]
    assert len(catalogue.unrestrictedSearchResults(UID=record.UID(), portal_type="IncomingDocument")) == 1


def test_records_have_no_number_among_plones_relations(make, catalogue):
    """Neither when they are made nor when they are changed; a change is stored as ever."""
    record = make("Kế hoạch")
    before = len(getUtility(IIntIds))
    IDocumentEditor(record).change({"subject": "Kế hoạch khác"}, "vanthuskhcn")
    record.aq_parent.aq_parent.reindexObjectSecurity()
    assert (getUtility(IIntIds).queryId(record), len(getUtility(IIntIds))) == (None, before)
    (brain,) = catalogue.unrestrictedSearchResults(UID=record.UID())
    assert brain.Title == "Kế hoạch khác"


def test_words_of_records_stay_out_of_the_lexicon(make, catalogue):
    first = make("Văn bản đầu tiên của tháng")  # with it come the folders of the year and the month, which have titles
    assert indexed(catalogue, first)  # asking empties the queue
    words = catalogue.plone_lexicon.length()
    make("Zưxyqk vbnmtr")
    assert list(catalogue.Indexes["Title"].getIndexSourceNames()) == [TITLE_WORDS]
    assert len(catalogue.unrestrictedSearchResults(Title="Zưxyqk")) == 0
    assert catalogue.plone_lexicon.length() == words


def test_plones_own_content_is_still_found_by_title(catalogue):
    found = catalogue.unrestrictedSearchResults(Title="Khoa học Công nghệ", portal_type="Agency")
    assert [brain.getId for brain in found] == ["skhcn"]
