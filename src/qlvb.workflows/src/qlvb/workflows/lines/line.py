"""One assignment line as it is kept."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from qlvb.content.clock import now
from qlvb.content.holds.part import RecordPart
from qlvb.content.text import nfc
from qlvb.workflows.lines.interfaces import ILine
from uuid import uuid4
from zope.interface import implementer


@dataclass(frozen=True)
class Extension:
    """A request for a later deadline and its answer: ``granted`` is None while nobody has decided."""

    reason: str
    wished: date
    old: date | None  # the deadline when it was asked
    asked_by: str
    asked_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    granted: bool | None = None
    deadline: date | None = None  # the new one
    answer: str = ""


@dataclass(frozen=True)
class Chase:
    """Once that the holder was urged (đôn đốc)."""

    by: str
    when: datetime
    message: str


@dataclass(frozen=True)
class Report:
    """Once that the holder told how far it is."""

    by: str
    when: datetime
    percent: int
    text: str


@implementer(ILine)
class Line(RecordPart):
    """What one recipient has to do with a record."""

    opened_at = None
    closed_at = None
    closed_by = ""
    closed_for = ""
    assigned_for = ""
    basis = ""
    acted = ""
    acted_at = None
    result = ""
    reply = ""
    files = ()
    confirm = False
    resume = ""
    former = ()
    replaced_by = ""
    extensions = ()
    chases = ()
    reports = ()
    order = 0  # among those made at the same moment

    def __init__(self, role, recipient, by, request, deadline, parent, department, confirm=False):
        self.id = uuid4().hex
        self.role = role
        self.recipient = recipient
        self.department = department
        self.assigned_by = by
        self.assigned_at = now()
        self.request = nfc(request)
        self.deadline = deadline
        self.parent = parent
        self.state = "new"
        if confirm:
            self.confirm = True

    @property
    def progress(self):
        """int: percent last reported, None before the first report."""
        return self.reports[-1].percent if self.reports else None

    @property
    def pending(self):
        """The Extension that waits for an answer, or None."""
        last = self.extensions[-1] if self.extensions else None
        return last if last is not None and last.granted is None else None

    def does(self, word):
        """Its holder has acted: see ``ILine.acted``."""
        self.acted = word
        self.acted_at = now()

    def has_acted(self):
        """bool: its holder has done something with it beyond opening."""
        return bool(self.acted or self.reply) or self.state not in ("new", "in_progress")
