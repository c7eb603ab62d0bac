"""A delegation and an absence of the demonstration province, some days ahead: they change nothing in its stories."""

from datetime import timedelta
from qlvb.content import clock
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility


AGENCY, HEAD, OFFICE = "ubnd-tinh", "dangvanphuc", "lethikimngan"
AHEAD, DAYS = 30, 4


def create_delegations():
    """The chairman is away for some days next month and delegates to the head of his office, once."""
    if getUtility(IDelegations).known(AGENCY) or getUtility(IAbsences).of(HEAD):
        return
    first = clock.today() + timedelta(days=AHEAD)
    last = first + timedelta(days=DAYS)
    values = {
        "giver": HEAD,
        "receiver": OFFICE,
        "valid_from": first,
        "valid_to": last,
        "mode": "sign",
        "directions": ["outgoing"],
        "basis": f"15/GUQ-UBND, {clock.today():%d/%m/%Y}",
        "reason": "Ký các văn bản đôn đốc, trả lời công tác thường xuyên trong thời gian đi công tác.",
    }
    create_delegation(AGENCY, values, HEAD)
    getUtility(IAbsences).set(HEAD, {"first": first, "last": last, "note": "Đi công tác", "deputy": OFFICE}, HEAD)
