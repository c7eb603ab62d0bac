"""What a request to read or borrow says of itself: who answers it until when, who has what until when."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import IReading
from qlvb.content.states import state_of
from qlvb.workflows.readings.tokens import deciders
from qlvb.workflows.rights.viewers import holders_of
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


ASKED = _("standing_reading_requested", default="Chờ ${who} trả lời, hạn ${day}.")
LENT = _("standing_reading_lent", default="${reader} đang khai thác, đến hết ngày ${day}.")
OVERDUE = _("standing_reading_overdue", default="${reader} chưa trả, quá hạn từ ngày ${day}.")


@implementer(IStanding)
@adapter(IReading)
class ReadingStanding:
    """Requests that wait and what is lent; others say their state."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        """See IStanding."""
        record, directory, state = self.record, getUtility(IDirectory), state_of(self.record)
        if state == "requested":
            holders = list(dict.fromkeys(userid for group in deciders(record) for userid in holders_of(group)))
            names = ", ".join(directory.person(userid).fullname for userid in holders) or "…"
            mapping = {"who": names, "day": show_date(record.answer_due)}
            return Standing(Message(ASKED, mapping=mapping), kind=state, holders=holders)
        if state == "lent" and record.due:
            requester = record.requester or ""
            reader = record.reader_name or directory.person(requester).fullname
            sentence = OVERDUE if record.due < clock.today() else LENT
            mapping = {"reader": reader, "day": show_date(record.due)}
            return Standing(Message(sentence, mapping=mapping), kind=state, holders=[requester] if requester else [])
        return StateStanding(record).standing()
