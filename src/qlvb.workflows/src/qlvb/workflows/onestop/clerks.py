"""To which clerks a signed document of the one-stop system goes: those of the drafting department, or of the agency."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.outgoing.interfaces import IIssuingClerks
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def goes_to_unit_clerks(document):
    """bool: its agency is set so, and the drafting department has clerks today."""
    directory = getUtility(IDirectory)
    agency, unit = directory.agency_of(document), document.drafting_unit
    wanted = bool(unit) and agency.id in EVENTS.link_of(document).settings["unit_clerks"]
    return wanted and bool(directory.holders(agency.id, "clerk", unit))


def is_given_back_signed(document):
    """bool: its agency gives papers back as they are signed; numbers are not taken here."""
    agency = getUtility(IDirectory).agency_of(document)
    return agency.id in EVENTS.link_of(document).settings["signed_only"]


@implementer(IIssuingClerks)
@adapter(IOneStopDocument)
class OneStopClerks:
    """See IIssuingClerks."""

    def __init__(self, document):
        self.document = document

    def group(self):
        agency = getUtility(IDirectory).agency_of(self.document)
        unit = self.document.drafting_unit if goes_to_unit_clerks(self.document) else None
        return group_id(agency.id, "clerk", unit)
