"""Disposals: list, begin, read; what the system would propose; the certificate; what is left of a destroyed record."""

from base64 import b64encode
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.answering import AnsweringService
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.api.collections import CollectionGet
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.disposal.candidates import candidates
from qlvb.workflows.disposal.creation import TEXTS
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.disposal.filing import required
from qlvb.workflows.disposal.window import window_of
from zope.component import getUtility
from zope.i18n import translate


def disposal_json(disposal, request):
    """dict of a disposal without its list."""
    state, sheet = state_of(disposal), ISheet(disposal)
    return {
        "@id": disposal.absolute_url(),
        "UID": disposal.UID(),
        "title": disposal.title,
        "fonds": disposal.fonds,
        "proposer": {"id": disposal.proposer, "name": getUtility(IDirectory).person(disposal.proposer).fullname},
        "proposed": disposal.proposed.isoformat(),
        "state": {"id": state, "title": translate(title_of_state("Disposal", state), context=request)},
        "records": len(sheet.items()),
        "decision": sheet.decision,
    }


def undo_json(disposal):
    """dict ``until`` (ISO), ``seconds`` (left, int), ``open``; None while nothing is being executed."""
    window = window_of(disposal)
    if window is None:
        return None
    return {"until": window.until.isoformat(), "seconds": int(window.left.total_seconds()), "open": window.open}


class DisposalsGet(CollectionGet):
    """Disposals of the agency, the latest first, batched; ``state`` narrows."""

    portal_type, service = "Disposal", "@disposals"

    def shown(self, record):
        return disposal_json(record, self.request)


class DisposalsPost(CollectionPost):
    """Begin a disposal: ``{"title", "fonds", "formation", "contents", "other_groups", "fill": true}``; ``fill`` puts on
    the list what ``@disposal-candidates`` names today.
    """

    portal_type = "Disposal"

    def made(self, by):
        body, agency = self.body(), self.context.getId()
        disposal = create_disposal(agency, {name: body.get(name) for name in ("title", "fonds", *TEXTS)}, by)
        for one in candidates(agency, clock.today()) if body.get("fill") is True else ():
            add_item(disposal, one.record, one.reason, by)
        disposal.reindexObject()
        return disposal

    def shown(self, record):
        return disposal_json(record, self.request)


class CandidatesGet(AnsweringService):
    """What may be proposed on ``day`` (today): expired dossiers and duplicate documents that nothing keeps."""

    def answer(self):
        day = as_day(self.request.form.get("day"), "day") or clock.today()
        agency = self.context.getId()
        return {
            "@id": f"{self.context.absolute_url()}/@disposal-candidates",
            "day": day.isoformat(),
            "items": [
                {
                    "@id": one.record.absolute_url(),
                    "UID": one.record.UID(),
                    "title": one.record.Title(),
                    "reason": one.reason,
                    "same_as": one.why,
                }
                for one in candidates(agency, day)
            ],
        }


class DisposalGet(AnsweringService):
    """The disposal with its list, council, votes, opinion, decision, execution and the components of its dossier."""

    def answer(self):
        sheet = ISheet(self.context)
        votes, there = sheet.votes, sheet.components()
        base = self.context.absolute_url()
        return {
            **disposal_json(self.context, self.request),
            "council": {**sheet.council, "absent": sheet.absent},
            "opinion": sheet.opinion,
            "execution": sheet.execution,
            "undo": undo_json(self.context),
            "components": [
                {"id": name, "@id": f"{base}/@files/{there[name]}" if there[name] else None}
                for name in required(self.context)
            ],
            "items": [
                {
                    "UID": item.uid,
                    "kind": item.kind,
                    "reference": item.reference,
                    "title": item.title,
                    "reason": item.reason,
                    "bundle": item.bundle,
                    "volume": item.volume,
                    "votes": {
                        userid: {"choice": choice, "why": why}
                        for userid, (choice, why) in sorted(votes.get(item.uid, {}).items())
                    },
                    "outcome": item.outcome,
                    "done": item.done.isoformat() if item.done else None,
                    "skipped": item.skipped,
                }
                for item in sheet.items()
            ],
        }


class CertificateGet(AnsweringService):
    """``json``: the data as it was signed (a string); ``signature``: CMS over it, base64; ``sha256`` of the data."""

    def answer(self):
        found = ISheet(self.context).certificate
        if not found:
            message = _("violation_no_certificate", default="Chưa có giấy chứng nhận: tài liệu chưa được hủy.")
            raise Refused(Violation("", "no_certificate", message), 404)
        return {**found, "signature": b64encode(found["signature"]).decode()}


class StubGet(AnsweringService):
    """What is left of a destroyed record: who decided, when, by which disposal, the hashes of what was destroyed."""

    def answer(self):
        found = IStub(self.context).read()
        if not found:
            message = _("violation_not_destroyed", default="Tài liệu này không bị tiêu hủy.")
            raise Refused(Violation("", "not_destroyed", message), 404)
        return {"@id": f"{self.context.absolute_url()}/@stub", **found}
