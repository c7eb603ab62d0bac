"""Once an hour: who has a deadline coming, and who has just missed one (NĐ 30/2020 Điều 24; Phụ lục VI phần I mục 3).

The lines are found in the records index; each is told of once for each of its deadlines.
"""

from datetime import date
from datetime import timedelta
from qlvb.content import _
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import records
from qlvb.content.lookup import find_record
from qlvb.workflows.lines.closing import OPEN
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from sqlalchemy import select
from zope.component import getUtility
from zope.interface import implementer


NEAR = 2  # working days
#: A deadline missed longer ago was told of when it was missed.
LATE = timedelta(days=7)
COMING = _("told_deadline_near", default="Hạn xử lý: ${day}.")
MISSED = _("told_overdue", default="Quá hạn xử lý từ ngày ${day}.")


@implementer(IPeriodicWork)
class TellDeadlines:
    """See IPeriodicWork."""

    title = _("periodic_deadlines", default="Nhắc việc sắp đến hạn, quá hạn")
    interval = timedelta(hours=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Tell each person in a transaction of his own; returns how many notices there were of each kind."""
        today = now.date()
        with reading() as connection:
            found = connection.execute(open_lines(today, getUtility(IWorkingCalendar).add(today, NEAR))).all()
        told = {"deadline_near": 0, "overdue": 0}
        by_person = {}
        for line in found:
            for person in people_of(line, today):
                by_person.setdefault(person, []).append(line)
        self.transactions.refresh()
        for person, lines in sorted(by_person.items()):
            events = self.transactions.attempt(lambda person=person, lines=lines: tell_person(person, lines, today))
            for event in events:
                told[event] += 1
        return told


def open_lines(today, last):
    """SELECT of the open lines with a deadline up to ``last`` (date), or one just missed."""
    return (
        select(assignment_lines, records.c.uid)
        .join(records, records.c.id == assignment_lines.c.record_id)
        .where(
            assignment_lines.c.state.in_(OPEN),
            assignment_lines.c.deadline_day.between((today - LATE).toordinal(), last.toordinal()),
        )
    )


def people_of(line, today):
    """Who is told: the holder, and when it is late also who gave it (pure)."""
    missed = line.deadline_day < today.toordinal()
    return {line.recipient, line.assigned_by} - {"", "system"} if missed else {line.recipient}


def tell_person(person, lines, today):
    """Tell one person of several lines; list of the events told."""
    told = []
    for line in lines:
        day = date.fromordinal(line.deadline_day)
        record = find_record(line.uid)
        if record is None:
            continue
        event, text = ("overdue", MISSED) if day < today else ("deadline_near", COMING)
        message = _with_day(text, day)
        urgent = event == "overdue" or day <= today
        if getUtility(INotices).tell([person], event, record, message, urgent, day, f"{line.line}-{day}"):
            told.append(event)
    return told


def _with_day(text, day):
    return type(text)(text, mapping={"day": day.strftime("%d/%m/%Y")})
