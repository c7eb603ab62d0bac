"""How far the recipient is with a delivered document, told to the sender (Phụ lục VI, Phần I, khoản 1 điểm e, k, o; QĐ
28/2018).
"""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.closing import deciding
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.outbox.interfaces import IJobs
from zope.component import adapter


#: Record state -> status that the sender sees; ``in_progress`` is refined by the lines.
STATUS = {
    "waiting": "arrived",
    "registered": "accepted",
    "to_direct": "accepted",
    "finished": "finished",
    "returned": "refused",
}


def progress_of(record):
    """One of the statuses of a delivery, as the record stands now; "" for a state that is told otherwise (recall)."""
    state = state_of(record)
    if handling_of(record).merged_into:
        return "accepted"
    if state != "in_progress":
        return STATUS.get(state, "")
    opened = any(line.opened_at for line in deciding(ILines(record).all()))
    return "in_progress" if opened else "assigned"


def report_progress(record, detail=""):
    """Enqueue a status message to the sender, when there is one and it has not been told this already."""
    if not record.source_uid:
        return
    status = progress_of(record)
    if not status or handling_of(record).reported == status:
        return
    change_handling(record).reported = status
    IJobs(record).enqueue("delivery_status", status, {"status": status, "detail": detail})


@adapter(IIncomingDocument, IActPerformed)
def report_after_act(record, event):
    """Every act may have moved the record on. A refusal takes its reason along."""
    report_progress(record, detail=event.data["reason"] if event.act.id == "refuse" else "")
