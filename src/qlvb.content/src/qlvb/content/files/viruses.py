"""What a scanner said of the bytes of a version."""

from dataclasses import dataclass
from datetime import datetime


CLEAN, INFECTED, UNCHECKED, WAITING = STATES = ("clean", "infected", "unchecked", "waiting")


@dataclass(frozen=True)
class VirusCheck:
    """One look at a file, or (``waiting``) that one was asked for. ``state``: one of STATES; ``virus``: name of what
    was found; ``engine``: program and version; ``signatures``: version and day of what it knows, "" where the program
    does not tell; ``when``: aware datetime; ``reason``: why nothing can be said (``out_of_reach``, ``too_large``,
    ``not_read``), for ``unchecked`` alone.
    """

    state: str
    when: datetime
    virus: str = ""
    engine: str = ""
    signatures: str = ""
    reason: str = ""

    def as_json(self):
        """dict of JSON values."""
        return {
            "state": self.state,
            "virus": self.virus,
            "engine": self.engine,
            "signatures": self.signatures,
            "when": self.when.isoformat(),
            "reason": self.reason,
        }
