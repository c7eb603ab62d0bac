"""Tiếp thu, giải trình, told back to the agency that was asked: what became of its opinion, on its own request."""

from dataclasses import dataclass
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.telling import tell_settled


#: States of a document that went out.
ISSUED = ("issued", "recalled", "given_back", "replaced")


@dataclass(frozen=True)
class SettledRemark:
    """One remark of the agency; ``decision`` as of IPoint, "" while the drafter has not decided."""

    place: str
    text: str
    decision: str
    reason: str


def outcome_of(points):
    """tuple of SettledRemark of the points of an opinion; () while none is decided. Pure."""
    found = tuple(SettledRemark(point.place, point.text, point.decision, point.reason) for point in points)
    return found if any(remark.decision for remark in found) else ()


def tally_of(outcome):
    """dict of str: ``accepted`` remarks of ``all``, and how many are still ``open``. Pure.

    >>> tally_of((SettledRemark("", "", "accepted", ""), SettledRemark("", "", "", "")))
    {'accepted': '1', 'all': '2', 'open': '1'}
    """
    decisions = [remark.decision for remark in outcome]
    return {
        "accepted": str(decisions.count("accepted")),
        "all": str(len(decisions)),
        "open": str(decisions.count("")),
    }


def is_issued(request):
    """bool: what a request (IOpinionRequest) asks about went out, so nobody settles remarks on it any more."""
    draft = find_record(request.draft)
    return draft is not None and state_of(draft) in ISSUED


def tell_back(found, opinions, by):
    """Once a round has ended, write what was decided about ``opinions`` of it on the requests of the agencies that gave
    them. They are told when nothing is undecided any more, and again when a decision becomes another.
    """
    if found.closed is None or found.withdrawn:
        return
    for opinion in opinions:
        request, outcome = request_of(opinion), outcome_of(opinion.points)
        if request is None or not outcome or outcome == (handling := IRequestHandling(request)).outcome:
            continue
        handling.settle(outcome)
        tally = tally_of(outcome)
        if tally["open"] == "0":
            IJournal(request).append("opinion.settled", by, tally)
            tell_settled(request, by, tally, clock.now().isoformat())
        request.reindexObject()
