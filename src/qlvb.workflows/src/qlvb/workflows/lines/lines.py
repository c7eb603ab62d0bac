"""The assignment lines of a record: persistent objects in an annotation, their rights and their journal entries."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from qlvb.content.clock import now
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.text import nfc
from qlvb.workflows.lines import closing
from qlvb.workflows.lines import refusals
from qlvb.workflows.lines.interfaces import LINE_ROLES
from qlvb.workflows.lines.interfaces import ILine
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.lines"


@implementer(ILine)
class Line(Persistent):
    """What one recipient has to do with a record."""

    opened_at = None
    closed_at = None
    result = ""
    reply = ""
    order = 0  # among those made at the same moment

    def __init__(self, role, recipient, by, request, deadline, parent, department):
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


@implementer(ILines)
@adapter(IRecord)
class Lines:
    """See ILines. Reindexing is the caller's task (acts do it for theirs)."""

    def __init__(self, record):
        self.record = record

    def assign(self, role, recipient, by, request="", deadline=None, parent="", department=""):
        """See ILines. :raises Refused: 400 unknown role, 409 the recipient has an open line."""
        if role not in LINE_ROLES:
            raise refusals.role_unknown(role)
        if self.of(recipient):
            raise refusals.has_open_line(recipient)
        line = Line(role, recipient, by, request, deadline, parent, department)
        annotations = IAnnotations(self.record)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        line.order = len(annotations[ANNOTATION])
        annotations[ANNOTATION][line.id] = line
        self._grant(line)
        self._note("line.assigned", line, by, request=line.request, deadline=deadline.isoformat() if deadline else None)
        if parent and role == "lead":
            self._set(self.get(parent), "forwarded")
        return line

    def get(self, line_id):
        """See ILines."""
        return self._stored().get(line_id)

    def all(self):
        """See ILines."""
        return sorted(self._stored().values(), key=lambda line: (line.assigned_at, line.order))

    def of(self, userid, open_only=True):
        """See ILines."""
        return [line for line in self.all() if line.recipient == userid and (closing.is_open(line) or not open_only)]

    def open(self, line):
        """See ILines."""
        if line.state != "new":
            return False
        line.opened_at = now()
        if line.role == "information":
            self._set(line, "finished")
        else:
            self._set(line, "in_progress")
        self._note("line.opened", line, line.recipient)
        return True

    def finish(self, line, by, result="", reply=""):
        """See ILines. Open lines forwarded from it are withdrawn. :raises Refused: 409 not open."""
        self._demand_open(line)
        for child in closing.descendants(self.all(), line):
            if closing.is_open(child):
                self._set(child, "withdrawn")
                self._note("line.withdrawn", child, by, reason="finished_above")
        line.result = nfc(result)
        line.reply = reply or line.reply
        self._set(line, "finished")
        self._note("line.finished", line, by, result=line.result, reply=line.reply)
        self._follow()

    def return_back(self, line, by, reason):
        """See ILines. :raises Refused: 409 not open, an information line."""
        self._demand_open(line)
        if line.role == "information":
            raise refusals.information_never_returns()
        for child in closing.descendants(self.all(), line):
            if closing.is_open(child):
                self._set(child, "withdrawn")
                self._note("line.withdrawn", child, by, reason="returned_above")
        line.result = nfc(reason)
        self._set(line, "returned")
        self._note("line.returned", line, by, reason=line.result)
        self._follow()

    def withdraw(self, line, by, reason=""):
        """See ILines. Possible until the recipient has acted; opening is no act.

        :raises Refused: 403 by somebody else than the assigner, 409 not open, recipient has acted.
        """
        self._demand_open(line)
        if line.assigned_by != by:
            raise refusals.not_the_assigner()
        if has_acted(line):
            raise refusals.recipient_has_acted()
        line.result = nfc(reason)
        self._set(line, "withdrawn")
        self._note("line.withdrawn", line, by, reason=line.result)
        self._follow()

    def reopen(self, line, by, reason):
        """See ILines. :raises Refused: 409 not finished, the recipient has another open line."""
        if line.state != "finished":
            raise refusals.not_finished()
        if self.of(line.recipient):
            raise refusals.has_open_line(line.recipient)
        self._set(line, "in_progress")
        self._note("line.reopened", line, by, reason=nfc(reason))

    def settled(self):
        """See ILines."""
        return closing.settled(self.all())

    def stranded(self):
        """See ILines."""
        return closing.stranded(self.all())

    def _stored(self):
        return IAnnotations(self.record).get(ANNOTATION) or {}

    def _follow(self):
        """Apply the closing rules until nothing follows any more."""
        while changes := closing.consequences(self.all()):
            for line, state, reason in changes:
                self._set(line, state)
                event = "line.closed" if state == "finished" else "line.came_back"
                self._note(event, line, "system", reason=reason)

    def _set(self, line, state):
        line.state = state
        line.closed_at = None if closing.is_open(line) else now()
        IGrants(self.record).revoke("line", reference=line.id)
        if state != "withdrawn":
            self._grant(line)

    def _grant(self, line):
        handles = closing.is_open(line) and line.role != "information"
        IGrants(self.record).grant(line.recipient, "Handler" if handles else "Participant", "line", reference=line.id)

    def _demand_open(self, line):
        if not closing.is_open(line):
            raise refusals.not_open()

    def _note(self, event, line, by, **detail):
        detail = {key: value for key, value in detail.items() if value}
        detail.update(line=line.id, role=line.role, recipient=line.recipient)
        IJournal(self.record).append(event, by, detail)


def has_acted(line):
    """bool: its holder has done something with it beyond opening: forwarded it, begun a reply, closed it."""
    return line.state not in ("new", "in_progress") or bool(line.reply)
