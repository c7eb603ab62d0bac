"""What incoming and outgoing documents say."""

from datetime import datetime
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IRowFacts
from qlvb.workflows.incoming.standing import standing as incoming_standing
from qlvb.workflows.outgoing.standing import standing as outgoing_standing
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.component import getAdapter
from zope.interface import implementer


@implementer(IStanding)
@adapter(IIncomingDocument)
class IncomingStanding:
    """Whose turn it is, as the row of a list has it."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        facts = getAdapter(self.record, IRowFacts, name="incoming").facts()
        return Standing(incoming_standing(self.record), holders=list(facts.get("holders", ())))


@implementer(IStanding)
@adapter(IOutgoingDocument)
class OutgoingStanding:
    """The open step of the route."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        found = outgoing_standing(self.record)
        return Standing(
            found["sentence"],
            kind=found["kind"],
            request=found["request"],
            holders=[holder["id"] for holder in found["holders"]],
            since=datetime.fromisoformat(found["since"]) if found["since"] else None,
            days=found["days"],
        )
