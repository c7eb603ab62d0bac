"""The assignment lines of a record: persistent objects in an annotation, their rights and their journal entries."""

from BTrees.OOBTree import OOBTree
from dataclasses import replace
from qlvb.content.clock import now
from qlvb.content.holds.guarded import record_content
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.text import nfc
from qlvb.workflows.acts.actors import current_actor
from qlvb.workflows.lines import closing
from qlvb.workflows.lines import refusals
from qlvb.workflows.lines.interfaces import LINE_ROLES
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.lines.line import Chase
from qlvb.workflows.lines.line import Extension
from qlvb.workflows.lines.line import Line
from qlvb.workflows.lines.line import Report
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = record_content("qlvb.lines")


@implementer(ILines)
@adapter(IRecord)
class Lines:
    """See ILines. Reindexing is the caller's task (acts do it for theirs)."""

    def __init__(self, record):
        self.record = record

    def assign(self, role, recipient, by, request="", deadline=None, parent="", department="", confirm=False):
        """See ILines. :raises Refused: 400 unknown role, 409 the recipient has an open line."""
        if role not in LINE_ROLES:
            raise refusals.role_unknown(role)
        if any(closing.stands_in_way(line, role) for line in self.of(recipient)):
            raise refusals.has_open_line(recipient)
        line = Line(role, recipient, by, request, deadline, parent, department, confirm)
        annotations = IAnnotations(self.record)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        line.order = len(annotations[ANNOTATION])
        actor = current_actor(by)
        if actor.on_behalf:
            line.assigned_for, line.basis = actor.on_behalf, actor.basis
        for read in self.of(recipient):
            self._replace(read, line, by)
        annotations[ANNOTATION][line.id] = line
        self._grant(line)
        self._note("line.assigned", line, by, request=line.request, deadline=deadline.isoformat() if deadline else None)
        if parent:
            self.get(parent).does("forwarded")
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

    def finish(self, line, by, result="", reply="", files=(), accepted=False):
        """See ILines. Work forwarded from it is withdrawn; who got it to read goes on reading it.

        :raises Refused: 409 not open, its result waits to be accepted.
        """
        self._demand_open(line)
        if line.state == "to_confirm" and not accepted:
            raise refusals.waits_for_acceptance()
        self._withdraw_below(line, by, "finished_above", keep=("information",))
        line.result = nfc(result) or line.result
        line.reply = reply or line.reply
        line.files = (*line.files, *files)
        told = {"result": nfc(result), "reply": reply}
        if not accepted:
            line.does("finished")
        if line.confirm and not accepted:
            self._set(line, "to_confirm", by)
            self._note("line.reported", line, by, **told)
        else:
            self._set(line, "finished", by)
            self._note("line.finished_for" if accepted else "line.finished", line, by, **told)
        self._follow()

    def confirm(self, line, by):
        """See ILines. :raises Refused: 409 no result waits to be accepted."""
        self._demand_state(line, "to_confirm")
        self._set(line, "finished", by)
        self._note("line.confirmed", line, by)
        self._follow()

    def redo(self, line, by, reason):
        """See ILines. :raises Refused: 409 no result waits to be accepted."""
        self._demand_state(line, "to_confirm")
        self._set(line, "in_progress", by)
        self._note("line.sent_back", line, by, reason=nfc(reason))

    def report(self, line, by, percent, text=""):
        """See ILines. :raises Refused: 409 not open."""
        self._demand_open(line)
        line.does("progress")
        line.reports = (*line.reports, Report(by, now(), percent, nfc(text)))
        if line.state == "new":
            self._set(line, "in_progress", by)
        self._note("line.progress", line, by, percent=f"{percent}%", text=nfc(text))

    def ask_extension(self, line, by, reason, wished):
        """See ILines. :raises Refused: 409 not open, asked already, its result waits to be accepted."""
        self._demand_open(line)
        if line.state in ("to_extend", "to_confirm"):
            raise refusals.waits_already()
        line.does("asked")
        line.extensions = (*line.extensions, Extension(nfc(reason), wished, line.deadline, by, now()))
        line.resume = "forwarded" if line.state == "forwarded" else "in_progress"
        resume = line.resume
        self._set(line, "to_extend", by)
        line.resume = resume
        self._note("line.extension_asked", line, by, reason=nfc(reason), deadline=wished.isoformat())

    def answer_extension(self, line, by, deadline=None, answer=""):
        """See ILines. :raises Refused: 409 nothing was asked."""
        self._demand_state(line, "to_extend")
        moved = closing.sharing(self.all(), line) if deadline else []
        line.extensions = (
            *line.extensions[:-1],
            replace(
                line.extensions[-1],
                decided_by=by,
                decided_at=now(),
                granted=deadline is not None,
                deadline=deadline,
                answer=nfc(answer),
            ),
        )
        line.state, resume = "in_progress", line.resume
        self._set(line, resume, by)
        for other in moved:
            other.former = (*other.former, other.deadline)
            other.deadline = deadline
            self._note("line.extended", other, by, deadline=deadline.isoformat(), reason=nfc(answer))
        if not moved:
            self._note("line.not_extended", line, by, reason=nfc(answer))
        return moved

    def chase(self, line, by, message=""):
        """See ILines. :raises Refused: 409 not open."""
        self._demand_open(line)
        line.chases = (*line.chases, Chase(by, now(), nfc(message)))
        self._note("line.chased", line, by, text=nfc(message), times=str(len(line.chases)))

    def return_back(self, line, by, reason):
        """See ILines. :raises Refused: 409 not open, an information line."""
        self._demand_open(line)
        if line.role == "information":
            raise refusals.information_never_returns()
        self._withdraw_below(line, by, "returned_above")
        line.result = nfc(reason)
        line.does("returned")
        self._set(line, "returned", by)
        self._note("line.returned", line, by, reason=line.result)
        self._follow()

    def withdraw(self, line, by, reason=""):
        """See ILines. Possible until the recipient has acted; opening is no act.

        :raises Refused: 403 by somebody else than the assigner, 409 not open, recipient has acted.
        """
        self._demand_open(line)
        if line.assigned_by != by:
            raise refusals.not_the_assigner()
        if line.has_acted():
            raise refusals.recipient_has_acted()
        line.result = nfc(reason)
        self._set(line, "withdrawn", by)
        self._note("line.withdrawn", line, by, reason=line.result)
        self._follow()

    def close_all(self, by, reason):
        """See ILines."""
        closed = [line for line in self.all() if closing.is_open(line)]
        for line in closed:
            self._end(line, by)
            self._note("line.withdrawn", line, by, reason=reason)
        return closed

    def reopen(self, line, by, reason):
        """See ILines. :raises Refused: 409 not finished, the recipient has another open line."""
        if line.state != "finished":
            raise refusals.not_finished()
        if any(closing.stands_in_way(other, line.role) for other in self.of(line.recipient)):
            raise refusals.has_open_line(line.recipient)
        for read in self.of(line.recipient):
            self._replace(read, line, by)
        self._set(line, "in_progress", by)
        self._note("line.reopened", line, by, reason=nfc(reason))

    def settled(self):
        """See ILines."""
        return closing.settled(self.all())

    def stranded(self):
        """See ILines."""
        return closing.stranded(self.all())

    def _stored(self):
        return IAnnotations(self.record).get(ANNOTATION) or {}

    def _end(self, line, by):
        """Close a line whose holder goes on reading: it happened to them, and the record is kept."""
        line.state, line.closed_at, line.closed_by, line.resume = "withdrawn", now(), by, ""
        IGrants(self.record).revoke("line", reference=line.id)
        IGrants(self.record).grant(line.recipient, "Participant", "line", reference=line.id)

    def _replace(self, read, line, by):
        """``line`` takes the place of ``read``, which was for information."""
        self._end(read, by)
        read.replaced_by = line.id
        self._note("line.replaced", read, by, new_role=line.role)

    def _withdraw_below(self, line, by, reason, keep=()):
        for child in closing.descendants(self.all(), line):
            if closing.is_open(child) and child.role not in keep:
                self._set(child, "withdrawn", by)
                self._note("line.withdrawn", child, by, reason=reason)

    def _follow(self):
        """Apply the closing rules until nothing follows any more."""
        while changes := closing.consequences(self.all()):
            for line, state, reason in changes:
                self._set(line, state, "system")
                event = "line.came_back" if state == "in_progress" else "line.closed"
                self._note(event, line, "system", reason=reason)

    def _set(self, line, state, by=""):
        closing.become(line, state)
        line.closed_at = None if closing.is_open(line) else now()
        self._closed(line, "" if closing.is_open(line) else by)
        IGrants(self.record).revoke("line", reference=line.id)
        if state != "withdrawn":
            self._grant(line)

    def _grant(self, line):
        handles = closing.is_open(line) and line.role != "information"
        IGrants(self.record).grant(line.recipient, "Handler" if handles else "Participant", "line", reference=line.id)

    def _closed(self, line, by):
        """Write down who closed it, and for whom; "" for a line that is open again."""
        actor = current_actor(by)
        line.closed_by, line.closed_for, line.basis = by, actor.on_behalf, actor.basis or line.basis

    def _demand_open(self, line):
        if not closing.is_open(line):
            raise refusals.not_open()

    def _demand_state(self, line, state):
        self._demand_open(line)
        if line.state != state:
            raise refusals.waits_no_longer()

    def _note(self, event, line, by, **detail):
        detail = {key: value for key, value in detail.items() if value}
        detail.update(line=line.id, role=line.role, recipient=line.recipient)
        IJournal(self.record).append(event, by, detail, on_behalf=current_actor(by).on_behalf)
