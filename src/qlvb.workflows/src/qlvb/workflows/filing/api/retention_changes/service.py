"""``@retention-changes`` of an agency: what following the schedule would change, and the runs that do it."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.acts.many.runs import run_json
from qlvb.workflows.filing.acts.retention import FollowSchedule
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.retention_changes import changes_of
from qlvb.workflows.filing.retention_changes import differing
from qlvb.workflows.filing.retention_changes import follow
from zope.i18n import translate


class ChangesGet(FilingService):
    """How many dossiers differ from the schedule, by its rows, and the person's runs; ``@retention-changes/<id>`` is
    one run with its refusals.
    """

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@retention-changes"

    @property
    def person(self):
        return getSecurityManager().getUser().getId()

    @property
    def runs(self):
        return ActRuns(self.person)

    def answer(self):
        if self.name:
            return self.as_json(self.runs.get(self.name, self.context.getId()))
        found = changes_of(differing(self.context.getId()))
        runs = self.runs.of_act(self.context.getId(), FollowSchedule.id)
        return {
            "@id": self.address,
            "dossiers": sum(one.count for one in found),
            "items": [
                {
                    "row": one.governing.token,
                    "basis": one.governing.basis,
                    "old": translate(one.period.label, context=self.request) if one.period else "",
                    "new": translate(one.governing.period.label, context=self.request),
                    "longer": one.longer,
                    "count": one.count,
                }
                for one in found
            ],
            "runs": [self.as_json(run, with_refusals=False) for run in runs],
        }

    def as_json(self, run, with_refusals=True):
        """dict of a run with words in the language of the request."""
        found = run_json(self.runs, run, with_refusals)
        found["error"] = translate(found["error"], context=self.request)
        for refusal in found.get("refusals", ()):
            refusal["message"] = translate(refusal["message"], context=self.request)
        return {"@id": f"{self.address}/{run.id}", **found}


class ChangesPost(ChangesGet):
    """``{"reason": "…", "rows": [tokens of the schedule], "uids": [dossiers], "dry_run": true}``: the worker brings the
    chosen dossiers in step (all that differ where nothing is named), or only tries it; 202 with the run. With
    ``Idempotency-Key`` a repeated request gives the first run.
    """

    def answer(self):
        body = self.body()
        rows, uids = (body.get(name) or [] for name in ("rows", "uids"))
        for name, values in (("rows", rows), ("uids", uids)):
            if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
                message = _("violation_schedule_shape", default="Giá trị không đúng dạng hoặc quá dài.")
                refuse(name, "wrong_shape", message, 400)
        run, new = follow(
            self.context.getId(),
            self.person,
            {"reason": body.get("reason")},
            rows,
            uids,
            body.get("dry_run") is True,
            self.key or "",
        )
        self.request.response.setStatus(202 if new else 200)
        return self.as_json(run)


class ChangesDelete(ChangesGet):
    """Forgets a run that has ended; what it changed stays."""

    def answer(self):
        self.runs.remove(self.runs.get(self.name, self.context.getId()))
        return self.reply_no_content()
