"""Bàn giao hồ sơ: offered by the holder, accepted against the list of contents or refused (NĐ 30/2020 Điều 31.3.đ)."""

from dataclasses import dataclass
from datetime import datetime
from persistent.list import PersistentList
from qlvb.content import clock
from qlvb.content.holds.guarded import record_content
from qlvb.content.kept import kept_under
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations


KEY = record_content("qlvb.workflows.filing.handovers")
CAUSE = "dossier"
STATES = ("pending", "accepted", "refused", "withdrawn")


@dataclass(frozen=True)
class Handover:
    """One handing over; ``documents`` and ``pages`` are what was there when it was offered."""

    giver: str
    receiver: str
    reason: str
    offered: datetime
    documents: int
    pages: int
    state: str = "pending"
    decided: datetime | None = None
    answer: str = ""


def handovers(dossier):
    """Oldest first: list of Handover."""
    return list(IAnnotations(dossier).get(KEY, ()))


def pending(dossier):
    """The Handover that waits for its receiver, or None."""
    last = next(reversed(handovers(dossier)), None)
    return last if last is not None and last.state == "pending" else None


def accepted(dossier):
    """The newest Handover that its receiver took, or None."""
    return next((one for one in reversed(handovers(dossier)) if one.state == "accepted"), None)


def offer(dossier, giver, receiver, reason, totals):
    """Offer the dossier; the receiver may read it from now on, so that he can look through the list."""
    kept_under(dossier, KEY, PersistentList).append(Handover(giver, receiver, reason, clock.now(), *totals))
    IGrants(dossier).grant(receiver, "Participant", CAUSE, "handover")


def decide(dossier, state, answer=""):
    """The offer ends as one of STATES; returns it. The giver goes on reading what was accepted."""
    kept = IAnnotations(dossier)[KEY]
    old = kept[-1]
    kept[-1] = Handover(
        old.giver,
        old.receiver,
        old.reason,
        old.offered,
        old.documents,
        old.pages,
        state,
        clock.now(),
        answer,
    )
    grants = IGrants(dossier)
    grants.revoke(CAUSE, reference="handover", principal=old.receiver)
    if state == "accepted":
        grants.grant(old.giver, "Participant", CAUSE, "handed_over")
    return kept[-1]
