"""Tasks for sites that are older than they are."""

from plone import api
from qlvb.content.index.renewing import renew


PROFILE = "profile-qlvb.workflows:default"


def to_1002(tool):
    """The state machine of tasks, the role of their assigners and the permissions on them."""
    for step in ("rolemap", "workflow"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)


def to_1004(tool):
    """The records index says from which document a task was given, so that dossiers gather through tasks."""
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Task"):
        renew(brain._unrestrictedGetObject())
