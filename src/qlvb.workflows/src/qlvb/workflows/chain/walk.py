"""Finding the chain of a record: breadth first over its neighbours (pure), and in the site."""

from dataclasses import dataclass
from datetime import date
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.workflows.chain.interfaces import IChainLinks


#: More than these are no chain that anybody reads.
MOST = 60
KINDS = {
    "incoming": _("chain_incoming", default="Văn bản đến"),
    "note": _("chain_note", default="Phiếu trình"),
    "outgoing": _("chain_outgoing", default="Văn bản đi"),
    "answer": _("chain_answer", default="Văn bản trả lời"),
    "back": _("chain_back", default="Hồi báo"),
}


@dataclass(frozen=True)
class Step:
    """One record of the chain: ``depth`` counts from its beginning, ``kind`` is a key of KINDS."""

    uid: str
    record: object
    kind: str
    depth: int
    day: date
    current: bool


def depths(start, before, after, most=MOST):
    """dict uid -> depth of what hangs together with ``start`` (pure). ``before(uid)`` and ``after(uid)`` give
    neighbours, or nothing for what must not be followed. What begins the chain has depth 0.
    """
    found, waiting = {start: 0}, [start]
    while waiting and len(found) < most:
        uid = waiting.pop(0)
        for step, neighbours in ((-1, before(uid)), (1, after(uid))):
            for other in neighbours:
                if other and other not in found and len(found) < most:
                    found[other] = found[uid] + step
                    waiting.append(other)
    first = min(found.values())
    return {uid: depth - first for uid, depth in found.items()}


def chain_of(record):
    """(list of Step in order, int: neighbours that the current user may not view)."""
    records, hidden = {IUUID(record): record}, set()

    def seen(uid):
        if uid not in records and uid not in hidden:
            other = find_record(uid)
            if other is not None and api.user.has_permission("View", obj=other):
                records[uid] = other
            elif other is not None:
                hidden.add(uid)
        return records.get(uid)

    def neighbours(side):
        def of(uid):
            other = seen(uid)
            links = IChainLinks(other, None) if other is not None else None
            return [one for one in getattr(links, side)() if seen(one) is not None] if links is not None else []

        return of

    levels = depths(IUUID(record), neighbours("before"), neighbours("after"))
    steps = [
        Step(uid, records[uid], kind_of(records[uid]), depth, day_of(records[uid]), uid == IUUID(record))
        for uid, depth in levels.items()
    ]
    return sorted(steps, key=lambda step: (step.depth, step.day, step.uid)), len(hidden)


def kind_of(record):
    """Key of KINDS."""
    if record.portal_type == "IncomingDocument":
        return "back" if record.in_reply_to else "incoming"
    if record.portal_type == "OutgoingDocument":
        return "answer" if record.in_reply_to else "outgoing"
    return "note"


def day_of(record):
    """The day by which people order it: of arrival, of issue, else of its making."""
    for name in ("arrival_date", "issue_date"):
        if getattr(record, name, None):
            return getattr(record, name)
    return clock.local(record.created()).date()
