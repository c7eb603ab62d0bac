"""States of records and their titles."""

from Acquisition import aq_base
from plone import api
from zope.i18nmessageid import Message


def title_of_state(portal_type, state):
    """Message with the title of ``state`` of records of ``portal_type``, "" without workflow.

    Ids are ``<workflow>_state_<state>`` (``outgoing_state_draft``), as the workflow definitions name them: DCWorkflow
    itself keeps the Vietnamese text alone.
    """
    workflow_tool = api.portal.get_tool("portal_workflow")
    chain = workflow_tool.getChainForPortalType(portal_type)
    if not chain or not state:
        return ""
    title = workflow_tool.getTitleForStateOnType(state, portal_type)
    return Message(f"{chain[0].removeprefix('qlvb_')}_state_{state}", domain="qlvb", default=title)


def state_of(record):
    """str: review state, or "" for a record without workflow."""
    history = getattr(aq_base(record), "workflow_history", None)
    # A record has one workflow for life: its history says what the tool would, at a twentieth of the cost.
    if history and len(history) == 1:
        (statuses,) = history.values()
        if statuses:
            return statuses[-1].get("review_state", "")
    return api.portal.get_tool("portal_workflow").getInfoFor(record, "review_state", "")
