"""Grants have causes; the roles are their sum, and what one cause gives no other takes away."""

from itertools import product
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
import random
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


VIEWERS = ("Drafter", "Handler", "Participant", "RecordsClerk", "AgencyLeader", "UnitLeader", "Manager")


@pytest.fixture
def record(province, login_as):
    with login_as("leminhanh"):
        made = createContentInContainer(
            province["skhcn"]["outgoing"], "OutgoingDocument", checkConstraints=False, id="thu", subject="Thử quyền"
        )
    made.drafting_unit = "cntt"
    made.secrecy = "none"
    for permission in ("View", "Access contents information"):
        made.manage_permission(permission, list(VIEWERS), acquire=0)
    reindex_security(made)
    return made


def roles_of(record, userid):
    user = record.acl_users.getUserById(userid)
    return set(user.getRolesInContext(record)) - set(user.getRoles())


def people():
    return [person.userid for person in getUtility(IDirectory).people()]


def may_view(record, userid):
    return bool(record.acl_users.getUserById(userid).has_permission("View", record))


def may_delete(record, userid):
    return bool(record.acl_users.getUserById(userid).has_permission("Delete objects", record))


def found_by_search(record, userid, login_as):
    with login_as(userid):
        return len(rows_by_uid([record.UID()])[0])


def test_reading_writes_nothing(record):
    grants = IGrants(record)
    grants.explain("leminhanh")
    grants.who_can_see()
    assert "qlvb.workflows.rights" not in IAnnotations(record)


def test_making_a_record_gives_no_right_by_itself(record):
    assert record.get_local_roles() == ()
    assert roles_of(record, "leminhanh") == {"AgencyMember"}


def test_a_grant_is_made_once(record):
    grants = IGrants(record)
    assert grants.grant("leminhanh", "Drafter", "draft") is True
    assert grants.grant("leminhanh", "Drafter", "draft") is False
    assert [(g.principal, g.role, g.cause) for g in grants.all() if g.cause != "organisation"] == [
        ("leminhanh", "Drafter", "draft")
    ]


@pytest.mark.parametrize("cause", ["organisation", "friendship", ""])
def test_only_known_causes_give_rights(record, cause):
    with pytest.raises(ValueError):
        IGrants(record).grant("leminhanh", "Drafter", cause)


@pytest.mark.parametrize("seed", range(8))
def test_removing_one_cause_never_removes_what_another_gives(record, seed):
    chance = random.Random(seed)
    grants, model = IGrants(record), set()
    principals = ("leminhanh", "vuhaiyen", "snv.clerk")
    choices = list(product(principals, ("Handler", "Participant"), ("step", "line", "sharing"), ("1", "2")))
    for _step in range(60):
        principal, role, cause, reference = chance.choice(choices)
        if chance.random() < 0.6:
            assert grants.grant(principal, role, cause, reference) is ((principal, role, cause, reference) not in model)
            model.add((principal, role, cause, reference))
        else:
            wanted = tuple(chance.choice((None, value)) for value in (principal, role))
            wanted += (cause, chance.choice((None, reference)))
            gone = {key for key in model if all(want in (None, have) for want, have in zip(wanted, key, strict=True))}
            assert grants.revoke(cause, reference=wanted[3], principal=wanted[0], role=wanted[1]) == len(gone)
            model -= gone
        kept = {(g.principal, g.role, g.cause, g.reference) for g in grants.all() if g.cause != "organisation"}
        assert kept == model
        assert roles_of(record, "vuhaiyen") == {role for who, role, _c, _r in model if who == "vuhaiyen"}
        assert roles_of(record, "vanthusnv") == {role for who, role, _c, _r in model if who == "snv.clerk"}


def test_roles_of_the_organisation(record):
    assert roles_of(record, "vanthuskhcn") == {"AgencyMember", "RecordsClerk"}
    assert roles_of(record, "nguyenthithuha") == {"AgencyMember", "AgencyLeader"}
    assert roles_of(record, "phamquochuy") == {"AgencyMember", "UnitLeader"}
    assert roles_of(record, "hoangvanluu") == {"AgencyMember", "Archivist"}
    assert roles_of(record, "skhcnqtdv") == {"AgencyMember", "AgencyAdministrator"}
    assert roles_of(record, "vanthusnv") == set()
    record.drafting_unit = "qlkh"
    assert roles_of(record, "phamquochuy") == {"AgencyMember"}


def test_secrecy_narrows(record, login_as):
    grants = IGrants(record)
    grants.grant("leminhanh", "Drafter", "draft")
    before = {userid for userid in people() if may_view(record, userid)}
    record.secrecy = "secret"
    reindex_security(record)
    after = {userid for userid in people() if may_view(record, userid)}
    assert after == {"leminhanh", "quantri"}
    assert after < before
    assert grants.explain("vanthuskhcn") == []
    grants.grant("vanthuskhcn", "RecordsClerk", "step", "issue")
    reindex_security(record)
    assert may_view(record, "vanthuskhcn")
    assert found_by_search(record, "vanthuskhcn", login_as) == 1
    assert found_by_search(record, "nguyenthithuha", login_as) == 0


@pytest.mark.parametrize("secrecy", ["none", "top_secret"])
def test_search_check_and_explanation_agree_for_everybody(record, login_as, secrecy):
    grants = IGrants(record)
    grants.grant("leminhanh", "Drafter", "draft")
    grants.grant("vuhaiyen", "Participant", "line", "1")
    grants.grant("ubnd-tinh.leader", "Participant", "delivery", "2")
    grants.grant("giangthilan", "AgencyMember", "sharing", "3")
    record.secrecy = secrecy
    reindex_security(record)
    seers = dict(grants.who_can_see())
    for userid in people():
        allowed = may_view(record, userid)
        assert found_by_search(record, userid, login_as) == int(allowed), userid
        assert bool(grants.explain(userid)) is allowed, userid
        assert (userid in seers) is allowed, userid
        assert seers.get(userid, []) == grants.explain(userid)
    assert may_view(record, "dangvanphuc")
    assert not may_view(record, "giangthilan")


def test_a_grant_counts_in_the_same_request(record, login_as):
    with login_as("vuhaiyen"):
        assert not api.user.has_permission("View", obj=record)
        IGrants(record).grant("vuhaiyen", "Participant", "line", "1")
        assert api.user.has_permission("View", obj=record)
        IGrants(record).revoke("line", "1")
        assert not api.user.has_permission("View", obj=record)


@pytest.mark.parametrize("secrecy", ["none", "secret"])
def test_they_agree_on_a_draft_as_its_workflow_has_it(province, login_as, secrecy):
    data = {
        "subject": "V/v thử quyền xem",
        "document_type": "official_letter",
        "drafting_unit": "cntt",
        "signatory": "nguyenthithuha",
        "secrecy": secrecy,
    }
    with login_as("leminhanh"):
        draft = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by="leminhanh")
    IGrants(draft).grant("tranduclong", "Participant", "sharing", "1")
    reindex_security(draft)
    seers = dict(IGrants(draft).who_can_see())
    assert {"leminhanh", "tranduclong"} <= set(seers)
    assert "giangthilan" not in seers
    for userid in people():
        allowed = may_view(draft, userid)
        assert found_by_search(draft, userid, login_as) == int(allowed), userid
        assert (userid in seers) is allowed, userid
        assert may_delete(draft, userid) is (userid == "leminhanh"), userid


def test_containers(province, login_as):
    section = province["skhcn"]["outgoing"]
    assert api.user.has_permission("View", username="vuhaiyen", obj=province["skhcn"])
    assert not api.user.has_permission("View", username="vuhaiyen", obj=section)
    assert api.user.has_permission("View", username="leminhanh", obj=section)
    assert api.user.has_permission("Modify portal content", username="skhcnqtdv", obj=province["skhcn"])
    assert not api.user.has_permission("Modify portal content", username="skhcnqtdv", obj=province["snv"])
    assert not api.user.has_permission("qlvb: Manage organisation", username="skhcnqtdv", obj=province)
    nobody = province.acl_users._createAnonymousUser(province.acl_users.plugins)
    assert not nobody.has_permission("View", province["skhcn"])
    assert not nobody.has_permission("View", section)
