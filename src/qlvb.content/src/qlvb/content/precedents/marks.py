"""The mark of a precedent, in an annotation of the record."""

from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.interfaces import IRecord
from qlvb.content.precedents.interfaces import PRECEDENT
from qlvb.content.precedents.interfaces import RULE
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "qlvb.content.precedents"


@implementer(IPrecedent)
@adapter(IRecord)
class Precedent:
    """See IPrecedent."""

    def __init__(self, record):
        self.record = record

    def read(self):
        return dict(IAnnotations(self.record).get(KEY, {}))

    def mark(self, topic, basis, by):
        since = self.read().get("since") or clock.today().isoformat()
        values = {"topic": topic, "basis": basis, "since": since, "by": by}
        IAnnotations(self.record)[KEY] = PersistentMapping(values)
        self._written()

    def end(self):
        IAnnotations(self.record).pop(KEY, None)
        self._written()

    def _written(self):
        # Whoever destroys the record writes it too: of the two, the second is tried again and sees the first.
        self.record._p_changed = True

    def violations(self):
        topic = self.read().get("topic")
        if topic is None:
            return []
        message = _(
            "violation_precedent",
            default="“${title}” đang là tiền lệ (${topic}), không đưa vào danh mục hủy.",
            mapping={"title": self.record.Title(), "topic": topic},
        )
        return [Violation("items", PRECEDENT, message, RULE)]


def refuse_destruction(record, event):
    """By a transition, whoever fires it."""
    if event.transition is not None and event.transition.getId() == "destroy":
        _check(record)


def refuse_removal(record, event):
    """Deleted, by itself or with a folder around it; it may be moved."""
    if event.oldParent is not None and event.newParent is None:
        _check(record)


def _check(record):
    if violations := IPrecedent(record).violations():
        raise RecordHeld(violations)
