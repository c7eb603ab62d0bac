"""Whose signature a record waits for."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from zope.component import adapter
from zope.interface import implementer


@implementer(IAwaitsSignature)
@adapter(IOutgoingDocument)
class DocumentAwaits:
    """The person of the open step of signing."""

    def __init__(self, document):
        step = IRoute(document).current() if state_of(document) == "to_sign" else None
        self._step = step if step is not None and step.kind == "sign" else None

    def person(self):
        """See IAwaitsSignature."""
        return self._step.person if self._step is not None else ""

    def turn(self):
        """See IAwaitsSignature."""
        return self._step.id if self._step is not None else ""
