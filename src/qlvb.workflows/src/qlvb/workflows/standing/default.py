"""The sentence of a record of which no room says more: its state, and since when."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.interfaces import IRecord
from qlvb.workflows.acts.faster import last_act
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.interface import implementer


@implementer(IStanding)
@adapter(IRecord)
class StateStanding:
    """The state and the day of the last act; of a record on which nothing was done yet, the day it was made."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        entry = last_act(self.record)
        since = entry.when if entry is not None else self.record.created().asdatetime().astimezone(clock.VIETNAM)
        mapping = {"state": title_of_state(self.record), "date": since.strftime("%d/%m/%Y")}
        sentence = _("standing_state", default="“${state}” từ ngày ${date}.", mapping=mapping)
        return Standing(sentence, since=since, days=(clock.today() - since.date()).days)
