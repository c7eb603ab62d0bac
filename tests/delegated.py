"""Making delegations in tests."""

from datetime import timedelta
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import SIGNATORY
from qlvb.workflows.delegation.creation import create_delegation


def delegate(giver=SIGNATORY, receiver=DEPUTY, days=5, start=0, by="", agency="skhcn", **changes):
    """A delegation that begins today."""
    values = {
        "giver": giver,
        "receiver": receiver,
        "valid_from": DAY + timedelta(days=start),
        "valid_to": DAY + timedelta(days=start + days),
        "mode": "sign",
        "basis": "12/GUQ-SKHCN, 04/01/2026",
        **changes,
    }
    return create_delegation(agency, values, by or giver)
