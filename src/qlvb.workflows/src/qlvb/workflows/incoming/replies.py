"""When a reply is issued, the line it answers is done."""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.incoming.changes import record_changed
from qlvb.workflows.incoming.settling import settle
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter


#: Acts by which a document leaves the house.
ISSUING = ("issue", "transfer_dvc")


@adapter(IOutgoingDocument, IActPerformed)
def finish_answered_line(reply, event):
    """Finish the line that the issued ``reply`` answers: the one from which it was drafted, else its drafter's own."""
    if (event.result.get("did") or event.act.id) not in ISSUING or not reply.in_reply_to:
        return
    record = uuidToObject(reply.in_reply_to, unrestricted=True)
    if not IIncomingDocument.providedBy(record):
        return
    line = answered_line(ILines(record).all(), IUUID(reply), reply.drafter)
    if line is None:
        return
    ILines(record).finish(line, "system", result=reply.reference, reply=IUUID(reply))
    settle(record)
    record_changed(record)


def answered_line(lines, reply_uid, drafter):
    """The open line that a reply answers, or None. Pure."""
    candidates = [line for line in lines if is_open(line) and line.role != "information"]
    for line in candidates:
        if line.reply == reply_uid:
            return line
    return next((line for line in candidates if line.recipient == drafter and not line.reply), None)
