"""The directory over the province of the story."""

from datetime import date
from plone import api
from Products.PlonePAS.events import UserLoggedInEvent
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.organisation import snapshot
from qlvb.content.organisation.accounts import create_person
from qlvb.content.organisation.groups import is_function_group
from qlvb.content.organisation.groups import sync_all
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.organisation import create_province
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


@pytest.fixture
def directory(province):
    return getUtility(IDirectory)


def test_agencies_come_parents_first(directory):
    assert [info.id for info in directory.agencies()] == ["ubnd-tinh", "snv", "skhcn", "ubnd-xa-phu-lam"]


def test_an_agency_has_its_sections(province):
    assert sorted(province["skhcn"].objectIds()) == [
        "delegations",
        "departments",
        "disposals",
        "dossiers",
        "holds",
        "incoming",
        "notes",
        "opinions",
        "outgoing",
        "posts",
        "readings",
        "registers",
        "requests",
        "stores",
        "tasks",
        "transfers",
    ]


def test_agency_of_anything_inside(province, directory):
    assert directory.agency_of(province["skhcn"]["departments"]["cntt"]).symbol == "SKHCN"
    assert directory.agency_of(province) is None
    assert directory.agency_object("skhcn") == province["skhcn"]
    assert directory.agency_object("people") is None
    assert directory.agency_by_identifier("H99.08").id == "snv"
    assert directory.agency_by_identifier("") is None


def test_holders(directory):
    assert directory.holders("skhcn", "leader") == ["nguyenthithuha", "buitrungkien"]
    assert directory.holders("skhcn", "clerk") == ["vanthuskhcn"]
    assert directory.holders("skhcn", "unit_leader", "cntt") == ["phamquochuy"]
    assert directory.holders("skhcn", "unit_leader", "qlkh") == []
    assert directory.holders("nowhere", "clerk") == []


def test_people_are_found_without_accents_and_by_given_name(directory):
    assert [person.userid for person in directory.people("skhcn", "thu ha")] == ["nguyenthithuha"]
    assert [person.userid for person in directory.people(text="ĐỖ THANH")] == ["vanthuskhcn"]
    assert [person.userid for person in directory.people(text="nguyenthithu")] == ["nguyenthithuha"]
    assert [person.fullname for person in directory.people("ubnd-xa-phu-lam")] == [
        "Hồ Ngọc Diệp",
        "Giàng Thị Lan",
        "Mai Xuân Trường",
    ]


def test_an_unknown_person_stays_resolvable(directory):
    person = directory.person("gone")
    assert (person.fullname, person.active, person.posts) == ("gone", False, ())


def test_principals_equal_what_plone_says(province, directory):
    for person in directory.people():
        groups = set(province.acl_users.getUserById(person.userid).getGroups())
        assert directory.principals(person.userid) - {person.userid} == {g for g in groups if is_function_group(g)}
    assert "skhcn.cntt.unit_leader" in directory.principals("phamquochuy")


def test_sync_is_idempotent_and_leaves_other_groups_alone(province, directory):
    assert sync_all() == 0
    api.group.create("hand-made")
    api.group.add_user(groupname="hand-made", username="leminhanh")
    assert sync_all() == 0
    assert "hand-made" in province.acl_users.getUserById("leminhanh").getGroups()


def test_a_post_follows_its_holder(province, directory):
    post = province["skhcn"]["posts"]["van-thu"]
    post.holder = "leminhanh"
    notify(ObjectModifiedEvent(post))
    assert directory.holders("skhcn", "clerk") == ["leminhanh"]
    assert directory.main_post("vanthuskhcn") is None
    assert [held.id for held in directory.person("leminhanh").posts] == ["chuyen-vien-cntt", "van-thu"]
    assert {"skhcn.clerk", "skhcn.cntt.specialist"} <= set(province.acl_users.getUserById("leminhanh").getGroups())
    assert "skhcn.clerk" not in province.acl_users.getUserById("vanthuskhcn").getGroups()


def test_posts_end_by_date(province, directory):
    post = province["skhcn"]["posts"]["van-thu"]
    post.valid_to = date(2026, 6, 30)
    with clock.held(date(2026, 6, 30)):
        notify(ObjectModifiedEvent(post))
        assert directory.holders("skhcn", "clerk") == ["vanthuskhcn"]
    with clock.held(date(2026, 7, 1)):
        assert directory.holders("skhcn", "clerk") == []
        assert sync_all() == 1
    assert "skhcn.clerk" not in province.acl_users.getUserById("vanthuskhcn").getGroups()


def test_leaving_takes_functions_away(province, directory):
    person = province["people"]["vanthuskhcn"]
    person.active = False
    notify(ObjectModifiedEvent(person))
    assert directory.holders("skhcn", "clerk") == []
    assert directory.person("vanthuskhcn").fullname == "Đỗ Thanh Mai"
    assert directory.principals("vanthuskhcn") == {"vanthuskhcn"}


def test_removing_parts_and_the_agency(province, directory, login_as):
    with login_as("quantri"):
        province["skhcn"]["posts"].manage_delObjects(["van-thu"])
        province.manage_delObjects(["snv"])
    assert directory.holders("skhcn", "clerk") == []
    assert directory.agency("snv") is None
    assert directory.agency_by_identifier("H99.08") is None
    assert directory.person("tranduclong").posts == ()


def test_the_snapshot_can_be_rebuilt(province, directory):
    before = (directory.agencies(), [directory.person(person.userid) for person in directory.people()])
    snapshot.rebuild(province)
    assert (directory.agencies(), [directory.person(person.userid) for person in directory.people()]) == before


def test_creating_the_province_twice_changes_nothing(province, directory):
    count = len(province.portal_catalog.unrestrictedSearchResults())
    assert len(create_province(province, "Khac@2026")) == 20
    assert len(province.portal_catalog.unrestrictedSearchResults()) == count
    assert province.acl_users.authenticate("leminhanh", "SonHai@2026", None) is not None


def test_leaving_locks_the_account(province):
    person = province["people"]["vanthuskhcn"]
    assert province.acl_users.authenticate("vanthuskhcn", "SonHai@2026", None) is not None
    person.active = False
    notify(ObjectModifiedEvent(person))
    assert province.acl_users.authenticate("vanthuskhcn", "SonHai@2026", None) is None


def test_an_account_begins_without_a_known_password(province):
    create_person("tranvana", "Trần Văn A")
    for guess in ("", "tranvana", "SonHai@2026"):
        assert province.acl_users.authenticate("tranvana", guess, None) is None


def test_signing_in_brings_the_groups_of_the_day(province):
    post = province["skhcn"]["posts"]["van-thu"]
    with clock.held(date(2026, 6, 30)):
        post.valid_to = date(2026, 6, 30)
        notify(ObjectModifiedEvent(post))
    user = province.acl_users.getUserById("vanthuskhcn")
    assert "skhcn.clerk" in user.getGroups()
    with clock.held(date(2026, 7, 1)):
        notify(UserLoggedInEvent(user))
    assert "skhcn.clerk" not in province.acl_users.getUserById("vanthuskhcn").getGroups()


def test_what_has_people_or_records_is_not_deleted(province, login_as):
    getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", {"subject": "V/v kiểm tra"}, by="vanthuskhcn")
    agency = province["skhcn"]
    for part, code in (
        (agency["departments"]["cntt"], "department_kept"),
        (agency["departments"], "section_kept"),
        (agency["incoming"], "section_kept"),
        (agency, "agency_kept"),
    ):
        with login_as("quantri"), pytest.raises(RecordHeld) as caught:
            api.content.delete(part, check_linkintegrity=False)
        assert [one.code for one in caught.value.violations] == [code]
    with login_as("quantri"):
        empty = api.content.create(agency["departments"], "Department", "phong-moi", title="Phòng lập nhầm")
        api.content.delete(empty, check_linkintegrity=False)
    assert "phong-moi" not in agency["departments"]
