"""Bàn giao hồ sơ: offered by the holder, accepted against the list of contents or refused (NĐ 30/2020 Điều 31.3.đ)."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from persistent.list import PersistentList
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.holds.guarded import record_content
from qlvb.content.kept import kept_under
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
from qlvb.workflows.rights.secrecy import is_secret
from zope.annotation.interfaces import IAnnotations


KEY = record_content("qlvb.workflows.filing.handovers")
CAUSE = "dossier"
#: Before the UID of the dossier: reference of what an offer lets its receiver read until he has answered.
OFFERED = "handover "
STATES = ("pending", "accepted", "refused", "withdrawn")


@dataclass(frozen=True)
class Handover:
    """One handing over; ``documents`` and ``pages`` are what was there when it was offered. ``number`` and ``year``: of
    its minutes, None before it was accepted, and of minutes from before they had any.
    """

    giver: str
    receiver: str
    reason: str
    offered: datetime
    documents: int
    pages: int
    state: str = "pending"
    decided: datetime | None = None
    answer: str = ""
    number: int | None = None
    year: int | None = None


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
    """Offer the dossier; the receiver may read it and what is in it from now on, to hold it against its list."""
    kept_under(dossier, KEY, PersistentList).append(Handover(giver, receiver, reason, clock.now(), *totals))
    IGrants(dossier).grant(receiver, "Participant", CAUSE, "handover")
    for document in _readable(dossier):
        if IGrants(document).grant(receiver, "Participant", CAUSE, f"{OFFERED}{IUUID(dossier)}"):
            reindex_security(document)


def decide(dossier, state, answer="", number=None, year=None):
    """The offer ends as one of STATES; returns it. ``number``, ``year``: of the minutes of what was accepted. The giver
    goes on reading that.
    """
    kept = IAnnotations(dossier)[KEY]
    old = kept[-1]
    kept[-1] = replace(old, state=state, decided=clock.now(), answer=answer, number=number, year=year)
    grants = IGrants(dossier)
    grants.revoke(CAUSE, reference="handover", principal=old.receiver)
    if state == "accepted":
        grants.grant(old.giver, "Participant", CAUSE, "handed_over")
    _settle(dossier, old.receiver, state == "accepted")
    return kept[-1]


def _settle(dossier, receiver, taken):
    """What the offer let its receiver read stays his with the dossier, or is shut again."""
    uid = IUUID(dossier)
    for _item, document in IDossierContents(dossier).documents():
        if document is None or not IGrants(document).revoke(CAUSE, f"{OFFERED}{uid}", receiver):
            continue
        if taken and not is_secret(document):
            IGrants(document).grant(receiver, "Participant", CAUSE, uid)
        reindex_security(document)


def _readable(dossier):
    """Documents that whoever keeps the dossier has to read, to be answerable for it (NĐ 30/2020 Điều 31.3): all but
    secret ones, which keep to those who were given them, and drafts, which are their drafters' still.
    """
    for _item, document in IDossierContents(dossier).documents():
        if document is None or is_secret(document):
            continue
        if not IOutgoingDocument.providedBy(document) or document.document_number:
            yield document
