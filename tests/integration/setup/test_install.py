"""Installing leaves a working site, removing leaves Plone as it was."""

from plone import api
import plone.browserlayer.utils
import pytest
from qlvb.content.index import schema
from qlvb.content.interfaces import IQlvbLayer


PACKAGES = ("qlvb.content", "qlvb.workflows", "qlvb.policy")
TYPES = {
    "Agency",
    "OutgoingDocument",
    "IncomingDocument",
    "Register",
    "DossierCatalogue",
    "Dossier",
    "Task",
    "SubmissionNote",
}


def layers():
    return plone.browserlayer.utils.registered_layers()


@pytest.mark.parametrize("package", PACKAGES)
def test_profile_is_at_its_newest_version(portal, installer, package):
    assert installer.is_product_installed(package)
    assert installer.upgrade_info(package)["required"] is False


def test_layer_types_and_workflows_are_there(portal):
    assert IQlvbLayer in layers()
    assert set(api.portal.get_tool("portal_types").objectIds()) >= TYPES
    assert "qlvb_outgoing" in api.portal.get_tool("portal_workflow").objectIds()
    schema.check()


def test_the_panel_offers_one_product(portal, installer):
    assert not installer.is_product_installable("qlvb.content")
    assert not installer.is_product_installable("qlvb.workflows")
    assert installer.is_product_installable("qlvb.policy")


def test_uninstalling_removes_what_was_added(portal):
    api.portal.get_tool("portal_setup").runAllImportStepsFromProfile("profile-qlvb.policy:uninstall")
    assert IQlvbLayer not in layers()
    assert not set(api.portal.get_tool("portal_types").objectIds()) & TYPES
    assert "qlvb_outgoing" not in api.portal.get_tool("portal_workflow").objectIds()
    assert api.portal.get_registry_record("qlvb.files.max_megabytes", default=None) is None
