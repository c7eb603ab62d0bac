"""What is on the schedule of an agency today, for whoever may see it."""

from AccessControl import getSecurityManager
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.shell.facts import ITileFact
from zope.component import getUtility
from zope.interface import implementer


def entries_today(agency_id):
    """By time: list of IEntry, drafts for those who keep the schedule; empty for whom it is not."""
    agency = getUtility(IDirectory).agency_object(agency_id) if agency_id else None
    may = getSecurityManager().checkPermission
    if agency is None or not may("qlvb: View schedule", agency):
        return []
    return ISchedule(agency).entries(clock.today(), clock.today(), bool(may("qlvb: Edit schedule", agency)))


@implementer(ITileFact)
class TodayTile:
    """See ITileFact."""

    def count(self, agency_id):
        return len(entries_today(agency_id))

    def path(self, agency_id):
        return f"{agency_id}/@@work-schedule?day={clock.today().isoformat()}" if agency_id else ""
