"""The clerk's right on a received document that is secret, for which the organisation's roles do not count."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


def let_clerk_in(record):
    """Let the clerks of the receiving agency receive it: somebody must register it, whatever its secrecy."""
    agency = getUtility(IDirectory).agency_of(record)
    IGrants(record).grant(group_id(agency.id, "clerk"), "RecordsClerk", "delivery")
