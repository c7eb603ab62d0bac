"""Delegations and absences of the demonstration province, some days ahead: they change nothing in its stories."""

from datetime import timedelta
from qlvb.content import clock
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getUtility


#: (agency, who is away, who stands in, symbol of the authorisation).
JOURNEYS = (
    ("ubnd-tinh", "dangvanphuc", "lethikimngan", "15/GUQ-UBND"),
    ("skhcn", "nguyenthithuha", "buitrungkien", "08/GUQ-SKHCN"),
)
AHEAD, DAYS = 30, 4


def create_delegations():
    """Heads are away for some days next month and delegate to their deputy or the head of their office, once."""
    for agency, head, deputy, symbol in JOURNEYS:
        if not getUtility(IDelegations).known(agency) and not getUtility(IAbsences).of(head):
            _create_journey(agency, head, deputy, symbol)


def _create_journey(agency, head, deputy, symbol):
    first = clock.today() + timedelta(days=AHEAD)
    last = first + timedelta(days=DAYS)
    values = {
        "giver": head,
        "receiver": deputy,
        "valid_from": first,
        "valid_to": last,
        "mode": "sign",
        "directions": ["outgoing"],
        "basis": f"{symbol}, {clock.today():%d/%m/%Y}",
        "reason": "Ký các văn bản đôn đốc, trả lời công tác thường xuyên trong thời gian đi công tác.",
    }
    create_delegation(agency, values, head)
    getUtility(IAbsences).set(head, {"first": first, "last": last, "note": "Đi công tác", "deputy": deputy}, head)
