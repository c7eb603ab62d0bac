"""Upgrade steps of the life of incoming documents."""

from plone import api
from qlvb.content.storage.savepoints import savepoint
from qlvb.workflows.incoming.verification import ANNOTATION
from qlvb.workflows.incoming.verification import slimmed
from zope.annotation.interfaces import IAnnotations


BATCH = 100


def to_1009(tool):
    """Keep the words of verdicts alone: those of before held on to the whole file that had been read."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="IncomingDocument")
    for position, brain in enumerate(found, start=1):
        kept = IAnnotations(brain._unrestrictedGetObject()).get(ANNOTATION) or {}
        for key in list(kept):
            kept[key] = slimmed(kept[key])
        if position % BATCH == 0:
            savepoint()
            api.portal.get()._p_jar.cacheGC()


def to_1002(tool):
    """Bring in the states *recalled* and *replaced* and their transitions; those that were there keep their rights."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "workflow", run_dependencies=False)
