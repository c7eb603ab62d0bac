"""The log of the site's safety, as other rooms see it (product/screens 2.7; account regulation Điều 9.1, 16.5)."""

from dataclasses import dataclass
from datetime import datetime
from zope.interface import Interface


#: Kinds of what is logged.
SIGN_IN, FILE = "sign_in", "file"
KINDS = (SIGN_IN, FILE)
#: So many days the tiles count and the lists show at first.
DAYS = 30


@dataclass(frozen=True)
class SafetyEvent:
    """``code``: why it is here (one of ``signins.CODES``, or the code of the violation that refused a file); ``userid``
    "" for nobody who is known; ``what``: the device that signed in, the name of the file; ``where``: path below the
    site of what a file was given to; ``message``: what the person was told, a message id, or "".
    """

    kind: str
    when: datetime
    code: str
    userid: str = ""
    address: str = ""
    what: str = ""
    where: str = ""
    message: str = ""
    key: str = ""  # its place in the log, given by the log
    seen: datetime | None = None  # when somebody who minds the system had looked at it
    seen_by: str = ""


class ISafetyLog(Interface):
    """Utility: the newest KEPT events of the last year."""

    def note(event):
        """Write a SafetyEvent in the current transaction."""

    def listed(kind, since=None, unseen=False):
        """Of a kind, from ``since`` (aware datetime) on, the newest first: list of SafetyEvent; only those that nobody
        has marked as seen.
        """

    def count(kind, since, unseen=False):
        """int: how many :meth:`listed` would give."""

    def mark(kind, keys, by):
        """Say of events (by their keys) that somebody has seen them; int: how many were unseen. Who was first stays."""
