"""Remarks of one agency or of all, as the lists and the form take them."""

from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.feedback.interfaces import STATES
from qlvb.policy.feedback.interfaces import IRemarks
from zope.component import getUtility


def remarks_at(context, state=""):
    """list of (AgencyInfo, IRemark), the newest first: of the agency ``context``, of all where it is the site."""
    directory = getUtility(IDirectory)
    agencies = [context] if IAgency.providedBy(context) else map(directory.agency_object, _ids(directory))
    found = [(directory.agency(one.getId()), remark) for one in agencies for remark in IRemarks(one).all(state)]
    return sorted(found, key=lambda row: (row[1].when, row[1].id), reverse=True)


def counts_at(context):
    """dict state -> how many."""
    rows = remarks_at(context)
    return {state: sum(remark.state == state for _agency, remark in rows) for state in STATES}


def _ids(directory):
    return [info.id for info in directory.agencies()]
