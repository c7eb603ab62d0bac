"""What is on the schedule of an agency today, for whoever may see it."""

from AccessControl import getSecurityManager
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.shell.facts import ITileFact
from zope.component import getUtility
from zope.interface import implementer


def entries_today(agency_id):
    """By time: list of IEntry that are published; empty for whom the schedule is not."""
    agency = getUtility(IDirectory).agency_object(agency_id) if agency_id else None
    if agency is None or not getSecurityManager().checkPermission("qlvb: View schedule", agency):
        return []
    return ISchedule(agency).entries(clock.today(), clock.today())


@implementer(ITileFact)
class TodayTile:
    """See ITileFact."""

    def count(self, agency_id):
        return len(entries_today(agency_id))

    def path(self, agency_id):
        return f"{agency_id}/@@work-schedule?day={clock.today().isoformat()}" if agency_id else ""
