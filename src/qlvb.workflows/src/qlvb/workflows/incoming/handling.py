"""Who was asked for direction on an incoming document, what was decided, and how it came back: one small persistent
object.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from qlvb.content.clock import now
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.text import nfc
from zope.annotation.interfaces import IAnnotations


ANNOTATION = record_content("qlvb.incoming.handling")


@dataclass(frozen=True)
class Direction:
    """What a leader wrote (bút phê), and how it read before: ``former`` is a tuple of (text, until when), or of (text,
    until when, drawing). ``drawing`` is the id of the file with what he wrote by hand, or "".
    """

    text: str
    by: str
    at: datetime
    former: tuple = ()
    drawing: str = ""


@dataclass(frozen=True)
class Arrival:
    """Once more that the document came."""

    channel: str
    day: date
    by: str
    at: datetime
    note: str
    files: tuple


class Handling(RecordPart):
    """The way of an incoming document from the clerk to those who handle it."""

    leader = ""  # userid of the leader asked last
    presented_by = ""
    presented_at = None
    direction = ""  # text of the newest direction (bút phê)
    directions = ()  # of Direction, oldest first; () for what was directed before they were kept
    directed_by = ""
    directed_at = None
    distributed_by = ""  # userid of the clerk who distributed without a leader, or ""
    returned_reason = ""  # why it came back to the clerk or leader; "" when it has gone on since
    returned_by = ""
    arrivals = ()  # of Arrival beyond the first, oldest first
    merged_into = ""  # UID of the document that this copy joined, or ""
    reported = ""  # status last told to the sender
    seen = None  # when it was first opened by whoever it lies with now; noted for the highest urgency only

    def ask(self, leader, by):
        """The document lies with ``leader`` now."""
        self.leader = leader
        self.presented_by = by
        self.presented_at = now()
        self.distributed_by = ""
        self.seen = None
        self.returned_reason = self.returned_by = ""

    def take_back(self):
        """It lies with nobody again."""
        self.leader = self.presented_by = ""
        self.presented_at = self.seen = None

    def direct(self, text, by, drawing=""):
        """A leader has decided; ``drawing`` is the id of a file."""
        self.direction = nfc(text)
        self.directed_by = by
        self.directed_at = now()
        self.directions = (*self.directions, Direction(self.direction, by, self.directed_at, drawing=drawing))
        self.returned_reason = self.returned_by = ""

    def amend(self, by, text, visible, drawing=""):
        """The newest direction of ``by`` reads differently now; returns the Direction that it was. ``visible``: it has
        been read, so what it said stays to be seen.
        """
        number = max(number for number, one in enumerate(self.directions) if one.by == by)
        old = self.directions[number]
        former = (*old.former, (old.text, now(), old.drawing)) if visible else old.former
        new = replace(old, text=nfc(text), former=former, drawing=drawing)
        self.directions = (*self.directions[:number], new, *self.directions[number + 1 :])
        if self.direction == old.text:
            self.direction = new.text
        return old

    def arrive(self, channel, day, by, note, files):
        """It has come once more."""
        self.arrivals = (*self.arrivals, Arrival(channel, day, by, now(), nfc(note), tuple(files)))

    def distribute(self, by):
        """The clerk has distributed it directly."""
        self.distributed_by = by
        self.returned_reason = self.returned_by = ""

    def come_back(self, reason, by):
        """It has come back to whoever had sent it on."""
        self.returned_reason = nfc(reason)
        self.returned_by = by


EMPTY = Handling()


def handling_of(record):
    """The Handling to read; an empty one when nothing has happened yet."""
    return IAnnotations(record).get(ANNOTATION, EMPTY)


def change_handling(record):
    """The Handling to write, made on first write."""
    annotations = IAnnotations(record)
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = Handling()
    return annotations[ANNOTATION]
