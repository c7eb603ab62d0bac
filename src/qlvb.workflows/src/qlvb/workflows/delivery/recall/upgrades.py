"""Upgrade step of the states that an outgoing document can reach after its issue, or while opinions are asked."""

from plone import api
import transaction


BATCH = 500


def to_1002(tool):
    """Bring the workflow definitions and the roles' permissions up to date; records keep their states.

    Issued documents get the permission *Publish*, which the workflow did not manage before; who may view them stays, so
    nothing is indexed anew.
    """
    for step in ("rolemap", "workflow"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)
    workflow = api.portal.get_tool("portal_workflow")["qlvb_outgoing"]
    catalogue = api.portal.get_tool("portal_catalog")
    for number, brain in enumerate(catalogue.unrestrictedSearchResults(portal_type="OutgoingDocument"), 1):
        workflow.updateRoleMappingsFor(brain._unrestrictedGetObject())
        if number % BATCH == 0:
            transaction.savepoint(optimistic=True)
