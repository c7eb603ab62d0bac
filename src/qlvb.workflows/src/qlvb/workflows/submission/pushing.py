"""What an approved note does for its drafts: each is submitted as its drafter would have."""

from dataclasses import replace
from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.people import leaders_of
from zope.component import getAdapter
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.schema import getFieldsInOrder


REQUEST = _("note_request", default="Theo phiếu trình “${note}” đã được phê duyệt")
#: The act that passes a draft on, by its state; in others nothing is left to do.
ACTS = {"draft": "submit", "returned": "resubmit"}


def waiting_drafts(note):
    """Attached drafts that an approval passes on: list of (record, act)."""
    records = [record for uid in note.drafts if (record := find_record(uid)) is not None]
    return [
        (record, getAdapter(record, IAct, name=ACTS[state_of(record)]))
        for record in records
        if state_of(record) in ACTS
    ]


def push_violations(note):
    """list of Violation: what the drafts still lack; each names its draft."""
    found = []
    for record, act in waiting_drafts(note):
        if not record.signatory:
            message = _("violation_note_no_signatory", default="chưa chọn người ký")
            found.append(_named(record, act.violation("no_signatory", message)))
        found.extend(_named(record, violation) for violation in act.rules(None))
    return found


def _named(record, violation):
    message = _(
        "violation_note_draft",
        default="Dự thảo “${draft}”: ${message}",
        mapping={"draft": record.Title(), "message": violation.message},
    )
    return replace(violation, field="", message=message)


def push(note, by):
    """Submit the drafts to their signatories; returns the titles (list of str).

    The right is the note's approval: the drafter has asked for it by attaching his draft.
    """
    request = translate(Message(REQUEST, mapping={"note": note.Title()}), target_language="vi")
    titles = []
    for record, act in waiting_drafts(note):
        receiver = record.signatory if record.signatory in leaders_of(record) else by
        unticked = {name: field.default for name, field in getFieldsInOrder(act.schema)}
        data = {**unticked, "receiver": receiver, "request": request, "explanation": request}
        carry_out(record, act, data)
        titles.append(record.Title())
    return titles
