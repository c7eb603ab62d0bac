"""In which lists a document of the one-stop system sits, beside those of every outgoing document."""

from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.outgoing.boxes import is_being_signed
from qlvb.workflows.outgoing.interfaces import IIssuingClerks
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.component import adapter
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IOneStopDocument)
class OneStopTokens:
    """Boxes of leaders and clerks."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        case, step = case_of(self.record), IRoute(self.record).current()
        found = places(
            state_of(self.record),
            step.person if step is not None and not is_being_signed(self.record) else "",
            IIssuingClerks(self.record).group(),
            case.ended,
            bool(case.failed()),
        )
        day = due_day(case)
        until = f"|{day.toordinal()}" if day is not None else ""
        return sorted(f"{box}|{principal}{until}" for box, principal in found if principal)


def places(state, holder, clerks, ended, failed):
    """Pairs (box, principal); pure. ``holder``: whose turn it is; ``failed``: an event did not arrive.

    >>> places("to_sign", "ha", "skhcn.clerk", "", False), places("issued", "", "skhcn.clerk", "", False)
    ([('outgoing.onestop_to_sign', 'ha')], [('outgoing.onestop_undelivered', 'skhcn.clerk')])
    """
    found = []
    if state in ("in_review", "appraisal", "to_sign"):
        found.append(("outgoing.onestop_to_sign", holder))
    if state in ("to_issue", "numbered"):
        found.append(("outgoing.onestop_to_issue", holder))
    if failed or (state == "issued" and not ended):
        found.append(("outgoing.onestop_undelivered", clerks))
    return found


def due_day(case):
    """date until which the one-stop system wants the draft back, or None."""
    return case.due_at.date() if case.due_at is not None else None


@implementer(IRowFacts)
@adapter(IOneStopDocument)
class OneStopFacts:
    """The deadline, as long as it counts."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        case = case_of(self.record)
        day = due_day(case)
        return {"deadline": day.isoformat()} if day is not None and not case.ended else {}
