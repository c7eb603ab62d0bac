"""What every record can say of itself: "Vì sao văn bản này đang dừng?"."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.interface import Interface


@dataclass(frozen=True)
class Standing:
    """``sentence`` is a message id: who has to do what now, since when or until when. ``request`` is what was asked of
    him in words, "" for nothing; ``holders`` userids whose turn it is; ``since`` an aware datetime or None; ``days``
    whole days since then; ``kind`` what is waited for, "" where nothing is.
    """

    sentence: str
    kind: str = ""
    request: str = ""
    holders: list = field(default_factory=list)
    since: datetime | None = None
    days: int = 0


class IStanding(Interface):
    """Adapter of a record. One for IRecord says its state; a room with more to say registers one for its own type."""

    def standing():
        """:class:`Standing`."""
