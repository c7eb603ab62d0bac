"""Once an hour: reminders, overdue paper, the end of copies and their deletion (TT 05/2025 Điều 37)."""

from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content.index.lookups import records_with
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import object_at
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.readings.rules import is_to_delete
from qlvb.content.states import state_of
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.readings.acts.loans import end_loan
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.copies import delete_copies
from qlvb.workflows.readings.telling import tell_coming
from qlvb.workflows.readings.telling import tell_overdue
from zope.interface import implementer


#: Days before the end at which the reader is reminded.
NEAR = 2


@implementer(IPeriodicWork)
class Loans:
    """See IPeriodicWork. A transaction for each reading, so that one that fails stops no other."""

    title = _("periodic_readings", default="Nhắc trả hồ sơ, đóng và xóa bản đọc hết hạn")
    interval = timedelta(hours=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """How many were told (``coming``, ``overdue``), ended and deleted: dict."""
        today = now.date()
        self.transactions.refresh()
        done = {"coming": 0, "overdue": 0, "ended": 0, "deleted": 0}
        rows = [*self._rows("lent"), *(row for row in self._rows("returned") if row.facts.get("copies"))]
        paths = [row.path for row in rows]
        for path in paths:
            for word in self.transactions.attempt(lambda path=path: look_at(object_at(path), today)):
                done[word] += 1
        return done

    def _rows(self, state):
        return records_with({"portal_type": "Reading", "state": state}, "created")


def look_at(reading, today):
    """What the day asks of one reading; list of words of what was done."""
    if reading is None:
        return []
    done = []
    if state_of(reading) == "lent":
        late = (today - reading.due).days
        if late > 0 and reading.kind != PAPER:
            close(reading)
            done.append("ended")
        elif late > 0 and tell_overdue(reading, late // 7):
            done.append("overdue")
        elif -NEAR <= late <= 0 and tell_coming(reading):
            done.append("coming")
    if state_of(reading) == "returned" and copies_of(reading) and is_to_delete(ended_on(reading), today):
        delete_copies(reading)
        done.append("deleted")
    return done


def ended_on(reading):
    """The day on which the copies could be read last: the day of return, or the earlier one on which it was ended."""
    return min(day for day in (reading.due, reading.returned_on) if day)


def close(reading):
    """The time of reading is over: the system ends it."""
    end_loan(reading)
    fire(reading, "return", comment="")
    IJournal(reading).append("reading_ended", "system", {"due": f"{reading.due:%d/%m/%Y}"})
    reading.reindexObject()
    reading.reindexObjectSecurity()
    return api.content.get_state(reading)
