"""Once an hour: opinions that are due soon or just missed. Whoever is asked is told, of late ones the asker too."""

from datetime import date
from datetime import timedelta
from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import records
from qlvb.content.lookup import find_record
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.telling import seat_of
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.notices.deadlines import LATE
from qlvb.workflows.notices.deadlines import NEAR
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from sqlalchemy import select
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


COMING = _("told_opinion_near", default="Hạn cho ý kiến: ${day}.")
MISSED = _("told_opinion_overdue", default="Quá hạn cho ý kiến từ ngày ${day}.")


@implementer(IPeriodicWork)
class RemindOfOpinions:
    """See IPeriodicWork."""

    title = _("periodic_opinions", default="Nhắc ý kiến sắp đến hạn, quá hạn")
    interval = timedelta(hours=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Remind of each draft in a transaction of its own; returns how many people were told."""
        today = now.date()
        with reading() as connection:
            uids = connection.execute(drafts_due(today, getUtility(IWorkingCalendar).add(today, NEAR))).scalars().all()
        self.transactions.refresh()
        told = 0
        for uid in sorted(uids):
            told += self.transactions.attempt(lambda uid=uid: remind(uid, today))
        return {"told": told}


def drafts_due(today, last):
    """SELECT of the uids of drafts whose round ends by ``last`` (date), or has just gone past its day."""
    first = today - timedelta(days=LATE.days)
    return select(records.c.uid).where(
        records.c.portal_type == "OutgoingDocument",
        records.c.state == "consulting",
        records.c.deadline_day.between(first.toordinal(), last.toordinal()),
    )


def remind(uid, today):
    """Tell whoever has not answered about the draft; int: how many people."""
    draft = find_record(uid)
    current = IConsultations(draft).current() if IOutgoingDocument.providedBy(draft) else None
    if current is None:
        return 0
    day, told = current.deadline, 0
    event, text = ("overdue", MISSED) if day < today else ("deadline_near", COMING)
    message = Message(text, mapping={"day": f"{day:%d/%m/%Y}"})
    seats = [(opinion.id, *seat_of(draft, opinion)) for opinion in current.open_opinions()]
    if seats and event == "overdue":
        seats.append((current.id, draft, [draft.drafter]))
    for name, record, people in seats:
        once = f"{name}-{date.isoformat(day)}"
        told += len(getUtility(INotices).tell(people, event, record, message, day <= today, day, once))
    return told
