"""Which cases somebody has before him: all on the site, on an agency those that concern it."""

from plone import api
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.organisation.interfaces import IAgency
from qlvb.workflows.exposures import rules
from zope.component import getUtility


def cases_at(context, state=""):
    """list of ICase, the newest first."""
    agency = context.getId() if IAgency.providedBy(context) else ""
    return getUtility(ICases).all(state, agency)


def case_at(context, case_id):
    """ICase. :raises Refused: 404 there is none, or it does not concern the agency."""
    case = getUtility(ICases).get(case_id)
    if case is None or (IAgency.providedBy(context) and not case.concerns(context.getId())):
        raise rules.unknown_case()
    return case


def actor():
    """(userid, bool: administers the site) of the current user."""
    user = api.user.get_current()
    return user.getId(), user.has_role("Manager")
