"""Submissions of the one-stop system: sending, asking how they stand, taking back, adding components."""

from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.api.service import not_found
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.case import stage_of
from qlvb.workflows.onestop.incoming import add_components
from qlvb.workflows.onestop.incoming import fingerprint_of
from qlvb.workflows.onestop.incoming import take_submission
from qlvb.workflows.onestop.rules import CONTRACT
from qlvb.workflows.onestop.words import STAGES
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.component import getUtility
from zope.i18n import translate


def submission_json(document, request):
    """dict of JSON values: how a submission stands."""
    case, uid, stage = case_of(document), IUUID(document), stage_of(document)
    return {
        "id": uid,
        "state": stage,
        "stateTitle": translate(STAGES[stage][0], context=request),
        "documentState": state_of(document),
        "externalId": case.external_id,
        "caseCode": case.case_code,
        "kind": case.kind,
        "receivedAt": case.received_at.isoformat(timespec="seconds"),
        "previousSubmissionId": case.previous or None,
        "documentCode": document.reference or None,
        "components": len(case.components),
        "links": {"self": f"{api.portal.get().absolute_url()}/{CONTRACT}/submissions/{uid}"},
    }


def history_json(document):
    """list of dict of JSON values: who had it, until when, with what result and opinion."""
    person = getUtility(IDirectory).person
    return [
        {
            "step": step.kind,
            "since": step.since.isoformat(timespec="seconds"),
            "done": step.done.isoformat(timespec="seconds") if step.done else None,
            "outcome": step.outcome,
            "by": person(step.done_by).fullname if step.done_by else "",
            "opinion": step.comment,
        }
        for step in IRoute(document).steps()
    ]


def event_json(dispatch):
    """dict of JSON values: an event, and what became of it."""
    when = dispatch.when.isoformat(timespec="seconds")
    return {"id": dispatch.id, "type": dispatch.event, "occurredAt": when, "state": dispatch.state}


class SubmissionsGet(OneStopService):
    """``/<id>``: state, history and events of a submission; ``?caseCode=``: the submissions of a dossier."""

    def answer(self):
        if self.path:
            document = self.submission(self.only_name)
            events = [event_json(one) for one in case_of(document).reports]
            found = submission_json(document, self.request)
            return {**found, "history": history_json(document), "events": events}
        code = self.request.form.get("caseCode")
        found = self.link.of_case(code if isinstance(code, str) else "")
        return {"items": [submission_json(one, self.request) for one in found if self.is_linked(one)]}


class SubmissionsPost(OneStopService):
    """Send a draft to be signed: 201. ``/<id>/cancel`` takes it back before it has a number, ``/<id>/components`` adds
    or renews links.
    """

    def answer(self):
        if not self.path:
            return self.submit()
        if len(self.path) != 2 or self.path[1] not in ("cancel", "components"):
            raise not_found("path")
        document, body = self.submission(self.path[0]), self.body()
        if self.path[1] == "components":
            add_components(document, body.get("components"))
        else:
            IActs(document).perform("cancel_onestop", body)
            self.link.note("in", case_of(document).case_code, "submission.cancelled", "changed")
        return submission_json(document, self.request)

    def submit(self):
        """The same key and body again: the same answer; the same key with another body: 409."""
        if self.key is None:
            text = _("violation_onestop_key", default="Phải gửi kèm Idempotency-Key.")
            raise Refused(Violation("Idempotency-Key", "required", text))
        raw, answered = self.body(), AnsweredRequests(self.context)
        known = answered.find(self.userid, self.key)
        document = find_record(known) if known else None
        if document is not None:
            if case_of(document).fingerprint != fingerprint_of(raw):
                text = _("violation_onestop_key_used", default="Idempotency-Key này đã dùng cho nội dung khác.")
                raise Refused(Violation("Idempotency-Key", "idempotency_conflict", text), 409)
            self.request.response.setHeader("Idempotent-Replay", "true")
        else:
            document = take_submission(raw, self.userid, self.context)
            answered.remember(self.userid, self.key, IUUID(document))
        self.request.response.setStatus(201)
        return submission_json(document, self.request)
