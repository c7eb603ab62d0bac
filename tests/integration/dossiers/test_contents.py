"""Documents in dossiers: references on both sides, numbered in order, never copied."""

from AccessControl import Unauthorized
import datetime
from dossier_fixtures import codes
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
import pytest
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.journal.interfaces import IJournal
from zope.component import getUtility


@pytest.fixture
def finder():
    return getUtility(IDossierFinder)


@pytest.fixture
def dossier(approved, finder):
    return finder.open_from_entry(approved, "02.CNTT", "leminhanh")


def test_dossier_takes_over_its_entry(dossier):
    assert (dossier.code, dossier.title, dossier.year) == ("02.CNTT", "Hồ sơ nâng cấp phần mềm QLVB", 2031)
    assert (dossier.retention_kind, dossier.retention_years, dossier.holder) == ("years", 10, "leminhanh")
    assert due(dossier).reason == "work_open"
    dossier.end_date = datetime.date(2031, 11, 30)
    assert due(dossier).date == datetime.date(2042, 1, 1)


def test_opening_is_refused(catalogue, finder, login_as):
    assert codes(finder.open_from_entry, catalogue, "02.CNTT", "leminhanh") == (409, {"catalogue_not_approved"})


def test_opening_twice_and_unknown(approved, finder, dossier):
    assert codes(finder.open_from_entry, approved, "02.CNTT", "leminhanh") == (409, {"dossier_opened"})
    assert codes(finder.open_from_entry, approved, "07.CNTT", "leminhanh") == (404, {"entry_unknown"})
    assert codes(finder.open_unplanned, approved, "xx", "leminhanh", title="Hồ sơ mới") == (404, {"heading_unknown"})


def test_unplanned_dossier_takes_the_next_number(approved, finder):
    first = finder.open_unplanned(approved, "cntt", "leminhanh", title="Hồ sơ đột xuất")
    second = finder.open_unplanned(approved, "cntt", "leminhanh", title="Hồ sơ đột xuất khác")
    assert [first.code, second.code] == ["03.CNTT", "04.CNTT"]
    assert (first.entry, first.holder) == ("", "leminhanh")


def test_order_numbers_are_given_once_and_never_again(dossier, document):
    contents = IDossierContents(dossier)
    one, two, three = document("Một"), document("Hai"), document("Ba")
    assert [contents.add(record, "leminhanh").order for record in (one, two)] == [1, 2]
    assert contents.add(one, "phamquochuy").order == 1
    contents.remove(two, "leminhanh", "Nhầm hồ sơ")
    assert contents.add(three, "leminhanh").order == 3
    assert contents.add(two, "leminhanh").order == 4
    assert [item.order for item in contents.items()] == [1, 3, 4]


def test_one_document_in_many_dossiers(dossier, approved, finder, document):
    other = finder.open_from_entry(approved, "01.CNTT", "phamquochuy")
    record = document()
    path = record.getPhysicalPath()
    IDossierContents(dossier).add(record, "leminhanh")
    IDossierContents(other).add(record, "phamquochuy")
    assert [found.code for found in finder.dossiers_of(record)] == ["01.CNTT", "02.CNTT"]
    assert IDossierContents(dossier).documents()[0][1].getPhysicalPath() == path
    IDossierContents(dossier).remove(record, "leminhanh", "Nhầm hồ sơ")
    assert [found.code for found in finder.dossiers_of(record)] == ["01.CNTT"]
    assert dossier_uids(record) == (other.UID(),)


def test_both_journals_tell(dossier, document):
    record = document()
    IDossierContents(dossier).add(record, "leminhanh")
    IDossierContents(dossier).remove(record, "leminhanh", "Nhầm hồ sơ")
    for kept in (dossier, record):
        events = [entry.event for entry in IJournal(kept).entries() if entry.event.startswith("dossier.")]
        assert events == ["dossier.added", "dossier.removed"]
        assert IJournal(kept).verify() is None


def test_totals(dossier, document):
    one, two = document("Một", page_count=3), document("Hai", page_count=4)
    for record in (one, two):
        IDossierContents(dossier).add(record, "leminhanh")
    assert IDossierContents(dossier).totals() == (2, 7)


def test_asking_writes_nothing(dossier, document):
    record = document()
    contents = IDossierContents(dossier)
    assert (contents.items(), contents.totals(), contents.item_of(record)) == ([], (0, 0), None)
    assert contents._store is None
    assert dossier_uids(record) == ()


def test_not_in_the_dossier(dossier, document):
    assert codes(IDossierContents(dossier).remove, document(), "leminhanh", "Nhầm") == (404, {"not_in_dossier"})


def test_removed_document_leaves_no_reference(dossier, document):
    record, kept = document("Một"), document("Hai")
    contents = IDossierContents(dossier)
    contents.add(record, "leminhanh")
    contents.add(kept, "leminhanh")
    record.aq_parent._delObject(record.getId())
    assert [found.title for _item, found in contents.documents()] == ["Hai"]
    [entry] = IJournal(dossier).entries(events=["document.deleted"])
    assert (entry.detail["order"], entry.detail["title"]) == (1, "Một")


def test_removed_dossier_leaves_no_reference(dossier, document, finder):
    record = document()
    IDossierContents(dossier).add(record, "leminhanh")
    dossier.aq_parent._delObject(dossier.getId())
    assert dossier_uids(record) == ()
    assert finder.dossiers_of(record) == []
    [entry] = IJournal(dossier.aq_parent).entries(events=["dossier.deleted"])
    assert (entry.detail["dossier"], entry.detail["record"]) == ("02.CNTT", dossier.UID())


#: Where records may be added: type -> types of the folders. The others come into being in one way each (factories).
PARENTS = {
    "Dossier": {"DossierCatalogue"},
    "DossierCatalogue": {"Section"},
    "Register": {"Section"},
    "Section": {"Agency"},
    "Shelf": {"Store"},
    "StorageBox": {"Shelf"},
    "IncomingDocument": set(),
    "OutgoingDocument": set(),
    "Task": set(),
    "Transfer": set(),
    "Disposal": set(),
    "Hold": set(),
    "Reading": set(),
}


def test_every_level_has_its_place(approved, dossier, province):
    """Fonds, series, file, record: nothing is made outside the level above it, not even by a Manager."""
    types = api.portal.get_tool("portal_types")
    assert {
        name: {one.getId() for one in types.objectValues() if name in (getattr(one, "allowed_content_types", ()) or ())}
        for name in PARENTS
    } == PARENTS
    assert not [name for name in PARENTS if types[name].global_allow]
    setRoles(api.portal.get(), TEST_USER_ID, ["Manager"])
    for container in (province, province["skhcn"], province["skhcn"]["dossiers"], approved, dossier):
        for name, parents in PARENTS.items():
            if container.portal_type not in parents:
                with pytest.raises((ValueError, Unauthorized, AttributeError)):
                    container.invokeFactory(name, "sai-cho")


def test_lists_of_dossiers(approved, finder, dossier):
    other = finder.open_from_entry(approved, "01.TH", "vanthuskhcn")
    assert [found.code for found in finder.open_dossiers("skhcn")] == ["01.TH", "02.CNTT"]
    assert finder.open_dossiers("skhcn", holder="vanthuskhcn") == [other]
    assert finder.open_dossiers("skhcn", text="nang cap qlvb") == [dossier]
    assert finder.open_dossiers("skhcn", text="không có") == []
    assert finder.open_dossiers("snv") == []
    assert finder.dossiers("skhcn", year=2030) == []
