"""Names of locks."""

from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def register_lock(register):
    """The lock under which numbers of ``register`` are given: one for all registers of agency, direction and year,
    since a reference must be unique among them.
    """
    agency = getUtility(IDirectory).agency_of(register)
    return f"register:{agency.id if agency else ''}:{register.direction}:{register.year}"
