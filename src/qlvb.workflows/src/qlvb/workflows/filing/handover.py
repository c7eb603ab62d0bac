"""When and to whom a document was passed on, for the registers: from assignment lines and deliveries."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IHandover
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IHandover)
@adapter(IIncomingDocument)
class IncomingHandover:
    """Units and persons of the assignment lines, and the day of the first."""

    def __init__(self, document):
        self.lines = [line for line in ILines(document).all() if line.state != "withdrawn"]

    @property
    def receivers(self):
        directory = getUtility(IDirectory)
        return list(dict.fromkeys(directory.person(line.recipient).fullname for line in self.lines))

    @property
    def date(self):
        return min((line.assigned_at.date() for line in self.lines), default=None)


@implementer(IHandover)
@adapter(IOutgoingDocument)
class OutgoingHandover:
    """Recipients of the deliveries, and the day of the first sending."""

    def __init__(self, document):
        self.deliveries = IDeliveries(document).all()

    @property
    def receivers(self):
        return [delivery.recipient.get("name", "") for delivery in self.deliveries]

    @property
    def date(self):
        sent = [
            when.date()
            for delivery in self.deliveries
            for when, state, _detail, _by in delivery.history
            if state == "sent"
        ]
        return min(sent, default=None)
