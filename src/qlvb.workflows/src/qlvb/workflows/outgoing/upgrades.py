"""Outgoing documents of sites that are older than some of their lists."""

from plone import api
from qlvb.content.index.renewing import renew
import transaction


BATCH = 500
#: States in which a document is on its way: what lists say of its route is shown of these.
ON_THE_WAY = ("in_review", "consulting", "appraisal", "to_sign", "returned", "to_issue", "numbered")


def to_1006(tool):
    """The records index says who refused a number and how many stations a route has, of documents on their way; those
    that are finished say it with their next change.
    """
    catalogue = api.portal.get_tool("portal_catalog")
    workflow = api.portal.get_tool("portal_workflow")
    for number, brain in enumerate(catalogue.unrestrictedSearchResults(portal_type="OutgoingDocument"), 1):
        record = brain._unrestrictedGetObject()
        if workflow.getInfoFor(record, "review_state", "") in ON_THE_WAY:
            renew(record)
        if number % BATCH == 0:
            transaction.savepoint(optimistic=True)
