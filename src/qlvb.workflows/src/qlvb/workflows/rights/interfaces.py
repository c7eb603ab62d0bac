"""Rights have a cause.

Grants are kept on the record; roles are computed from them (borg.localrole), so removing one cause
never removes what another gives. Secrecy only narrows.

Local roles used in the workflows' permission maps:
``Drafter`` (of this draft), ``Handler`` (it is this person's turn), ``Participant`` (took or takes part: reads),
``RecordsClerk``, ``AgencyLeader``, ``UnitLeader``, ``AgencyMember``, ``Archivist``, ``AgencyAdministrator``
(of the agency the record lies in, from function groups). ``ActRunner`` is given to nobody: acts take it for the
moment of a transition.
"""

from dataclasses import dataclass
from datetime import datetime
from zope.interface import Interface


CAUSES = (
    "organisation",
    "draft",
    "step",
    "line",
    "delivery",
    "dossier",
    "delegation",
    "sharing",
    "signing",
    "consultation",
    "note",
    "archive",
    "transfer",
    "disposal",
)


@dataclass(frozen=True)
class Grant:
    """A role on a record with its cause."""

    principal: str  # userid or group id
    role: str
    cause: str  # one of CAUSES
    reference: str  # id of the line, step … that gives it
    since: datetime


class IMoreGrants(Interface):
    """Named adapter of a record (several may exist): grants that are not kept on it but follow from something else.
    Their roles are given by an ``ILocalRoleProvider`` of the same room.
    """

    def grants():
        """list of Grant."""


class IGrants(Interface):
    """Adapter of IRecord."""

    def grant(principal, role, cause, reference=""):
        """Add a grant (once per principal, role, cause, reference); returns True if new. Caller reindexes security."""

    def revoke(cause, reference=None, principal=None, role=None):
        """Remove the grants that match; returns how many."""

    def all():
        """list of Grant, those of the organisation included."""

    def explain(userid):
        """Why this person may see the record: list of Grant (empty = may not)."""

    def who_can_see():
        """list of (userid, [Grant]) by name."""
