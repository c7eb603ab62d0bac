"""``POST @report-secret``, ``GET @secret-reports``, ``POST @secret-reports/<id>/<what>``."""

from plone import api
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import STATES
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.exposures.access import actor
from qlvb.workflows.exposures.access import case_at
from qlvb.workflows.exposures.access import cases_at
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.exposures.ending import take_out
from qlvb.workflows.exposures.parties import confirm
from qlvb.workflows.exposures.reporting import report
from zope.i18n import translate


#: What can be done with a case -> fields that are sent.
ACTS = {"lift": ("reason",), "take-out": ("reason", "password"), "confirm": ("party", "note")}


class ReportPost(AnsweringService):
    """Report that the record holds a state secret: ``reason``, and if wanted ``files`` (ids; all without). It and every
    copy are closed at once. 201 for a new case, 200 for one that was open already.
    """

    answers_when_closed = True

    def answer(self):
        sent = self.body()
        _only(sent, ("reason", "files"))
        case, is_new = report(self.context, api.user.get_current(), sent.get("reason"), sent.get("files"))
        self.request.response.setStatus(201 if is_new else 200)
        return {"case": case.id, "new": is_new, "closed": sum(item.state == OPEN for item in case.items.values())}


class CasesGet(PathService):
    """The cases of an agency, on the site those of all; ``state`` (open, lifted, taken_out) narrows. With an id behind
    it that one case. What is closed is named by its UID, never by what it says.
    """

    def answer(self):
        if self.path:
            return as_json(case_at(self.context, self.only_name))
        state = self.request.form.get("state", "")
        if state not in ("", *STATES):
            message = _("violation_feedback_state", default="Không có trạng thái này.")
            raise Refused(Violation("state", "state_unknown", message))
        items = [as_json(case) for case in cases_at(self.context, state)]
        return {"@id": f"{self.context.absolute_url()}/@secret-reports", "items": items, "items_total": len(items)}


class CasesPost(PathService):
    """``<id>/lift`` (``reason``): it is no secret, everything is as it was. ``<id>/take-out`` (``reason``,
    ``password``): the head of an agency destroys what it has. ``<id>/confirm`` (``party``, ``note``): a party knows.
    """

    def answer(self):
        case_id, act = self.path if len(self.path) == 2 else ("", "")
        case = case_at(self.context, case_id)
        if act not in ACTS:
            message = _("violation_act_unknown", default="Không có thao tác “${act}”.", mapping={"act": act})
            raise Refused(Violation("", "unknown_act", message), 404)
        sent = self.body()
        _only(sent, ACTS[act])
        userid, is_manager = actor()
        kept = []
        if act == "lift":
            lift(case, userid, is_manager, sent.get("reason"))
        elif act == "take-out":
            _done, kept = take_out(case, userid, sent.get("reason"), sent.get("password"))
        else:
            confirm(case, sent.get("party"), sent.get("note", ""), userid, is_manager)
        held = sorted({translate(one.message, context=self.request) for one in kept})
        return {**as_json(case), **({"held": held} if held else {})}


def as_json(case):
    """dict of JSON values."""
    return {
        "id": case.id,
        "state": case.state,
        "agency": case.agency,
        "opened": case.opened.isoformat(),
        "closed": case.closed.isoformat() if case.closed else None,
        "closed_by": case.closed_by,
        "outcome": case.outcome,
        "reports": [{"by": one.by, "when": one.when.isoformat(), "reason": one.reason} for one in case.reports],
        "items": [
            {"UID": one.uid, "agency": one.agency, "@type": one.kind, "found": one.found, "state": one.state}
            for one in case.items.values()
        ],
        "parties": [
            {
                "party": one.key,
                "agency": one.agency,
                "name": one.name,
                "state": one.state,
                "when": one.when.isoformat() if one.when else None,
                "note": one.note,
            }
            for one in case.parties.values()
        ],
    }


def _only(sent, fields):
    if wrong := unknown_fields(sent, fields):
        raise Refused(wrong)
