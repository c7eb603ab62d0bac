"""What a delegation says of itself: who stands in for whom, until when, on what basis."""

from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.delegations.interfaces import IDelegation
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.status import status
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


SENTENCES = {
    "in_force": _("standing_delegation_in_force", default="${receiver} thay ${giver} đến hết ngày ${end} (${basis})."),
    "to_come": _("standing_delegation_to_come", default="${receiver} sẽ thay ${giver} từ ${start} đến ${end}."),
    "expired": _("standing_delegation_expired", default="${receiver} thay ${giver} đã hết hạn ngày ${end}."),
}


@implementer(IStanding)
@adapter(IDelegation)
class DelegationStanding:
    """By its days; one that somebody ended says its state."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        """See IStanding."""
        record, word = self.record, status(self.record)
        if word not in SENTENCES:
            return StateStanding(record).standing()
        directory = getUtility(IDirectory)
        mapping = {
            "giver": directory.person(record.giver).fullname,
            "receiver": directory.person(record.receiver).fullname,
            "start": show_date(record.valid_from),
            "end": show_date(record.valid_to),
            "basis": record.basis or "…",
        }
        holders = [record.receiver] if word == "in_force" else []
        return Standing(Message(SENTENCES[word], mapping=mapping), kind=word, holders=holders)
