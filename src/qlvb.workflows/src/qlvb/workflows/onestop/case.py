"""What the one-stop system said of a submission, kept on its document."""

import json
from persistent.list import PersistentList
from qlvb.content.text import nfc_tree
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.links.exchange import Dispatch
from qlvb.workflows.links.exchange import Dispatches
from qlvb.workflows.onestop.interfaces import ICase
from qlvb.workflows.onestop.rules import stage
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.onestop"
#: Fields of a Case that a submission gives.
GIVEN = (
    "external_id",
    "case_code",
    "case_title",
    "procedure_code",
    "procedure_name",
    "owner_name",
    "kind",
    "submitter",
    "signer",
    "opinion",
    "due_at",
    "callback",
    "previous",
)


class CaseDispatch(Dispatch):
    """One event for the one-stop system; results are its packages."""

    @property
    def is_result(self):
        """bool: the dossier goes on there by it, so it has to be acknowledged."""
        return self.event.startswith("result.")

    def envelope(self, echo):
        """dict of JSON values: the whole event; ``echo`` is JSON as it came."""
        return {
            "id": self.id,
            "eventId": self.id,
            "packageId": self.id if self.is_result else None,
            "type": self.event,
            "occurredAt": self.when.isoformat(timespec="seconds"),
            **self.body,
            "echo": json.loads(echo),
        }


@implementer(ICase)
class Case(Dispatches):
    """See ICase."""

    ended = ""
    system = ""
    made_of = CaseDispatch

    def __init__(self, system, values, components, echo, fingerprint, received_at):
        super().__init__()
        self.system = system
        for name in GIVEN:
            setattr(self, name, values[name])
        self.components = PersistentList(nfc_tree(components))
        self.echo = echo
        self.fingerprint = fingerprint
        self.received_at = received_at

    def last_result(self):
        """The Dispatch of the newest result, or None."""
        return next((one for one in reversed(self.reports) if one.is_result), None)

    def result_state(self):
        """State of the newest result, ``none`` before there is one."""
        last = self.last_result()
        return last.state if last is not None else "none"


def case_of(document):
    """The Case of a document, or None when it did not come from the one-stop system."""
    return IAnnotations(document).get(ANNOTATION)


def keep_case(document, case):
    """``document`` is that of this Case."""
    IAnnotations(document)[ANNOTATION] = case


def stage_of(document):
    """str: where its submission stands, in the contract's words."""
    case = case_of(document)
    return stage(state_of(document), case.ended, case.result_state())
