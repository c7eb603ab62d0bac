"""``GET @jobs`` lists, ``POST @jobs/<id>/retry`` sets a failed job going again."""

from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.interfaces import IJobs
from zope.i18n import translate


def job_json(job, request):
    """dict of a job, its message in the language of the request."""
    data = job.as_json()
    data["error"] = translate(job.error, context=request)
    return data


class JobsGet(Service):
    """The jobs of the record, oldest first."""

    def reply(self):
        jobs = [job_json(job, self.request) for job in IJobs(self.context).all()]
        return {"@id": f"{self.context.absolute_url()}/@jobs", "items": jobs, "items_total": len(jobs)}


class JobsRetry(PathService):
    """``POST @jobs/<id>/retry`` sets a failed job going again."""

    def answer(self):
        if self.path[1:] != ("retry",):
            message = _("violation_job_unknown", default="Không có tác vụ này.")
            raise Refused(Violation("job", "job_unknown", message), status=404)
        return job_json(IJobs(self.context).retry(self.path[0], by=self.userid), self.request)
