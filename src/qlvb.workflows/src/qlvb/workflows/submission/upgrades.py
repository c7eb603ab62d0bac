"""Submission notes for sites that are older than they are, or than what lists know of them."""

from plone import api
from qlvb.content.index.renewing import renew
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.submission.boxes import LIVE


def to_1002(tool):
    """The state machine of notes."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "workflow", run_dependencies=False)


def to_1008(tool):
    """The records index says of which types the drafts of notes are that wait for a word, so that delegations limited
    to some types reach them.
    """
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="SubmissionNote"):
        note = brain._unrestrictedGetObject()
        if state_of(note) in LIVE:
            renew(note)
