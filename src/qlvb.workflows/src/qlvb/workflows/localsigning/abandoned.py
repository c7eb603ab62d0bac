"""Signings on people's machines that were begun and left: nobody tells of them, so the worker does."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content.violations import Violation
from qlvb.workflows.localsigning.attempts import keep_attempt
from qlvb.workflows.localsigning.refusals import ABANDONED
from qlvb.workflows.localsigning.refusals import ABANDONED_MESSAGE
from qlvb.workflows.localsigning.refusals import RULE
from qlvb.workflows.localsigning.tickets import left_behind
from qlvb.workflows.outbox.interfaces import IPeriodicWork
import transaction
from ZODB.POSException import ConflictError
from zope.interface import implementer


def end_abandoned(now):
    """End what has waited too long at ``now`` (aware datetime), and keep it with the failed signings of who began it,
    unless he has begun anew since. Generator of Ticket, each before its transaction is committed.
    """
    for ticket, newest in left_behind(now):
        ticket.end("expired", [Violation("", ABANDONED, ABANDONED_MESSAGE, RULE)])
        if newest:
            keep_attempt(ticket, ticket.violations)
        yield ticket


@implementer(IPeriodicWork)
class EndAbandoned:
    """See IPeriodicWork; a transaction for each."""

    title = _("periodic_local_signing_abandoned", default="Ghi nhận lần ký trên máy bị bỏ dở")
    interval = timedelta(minutes=2)

    def run(self, now):
        """See IPeriodicWork. What somebody writes meanwhile is looked at again the next time."""
        ended = 0
        try:
            for _ticket in end_abandoned(now):
                transaction.commit()
                ended += 1
        except ConflictError:
            transaction.abort()
        return {"abandoned": ended}
