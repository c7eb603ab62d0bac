"""What the records index keeps of assignment lines."""

from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.interfaces import IDocument
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexRows)
@adapter(IDocument)
class LineRows:
    """A row per line, the closed ones too."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        return {"lines": [row_of(line) for line in ILines(self.record).all()]}


def row_of(line):
    """dict: columns of ``assignment_lines``."""
    return {
        "line": line.id,
        "recipient": line.recipient,
        "assigned_by": line.assigned_by,
        "role": line.role,
        "state": line.state,
        "deadline_day": _ordinal(line.deadline),
        "assigned_day": _ordinal(line.assigned_at),
        "finished_day": _ordinal(line.closed_at),
    }


def _ordinal(day):
    return day.toordinal() if day else 0
