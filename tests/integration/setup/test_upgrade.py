"""The steps of the profiles bring a site of the first version to this one."""

from plone import api
from qlvb.policy.commands.upgrade import PROFILES
from qlvb.policy.commands.upgrade import upgrade_profile
from qlvb.policy.commands.upgrade import version_of


FIRST = "1000"


def test_a_site_of_the_first_version_is_brought_up_to_date(province, capsys):
    setup = api.portal.get_tool("portal_setup")
    agency = province["skhcn"]
    for profile in PROFILES:
        setup.setLastVersionForProfile(profile, FIRST)
    for kind in ("stores", "readings"):
        agency._delObject(kind)
    for profile in PROFILES:
        upgrade_profile(setup, profile)
    assert {profile: version_of(setup, profile) for profile in PROFILES} == {
        profile: setup.getVersionForProfile(profile) for profile in PROFILES
    }
    assert agency["stores"].portal_type == "Section"
    assert agency["readings"].kind == "readings"
    assert f"qlvb.content:default: {FIRST} -> " in capsys.readouterr().out


def test_a_second_time_does_nothing(province, capsys):
    setup = api.portal.get_tool("portal_setup")
    for profile in PROFILES:
        upgrade_profile(setup, profile)
    assert "->" not in capsys.readouterr().out


def test_reports_of_secret_material_come_with_their_permissions(province):
    setup = api.portal.get_tool("portal_setup")
    report, view = "qlvb: Report secret documents", "qlvb: View secret reports"
    for permission in (report, view):
        province.manage_permission(permission, [], 0)
    setup.setLastVersionForProfile("qlvb.workflows:default", "1008")
    upgrade_profile(setup, "qlvb.workflows:default")
    roles = {name: {one["name"] for one in province.rolesOfPermission(name) if one["selected"]} for name in (report, view)}
    assert roles == {report: {"Authenticated"}, view: {"AgencyAdministrator", "AgencyLeader", "Manager"}}
