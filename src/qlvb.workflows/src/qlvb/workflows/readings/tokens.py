"""In whose boxes a request to read sits."""

from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.readings.interfaces import IReading
from qlvb.content.states import state_of
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.records import is_restricted
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def deciders(reading):
    """Ids of the groups that answer: archivists, and the leaders where the use of the record is restricted."""
    agency = getUtility(IDirectory).agency_of(reading)
    record = find_record(reading.record)
    restricted = record is not None and is_restricted(record)
    return [group_id(agency.id, function) for function in ("archivist", *(("leader",) if restricted else ()))]


@implementer(IBoxTokens, IRowFacts)
@adapter(IReading)
class ReadingTokens:
    """See IBoxTokens, IRowFacts."""

    def __init__(self, reading):
        self.reading = reading

    def tokens(self):
        found = [f"readings.mine|{self.reading.requester}"] if self.reading.requester else []
        state = state_of(self.reading)
        if state == "requested":
            found += [f"readings.waiting|{who}" for who in deciders(self.reading)]
        if state == "lent":
            agency = getUtility(IDirectory).agency_of(self.reading)
            found += [
                f"readings.lent|{who}" for who in (group_id(agency.id, "archivist"), self.reading.requester) if who
            ]
        return found

    def facts(self):
        facts = {"copies": len(copies_of(self.reading))}
        if state_of(self.reading) == "requested":
            facts["holders"] = _people(deciders(self.reading))
        return facts


def _people(groups):
    directory, found = getUtility(IDirectory), []
    for group in groups:
        agency, _dot, function = group.partition(".")
        found += directory.holders(agency, function)
    return list(dict.fromkeys(found))
