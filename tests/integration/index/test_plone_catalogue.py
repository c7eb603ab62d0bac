"""What Plone's own catalogue keeps of records, and of everything else."""

from plone import api
import pytest
from qlvb.content.index.plone_indexes import TITLE_WORDS


@pytest.fixture
def catalogue(province):
    return api.portal.get_tool("portal_catalog")


def indexed(catalogue, record):
    """index name -> what it holds of the record."""
    brain = catalogue.unrestrictedSearchResults(UID=record.UID())[0]
    return catalogue.getIndexDataForRID(brain.getRID())


def test_a_record_is_found_by_its_uid_and_keeps_its_title(make, catalogue, login_as):
    record = make("Kế hoạch chuyển đổi số", "all|vanthuskhcn")
    with login_as("vanthuskhcn"):
        (brain,) = catalogue(UID=record.UID())
    assert brain.Title == "Kế hoạch chuyển đổi số"
    assert brain.review_state == api.content.get_state(record)
    assert (brain.id, brain.portal_type) == (record.id, "IncomingDocument")


def test_a_record_enters_few_indexes(make, catalogue):
    held = indexed(catalogue, make("Kế hoạch"))
    kept = {name for name, value in held.items() if value not in ("", [], None)}
    assert kept <= {
        "UID",
        "allowedRolesAndUsers",
        "effectiveRange",
        "getId",
        "getObjPositionInParent",
        "id",
        "is_folderish",
        "modified",
        "path",
        "portal_type",
        "review_state",
        "sortable_title",
    }


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
