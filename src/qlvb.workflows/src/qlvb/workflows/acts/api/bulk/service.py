"""``GET @bulk?items=…``: the acts that apply to a selection; ``POST @bulk``: do one of them."""

from plone import api
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.bulk import check_uids
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.bulk import perform_all
from qlvb.workflows.acts.many.lists import ask_for_all
from qlvb.workflows.acts.many.lists import question_of
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.acts.many.runs import run_json
from qlvb.workflows.acts.results import in_words
from zope.i18n import translate


LONGEST_KEY = 90  # with a UID behind it, it must fit into a key of an act


class BulkGet(PathService):
    """``items``: UIDs, repeated or joined by commas. ``@bulk/<id>`` is a run that was asked for a whole list, with what
    was refused.
    """

    def answer(self):
        if self.path:
            runs = ActRuns(api.user.get_current().getId())
            return run_answer(self, runs, runs.get(self.only_name))
        asked = self.request.form.get("items", [])
        uids = asked.split(",") if isinstance(asked, str) else list(asked)
        return {
            "@id": f"{self.context.absolute_url()}/@bulk",
            "items": [
                {
                    "act": offer.act.id,
                    "title": offer.title(self.request),
                    "possible": list(offer.possible),
                    "refused": {
                        uid: [violation.as_json(self.request) for violation in violations]
                        for uid, violations in offer.refused.items()
                    },
                }
                for offer in offers([uid for uid in uids if uid])
            ],
        }


class BulkPost(AnsweringService):
    """``{"act", "items": [UIDs], "data": {…}}``, header ``Idempotency-Key``. 200 with one result for each record. With
    ``"list": "<box>", "filters": {…}`` in place of ``items`` the worker does it to all that the list shows
    (``dry_run``: only tries it): 202 with the run.
    """

    def answer(self):
        body = self.body()
        act_id, data, key = body.get("act"), body.get("data") or {}, self.key
        if not isinstance(act_id, str) or not act_id:
            message = _("violation_act_missing", default="Chưa nêu thao tác.")
            raise Refused(Violation("act", "act_missing", message))
        if not isinstance(data, dict):
            message = _("violation_json_malformed", default="Nội dung gửi lên không phải là một đối tượng JSON.")
            raise Refused(Violation("data", "json_malformed", message))
        if key and len(key) > LONGEST_KEY:
            message = _(
                "violation_request_key_too_long",
                default="Idempotency-Key dài quá ${max} ký tự.",
                mapping={"max": str(LONGEST_KEY)},
            )
            raise Refused(Violation("Idempotency-Key", "key_too_long", message))
        if body.get("list"):
            question = question_of(body["list"], body.get("filters") or {})
            run, new = ask_for_all(question, act_id, data, key or "", body.get("dry_run") is True)
            self.request.response.setStatus(202 if new else 200)
            return run_answer(self, ActRuns(api.user.get_current().getId()), run)
        check_uids(body.get("items"))
        outcomes = list(perform_all(act_id, body["items"], data, key))
        return {
            "@id": f"{self.context.absolute_url()}/@bulk",
            "done": sum(outcome.done for outcome in outcomes),
            "refused": sum(not outcome.done for outcome in outcomes),
            "items": [self.shown(outcome) for outcome in outcomes],
        }

    def shown(self, outcome):
        found = {"UID": outcome.uid, "status": outcome.status}
        if outcome.done:
            return {**found, "result": in_words(outcome.result, self.request)}
        return {**found, "violations": [violation.as_json(self.request) for violation in outcome.violations]}


def run_answer(service, runs, run):
    """dict of a run with words in the language of the request."""
    found = run_json(runs, run)
    found["error"] = translate(found["error"], context=service.request)
    for refusal in found["refusals"]:
        refusal["message"] = translate(refusal["message"], context=service.request)
    return {"@id": f"{service.context.absolute_url()}/@bulk/{run.id}", **found}
