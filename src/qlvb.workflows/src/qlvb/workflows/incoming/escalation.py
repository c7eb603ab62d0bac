"""A document of the highest urgency cannot lie unread, or registered and not passed on: after some minutes the next
person is told, and then the next (NĐ 30/2020 Điều 23 khoản 1: urgent documents are submitted and passed on at once).
"""

from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.lookups import records_with
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.organisation.people import name_of
from qlvb.workflows.acts.faster import last_act
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.settings import IIncomingSettings
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.rights.viewers import holders_of
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: What may not lie unread.
ESCALATED = ("express", "express_timed")
WATCHED_STATES = ("waiting", "registered", "to_direct", "in_progress")
escalated = NoticeKind(_("notice_escalated", default="Văn bản hỏa tốc chưa có người đọc"), ("email", "push"))
UNREAD = _("told_unread", default="Văn bản hỏa tốc: ${name} chưa mở sau ${minutes} phút.")
NOT_PASSED_ON = _(
    "told_not_passed_on", default="Văn bản hỏa tốc: đã vào sổ mà chưa trình, chưa chuyển sau ${minutes} phút."
)
CLERKS = _("told_unread_clerks", default="Văn thư")


@implementer(IPeriodicWork)
class EscalateUnread:
    """See IPeriodicWork."""

    title = _("periodic_escalation", default="Báo lên cấp trên văn bản hỏa tốc chưa đọc")
    interval = timedelta(minutes=5)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Look at each document in a transaction of its own; returns how many people were told."""
        found = []
        for agency in getUtility(IDirectory).agencies():
            minutes = IIncomingSettings(getUtility(IDirectory).agency_object(agency.id)).unread_minutes
            if minutes:
                found += [(row.uid, minutes) for state in WATCHED_STATES for row in watched(agency.id, state)]
        self.transactions.refresh()
        told = 0
        for uid, minutes in found:
            told += self.transactions.attempt(lambda uid=uid, minutes=minutes: escalate(uid, minutes, now))
        return {"looked_at": len(found), "told": told}


def watched(agency_id, state):
    """Rows of the index that may hold something unread: list."""
    values = {"portal_type": "IncomingDocument", "agency": agency_id, "state": state}
    return [row for row in records_with(values, "id") if row.urgency in ESCALATED]


def escalate(uid, minutes, now):
    """Tell those whose turn it is to be told about one record; returns how many (int)."""
    record = find_record(uid)
    if record is None or record.urgency not in ESCALATED:
        return 0
    told = 0
    for key, since, name, above_it in unread(record):
        levels = [level for level in above_it if any(holders_of(principal) for principal in level if principal)]
        for level in range(level_of(since, now, minutes, len(levels))):
            said = NOT_PASSED_ON if state_of(record) == "registered" else UNREAD
            text = Message(said, mapping={"name": name, "minutes": str(minutes * (level + 1))})
            people = getUtility(INotices).tell(levels[level], "escalated", record, text, True, once=f"{key}-{level}")
            if people:
                IJournal(record).append("escalated", "system", {"persons": people, "of": str(name)})
                told += len(people)
    return told


def level_of(since, now, minutes, most):
    """How many levels are told by now: int from 0 to ``most`` (pure)."""
    return max(0, min(most, int((now - since) / timedelta(minutes=minutes))))


def unread(record):
    """What lies unread: list of (key, since, whose name, levels: lists of principals). A level in which nobody holds
    office is passed over.
    """
    directory, handling, state = getUtility(IDirectory), handling_of(record), state_of(record)
    agency = directory.agency_of(record)
    office, leaders = group_id(agency.id, "appraiser"), group_id(agency.id, "leader")
    if state == "waiting" and handling.seen is None:
        return [("waiting", clock.local(record.created()), CLERKS, [[office], [leaders]])]
    if state == "registered" and (entry := last_act(record)) is not None:
        return [(entry.stamp, entry.when, CLERKS, [[office, group_id(agency.id, "clerk")], [leaders]])]
    if state == "to_direct" and handling.seen is None and handling.presented_at is not None:
        key, since = handling.presented_at.isoformat(), handling.presented_at
        return [(key, since, name_of(handling.leader), [[office, handling.presented_by], [leaders]])]
    if state != "in_progress":
        return []
    return [
        (line.id, line.assigned_at, name_of(line.recipient), [above(line, agency.id), [office, leaders]])
        for line in ILines(record).all()
        if line.state == "new" and line.role != "information"
    ]


def above(line, agency_id):
    """The principals next above the holder of a line: who gave it, and who leads his department."""
    found = [line.assigned_by]
    if line.department:
        found.append(group_id(agency_id, "unit_leader", line.department))
    return found
