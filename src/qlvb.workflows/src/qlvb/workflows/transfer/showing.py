"""A transfer and its dossiers as screens and services show them."""

from qlvb.content import _
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.rows import Page
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import ITEM_STATES
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.vocabularies import ITEM_TITLES
from qlvb.content.transfers.vocabularies import ITEM_TONES
from qlvb.content.transfers.vocabularies import KIND_TITLES
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.intake.words import sentence
from qlvb.workflows.transfer.intake.words import source
from qlvb.workflows.transfer.jobs.names import ACCEPT
from qlvb.workflows.transfer.jobs.names import JOBS
from qlvb.workflows.transfer.jobs.names import PACK
from qlvb.workflows.transfer.jobs.names import REHEARSE
from qlvb.workflows.transfer.jobs.names import RENEW
from qlvb.workflows.transfer.jobs.names import failed
from qlvb.workflows.transfer.jobs.names import live
from zope.component import getUtility
from zope.i18n import translate


def _day(day):
    return day.isoformat() if day else None


def unit_title(transfer):
    """str: the unit that hands over, else the agency; what was accepted keeps the name of that day."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(transfer)
    unit = directory.department(agency.id, transfer.drafting_unit) if transfer.drafting_unit else None
    return (unit if unit is not None else agency).title_on(transfer.accepted_on)


def progress_of(transfer):
    """dict: the job that is at work on the transfer or has failed, and how far the dossiers are; None for no job."""
    for kind in JOBS:
        job = live(transfer, kind) or failed(transfer, kind)
        if job is not None and kind in (RENEW, REHEARSE):
            uids, done = job.params["uids"], int(job.params.get("renewed" if kind == RENEW else "done", 0))
            return {"job": job.id, "kind": kind, "state": job.state, "done": done, "total": len(uids)}
        if job is not None:
            items = ITransferItems(transfer)
            counts = items.counts()
            total = sum(counts.values())
            if kind == PACK:
                left = sum(not item.package for item in items.all(PASSED))
            else:
                left = counts[PASSED] if kind == ACCEPT else counts[PROPOSED]
            return {"job": job.id, "kind": kind, "state": job.state, "done": total - left, "total": total}
    return None


def transfer_json(transfer, request):
    """dict of a transfer without its dossiers."""
    directory = getUtility(IDirectory)

    def person(userid):
        return {"id": userid, "name": directory.person(userid).fullname} if userid else None

    state = state_of(transfer)
    forms, files = keeping.forms_of(transfer), {}
    for form in forms.forms:
        file = forms.shown(form)
        if file is not None:
            files[form.name] = f"{transfer.absolute_url()}/@@file/{file.id}/{file.current.number}"
    return {
        "@id": transfer.absolute_url(),
        "UID": transfer.UID(),
        "title": transfer.title,
        "kind": {"id": transfer.kind, "title": translate(KIND_TITLES[transfer.kind], context=request)},
        "state": {"id": state, "title": translate(title_of_state("Transfer", state), context=request)},
        "unit": {"id": transfer.drafting_unit or "", "title": unit_title(transfer)},
        "depositor": person(transfer.depositor),
        "receiver": person(transfer.receiver),
        "number": number_text(transfer),
        "basis": transfer.basis,
        "accepted_on": _day(transfer.accepted_on),
        "registration": transfer.registration,
        "earliest": _day(transfer.earliest),
        "answer_due": _day(transfer.answer_due),
        "decision_due": _day(transfer.decision_due),
        "letter": transfer.letter,
        "counts": ITransferItems(transfer).counts(),
        "progress": progress_of(transfer),
        "signatures": forms.signed_by(),
        "files": files,
    }


#: Asked for instead of a state: the dossiers in which the depositor's own check found something.
TO_MEND = "to_mend"


def to_mend(transfer):
    """The TransferItems in which the depositor's own check found something: list."""
    return [item for item in ITransferItems(transfer).all() if item.to_mend]


def items_page(transfer, request, state="", start=0, size=50):
    """(Page, list of dict): the dossiers of a transfer, those of one ``state``, or TO_MEND, only when it is given. What
    the reader may not view of a dossier or of its documents is not said.

    :raises Refused: 400 no such state.
    """
    if state and state not in (*ITEM_STATES, TO_MEND):
        message = _(
            "violation_transfer_item_state", default="Không có kết quả “${state}”.", mapping={"state": state[:40]}
        )
        raise Refused(Violation("state", "invalid_filter", message))
    found = to_mend(transfer) if state == TO_MEND else ITransferItems(transfer).all(*([state] if state else []))
    some = found[start : start + size]
    named = [uid for item in some for uid in (item.uid, *(fault.document for fault in _said(item))) if uid]
    rows, _there = rows_by_uid(named)
    return Page(len(found), [], start, size), [item_json(item, rows, request) for item in some]


def _said(item):
    """Everything that was found by the archive's check and by the depositor's own."""
    return (*item.faults, *item.to_mend)


def item_json(item, rows, request):
    """dict of one dossier of a transfer; ``rows``: dict UID -> Row of what the reader may view."""
    row = rows.get(item.uid)
    return {
        "UID": item.uid,
        "@id": row.url if row is not None else None,
        "order": item.order,
        "code": row.reference if row is not None else "",
        "title": row.subject if row is not None else "",
        "year": row.year if row is not None else None,
        "end_date": _day(row.arrival_date) if row is not None else None,
        "retention": retention_text(row, request) if row is not None else "",
        "dossier_state": row.state if row is not None else "",
        "state": {
            "id": item.state,
            "title": translate(ITEM_TITLES[item.state], context=request),
            "tone": ITEM_TONES.get(item.state, "info"),
        },
        "reason": item.reason,
        "answer": item.answer,
        "when": item.when.isoformat() if item.when else None,
        "faults": [fault_json(fault, item, rows, request) for fault in item.faults],
        "rehearsed": item.rehearsed.isoformat() if item.rehearsed else None,
        "to_mend": [fault_json(fault, item, rows, request) for fault in item.to_mend],
    }


def sent_back_json(item, request):
    """dict reason, faults (as :func:`fault_json`) of a dossier that was sent back."""
    named = [uid for uid in (item.uid, *(fault.document for fault in item.faults)) if uid]
    rows, _there = rows_by_uid(named)
    rows.pop(item.uid, None)  # it is said on the page of the dossier, which needs no link to itself
    return {"reason": item.reason, "faults": [fault_json(fault, item, rows, request) for fault in item.faults]}


def fault_json(fault, item, rows, request):
    """dict of a fault: dossier, document, rule with its source, sentence and link. Who may not view the document is
    led to the dossier, in whose list the document is.
    """
    row = rows.get(fault.document) or rows.get(item.uid)
    return {
        "rule": fault.rule,
        "message": sentence(fault, request),
        "source": source(fault),
        "document": fault.document or None,
        "@id": row.url if row is not None else None,
    }


def retention_text(row, request):
    """str: the retention of a dossier's row in words."""
    found = period_of(row.facts.get("retention_kind"), row.facts.get("retention_years"))
    return translate(found.label, context=request) if found is not None else ""
